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

  /// Mean and variance of the products, and their covariance with the ties, over ordered pairs i ≠ j.
  ///
  /// The best c may lie at an edge where the products hardly vary: c nearly flat, or nearly all of it at one node. Each edge has a form in
  /// which nothing cancels there.
  private func moments(
    _ c: [Double]
  ) -> (mean: Double, variance: Double, covariance: Double)? {
    let n = Double(c.count)
    let middle = c.reduce(0, +) / n
    let (squares, spread) = c.reduce((0.0, 0.0)) {
      ($0.0 + $1 * $1, $0.1 + ($1 - middle) * ($1 - middle))
    }
    let found =
      spread < 0.01 * n * middle * middle ? flatMoments(c, middle) : steepMoments(c)
    return found.variance > 1e-10 * max(1e-300, squares * squares / pairs) ? found : nil
  }

  /// With c = m + e, Σ e = 0: c_i c_j = m² + x_ij, x_ij = m(e_i + e_j) + e_i e_j, and with E_k = Σ e^k: Σ x = −E₂,
  /// Σ x² = 2m²(n − 2)E₂ − 4m E₃ + E₂² − E₄.
  private func flatMoments(
    _ c: [Double],
    _ m: Double
  ) -> (mean: Double, variance: Double, covariance: Double) {
    var (e2, e3, e4, product) = (0.0, 0.0, 0.0, 0.0)
    for (v, x) in c.enumerated() {
      let e = x - m
      e2 += e * e
      e3 += e * e * e
      e4 += e * e * e * e
      for arc in rows.arcs(of: v) {
        let f = c[Int(rows.targets[arc])] - m
        product += rows.weight(at: arc) * (m * (e + f) + e * f)
      }
    }
    let offset = -e2 / pairs
    let sum = 2 * m * m * Double(c.count - 2) * e2 - 4 * m * e3 + e2 * e2 - e4
    return (
      m * m + offset, sum / pairs - offset * offset, product / (times * pairs) - mean * offset
    )
  }

  /// Sums over the others of each node, taken from both sides, so that no large own part is added and taken away again.
  private func steepMoments(
    _ c: [Double]
  ) -> (mean: Double, variance: Double, covariance: Double) {
    var after = [(sum: Double, squares: Double)](repeating: (0, 0), count: c.count + 1)
    for v in c.indices.reversed() {
      after[v] = (after[v + 1].sum + c[v], after[v + 1].squares + c[v] * c[v])
    }
    var before = (sum: 0.0, squares: 0.0)
    var (products, squares, tied) = (0.0, 0.0, 0.0)
    for (v, x) in c.enumerated() {
      products += x * (before.sum + after[v + 1].sum)
      squares += x * x * (before.squares + after[v + 1].squares)
      before = (before.sum + x, before.squares + x * x)
      for arc in rows.arcs(of: v) {
        tied += rows.weight(at: arc) * x * c[Int(rows.targets[arc])]
      }
    }
    let average = products / pairs
    return (average, squares / pairs - average * average, tied / (times * pairs) - mean * average)
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
