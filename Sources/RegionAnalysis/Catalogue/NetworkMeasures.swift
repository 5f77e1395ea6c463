import NetworkMetrics

/// Measures of the whole network, in the order in which `structure` prints them.
enum NetworkMeasures {
  static let all: [NetworkMeasure] =
    size + SpanMeasures.all + DyadMeasures.all + ClosureMeasures.all + SpanMeasures.cuts
    + CentralizationMeasures.all + HierarchyMeasures.all + GroupMeasures.all
    + ComparisonMeasures.all

  /// A measure whose value is one cell.
  static func one(
    _ name: String,
    _ traits: MeasureTraits = [],
    _ explanation: Explanation,
    _ compute: @escaping @Sendable (MeasureContext) throws(MetricError) -> Cell
  ) -> NetworkMeasure {
    NetworkMeasure(name, traits, explanation) { context throws(MetricError) in
      .one(try compute(context))
    }
  }

  private static func count(
    _ name: String,
    _ title: String,
    _ definition: String,
    reading: String,
    caution: String,
    _ compute: @escaping @Sendable (MeasureContext) throws(MetricError) -> Int
  ) -> NetworkMeasure {
    one(
      name,
      [],
      Explanation(
        title: title,
        definition: definition,
        formula: "a count",
        reading: reading,
        caution: caution,
        source:
          "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478"
      )
    ) { context throws(MetricError) in .integer(try compute(context)) }
  }

  private static let size: [NetworkMeasure] = [
    count(
      "nodes",
      "actors",
      "Number of actors that belong to the network, isolates included.",
      reading: "The size of everything that is divided by it.",
      caution: "Who belongs is a decision (the boundary), not a finding."
    ) { $0.graph.nodeCount },
    count(
      "ties",
      "ties",
      "Number of ties: arcs where ties have a direction, else pairs.",
      reading: "With the number of actors, how much there is to analyse.",
      caution: "Directed and undirected networks count differently: a mutual tie is two arcs."
    ) { $0.graph.edgeCount },
    one(
      "total_weight",
      [.weightedByDefault],
      Explanation(
        title: "total weight",
        definition: "Sum of the weights of all ties.",
        formula: "Σ w",
        reading: "How much relation there is in all.",
        caution: "Means something only where weights are amounts, not ranks.",
        source: "A. Barrat et al., PNAS 101 (2004), doi:10.1073/pnas.0400087101"
      )
    ) { context throws(MetricError) in .number(context.graph.totalWeight) },
    count(
      "loops_dropped",
      "loops left out",
      "Ties from an actor to itself in the data, left out.",
      reading: "A check of the data.",
      caution: "Not a property of the network."
    ) { $0.graph.loopsDropped },
    count(
      "parallel_merged",
      "parallel ties merged",
      "Ties that were added to another tie between the same two actors.",
      reading: "A check of the data; several relations at once make many.",
      caution: "Not a property of the network."
    ) { $0.graph.parallelMerged },
    one(
      "density",
      [.ownReports],
      Explanation(
        title: "density",
        definition:
          "Share of the possible ties that are there. With a roster: of the ties that those who answered could have named.",
        formula:
          "m / (n(n−1)) directed, 2m / (n(n−1)) undirected; respondents' arcs / (respondents·(n−1))",
        reading: "Near 1 everybody is tied to everybody.",
        caution:
          "Falls with size: nobody can keep up a thousand ties. Compare networks of one size.",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478",
        sameAs: "networkx density; sna gden()"
      )
    ) { context throws(MetricError) in Cell(context.graph.density(answered: context.answered)) },
    one(
      "mean_degree",
      [],
      Explanation(
        title: "mean degree",
        definition:
          "Mean of the actors' degrees: every tie counts at both of its ends, whether it has a direction or not.",
        formula: "2m/n",
        reading: "How many ties an actor has on average.",
        caution:
          "A few well-connected actors can carry the mean: look at the distribution. In a directed network a mutual tie is two.",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478"
      )
    ) { context throws(MetricError) in
      let graph = context.graph
      guard graph.nodeCount > 0 else { return .missing }
      return .number(2 * Double(graph.edgeCount) / Double(graph.nodeCount))
    },
  ]
}

