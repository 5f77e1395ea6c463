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
  /// r = (0.5/ε²)·(⌊log₂(VD−2)⌋ + 1 + ln(1/δ)), VD a bound of the nodes on a longest shortest path: one more than twice the eccentricity of a hub, or than the longest
  /// path through such stretches where arcs lead from one strong component to another. Where the number of samples is given, ε follows from it. Each sample draws a pair and one of its shortest paths (by steps), searched from both ends. Scores are raw, or divided by
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
    let longest = try longestDistanceBound(control: control) + 1
    guard longest >= 3 else {
      let scores = NodeScores([Double?](repeating: 0, count: n))
      return SampledScores(scores: scores, error: 0, delta: options.delta, samples: 0)
    }
    let dimension = 0.5 * (floor(log2(Double(longest - 2))) + 1 + log(1 / options.delta))
    let need =
      options.samples.map { Double($0) } ?? dimension / (options.epsilon * options.epsilon)
    guard need < 1e12 else {
      let name = options.samples == nil ? "epsilon" : "samples"
      throw .invalidOption(name: name, reason: "it would take more than 10¹² samples")
    }
    let samples = Int(need.rounded(.up))
    // No estimate is farther off than the whole range.
    let epsilon = options.samples == nil ? options.epsilon : min(1, (dimension / need).squareRoot())
    let hits = try countPasses(samples, seed: options.seed, control)
    let scale = pairs / Double(samples) / divisor
    return SampledScores(
      scores: try NodeScores(checking: hits.map { $0 * scale }, measure: "betweenness"),
      error: epsilon * pairs / divisor,
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
}
