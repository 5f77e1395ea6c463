/// How exact a sampled measure shall be.
public struct SamplingOptions: Sendable, Equatable {
  /// The largest error, as a share of the largest value that any graph of that many nodes could have; in 0 ..< 1, not 0.
  public var epsilon: Double
  /// The probability that some node's error is larger; in 0 ..< 1, not 0.
  public var delta: Double
  /// Draws so many samples, whatever ``epsilon`` says: the error follows from them. At least 1; `nil` draws as many as ``epsilon`` asks for.
  public var samples: Int?
  /// Names the random draws.
  public var seed: UInt64

  /// ε = 0.01 with probability 0.9, seed 1, unless said otherwise.
  public init(
    epsilon: Double = 0.01,
    delta: Double = 0.1,
    samples: Int? = nil,
    seed: UInt64 = 1
  ) {
    self.epsilon = epsilon
    self.delta = delta
    self.samples = samples
    self.seed = seed
  }

  func validate() throws(MetricError) {
    for (name, value) in [("epsilon", epsilon), ("delta", delta)]
    where !(value > 0 && value < 1) {
      throw .invalidOption(name: name, reason: "it must be above 0 and below 1")
    }
    if let samples, samples < 1 {
      throw .invalidOption(name: "samples", reason: "there must be at least one")
    }
  }
}

/// Scores estimated from a random sample, with what is guaranteed of them.
public struct SampledScores: Sendable, Equatable {
  /// One estimate per node.
  public let scores: NodeScores
  /// How far each estimate may be off, in the unit of the scores; 0 where it came out exact, `nil` where there is no estimate.
  public let errors: NodeScores
  /// The probability that some value is farther off than its error says.
  public let delta: Double
  /// How many samples were drawn.
  public let samples: Int

  /// The largest of the errors; 0 where all came out exact.
  public var error: Double { errors.values.reduce(0) { max($0, $1 ?? 0) } }

  /// Estimates with an error each.
  public init(scores: NodeScores, errors: NodeScores, delta: Double, samples: Int) {
    precondition(scores.count == errors.count, "one error per score")
    self.scores = scores
    self.errors = errors
    self.delta = delta
    self.samples = samples
  }

  /// Estimates that share one error.
  public init(scores: NodeScores, error: Double, delta: Double, samples: Int) {
    self.init(
      scores: scores,
      errors: NodeScores(scores.values.map { $0 == nil ? nil : error }),
      delta: delta,
      samples: samples
    )
  }
}
