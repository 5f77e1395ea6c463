/// How unequal amounts are.
///
/// Source: C. Gini (1912); G. Deltas, Rev. Economics and Statistics 85 (2003), doi:10.1162/rest.2003.85.1.226, for the small-sample form.
public enum Gini {
  /// Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² x̄): 0 where all have the same, 1 − 1/n where one has everything. `nil` where nobody has anything.
  /// O(n log n).
  ///
  /// - Precondition: amounts are finite and not below 0.
  public static func of(_ amounts: [Double]) -> Double? {
    precondition(amounts.allSatisfy { $0 >= 0 && $0.isFinite }, "amounts from 0")
    guard let top = amounts.max(), top > 0 else { return nil }
    let sorted = amounts.map { $0 / top }.sorted()
    let n = Double(sorted.count)
    var weighted = 0.0
    var total = 0.0
    for (place, amount) in sorted.enumerated() {
      weighted += (2 * Double(place + 1) - n - 1) * amount
      total += amount
    }
    return max(0, weighted / (n * total))
  }

  /// Of counts.
  public static func of(_ counts: [Int]) -> Double? { of(counts.map(Double.init)) }

  /// 1 − Gini · n/(n−1): 1 where all have the same, 0 where one has everything, whatever n. `nil` below two amounts or where nobody
  /// has anything.
  public static func equality(_ amounts: [Double]) -> Double? {
    guard amounts.count > 1, let gini = of(amounts) else { return nil }
    let n = Double(amounts.count)
    return min(1, max(0, 1 - gini * n / (n - 1)))
  }
}
