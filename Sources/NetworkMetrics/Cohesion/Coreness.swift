import GraphCore

/// The continuous core–periphery model.
public struct Coreness: Sendable, Equatable {
  /// How far each node is in the core, not below 0, Euclidean norm 1.
  public let scores: NodeScores
  /// Correlation of ties and products of coreness, over pairs i ≠ j.
  public let correlation: Double
  /// How the search ended; the residual is the last rise of the correlation.
  public let convergence: Convergence
}

extension Graph {
  /// The coreness vector c ≥ 0 for which the products c_i c_j correlate most with the ties, over pairs i ≠ j.
  ///
  /// Ordered pairs where ties are directed. Found by steepest ascent with projection to c ≥ 0, from the degrees: a local optimum, which one step cannot raise by more than `tolerance`.
  /// O(n + arcs) per step.
  ///
  /// Source: S. Borgatti, M. Everett, *Models of core/periphery structures*, Social Networks 21 (1999),
  /// doi:10.1016/S0378-8733(99)00019-2.
  ///
  /// - Throws: ``MetricError/notDefined(reason:)`` below three nodes or where ties do not vary;
  ///   ``MetricError/negativeWeight(source:target:weight:)`` when weighted; ``MetricError/cancelled``.
  public func coreness(
    _ value: TieValue = .binary,
    tolerance: Double = 1e-10,
    mostSteps: Int = 10_000,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Coreness {
    if value == .weighted { try requireNonNegativeWeights() }
    let counted = value == .binary ? unweighted() : self
    let rows = counted.symmetrized(.weak).out
    guard nodeCount >= 3, let fit = CorenessFit(counted, rows) else {
      throw .notDefined(reason: "coreness needs three nodes and ties that vary")
    }
    var c = CorenessFit.unit((0..<nodeCount).map { Double(rows.degree(of: $0)) + 0.01 })
    // Equal degrees make a flat start, where the pattern does not vary: a small slope in node order breaks the tie.
    if fit.correlation(c) == nil {
      c = CorenessFit.unit(c.enumerated().map { $1 * (1 + 1e-3 * Double($0) / Double(nodeCount)) })
    }
    var now = fit.correlation(c) ?? -1
    var step = 1.0
    var rise = Double.infinity
    var steps = 0
    control.begin("coreness", total: mostSteps)
    while steps < mostSteps && rise > tolerance {
      try control.check()
      steps += 1
      let slope = fit.gradient(c)
      rise = 0
      step *= 4
      // Halve the step until it leads upwards; the last one that did is where the next begins.
      while step > 1e-14 {
        let trial = CorenessFit.unit(zip(c, slope).map { max(0, $0 + step * $1) })
        if let value = fit.correlation(trial), value > now {
          rise = value - now
          now = value
          c = trial
          break
        }
        step /= 2
      }
      control.advance()
    }
    return Coreness(
      scores: try NodeScores(checking: c, measure: "coreness"),
      correlation: now,
      convergence: Convergence(
        iterations: steps,
        residual: rise,
        converged: rise <= tolerance,
        tolerance: tolerance
      )
    )
  }
}

/// Correlation of ties with the products of a vector, and its slope.
private struct CorenessFit {
  /// Ties in both directions summed; the sum over their rows is `times` that over ordered pairs.
  private let rows: Adjacency
  private let times: Double
  private let pairs: Double
  private let mean: Double
  private let deviation: Double

  /// `nil` where the ties do not vary.
  init?(_ graph: Graph, _ rows: Adjacency) {
    self.rows = rows
    times = graph.isDirected ? 2 : 1
    let n = Double(rows.nodeCount)
    pairs = n * (n - 1)
    var (sum, squares) = (0.0, 0.0)
    for arc in 0..<graph.out.arcCount {
      sum += graph.out.weight(at: arc)
      squares += graph.out.weight(at: arc) * graph.out.weight(at: arc)
    }
    mean = sum / pairs
    let variance = squares / pairs - mean * mean
    guard pairs > 0 && variance > 1e-12 * max(1, squares / pairs) else { return nil }
    deviation = variance.squareRoot()
  }

  static func unit(_ values: [Double]) -> [Double] {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? values.map { $0 / length } : values
  }

  /// Over ordered pairs i ≠ j, with s₁ = Σ c, s₂ = Σ c², s₄ = Σ c⁴: Σ c_i c_j = s₁² − s₂, Σ c_i² c_j² = s₂² − s₄.
  private func moments(
    _ c: [Double]
  ) -> (mean: Double, variance: Double, covariance: Double)? {
    var (s1, s2, s4, product) = (0.0, 0.0, 0.0, 0.0)
    for (v, x) in c.enumerated() {
      s1 += x
      s2 += x * x
      s4 += x * x * x * x
      for arc in rows.arcs(of: v) {
        product += rows.weight(at: arc) * x * c[Int(rows.targets[arc])]
      }
    }
    let average = (s1 * s1 - s2) / pairs
    let variance = (s2 * s2 - s4) / pairs - average * average
    guard variance > 1e-14 * max(1e-300, s2 * s2 / pairs) else { return nil }
    return (average, variance, product / times / pairs - mean * average)
  }

  func correlation(_ c: [Double]) -> Double? {
    moments(c).map { $0.covariance / ($0.variance.squareRoot() * deviation) }
  }

  /// The derivative of the correlation with respect to each c.
  func gradient(_ c: [Double]) -> [Double] {
    guard let (average, variance, covariance) = moments(c) else { return c.map { _ in 0 } }
    let s1 = c.reduce(0, +)
    let s2 = c.reduce(0) { $0 + $1 * $1 }
    let spread = variance.squareRoot()
    return c.indices.map { v in
      let tied = rows.arcs(of: v).reduce(0.0) {
        $0 + rows.weight(at: $1) * c[Int(rows.targets[$1])]
      }
      let dAverage = 2 * (s1 - c[v]) / pairs
      let dCovariance = 2 * tied / times / pairs - mean * dAverage
      let dVariance =
        4 * c[v] * (s2 - c[v] * c[v]) / pairs - 2 * average * dAverage
      return (dCovariance - covariance / (2 * variance) * dVariance) / (spread * deviation)
    }
  }
}
