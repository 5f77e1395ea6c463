import NetworkMetrics

/// What the ways of clustering mean, and how they are judged and compared.
enum ClusterTexts {
  static let entries: [Catalogue.Entry] =
    methods + qualities + ClusterFigureTexts.entries + PartitionTexts.entries

  static func entry(_ name: String, _ explanation: Explanation) -> Catalogue.Entry {
    entry(name, [], explanation)
  }

  static func entry(
    _ name: String,
    _ traits: MeasureTraits,
    _ explanation: Explanation
  ) -> Catalogue.Entry {
    Catalogue.Entry(name: name, scope: .clusters, traits: traits, explanation: explanation)
  }

  private static let methods: [Catalogue.Entry] = [
    entry(
      "leiden",
      [.weightedByDefault],
      Explanation(
        title: "Leiden clusters",
        definition:
          "Groups with many ties inside and few between, found by moving actors and groups as long as the quality grows; every cluster is connected, and no single move would make it better.",
        formula:
          "maximises modularity (default), cpm or directed_modularity at a resolution γ: larger γ, smaller clusters",
        reading: "Circles that learn with each other more than with the rest.",
        caution:
          "Another seed can give another division of nearly the same quality: `--runs 20` says how far the runs differ (`stability`). Modularity overlooks clusters that are small against the whole.",
        source:
          "V. Traag, L. Waltman, N. van Eck, Sci. Rep. 9, 5233 (2019), doi:10.1038/s41598-019-41695-z",
        sameAs: "igraph community_leiden(objective_function=\"modularity\") up to ties in quality"
      )
    ),
    entry(
      "label_propagation",
      [.weightedByDefault],
      Explanation(
        title: "Label propagation",
        definition:
          "Everybody begins with a label of their own and takes over the one that is strongest among their ties, until nobody has reason to change.",
        formula: "label(v) = the label with the largest Σ of tie weight around v",
        reading: "A quick look at very large networks.",
        caution:
          "No guarantee of any kind: clusters depend on the seed, may be disconnected, and in small or dense networks often become one. Prefer `leiden`.",
        source:
          "U. Raghavan, R. Albert, S. Kumara, Phys. Rev. E 76, 036106 (2007), doi:10.1103/PhysRevE.76.036106"
      )
    ),
    entry(
      "core",
      Explanation(
        title: "Cores as clusters",
        definition:
          "Actors of the same core number; with `--k K` the connected parts of the k-core, in which everybody has at least K ties to others of it, and everybody else alone.",
        formula: "k-core: the largest set with degree ≥ k inside",
        reading: "Layers from the fringe to the dense middle; the parts of a k-core are circles.",
        caution:
          "A layer need not hang together: two actors of core 1 may be far apart. Direction and weights do not count.",
        source: "S. Seidman, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X",
        sameAs: "networkx core_number, k_core"
      )
    ),
    entry(
      "truss",
      Explanation(
        title: "Trusses as clusters",
        definition:
          "Actors whose tightest tie has the same truss number; with `--k K` the connected parts of the k-truss, in which every tie is in at least K − 2 triangles, and everybody else alone.",
        formula: "k-truss: the largest set of ties with ≥ k − 2 triangles on each",
        reading:
          "Circles whose ties rest on common acquaintances: what one of them hears the others hear.",
        caution:
          "Networks without triangles have no truss above 2. Direction and weights do not count.",
        source:
          "J. Cohen, NSA technical report (2008); J. Wang, J. Cheng, PVLDB 5 (2012), doi:10.14778/2311906.2311909",
        sameAs: "networkx k_truss"
      )
    ),
    entry(
      "links",
      Explanation(
        title: "Link communities",
        definition:
          "Clusters of ties instead of actors: whoever has ties of several kinds belongs to several clusters, with the share of their ties in each.",
        formula:
          "ties i–k, j–k are as similar as |N(i) ∩ N(j)| / |N(i) ∪ N(j)| (neighbourhoods with the actor); joined by single linkage, cut where the partition density is largest",
        reading: "`share` .5 and .5: somebody who belongs to two circles equally.",
        caution:
          "Many clusters are a single tie; read the large ones. Modularity and comparisons of partitions do not apply to clusters that overlap.",
        source:
          "Y.-Y. Ahn, J. Bagrow, S. Lehmann, Nature 466 (2010), doi:10.1038/nature09182"
      )
    ),
  ]

  private static let qualities: [Catalogue.Entry] = [
    entry(
      "modularity",
      [.weightedByDefault],
      Explanation(
        title: "Modularity",
        definition:
          "How much more of the tie weight lies inside the clusters than if ties were placed at random with the same strengths.",
        formula: "Q = Σ_c [w_c/m − γ (K_c/2m)²]",
        reading:
          "0: no more than chance. Above about 0.3: clear clusters in networks of moderate size.",
        caution:
          "Random sparse networks reach high values too; do not compare networks of different size by it.",
        source:
          "M. Newman, M. Girvan, Phys. Rev. E 69, 026113 (2004), doi:10.1103/PhysRevE.69.026113",
        sameAs: "networkx community.modularity; igraph modularity()"
      )
    ),
    entry(
      "directed_modularity",
      [.weightedByDefault],
      Explanation(
        title: "Modularity of arcs",
        definition:
          "Modularity where chance keeps what everybody gives and what everybody receives apart.",
        formula: "Q = Σ_c [w_c/m − γ K_out(c) K_in(c)/m²], w over arcs",
        reading: "As modularity, when who names whom matters.",
        caution:
          "It hardly tells circles in which ties run round from such in which they do not. Without direction it is plain modularity.",
        source:
          "E. Leicht, M. Newman, Phys. Rev. Lett. 100, 118703 (2008), doi:10.1103/PhysRevLett.100.118703",
        sameAs: "networkx community.modularity on a directed graph"
      )
    ),
    entry(
      "cpm",
      [.weightedByDefault],
      Explanation(
        title: "Constant Potts model",
        definition:
          "Tie weight inside the clusters less γ for every pair of members: the resolution γ is a density, every cluster is denser inside, and every two are tied more sparsely.",
        formula: "H = Σ_c [w_c − γ n_c (n_c − 1)/2]",
        reading:
          "Unlike modularity it finds the same small cluster in a small and in a large network.",
        caution:
          "The value depends on γ and on the size of the network: compare clusters, not values. γ must be chosen: `--profile` shows which ones mean something.",
        source:
          "V. Traag, P. Van Dooren, Y. Nesterov, Phys. Rev. E 84, 016114 (2011), doi:10.1103/PhysRevE.84.016114",
        sameAs: "leidenalg CPMVertexPartition.quality()"
      )
    ),
    entry(
      "resolution_profile",
      [.weightedByDefault],
      Explanation(
        title: "Resolution profile",
        definition:
          "The best clusters at every resolution from coarse to fine, and the plateaus: divisions that stay the best over a tenth or more of the scanned range (logarithmic).",
        formula:
          "quality of a division = inside − γ · expected: a line in γ; the levels are the upper envelope of the lines found",
        reading:
          "A wide plateau is a level of the region itself: several of them are a region with several levels, found without administrative borders.",
        caution:
          "The range counts: a division is a plateau of the range asked for. Between plateaus divisions are accidents of γ.",
        source:
          "V. Traag, G. Krings, P. Van Dooren, Sci. Rep. 3, 2930 (2013), doi:10.1038/srep02930"
      )
    ),
  ]
}
