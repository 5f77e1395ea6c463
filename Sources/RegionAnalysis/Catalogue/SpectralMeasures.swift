import NetworkMetrics

/// Measures in which an actor counts for as much as those who name it.
enum SpectralMeasures {
  static let all: [NodeMeasure] = [
    eigenvector, katz, PathMeasures.pagerank,
    hits("hub", "hub score", "names good authorities") { $0.hubs },
    hits("authority", "authority score", "is named by good hubs") { $0.authorities },
  ]

  private static let eigenvector = NodeMeasure(
    "eigenvector",
    [.paths, .weightedForm],
    Explanation(
      title: "eigenvector centrality",
      definition:
        "An actor is central in so far as those who name it are. Where not everybody reaches everybody: on the largest strong component, empty elsewhere.",
      formula: "x = Aᵀx/λ, λ the largest eigenvalue; x ≥ 0, Σx² = 1",
      reading: "High: named by those who are named by the central. Standing in the inner circle.",
      caution:
        "Says nothing of those outside the largest strong component, and is not defined without a cycle.",
      source: "P. Bonacich, J. Math. Sociol. 2 (1972), doi:10.1080/0022250X.1972.9989806",
      sameAs: "networkx eigenvector_centrality_numpy on connected networks"
    )
  ) { context throws(MetricError) in
    .scores(try context.valued().eigenvectorCentrality(control: context.control).scores.values)
  }

  private static let katz = NodeMeasure(
    "katz",
    [.paths, .weightedForm],
    Explanation(
      title: "Katz centrality",
      definition:
        "All walks that end at the actor, each step on the way counting α: 0.85/λmax unless --alpha says otherwise.",
      formula: "x = αAᵀx + 1, scaled to Σx² = 1",
      reading:
        "Like eigenvector centrality, but defined for everybody, who is named by nobody too.",
      caution:
        "Depends on α: small ones count who names an actor, large ones the whole network. Needs --alpha where no ties form a cycle.",
      source: "L. Katz, Psychometrika 18 (1953), doi:10.1007/BF02289026",
      sameAs: "networkx katz_centrality_numpy(alpha, beta=1)"
    )
  ) { context throws(MetricError) in
    let options = KatzOptions(alpha: context.options.alpha)
    return .scores(
      try context.valued().katzCentrality(options, control: context.control).scores.values
    )
  }

  private static func hits(
    _ name: String,
    _ title: String,
    _ what: String,
    _ read: @escaping @Sendable (HubsAndAuthorities) -> NodeScores
  ) -> NodeMeasure {
    NodeMeasure(
      name,
      [.paths],
      Explanation(
        title: title,
        definition:
          "How far an actor \(what): hubs point to authorities, authorities are pointed to by hubs. Empty in a network without ties.",
        formula: "h ∝ A·a, a ∝ Aᵀ·h; the limit from all ones, each summing to 1",
        reading:
          "Hubs know whom to ask; authorities are whom everybody asks. In an undirected network both are one.",
        caution: "Only the strongest such circle has values: elsewhere they are near 0.",
        source: "J. Kleinberg, J. ACM 46 (1999), doi:10.1145/324133.324140",
        sameAs: "networkx hits where it is unique"
      )
    ) { context throws(MetricError) in .scores(read(try context.hubsAndAuthorities()).values) }
  }
}
