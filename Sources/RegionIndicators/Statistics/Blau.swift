/// How likely two draws are of different kinds.
///
/// Source: P. Blau, Inequality and Heterogeneity (1977); E. Simpson, Nature 163 (1949), doi:10.1038/163688a0.
public enum Blau {
  /// 1 − Σ pᵢ², drawn with replacement: 0 where there is one kind, at most 1 − 1/kinds. `nil` where there is nothing.
  ///
  /// - Precondition: amounts are finite and not below 0.
  public static func of(_ amounts: [Double]) -> Double? {
    precondition(amounts.allSatisfy { $0 >= 0 && $0.isFinite }, "amounts from 0")
    let shares = Shares.of(amounts)
    guard !shares.isEmpty else { return nil }
    return max(0, 1 - shares.reduce(0) { $0 + $1 * $1 })
  }

  /// Of counts.
  public static func of(_ counts: [Int]) -> Double? { of(counts.map(Double.init)) }
}
