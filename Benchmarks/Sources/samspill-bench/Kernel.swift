import GraphCore
import NetworkMetrics

/// What a kernel computed, for comparison with other tools.
enum Answer {
  /// A number per node, or per tie; `nil` where the measure is not defined.
  case scores([Double?])
  /// A whole number per node.
  case counts([Int])
  /// A cluster per node.
  case clusters([Int32])

  /// A number for the whole network.
  static func one(_ value: Double?) -> Answer { .scores([value]) }
}

/// A computation on a graph in memory, as it is timed.
enum Kernel: String, CaseIterable {
  case betweenness, closeness, harmonic
  case pagerank
  case cores, triangles, clustering, components
  case leiden
  case labelPropagation = "label_propagation"
  case edgeBetweenness = "edge_betweenness"
  case eccentricity, diameter
  case meanDistance = "mean_distance"
  case closenessByLength = "closeness_by_length"
  case harmonicByLength = "harmonic_by_length"
  case betweennessByLength = "betweenness_by_length"
  case eigenvector, katz, authority
  case constraint, transitivity, assortativity
  case articulation, bridges
  case biconnectedComponents = "biconnected_components"
  case triadCensus = "triad_census"
  case reciprocity

  /// How the ties of the file are read for it.
  var reading: Reading {
    switch self {
    case .closenessByLength, .harmonicByLength, .betweennessByLength: .lengths
    case .triadCensus, .reciprocity: .directed
    default: .plain
    }
  }

  /// Runs it once on the graph read as ``reading`` says.
  func run(on graph: Graph, _ control: RunControl) throws(MetricError) -> Answer {
    switch self {
    case .betweenness: .scores(try graph.betweenness(control: control).values)
    case .closeness: .scores(try graph.closeness(control: control).values)
    case .harmonic: .scores(try graph.harmonic(control: control).values)
    case .pagerank:
      .scores(
        try graph.pageRank(PageRankOptions(tolerance: 1e-8), control: control).scores.values
      )
    case .cores: .counts(try graph.coreNumbers(control: control))
    case .triangles: .counts(try graph.triangles(control: control))
    case .clustering: .scores(try graph.clustering(control: control).values)
    case .components: .clusters(try graph.weakComponents(control: control).componentOf)
    case .leiden:
      // What is compared is the time to clusters of the same quality: one iteration is as good as the two that igraph makes, within
      // what the report allows, and it says both modularities.
      .clusters(
        try graph.leiden(LeidenOptions(iterations: .atMost(1)), control: control)
          .partition.clusterOf
      )
    case .labelPropagation:
      .clusters(try graph.labelPropagation(control: control).partition.clusterOf)
    default: try runFurther(on: graph, control)
    }
  }

  /// The measures that the design names no ratio for.
  private func runFurther(on graph: Graph, _ control: RunControl) throws(MetricError) -> Answer {
    switch self {
    case .edgeBetweenness: .scores(try graph.edgeBetweenness(control: control).values)
    case .eccentricity: .scores(try graph.eccentricity(control: control).values)
    case .diameter: .one(try graph.extent(control: control).diameter.map { Double($0) })
    case .meanDistance: .one(try graph.distanceTotals(control: control).meanDistance)
    case .closenessByLength:
      .scores(try graph.closeness(DistanceOptions(lengths: .weight), control: control).values)
    case .harmonicByLength:
      .scores(try graph.harmonic(HarmonicOptions(lengths: .weight), control: control).values)
    case .betweennessByLength:
      .scores(try graph.betweenness(BetweennessOptions(lengths: .weight), control: control).values)
    case .eigenvector:
      .scores(
        try graph.eigenvectorCentrality(Self.spectral, control: control).scores.values.map {
          $0 ?? 0
        }
      )
    case .katz:
      .scores(
        try graph.katzCentrality(
          KatzOptions(alpha: Self.katzAlpha, tolerance: 1e-9),
          control: control
        ).scores.values
      )
    case .authority:
      .scores(try graph.hubsAndAuthorities(Self.spectral, control: control).authorities.values)
    case .constraint: .scores(try graph.structuralHoles(control: control).constraint.values)
    case .transitivity: .one(try graph.transitivity(control: control))
    case .assortativity: .one(try graph.degreeAssortativity(control: control))
    case .articulation:
      .scores(try graph.biconnectivity(control: control).isArticulationPoint.map { $0 ? 1 : 0 })
    case .bridges: .one(Double(try graph.biconnectivity(control: control).bridges.count))
    case .biconnectedComponents:
      .one(Double(try graph.biconnectivity(control: control).componentCount))
    case .triadCensus:
      .scores(try graph.triadCensus(control: control).counts.map { Double($0) })
    case .reciprocity: .one(graph.reciprocity())
    default: preconditionFailure("not a further kernel")
    }
  }

  /// Below the inverse of the largest eigenvalue of every benchmark graph.
  private static let katzAlpha = 1e-3
  /// As near as the other tools are asked to come.
  private static let spectral = SpectralOptions(tolerance: 1e-8)
}

/// How a plain list of pairs becomes the graph of a kernel, by a rule that every tool follows.
enum Reading {
  /// Undirected, without strengths.
  case plain
  /// Undirected, the tie of i and j of length 1 + (i + j) mod 7.
  case lengths
  /// As written, from the lower to the higher number, and back where their sum is divisible by 3.
  case directed

  /// The graph that `plain` becomes.
  func graph(from plain: Graph, threads: Int) throws(MetricError) -> Graph {
    if self == .plain { return plain }
    var arcs = ArcList()
    for tie in plain.ties() {
      let (source, target) = (Int32(tie.source), Int32(tie.target))
      if self == .lengths {
        arcs.append(from: source, to: target, weight: Double(1 + (tie.source + tie.target) % 7))
      } else {
        arcs.append(from: source, to: target)
        if (tie.source + tie.target) % 3 == 0 { arcs.append(from: target, to: source) }
      }
    }
    do {
      return try arcs.makeGraph(
        nodeCount: plain.nodeCount,
        self == .directed ? .directed : .undirected,
        threads: threads
      )
    } catch {
      throw .notDefined(reason: "\(error)")
    }
  }
}
