import NetworkMetrics

/// What the figures of single clusters and of actors on their borders mean.
enum ClusterFigureTexts {
  static let entries: [Catalogue.Entry] = [
    ClusterTexts.entry(
      "coverage",
      Explanation(
        title: "Coverage",
        definition: "The share of the ties that lie inside clusters.",
        formula: "Σ_c w_c / m",
        reading: "1: no tie leaves its cluster.",
        caution: "One cluster of everybody has 1: it says nothing without the number of clusters.",
        source:
          "S. Fortunato, Physics Reports 486 (2010), doi:10.1016/j.physrep.2009.11.002",
        sameAs: "networkx community.partition_quality()[0] on undirected networks without weights"
      )
    ),
    ClusterTexts.entry(
      "conductance",
      Explanation(
        title: "Conductance",
        definition:
          "Ties that leave the cluster against all tie ends in it (or in the rest, if those are fewer).",
        formula: "cut_c / min(vol_c, vol_rest)",
        reading: "0: nothing leaves. Below about .3: a cluster with clear borders.",
        caution: "Small clusters have higher values by nature.",
        source:
          "R. Kannan, S. Vempala, A. Vetta, Journal of the ACM 51 (2004), doi:10.1145/990308.990313",
        sameAs: "networkx conductance"
      )
    ),
    ClusterTexts.entry(
      "boundary_strength",
      [.weightedByDefault],
      Explanation(
        title: "Boundary strength",
        definition:
          "The share of an actor's tie weight that lies outside its own cluster; for link communities the share outside the one that holds most of it.",
        formula: "1 − w(v, own cluster) / w(v)",
        reading:
          "0: wholly inside. Above .5: more at home elsewhere, a fluid boundary or a go-between.",
        caution: "Somebody with one tie has 0 or 1: look at the degree too.",
        source:
          "F. Radicchi, C. Castellano, F. Cecconi, V. Loreto, D. Parisi, PNAS 101 (2004), doi:10.1073/pnas.0400054101"
      )
    ),
    ClusterTexts.entry(
      "stability",
      Explanation(
        title: "Stability of clusters",
        definition:
          "How far several runs with different seeds differ: the mean variation of information between two of them, in bits.",
        formula: "mean of VI over all pairs of `--runs`",
        reading:
          "0: every run found the same clusters. Above about 1 bit: do not trust single borders.",
        caution: "Its largest value grows with the logarithm of the number of actors.",
        source:
          "L. Karrer, E. Levina, M. Newman, Phys. Rev. E 77, 046119 (2008), doi:10.1103/PhysRevE.77.046119"
      )
    ),
  ]
}

/// What the comparisons of clusters with a column of the actors mean.
enum PartitionTexts {
  private static let vinh =
    "N. X. Vinh, J. Epps, J. Bailey, JMLR 11 (2010), 2837–2854; A. Strehl, J. Ghosh, JMLR 3 (2002), doi:10.1162/153244303321897735"

  static let entries: [Catalogue.Entry] = [
    ClusterTexts.entry(
      "nmi",
      Explanation(
        title: "Normalised mutual information",
        definition:
          "How much knowing somebody's cluster tells about their value, against the mean entropy of the two divisions.",
        formula: "I(C, A) / ((H(C) + H(A)) / 2)",
        reading: "1: the same division. 0: independent.",
        caution:
          "Many small clusters raise it by chance: read `ami` beside it, above all for few actors.",
        source: vinh,
        sameAs: "scikit-learn normalized_mutual_info_score"
      )
    ),
    ClusterTexts.entry(
      "ami",
      Explanation(
        title: "Adjusted mutual information",
        definition:
          "Mutual information less what two random divisions with the same sizes share.",
        formula: "(I − E[I]) / ((H(C) + H(A)) / 2 − E[I])",
        reading:
          "1: the same division. 0: no more than chance. Below 0: less.",
        caution: "Low values with a low `vi` happen where one division merely refines the other.",
        source: vinh,
        sameAs: "scikit-learn adjusted_mutual_info_score"
      )
    ),
    ClusterTexts.entry(
      "ari",
      Explanation(
        title: "Adjusted Rand index",
        definition:
          "The share of pairs of actors on which both divisions agree, less what chance gives.",
        formula: "(pairs together in both − expected) / (mean of pairs together − expected)",
        reading: "1: the same division. 0: no more than chance.",
        caution: "Large clusters decide it: pairs grow with the square of the size.",
        source: "L. Hubert, P. Arabie, J. Classification 2 (1985), doi:10.1007/BF01908075",
        sameAs: "scikit-learn adjusted_rand_score"
      )
    ),
    ClusterTexts.entry(
      "vi",
      Explanation(
        title: "Variation of information",
        definition:
          "What is left to tell about each of two divisions when the other is known, in bits.",
        formula: "H(C) + H(A) − 2 I(C, A), logarithms to base 2",
        reading: "0: the same division; a true distance between divisions.",
        caution: "Its largest value is log2 of the number of actors: compare within one network.",
        source: "M. Meilă, J. Multivariate Analysis 98 (2007), doi:10.1016/j.jmva.2006.11.013",
        sameAs: "igraph compare_communities(method=\"vi\") / ln 2"
      )
    ),
  ]
}
