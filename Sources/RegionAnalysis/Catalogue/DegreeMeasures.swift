import NetworkMetrics

/// Degree and strength: how many ties, and how strong in all.
enum DegreeMeasures {
  static let all: [NodeMeasure] = [
    degree("degree", .all, "neighbours; in a directed network in- and out-ties together"),
    degree("in_degree", .incoming, "actors that name this one"),
    degree("out_degree", .outgoing, "actors that this one names"),
    strength("strength", .all, "all ties"), strength("in_strength", .incoming, "incoming ties"),
    strength("out_strength", .outgoing, "outgoing ties"),
  ]

  private static func degree(
    _ name: String,
    _ direction: TieDirection,
    _ what: String
  ) -> NodeMeasure {
    NodeMeasure(
      name,
      direction == .incoming ? [.normalizable] : [.ownReports, .normalizable],
      Explanation(
        title: name.replacing("_", with: "-"),
        definition: "Number of \(what). Loops do not count, parallel ties count once.",
        formula: direction == .all
          ? "k(v) = k_in(v) + k_out(v); undirected: number of neighbours"
          : "number of arcs that \(direction == .incoming ? "arrive at" : "leave") v",
        reading: "A high value means many direct contacts: easy to reach, quick to hear.",
        caution:
          "In surveys the number of contacts somebody names also depends on how willing they are to fill in the form.",
        source: "L. Freeman, Social Networks 1 (1979), doi:10.1016/0378-8733(78)90021-7",
        sameAs: "networkx degree / in_degree / out_degree; igraph degree()"
      )
    ) { context throws(MetricError) in
      switch context.options.normalization {
      case .raw: .counts(context.graph.degree(direction))
      case .normalized:
        .scores(context.graph.degreeCentrality(direction, normalization: .normalized).values)
      }
    }
  }

  private static func strength(
    _ name: String,
    _ direction: TieDirection,
    _ what: String
  ) -> NodeMeasure {
    NodeMeasure(
      name,
      direction == .incoming
        ? [.weightedByDefault, .normalizable] : [.ownReports, .weightedByDefault, .normalizable],
      Explanation(
        title: name.replacing("_", with: "-"),
        definition: "Sum of the weights of \(what); bigger weights mean closer ties.",
        formula: "s(v) = Σ w over the ties counted",
        reading: "How much relation an actor has in all, spread over few or many others.",
        caution:
          "One strong tie and many weak ones can give the same sum: read it beside the degree.",
        source: "A. Barrat et al., PNAS 101 (2004), doi:10.1073/pnas.0400087101",
        sameAs: "igraph strength()"
      )
    ) { context throws(MetricError) in
      let graph = context.graph
      return .scores(
        try graph.strength(direction, normalization: context.options.normalization).values
      )
    }
  }
}
