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
  /// nodes together: ε = √(ln(2n/δ)/(2k))); `error` says the same in the unit of the scores. Where all nodes are drawn the result is exact and its error 0. Scores are
  /// raw, or divided by n−1 when normalised. Steps; outward, or inward. Cost and determinism: ``sampledDistances(_:direction:control:)``.
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
    try sampledDistances(options, direction: direction, control: control).harmonic(normalization)
  }
}

extension SampledDistances {
  /// Harmonic centrality from the sums at hand, see ``GraphCore/Graph/sampledHarmonic(_:direction:normalization:control:)``.
  public func harmonic(_ normalization: Normalization = .raw) -> SampledScores {
    let n = Double(totals.count)
    let k = Double(max(1, sources.count))
    let unit = normalization == .raw ? 1 : n - 1
    let epsilon = isExact ? 0 : (log(2 * n / delta) / (2 * k)).squareRoot()
    return SampledScores(
      scores: NodeScores(totals.map { unit > 0 ? $0.inverse * (n / k) / unit : nil }),
      error: unit > 0 ? epsilon * n / unit : 0,
      delta: delta,
      samples: sources.count
    )
  }
}
