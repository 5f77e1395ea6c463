import GraphCore
import NetworkMetrics

/// Betweenness of the network of an input, for all families that ask for it: exact where that does not take too long, else estimated.
final class SharedBetweenness: Sendable {
  /// Networks of more actors have their betweenness estimated from sampled paths.
  static let largestExact = 3_000
  /// The error of an estimate, as a share of the largest value there could be, in nine of ten runs.
  static let error = 0.02

  private let kept = Guarded<NodeScores?>(nil)

  /// Raw betweenness by steps: taken when first asked for.
  func scores(
    of graph: Graph,
    seed: UInt64,
    control: RunControl
  ) throws(MetricError) -> NodeScores {
    if let known = kept.withLock({ $0 }) { return known }
    let scores =
      graph.nodeCount > Self.largestExact
      ? try graph.sampledBetweenness(
        SamplingOptions(epsilon: Self.error, seed: seed),
        control: control
      ).scores : try graph.betweenness(control: control)
    kept.withLock { $0 = scores }
    return scores
  }
}

extension IndicatorInput {
  /// Raw betweenness of ``network`` by steps, taken once; an estimate where ``betweennessIsEstimated``.
  func betweenness(control: RunControl) throws(MetricError) -> NodeScores {
    try sharedBetweenness.scores(of: network.graph, seed: seed, control: control)
  }

  /// Whether the network is too large for exact betweenness.
  var betweennessIsEstimated: Bool { network.graph.nodeCount > SharedBetweenness.largestExact }
}
