import GraphCore

/// Options of ``GraphCore/Graph/pageRank(_:control:)``.
public struct PageRankOptions: Sendable, Equatable {
  /// Probability of following a tie instead of jumping anywhere; in 0 ..< 1.
  public var damping: Double
  /// The L1 distance between two iterates at which the iteration ends; above 0.
  public var tolerance: Double
  /// Sweeps after which it gives up; at least 1.
  public var maximumIterations: Int

  /// Damping 0.85 down to 10⁻¹², at most 1000 sweeps, unless said otherwise.
  public init(
    damping: Double = 0.85,
    tolerance: Double = 1e-12,
    maximumIterations: Int = 1_000
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  fileprivate func validate() throws(MetricError) {
    guard damping >= 0 && damping < 1 else {
      throw .invalidOption(name: "damping", reason: "it must be at least 0 and below 1")
    }
    guard tolerance > 0 && tolerance.isFinite else {
      throw .invalidOption(name: "tolerance", reason: "it must be above 0")
    }
    guard maximumIterations >= 1 else {
      throw .invalidOption(name: "maximumIterations", reason: "it must be at least 1")
    }
  }
}

extension Graph {
  /// PageRank: where a walker is found who follows ties by their strength and now and then jumps anywhere.
  ///
  /// x(v) = (1−d)/n + d·(Σ_{u→v} x(u)·w(u,v)/W(u) + D/n), W(u) the summed strength leaving u, D the sum of x over nodes that have none. Sums to 1.
  /// Undirected edges are followed both ways. Strengths count; pass `unweighted()` to leave them out.
  ///
  /// Power iteration by pulling, O(nodes + arcs) a sweep, until the L1 distance of two iterates is at most `tolerance`. Every sum is taken in a fixed
  /// order, so any number of threads gives the same bits. An empty graph gives no scores.
  ///
  /// Source: S. Brin, L. Page, *The anatomy of a large-scale hypertextual web search engine*, Comput. Netw. ISDN Syst. 30 (1998),
  /// doi:10.1016/S0169-7552(98)00110-X.
  ///
  /// - Throws: ``MetricError/notConverged(_:)``, ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/invalidOption(name:reason:)``,
  ///   ``MetricError/cancelled``, ``MetricError/notFinite(measure:)``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func pageRank(
    _ options: PageRankOptions = PageRankOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> IterativeScores {
    try options.validate()
    try requireNonNegativeWeights()
    try MemoryBudget.require(nodeCount, of: 64)
    let n = nodeCount
    guard n > 0 else {
      let end = Convergence(
        iterations: 0,
        residual: 0,
        converged: true,
        tolerance: options.tolerance
      )
      return IterativeScores(scores: NodeScores([]), convergence: end)
    }
    var strength = [Double](repeating: 0, count: n)
    for v in 0..<n {
      for arc in out.arcs(of: v) { strength[v] += out.weight(at: arc) }
    }
    var x = [Double](repeating: 1 / Double(n), count: n)
    var share = [Double](repeating: 0, count: n)
    var residual = Double.infinity
    var sweeps = 0
    while residual > options.tolerance {
      try control.check()
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
      var dangling = 0.0
      for v in 0..<n {
        if strength[v] > 0 { share[v] = x[v] / strength[v] } else { dangling += x[v] }
      }
      let base = (1 - options.damping + options.damping * dangling) / Double(n)
      residual = 0
      for v in 0..<n {
        var sum = 0.0
        for arc in incoming.arcs(of: v) {
          sum += share[Int(incoming.targets[arc])] * incoming.weight(at: arc)
        }
        let next = base + options.damping * sum
        residual += abs(next - x[v])
        x[v] = next
      }
      sweeps += 1
    }
    let total = x.reduce(0, +)
    return IterativeScores(
      scores: try NodeScores(checking: x.map { $0 / total }, measure: "pagerank"),
      convergence: Convergence(
        iterations: sweeps,
        residual: residual,
        converged: true,
        tolerance: options.tolerance
      )
    )
  }
}
