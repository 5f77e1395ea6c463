/// Between which shares the true one lies.
///
/// Source: E. B. Wilson, JASA 22 (1927), doi:10.1080/01621459.1927.10502953.
public enum WilsonInterval {
  /// The standard normal quantile of .975.
  private static let z = 1.959963984540054

  /// The 95 % interval of a share of `k` in `n` independent cases; `nil` without cases.
  ///
  /// - Precondition: 0 ≤ k ≤ n.
  public static func of(_ k: Int, in n: Int) -> ClosedRange<Double>? {
    precondition(k >= 0 && k <= n, "a part of the cases")
    guard n > 0 else { return nil }
    let count = Double(n)
    let share = Double(k) / count
    let middle = share + z * z / (2 * count)
    let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    // The ends are exactly 0 and 1 where no case, or every case, counts.
    let low = k == 0 ? 0 : (middle - spread) / scale
    let high = k == n ? 1 : (middle + spread) / scale
    return low...high
  }
}
