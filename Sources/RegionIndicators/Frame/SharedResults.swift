import GraphCore
import NetworkMetrics

/// A result that several families ask for: worked out when first asked for, then kept.
final class SharedResult<Value: Sendable>: Sendable {
  private let kept = Guarded<Value?>(nil)

  /// The result, worked out by `make` the first time.
  func value(_ make: () throws(MetricError) -> Value) throws(MetricError) -> Value {
    if let known = kept.withLock({ $0 }) { return known }
    let value = try make()
    kept.withLock { $0 = value }
    return value
  }
}

/// How betweenness of the network of an input is taken.
enum InputBetweenness {
  /// Networks of more actors have it estimated from sampled paths.
  static let largestExact = 3_000
  /// The error of an estimate, as a share of the largest value there could be, in nine of ten runs.
  static let error = 0.02
}

extension IndicatorInput {
  /// Raw betweenness of ``network`` by steps, taken once; an estimate where ``betweennessIsEstimated``.
  func betweenness(control: RunControl) throws(MetricError) -> NodeScores {
    try sharedBetweenness.value { () throws(MetricError) in
      guard betweennessIsEstimated else { return try network.graph.betweenness(control: control) }
      return try network.graph.sampledBetweenness(
        SamplingOptions(epsilon: InputBetweenness.error, seed: seed),
        control: control
      ).scores
    }
  }

  /// Whether the network is too large for exact betweenness.
  var betweennessIsEstimated: Bool { network.graph.nodeCount > InputBetweenness.largestExact }

  /// Leiden clusters of ``network``, found once; `nil` where there are no ties, or negative ones.
  func clusters(control: RunControl) throws(MetricError) -> Partition? {
    guard network.graph.edgeCount > 0, !network.graph.hasNegativeWeight else { return nil }
    return try sharedClusters.value { () throws(MetricError) in
      try network.graph.leiden(LeidenOptions(seed: seed), control: control).partition
    }
  }
}
