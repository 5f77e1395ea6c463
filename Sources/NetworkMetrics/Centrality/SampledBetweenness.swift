import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Graph {
  /// Betweenness estimated from random shortest paths, for graphs where the exact one is hopeless.
  ///
  /// With probability 1 − δ every estimate of betweenness/(n(n−1)) is within ε of the truth; `error` says the same in the unit of the scores. The number of samples is
  /// r = (0.5/ε²)·(⌊log₂(VD−2)⌋ + 1 + ln(1/δ)), VD a bound of the nodes on a longest shortest path: twice an eccentricity plus one in undirected graphs, the size of the
  /// largest component in directed ones. Each sample draws a pair and one of its shortest paths (by steps), searched from both ends. Scores are raw, or divided by
  /// (n−1)(n−2) (half of it if undirected) when normalised, as ``betweenness(_:control:)`` gives them.
  ///
  /// O(r·(nodes + arcs)) at worst, far less where two searches meet soon; 90 bytes per node and thread. Each shard of samples has a stream of its own: the same seed gives
  /// the same bits on any number of threads.
  ///
  /// Source: M. Riondato, E. Kornaropoulos, *Fast approximation of betweenness centrality through sampling*, Data Min. Knowl. Discov. 30 (2016),
  /// doi:10.1007/s10618-015-0423-0.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func sampledBetweenness(
    _ options: SamplingOptions = SamplingOptions(),
    normalization: Normalization = .raw,
    control: RunControl = RunControl()
  ) throws(MetricError) -> SampledScores {
    try options.validate()
    let n = nodeCount
    let pairs = Double(n) * Double(n - 1)
    let divisor =
      normalization == .normalized ? Double(n - 1) * Double(n - 2) : isDirected ? 1 : 2
    if n < 3 {
      let value: Double? = normalization == .raw ? 0 : nil
      let scores = NodeScores([Double?](repeating: value, count: n))
      return SampledScores(scores: scores, error: 0, delta: options.delta, samples: 0)
    }
    let longest = try longestPathBound(control: control)
    guard longest >= 3 else {
      let scores = NodeScores([Double?](repeating: 0, count: n))
      return SampledScores(scores: scores, error: 0, delta: options.delta, samples: 0)
    }
    let need =
      0.5 / (options.epsilon * options.epsilon)
      * (floor(log2(Double(longest - 2))) + 1 + log(1 / options.delta))
    guard need < 1e12 else {
      throw .invalidOption(name: "epsilon", reason: "it would take more than 10¹² samples")
    }
    let samples = Int(need.rounded(.up))
    let hits = try countPasses(samples, seed: options.seed, control)
    let scale = pairs / Double(samples) / divisor
    return SampledScores(
      scores: try NodeScores(checking: hits.map { $0 * scale }, measure: "betweenness"),
      error: options.epsilon * pairs / divisor,
      delta: options.delta,
      samples: samples
    )
  }

  /// How many of the drawn paths pass through each node.
  private func countPasses(
    _ samples: Int,
    seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> [Double] {
    let n = nodeCount
    let plan = ShardPlan(items: samples, width: n)
    try MemoryBudget.require(n, of: 90 * min(control.threads, plan.shards) + 8 * plan.shards)
    let sums = try ShardedSums(shards: plan.shards, width: n)
    let (out, incoming) = (out, incoming)
    control.begin("betweenness", total: samples)
    control.forEachShard(plan.shards) { shard in
      var random = RandomStream(seed: seed, stream: UInt64(shard) + 1)
      var path = RandomShortestPath(out: out, incoming: incoming)
      let row = sums.row(shard)
      for _ in plan.range(shard) where !control.isCancelled {
        let source = random.next(below: n)
        let other = random.next(below: n - 1)
        let target = other < source ? other : other + 1
        path.draw(from: source, to: target, &random) { row[$0] += 1 }
        control.advance()
      }
    }
    try control.check()
    return sums.total()
  }

  /// At least as many nodes as any shortest path has.
  private func longestPathBound(control: RunControl) throws(MetricError) -> Int {
    let components = try weakComponents(control: control)
    if isDirected { return components.sizes.first ?? 0 }
    var bound = 0
    var seen = [Bool](repeating: false, count: components.count)
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    for v in 0..<nodeCount where !seen[Int(components.componentOf[v])] {
      try control.check()
      seen[Int(components.componentOf[v])] = true
      // A component of so few nodes cannot raise the bound.
      if components.sizes[Int(components.componentOf[v])] <= bound { continue }
      out.withUnsafeRows { search.run(from: v, offsets: $0, targets: $1) }
      bound = max(bound, min(search.reached, 2 * search.depth + 1))
    }
    return bound
  }
}
