import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Graph {
  /// Harmonic centrality estimated from distances to a random set of nodes, for graphs where the exact one takes too long.
  ///
  /// Σ 1/d over k nodes drawn without repeats, scaled by n/k. With probability 1 − δ every estimate of H(v)/n is within ε of the truth (Hoeffding's inequality for all n
  /// nodes together: k = ln(2n/δ)/(2ε²)); `error` says the same in the unit of the scores. Where that asks for all nodes the result is exact and its error 0. Scores are
  /// raw, or divided by n−1 when normalised. Steps; outward, or inward. Bit-parallel searches from the drawn nodes: O(k·m / 512) on small worlds. The same seed gives
  /// the same bits on any number of threads.
  ///
  /// Source: D. Eppstein, J. Wang, *Fast approximation of centrality*, J. Graph Algorithms Appl. 8 (2004), doi:10.7155/jgaa.00081; W. Hoeffding,
  /// *Probability inequalities for sums of bounded random variables*, JASA 58 (1963), doi:10.1080/01621459.1963.10500830.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func sampledHarmonic(
    _ options: SamplingOptions = SamplingOptions(),
    direction: PathDirection = .outward,
    normalization: Normalization = .raw,
    control: RunControl = RunControl()
  ) throws(MetricError) -> SampledScores {
    try options.validate()
    let n = nodeCount
    let need = log(2 * Double(max(1, n)) / options.delta) / (2 * options.epsilon * options.epsilon)
    let all = need >= Double(n)
    let count = all ? n : Int(need.rounded(.up))
    var order = (0..<n).map { $0 }
    var random = RandomStream(seed: options.seed)
    if !all {
      // The first `count` steps of a shuffle draw a set without repeats.
      for place in 0..<count { order.swapAt(place, place + random.next(below: n - place)) }
    }
    let totals = try levelTotals(
      direction,
      deepest: .max,
      sources: order.prefix(count).sorted(),
      control: control
    )
    let scale = Double(n) / Double(max(1, count))
    let others = Double(n - 1)
    let values = totals.map { total -> Double? in
      switch normalization {
      case .raw: total.inverse * scale
      case .normalized: others > 0 ? total.inverse * scale / others : nil
      }
    }
    let unit = normalization == .raw ? Double(n) : Double(n) / max(1, others)
    return SampledScores(
      scores: NodeScores(values),
      error: all ? 0 : options.epsilon * unit,
      delta: options.delta,
      samples: count
    )
  }
}
