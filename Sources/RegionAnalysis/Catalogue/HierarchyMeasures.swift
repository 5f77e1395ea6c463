import NetworkMetrics

/// How far the network is a hierarchy.
enum HierarchyMeasures {
  static let all: [NetworkMeasure] = [
    connectedness, hierarchy, efficiency, leastUpperBound, flowHierarchy,
  ]

  private static let source =
    "D. Krackhardt, Graph theoretical dimensions of informal organizations, in: Computational Organization Theory (1994)"

  private static let connectedness = NetworkMeasures.one(
    "krackhardt_connectedness",
    [.paths],
    Explanation(
      title: "Krackhardt's connectedness",
      definition: "Share of the pairs of actors that are in one weak component.",
      formula: "Σ_i n_i(n_i−1) / (n(n−1)), n_i the sizes of the weak components",
      reading: "1: the network is in one piece.",
      caution: "One isolate in a small network lowers it much, one in a large network hardly.",
      source: source,
      sameAs: "sna connectedness()"
    )
  ) { context throws(MetricError) in
    Cell(context.graph.krackhardtConnectedness(try context.weakComponents()))
  }

  private static let hierarchy = NetworkMeasures.one(
    "krackhardt_hierarchy",
    [.paths, .reachability],
    Explanation(
      title: "Krackhardt's hierarchy",
      definition:
        "Of the pairs in which one reaches the other, the share in which the other does not reach back. Directed networks only; empty where nobody reaches anybody.",
      formula: "1 − pairs that reach each other / pairs of which one reaches the other",
      reading: "1: influence runs one way only. 0: whoever reaches somebody can be reached back.",
      caution: "A single returned tie at the top of a chain can bring it down at once.",
      source: source,
      sameAs: "sna hierarchy(measure=\"krackhardt\")"
    )
  ) { context throws(MetricError) in
    Cell(try context.downward().krackhardtHierarchy(control: context.control))
  }

  private static let efficiency = NetworkMeasures.one(
    "krackhardt_efficiency",
    [.paths],
    Explanation(
      title: "Krackhardt's efficiency",
      definition:
        "How few ties there are beyond those that hold the components together. Empty where there is no room for more.",
      formula:
        "1 − (m − Σ(n_i−1)) / Σ[n_i(n_i−1) − (n_i−1)]; undirected with n_i(n_i−1)/2 places",
      reading: "1: a tree, no tie is redundant. 0: everybody is tied to everybody.",
      caution:
        "Efficient means frugal here: what is redundant also is what keeps a network whole when somebody leaves.",
      source: source,
      sameAs: "sna efficiency() on directed networks"
    )
  ) { context throws(MetricError) in
    Cell(context.graph.krackhardtEfficiency(try context.weakComponents()))
  }

  private static let leastUpperBound = NetworkMeasures.one(
    "krackhardt_lub",
    [.paths, .bounds],
    Explanation(
      title: "Krackhardt's least upper boundedness",
      definition:
        "Share of the pairs in one component that have a nearest common superior: somebody who reaches both, and whom everybody else who reaches both reaches as well. "
        + "Ties point from superior to subordinate (--reports-upward turns them). Directed networks only.",
      formula: "1 − V / Σ (n_i−1)(n_i−2)/2 over weak components n_i > 2, V = pairs without one",
      reading: "1: any two know who decides between them.",
      caution:
        "Ties that say \"reports to\" point the other way: without --reports-upward the value then is that of the network upside down.",
      source: source
    )
  ) { context throws(MetricError) in
    let weak = try context.weakComponents()
    return Cell(try context.downward().leastUpperBoundedness(weak, control: context.control))
  }

  private static let flowHierarchy = NetworkMeasures.one(
    "flow_hierarchy",
    [.paths],
    Explanation(
      title: "flow hierarchy",
      definition: "Share of arcs that lie on no cycle. Directed networks only.",
      formula: "arcs between different strong components / arcs",
      reading: "1: what flows never comes back. 0: every tie is part of a loop of feedback.",
      caution: "One arc back from the end to the start of a long chain puts all of it on a cycle.",
      source: "J. Luo, C. Magee, Complexity 16 (2011), doi:10.1002/cplx.20368",
      sameAs: "networkx flow_hierarchy"
    )
  ) { context throws(MetricError) in
    Cell(try context.graph.flowHierarchy(control: context.control))
  }
}
