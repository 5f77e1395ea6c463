import NetworkMetrics

/// What the brokerage roles mean.
enum BrokerageTexts {
  static let entries: [Catalogue.Entry] = [
    role("coordinator", "w_I", "a → v → b, all three in one group", "ties together its own group"),
    role(
      "itinerant",
      "w_O",
      "a → v → b, a and b in one group, v in another",
      "an outsider who connects two members of a group, as a consultant does"
    ),
    role(
      "gatekeeper",
      "b_OI",
      "a → v → b, v and b in one group, a outside",
      "lets in what comes from outside"
    ),
    role(
      "representative",
      "b_IO",
      "a → v → b, a and v in one group, b outside",
      "carries to the outside what its group has"
    ),
    role(
      "liaison",
      "b_O",
      "a → v → b, three different groups",
      "connects groups it belongs to none of"
    ),
    role("brokerage", "t", "a → v → b in any groups", "stands between others at all"),
  ]

  private static func role(
    _ name: String,
    _ sna: String,
    _ path: String,
    _ meaning: String
  ) -> Catalogue.Entry {
    Catalogue.Entry(
      name: name,
      scope: .brokerage,
      traits: [],
      explanation: Explanation(
        title: "Gould–Fernandez \(name)",
        definition: "Number of open two-step paths \(path), without a tie a → b: \(meaning).",
        formula:
          "count over ordered pairs (a, b); `_expected` and `_z` under a random network of the same density and groups",
        reading: "`_z` above 2: more often than chance would have it.",
        caution:
          "The null model gives everybody the same degree, so z mostly tells who has many ties; `_p` keeps the network and permutes the groups.",
        source: "R. Gould, R. Fernandez, Sociological Methodology 19 (1989), doi:10.2307/270949",
        sameAs: "sna brokerage(): raw.nli \(sna)"
      )
    )
  }
}

/// What the ways of clustering mean.
enum ClusterTexts {
  static let entries: [Catalogue.Entry] = [
    Catalogue.Entry(
      name: "leiden",
      scope: .clusters,
      traits: [.weightedByDefault],
      explanation: Explanation(
        title: "Leiden clusters",
        definition:
          "Groups with many ties inside and few between, found by moving actors and groups as long as modularity grows; every cluster is connected.",
        formula: "maximises Q = Σ_c [w_c/m − γ (K_c/2m)²]",
        reading: "Circles that learn with each other more than with the rest.",
        caution:
          "Another seed can give another division of nearly the same quality; modularity overlooks clusters that are small against the whole.",
        source:
          "V. Traag, L. Waltman, N. van Eck, Sci. Rep. 9, 5233 (2019), doi:10.1038/s41598-019-41695-z",
        sameAs: "igraph community_leiden(objective_function=\"modularity\") up to ties in quality"
      )
    ),
    Catalogue.Entry(
      name: "modularity",
      scope: .clusters,
      traits: [.weightedByDefault],
      explanation: Explanation(
        title: "modularity",
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
  ]
}
