import NetworkMetrics

/// How far the network centres on few actors, and whether those with many ties keep to themselves.
enum CentralizationMeasures {
  static let all: [NetworkMeasure] = [
    assortativity, degree("centralization_degree", .all, .degree),
    degree("centralization_in_degree", .incoming, .inDegree),
    degree("centralization_out_degree", .outgoing, .outDegree), betweenness, closeness,
  ]

  private static let assortativity = NetworkMeasures.one(
    "assortativity_degree",
    [],
    Explanation(
      title: "assortativity of degrees",
      definition:
        "Correlation over all ties of the out-degree of the source with the in-degree of the target (undirected: of the degrees of the two ends). Empty where one does not vary.",
      formula: "Pearson's r over arcs; an undirected tie counts both ways",
      reading:
        "Above 0: the well-connected are tied to each other. Below 0: to those with few ties, as in a hub and spokes.",
      caution: "A network with few very large degrees cannot reach high values at all.",
      source: "M. Newman, Phys. Rev. E 67 (2003), doi:10.1103/PhysRevE.67.026126",
      sameAs: "networkx degree_assortativity_coefficient"
    )
  ) { context throws(MetricError) in
    Cell(try context.graph.degreeAssortativity(control: context.control))
  }

  private static let formula =
    "Σ_v (max − C(v)) / the largest value of that sum in a network of n actors"
  private static let source =
    "L. Freeman, Social Networks 1 (1979), doi:10.1016/0378-8733(78)90021-7"
  private static let reading =
    "0: all actors have the same value. 1: one actor stands alone in the middle, as in a star."
  private static let caution =
    "Measures inequality, not importance: small when several actors share the middle. Missing answers change it much."

  private static func degree(
    _ name: String,
    _ direction: TieDirection,
    _ kind: CentralizationMeasure
  ) -> NetworkMeasure {
    let what: (title: String, most: String, call: String) =
      switch direction {
      case .all:
        (
          "degree", "(n−1)(n−2) undirected, 2(n−1)(n−2) directed",
          "sna centralization(degree, cmode=\"freeman\")"
        )
      case .incoming:
        (
          "in-degree", "(n−1)² directed, (n−1)(n−2) undirected",
          "sna centralization(degree, cmode=\"indegree\")"
        )
      case .outgoing:
        (
          "out-degree", "(n−1)² directed, (n−1)(n−2) undirected",
          "sna centralization(degree, cmode=\"outdegree\")"
        )
      }
    return NetworkMeasures.one(
      name,
      [.paths],
      Explanation(
        title: "centralization of \(what.title)",
        definition: "How far the \(what.title) is concentrated on one actor (Freeman).",
        formula: "\(formula): \(what.most)",
        reading: reading,
        caution: caution,
        source: source,
        sameAs: what.call
      )
    ) { context throws(MetricError) in
      let graph = context.graph
      let values = NodeScores(graph.degree(direction).map { Double($0) })
      return Cell(graph.centralization(values, of: kind))
    }
  }

  private static let betweenness = NetworkMeasures.one(
    "centralization_betweenness",
    [.paths, .shortestPaths],
    Explanation(
      title: "centralization of betweenness",
      definition: "How far the shortest paths all lead through one actor (Freeman); in steps.",
      formula: "\(formula): (n−1)²(n−2) directed, half of that undirected",
      reading: reading,
      caution: caution,
      source: source,
      sameAs: "sna centralization(betweenness)"
    )
  ) { context throws(MetricError) in
    let graph = context.graph
    let values = try graph.betweenness(control: context.control)
    return Cell(graph.centralization(values, of: .betweenness))
  }

  private static let closeness = NetworkMeasures.one(
    "centralization_closeness",
    [.paths, .distances],
    Explanation(
      title: "centralization of closeness",
      definition:
        "How far one actor is nearer to all others than the rest are (Freeman), from closeness as defined here; in steps.",
      formula: "\(formula): n−1 directed, (n−1)(n−2)/(2n−3) undirected",
      reading: reading,
      caution:
        "Other programs take another closeness: theirs is the same only where everybody reaches everybody.",
      source: source,
      sameAs: "sna centralization(closeness) on strongly connected networks"
    )
  ) { context throws(MetricError) in
    let values = try context.steps().closeness
    return Cell(context.graph.centralization(values, of: .closeness))
  }
}
