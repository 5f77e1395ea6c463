import GraphCore

/// Options of ``GraphCore/Graph/katzCentrality(_:control:)``.
public struct KatzOptions: Sendable, Equatable {
  /// How much one more step on the way counts; `nil` takes 0.85/λmax.
  public var alpha: Double?
  /// The L1 distance of two iterates, in units of their L1 norm, at which the iteration ends; above 0.
  public var tolerance: Double
  /// Sweeps after which it gives up; at least 1.
  public var maximumIterations: Int

  /// α = 0.85/λmax down to 10⁻¹⁴, at most 100 000 sweeps, unless said otherwise.
  public init(alpha: Double? = nil, tolerance: Double = 1e-14, maximumIterations: Int = 100_000) {
    self.alpha = alpha
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }
}

extension Graph {
  /// Katz centrality: x = α·Aᵀx + 1, Euclidean norm 1: all walks that end at a node, each step on the way counting α.
  ///
  /// λmax is the largest eigenvalue of A; α must be below 1/λmax, and must be given where the graph has no cycle (λmax = 0). Directed ties count at their
  /// target. Strengths count; pass `unweighted()` to leave them out. Fixed-point sweeps, each O(nodes + arcs), 24 bytes per node; the eigenvalue takes
  /// 220. A given α needs no eigenvalue: sweeps that end with αAᵀx < x everywhere, x > 0, prove that it is small enough (Collatz and Wielandt). Only where they do
  /// not end soon is it computed after all, to say how large α may be. The same bits on any number of threads. An empty graph gives no scores.
  ///
  /// Source: L. Katz, *A new status index derived from sociometric analysis*, Psychometrika 18 (1953), doi:10.1007/BF02289026.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)``, ``MetricError/notConverged(_:)``,
  ///   ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/cancelled``, ``MetricError/notFinite(measure:)``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func katzCentrality(
    _ options: KatzOptions = KatzOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> IterativeScores {
    guard options.tolerance > 0 && options.tolerance.isFinite else {
      throw .invalidOption(name: "tolerance", reason: "it must be above 0")
    }
    guard options.maximumIterations >= 1 else {
      throw .invalidOption(name: "maximumIterations", reason: "it must be at least 1")
    }
    try requireNonNegativeWeights()
    try MemoryBudget.require(nodeCount, of: Arnoldi.bytesPerNode + 40)
    var isProven = options.alpha == nil
    let alpha: Double
    if let given = options.alpha {
      alpha = try Self.checked(given)
    } else {
      alpha = try usualKatzAlpha(control: control)
    }
    let rows = incoming
    let shards = NodeShards(rows)
    var x = [Double](repeating: 1, count: nodeCount)
    var residual = nodeCount == 0 ? 0 : Double.infinity
    var sweeps = 0
    control.begin("katz", total: options.maximumIterations)
    while residual > options.tolerance {
      try control.check()
      if !isProven && sweeps == Self.patientSweeps {
        try requireConvergence(of: alpha, control: control)
        isProven = true
      }
      guard sweeps < options.maximumIterations else {
        throw .notConverged(
          Convergence(
            iterations: sweeps,
            residual: residual,
            converged: false,
            tolerance: options.tolerance
          )
        )
      }
      let image = rows.times(x, shards, control)
      var change = 0.0
      var size = 0.0
      var isBelow = true
      for v in x.indices {
        let more = alpha * image[v]
        if !(more < x[v]) { isBelow = false }
        let next = 1 + more
        change += abs(next - x[v])
        size += next
        x[v] = next
      }
      residual = change / size
      if !isProven && (!size.isFinite || (residual <= options.tolerance && !isBelow)) {
        try requireConvergence(of: alpha, control: control)
        isProven = true
      }
      guard size.isFinite else { throw .notFinite(measure: "katz") }
      sweeps += 1
      control.advance()
    }
    let norm = x.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return IterativeScores(
      scores: try NodeScores(checking: x.map { $0 / norm }, measure: "katz"),
      convergence: Convergence(
        iterations: sweeps,
        residual: residual,
        converged: true,
        tolerance: options.tolerance
      )
    )
  }

  /// Sweeps after which a given α is held against the eigenvalue.
  private static let patientSweeps = 200

  private static func checked(_ alpha: Double) throws(MetricError) -> Double {
    guard alpha >= 0 && alpha.isFinite else {
      throw .invalidOption(name: "alpha", reason: "it must be at least 0")
    }
    return alpha
  }

  private func katzRadius(control: RunControl) throws(MetricError) -> Double {
    try spectralRadius(SpectralOptions(tolerance: 1e-12), measure: "katz", control: control)
  }

  /// 0.85/λmax.
  private func usualKatzAlpha(control: RunControl) throws(MetricError) -> Double {
    let radius = try katzRadius(control: control)
    guard radius > 0 || nodeCount == 0 else {
      throw .invalidOption(
        name: "alpha",
        reason: "it must be given, because the network has no cycle"
      )
    }
    return radius > 0 ? 0.85 / radius : 0
  }

  private func requireConvergence(of alpha: Double, control: RunControl) throws(MetricError) {
    let radius = try katzRadius(control: control)
    guard alpha * radius < 1 else {
      throw .invalidOption(
        name: "alpha",
        reason: "it must be below \(1 / radius), the inverse of the largest eigenvalue"
      )
    }
  }
}
