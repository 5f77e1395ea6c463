import NetworkMetrics

/// Measures that let ties conduct, so that all ways count and not the shortest alone.
enum CurrentFlowMeasures {
  static let all: [NodeMeasure] = [betweenness, information]

  private static let betweenness = NodeMeasure(
    "current_flow_betweenness",
    [.paths, .slow, .circuits, .weightedForm, .normalizable],
    Explanation(
      title: "current-flow betweenness",
      definition:
        "How much of what flows between two others passes the actor when it spreads over all ways as current does, over all pairs, within the actor's component. "
        + "Direction does not count; empty in components of fewer than three.",
      formula:
        "Σ_{s<t, s,t≠v} ½·Σ_{e at v} |current over e| for one unit from s to t",
      reading: "High values mark those whom detours need as well as the shortest ways.",
      caution: "Not comparable across components. Takes time with the cube of their size.",
      source:
        "U. Brandes, D. Fleischer, STACS (2005), doi:10.1007/978-3-540-31856-9_44; M. Newman, Social Networks 27 (2005), doi:10.1016/j.socnet.2004.11.009",
      sameAs:
        "networkx current_flow_betweenness_centrality(normalized=False), component by component"
    )
  ) { context throws(MetricError) in
    .scores(
      try context.circuit().currentFlowBetweenness(
        context.options.normalization,
        control: context.control
      ).values
    )
  }

  private static let information = NodeMeasure(
    "information",
    [.paths, .slow, .circuits, .weightedForm],
    Explanation(
      title: "information centrality",
      definition:
        "One over the sum of the effective resistances between the actor and the others of its component, when ties conduct. Direction does not count; empty for isolates.",
      formula: "1 / Σ_t R(v,t), R the effective resistance",
      reading:
        "High: everybody is near by many ways at once, so that news arrives even if ties fail.",
      caution:
        "Not comparable across components. Stephenson and Zelen's own figure is n times this.",
      source:
        "K. Stephenson, M. Zelen, Social Networks 11 (1989), doi:10.1016/0378-8733(89)90016-6",
      sameAs: "networkx information_centrality, component by component; sna infocent() / n"
    )
  ) { context throws(MetricError) in
    .scores(try context.circuit().informationCentrality(control: context.control).values)
  }
}
