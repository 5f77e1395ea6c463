/// How exact a sampled measure shall be.
public struct SamplingOptions: Sendable, Equatable {
  /// The largest error, as a share of the largest value that any graph of that many nodes could have; in 0 ..< 1, not 0.
  public var epsilon: Double
  /// The probability that some node's error is larger; in 0 ..< 1, not 0.
  public var delta: Double
  /// Names the random draws.
  public var seed: UInt64

  /// ε = 0.01 with probability 0.9, seed 1, unless said otherwise.
  public init(epsilon: Double = 0.01, delta: Double = 0.1, seed: UInt64 = 1) {
    self.epsilon = epsilon
    self.delta = delta
    self.seed = seed
  }

  func validate() throws(MetricError) {
    for (name, value) in [("epsilon", epsilon), ("delta", delta)]
    where !(value > 0 && value < 1) {
      throw .invalidOption(name: name, reason: "it must be above 0 and below 1")
    }
  }
}

/// Scores estimated from a random sample, with what is guaranteed of them.
public struct SampledScores: Sendable, Equatable {
  /// One estimate per node.
  public let scores: NodeScores
  /// The largest error of any of them, in the unit of the scores; 0 where they came out exact.
  public let error: Double
  /// The probability that some error is larger.
  public let delta: Double
  /// How many samples were drawn.
  public let samples: Int

  /// Estimates and their guarantee.
  public init(scores: NodeScores, error: Double, delta: Double, samples: Int) {
    self.scores = scores
    self.error = error
    self.delta = delta
    self.samples = samples
  }
}
