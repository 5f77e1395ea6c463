import GraphCore
import NetworkMetrics

/// What a kernel computed, for comparison with other tools.
enum Answer {
  /// A number per node; `nil` where the measure is not defined.
  case scores([Double?])
  /// A whole number per node.
  case counts([Int])
  /// A cluster per node.
  case clusters([Int32])
}

/// A computation on a graph in memory, as it is timed.
enum Kernel: String, CaseIterable {
  case betweenness, closeness, harmonic
  case pagerank
  case cores, triangles, clustering, components
  case leiden
  case labelPropagation = "label_propagation"

  /// Runs it once.
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
    }
  }
}
