#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much it takes to say which kind something is of.
///
/// Source: C. Shannon, Bell System Technical Journal 27 (1948), doi:10.1002/j.1538-7305.1948.tb01338.x.
public enum Entropy {
  /// −Σ pᵢ log₂ pᵢ in bits; `nil` where there is nothing.
  ///
  /// - Precondition: amounts are finite and not below 0.
  public static func bits(_ amounts: [Double]) -> Double? {
    precondition(amounts.allSatisfy { $0 >= 0 && $0.isFinite }, "amounts from 0")
    let shares = Shares.of(amounts)
    guard !shares.isEmpty else { return nil }
    return max(0, -shares.reduce(0) { $0 + $1 * log2($1) })
  }

  /// Of counts.
  public static func bits(_ counts: [Int]) -> Double? { bits(counts.map(Double.init)) }
}