/// How far the network reaches and into how many pieces it falls.
enum SpanMeasures {
  static let all: [NetworkMeasure] = [
    count(
      "components",
      "weak components",
      "Number of pieces that no tie connects, an isolate being one.",
      "number of weak components",
      "networkx number_weakly_connected_components"
    ) { context throws(MetricError) in try context.weakComponents().count },
    count(
      "strong_components",
      "strong components",
      "Number of groups in which everybody reaches everybody along the direction of ties.",
      "number of strong components",
      "networkx number_strongly_connected_components"
    ) { context throws(MetricError) in
      try context.graph.strongComponents(control: context.control).count
    },
    count(
      "largest_component",
      "largest component",
      "Number of actors in the largest weak component.",
      "max size of a weak component",
      "networkx weakly_connected_components"
    ) { context throws(MetricError) in try context.weakComponents().sizes.first ?? 0 },
    count(
      "isolates",
      "isolates",
      "Number of actors without any tie.",
      "|{v : degree(v) = 0}|",
      "networkx isolates"
    ) { context throws(MetricError) in context.graph.degree(.all).count { $0 == 0 } },
    distance(
      "diameter",
      [],
      "diameter",
      "Largest distance between two actors of the largest component; direction does not count.",
      "max d(u,v) on the undirected skeleton of the largest component",
      "networkx diameter"
    ) { context throws(MetricError) in
      try context.graph.extent(control: context.control).diameter.map { .integer($0) } ?? .missing
    },
    distance(
      "radius",
      [],
      "radius",
      "Distance from the most central actor of the largest component to the one farthest from it.",
      "min over v of max d(u,v), largest component, undirected skeleton",
      "networkx radius"
    ) { context throws(MetricError) in
      try context.graph.extent(control: context.control).radius.map { .integer($0) } ?? .missing
    },
    distance(
      "mean_distance",
      [.distances],
      "mean distance",
      "Mean number of steps over all ordered pairs that are connected by a path.",
      "Σ d(u,v) / number of reachable ordered pairs",
      "igraph mean_distance()"
    ) { context throws(MetricError) in Cell(try context.distances(.outward).meanDistance) },
    distance(
      "global_efficiency",
      [.distances],
      "global efficiency",
      "Mean of one over the distance, over all ordered pairs; pairs without a path count 0.",
      "Σ_{u≠v} 1/d(u,v) / (n(n−1))",
      "networkx global_efficiency (undirected)"
    ) { context throws(MetricError) in
      let efficiency = try context.distances(.outward).globalEfficiency
      // Two actors at distance 0 have no finite efficiency.
      guard efficiency?.isFinite != false else {
        throw .notFinite(measure: "global_efficiency")
      }
      return Cell(efficiency)
    },
  ]

  /// Where the network comes apart.
  static let cuts: [NetworkMeasure] = [
    count(
      "articulation_points",
      "articulation points",
      "Number of actors without whom their component falls apart.",
      "see `explain articulation`",
      "networkx articulation_points"
    ) { context throws(MetricError) in try context.biconnectivity().articulationPointCount },
    count(
      "bridges",
      "bridges",
      "Number of ties without which their component falls apart; direction does not count.",
      "edges on no cycle of the undirected skeleton",
      "networkx bridges"
    ) { context throws(MetricError) in try context.biconnectivity().bridges.count },
    count(
      "biconnected_components",
      "biconnected components",
      "Number of blocks: parts of two or more actors that stay whole whichever one of them leaves.",
      "blocks of the undirected skeleton",
      "networkx biconnected_components"
    ) { context throws(MetricError) in try context.biconnectivity().componentCount },
  ]

  private static func count(
    _ name: String,
    _ title: String,
    _ definition: String,
    _ formula: String,
    _ sameAs: String,
    _ compute: @escaping @Sendable (MeasureContext) throws(MetricError) -> Int
  ) -> NetworkMeasure {
    NetworkMeasures.one(
      name,
      [.paths],
      Explanation(
        title: title,
        definition: definition,
        formula: formula,
        reading: "How whole the network is, and what it hangs on.",
        caution: "A single missing answer can join or split components.",
        source: "F. Harary, Graph Theory (1969)",
        sameAs: sameAs
      )
    ) { context throws(MetricError) in .integer(try compute(context)) }
  }

  private static func distance(
    _ name: String,
    _ more: MeasureTraits,
    _ title: String,
    _ definition: String,
    _ formula: String,
    _ sameAs: String,
    _ compute: @escaping @Sendable (MeasureContext) throws(MetricError) -> Cell
  ) -> NetworkMeasure {
    NetworkMeasures.one(
      name,
      more.union(.paths),
      Explanation(
        title: title,
        definition: definition,
        formula: formula,
        reading: "How many hands news passes through.",
        caution:
          "Counts only pairs that are connected where it says so: a network in pieces can look close-knit.",
        source:
          "V. Latora, M. Marchiori, Phys. Rev. Lett. 87 (2001), doi:10.1103/PhysRevLett.87.198701",
        sameAs: sameAs
      ),
      compute
    )
  }
}
