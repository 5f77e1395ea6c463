/// How an iterative measure ended.
public struct Convergence: Sendable, Equatable {
  /// Sweeps made.
  public let iterations: Int
  /// The distance between the last two iterates, in the norm that the measure names.
  public let residual: Double
  /// Whether the residual came down to the tolerance.
  public let converged: Bool
  /// The residual that was asked for.
  public let tolerance: Double

  /// The end of an iteration.
  public init(iterations: Int, residual: Double, converged: Bool, tolerance: Double) {
    self.iterations = iterations
    self.residual = residual
    self.converged = converged
    self.tolerance = tolerance
  }
}

/// Scores that were found by iteration, with how it ended.
public struct IterativeScores: Sendable, Equatable {
  /// One entry per node.
  public let scores: NodeScores
  /// How the iteration ended.
  public let convergence: Convergence

  /// Scores and how they were reached.
  public init(scores: NodeScores, convergence: Convergence) {
    self.scores = scores
    self.convergence = convergence
  }
}
