import NetworkMetrics

/// The continuous core–periphery model, actor by actor.
enum CorenessMeasure {
  static let all: [NodeMeasure] = [coreness]

  private static let coreness = NodeMeasure(
    "coreness",
    [.weightedForm],
    Explanation(
      title: "coreness",
      definition:
        "How far an actor belongs to the core of the network: the vector whose products fit the ties best. Direction does not count; empty below three actors and where all or none are tied.",
      formula: "c ≥ 0, Σc² = 1, with the largest corr(A, c·cᵀ) over i ≠ j",
      reading:
        "High values form the core. `samspill structure --measures core_periphery` tells how well the picture of a core fits.",
      caution: "Means little where that fit is bad. Found by ascent: another optimum may exist.",
      source:
        "S. Borgatti, M. Everett, Social Networks 21 (1999), doi:10.1016/S0378-8733(99)00019-2"
    )
  ) { context throws(MetricError) in
    let empty = [Double?](repeating: nil, count: context.graph.nodeCount)
    return .scores(try context.coreness()?.scores.values ?? empty)
  }
}
