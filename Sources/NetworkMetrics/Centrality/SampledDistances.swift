import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the distances between every node and a random set of nodes add up to; the stuff of estimated harmonic centrality and closeness.
public struct SampledDistances: Sendable {
  /// The drawn nodes, ascending.
  let sources: [Int]
  /// Sums over the drawn nodes, one entry per node.
  let totals: [LevelTotals]
  /// Which of a node's distances were added.
  let direction: PathDirection
  /// The probability that some estimate is farther off than its error says.
  let delta: Double

  /// Whether everybody was drawn: what follows is exact then.
  var isExact: Bool { sources.count == totals.count }
}

extension Graph {
  /// Sums over the distances from every node to a random set of nodes (from the set if `inward`), drawn without repeats, in steps.
  ///
  /// The set has ``SamplingOptions/samples`` nodes, or k = ln(2n/δ)/(2ε²), and never more than there are. Bit-parallel searches from the drawn nodes: O(k·m / 512) on
  /// small worlds. The same seed gives the same bits on any number of threads.
  ///
  /// Source: D. Eppstein, J. Wang, *Fast approximation of centrality*, J. Graph Algorithms Appl. 8 (2004), doi:10.7155/jgaa.00081.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func sampledDistances(
    _ options: SamplingOptions = SamplingOptions(),
    direction: PathDirection = .outward,
    control: RunControl = RunControl()
  ) throws(MetricError) -> SampledDistances {
    try options.validate()
    let n = nodeCount
    let asked =
      options.samples.map { Double($0) }
      ?? log(2 * Double(max(1, n)) / options.delta) / (2 * options.epsilon * options.epsilon)
    let isAll = asked >= Double(n)
    let count = isAll ? n : Int(asked.rounded(.up))
    var order = Array(0..<n)
    var random = RandomStream(seed: options.seed)
    if !isAll {
      // The first `count` steps of a shuffle draw a set without repeats.
      for place in 0..<count { order.swapAt(place, place + random.next(below: n - place)) }
    }
    let sources = order.prefix(count).sorted()
    return SampledDistances(
      sources: sources,
      totals: try levelTotals(direction, deepest: .max, sources: sources, control: control),
      direction: direction,
      delta: options.delta
    )
  }
}
