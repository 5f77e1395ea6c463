#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many kinds there effectively are.
///
/// Source: M. Hill, Ecology 54 (1973), doi:10.2307/1934352; L. Jost, Oikos 113 (2006), doi:10.1111/j.2006.0030-1299.14714.x.
public enum HillNumbers {
  /// (Σ pᵢ^q)^(1/(1−q)), for q = 1 its limit e^H; p the shares of the amounts that are above 0. From 1 (one kind has everything) to the
  /// number of kinds (all have the same). `nil` where there is nothing. O(kinds).
  ///
  /// - Precondition: amounts are finite and not below 0, `order` is not below 0.
  public static func of(_ amounts: [Double], order q: Double) -> Double? {
    precondition(q >= 0 && amounts.allSatisfy { $0 >= 0 && $0.isFinite }, "amounts from 0")
    let shares = Shares.of(amounts)
    guard !shares.isEmpty else { return nil }
    if q == 1 { return exp(-shares.reduce(0) { $0 + $1 * log($1) }) }
    if q == 0 { return Double(shares.count) }
    return pow(shares.reduce(0) { $0 + pow($1, q) }, 1 / (1 - q))
  }

  /// Of counts.
  public static func of(_ counts: [Int], order q: Double) -> Double? {
    of(counts.map(Double.init), order: q)
  }
}

/// Amounts as parts of their sum.
enum Shares {
  /// The shares of the amounts above 0; none where the sum is 0.
  static func of(_ amounts: [Double]) -> [Double] {
    // Divided by the largest first: the sum of large amounts may be beyond every Double.
    guard let top = amounts.max(), top > 0 else { return [] }
    let total = amounts.reduce(0) { $0 + $1 / top }
    return amounts.compactMap { $0 > 0 ? $0 / top / total : nil }.filter { $0 > 0 }
  }
}
