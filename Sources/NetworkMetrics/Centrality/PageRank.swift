import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
  /// Undirected edges are followed both ways. Strengths count; pass `unweighted()` to leave them out. An empty graph gives no scores.
  ///
  /// A jump from a node without ties goes where any jump goes, so D only scales the result: y = b + d·Pᵀy is solved without it and scaled to sum 1 at the
  /// end. Sweeps pull over the incoming arcs. In undirected graphs the eigenvalues of P are real, and the steps are those of Chebyshev's semi-iteration, which
  /// needs about a third of the sweeps; in directed ones they are plain power steps. The residual is ‖b + d·Pᵀy − y‖₁ / ‖y‖₁ in both. O(nodes + arcs) a sweep,
  /// 40 bytes per node. Sums are taken in a fixed order: the same bits on any number of threads.
  ///
  /// Source: S. Brin, L. Page, *The anatomy of a large-scale hypertextual web search engine*, Comput. Netw. ISDN Syst. 30 (1998),
  /// doi:10.1016/S0169-7552(98)00110-X; G. Golub, R. Varga, *Chebyshev semi-iterative methods*, Numer. Math. 3 (1961), doi:10.1007/BF01386013.
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
    guard nodeCount > 0 else {
      let end = Convergence(
        iterations: 0,
        residual: 0,
        converged: true,
        tolerance: options.tolerance
      )
      return IterativeScores(scores: NodeScores([]), convergence: end)
    }
    let walk = Walk(self, damping: options.damping)
    // What power steps need at most; Chebyshev steps end long before.
    let expected = options.damping > 0 ? log(options.tolerance) / log(options.damping) : 1
    control.begin(
      "pagerank",
      total: Int(min(max(1, expected), Double(options.maximumIterations)))
    )
    var residual = Double.infinity
    var sweeps = 0
    while residual > options.tolerance {
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
      residual = walk.sweep(control)
      try control.check()
      guard residual.isFinite else { throw .notFinite(measure: "pagerank") }
      sweeps += 1
      control.advance()
    }
    return IterativeScores(
      scores: try NodeScores(checking: walk.scores, measure: "pagerank"),
      convergence: Convergence(
        iterations: sweeps,
        residual: residual,
        converged: true,
        tolerance: options.tolerance
      )
    )
  }
}

/// The iterates y(k−1), y(k) of the walk, and y(k) per unit of leaving strength.
private final class Walk {
  private let rows: Adjacency
  private let shards: NodeShards
  private let damping: Double
  private let isSymmetric: Bool
  private let inverse: Column
  private let previous: Column
  private let current: Column
  private var share: Column
  private var nextShare: Column
  /// Chebyshev's factor ω of the step to come; stays 1 for power steps.
  private var omega = 1.0
  private var step = 0

  init(_ graph: Graph, damping: Double) {
    let n = graph.nodeCount
    rows = graph.incoming
    shards = NodeShards(rows)
    self.damping = damping
    isSymmetric = !graph.isDirected
    inverse = Column(n)
    previous = Column(n)
    current = Column(n)
    share = Column(n)
    nextShare = Column(n)
    let out = graph.out
    var total = 0.0
    for v in 0..<n {
      var strength = 0.0
      if let weights = out.weights {
        for arc in out.arcs(of: v) { strength += weights[arc] }
      } else {
        strength = Double(out.degree(of: v))
      }
      // A strength so small that it has no inverse is none.
      inverse.values[v] = strength > 0 && (1 / strength).isFinite ? 1 / strength : 0
      current.values[v] = strength
      total += strength
    }
    // In an undirected graph a walker that never jumps is found in proportion to strength: near the answer.
    let spread = isSymmetric && total > 0
    for v in 0..<n {
      let settled = spread ? damping * current.values[v] / total : damping / Double(n)
      current.values[v] = (1 - damping) / Double(n) + settled
      share.values[v] = current.values[v] * inverse.values[v]
    }
  }

  /// y(k) scaled to sum 1.
  var scores: [Double] {
    let total = current.sum
    return current.array.map { $0 / total }
  }

  /// y(k+1) = y(k−1) + ω·(b + d·Pᵀy(k) − y(k−1)); returns the residual of y(k).
  func sweep(_ control: RunControl) -> Double {
    step += 1
    if isSymmetric && step > 1 {
      let half = damping * damping / 4
      omega = step == 2 ? 1 / (1 - 2 * half) : 1 / (1 - half * omega)
    }
    let residuals = Column(shards.count)
    let totals = Column(shards.count)
    let base = (1 - damping) / Double(rows.nodeCount)
    let (inverse, previous, current, share, next) = (inverse, previous, current, share, nextShare)
    let (rows, shards, damping, omega) = (rows, shards, damping, omega)
    control.forEachShard(shards.count) { shard in
      var residual = 0.0
      var total = 0.0
      rows.withUnsafeRows { offsets, sources in
        let share = share.values
        let weights = rows.weights
        for v in shards.range(shard) {
          var sum = 0.0
          if let weights {
            for arc in offsets[v]..<offsets[v + 1] {
              sum += share[Int(sources[arc])] * weights[arc]
            }
          } else {
            for arc in offsets[v]..<offsets[v + 1] { sum += share[Int(sources[arc])] }
          }
          let x = current.values[v]
          let stepped = base + damping * sum
          residual += abs(stepped - x)
          total += x
          let before = previous.values[v]
          let accelerated = omega == 1 ? stepped : before + omega * (stepped - before)
          previous.values[v] = x
          current.values[v] = accelerated
          next.values[v] = accelerated * inverse.values[v]
        }
      }
      residuals.values[shard] = residual
      totals.values[shard] = total
    }
    (self.share, nextShare) = (nextShare, self.share)
    return residuals.sum / totals.sum
  }
}
