/// How far apart two draws are on average.
///
/// Source: A. Stirling, J. Royal Society Interface 4 (2007), doi:10.1098/rsif.2007.0213; C. R. Rao, Theoretical Population Biology 21 (1982),
/// doi:10.1016/0040-5809(82)90004-1.
public enum RaoStirling {
  /// Σ_{i≠j} d_ij·p_i·p_j over ordered pairs of kinds; 0 where there is one kind. `nil` where there is nothing. O(kinds²).
  ///
  /// - Precondition: amounts are finite and not below 0.
  public static func of(_ amounts: [Double], distance: (Int, Int) -> Double) -> Double? {
    precondition(amounts.allSatisfy { $0 >= 0 && $0.isFinite }, "amounts from 0")
    guard let top = amounts.max(), top > 0 else { return nil }
    let total = amounts.reduce(0) { $0 + $1 / top }
    let shares = amounts.map { $0 / top / total }
    var sum = 0.0
    for i in shares.indices where shares[i] > 0 {
      for j in shares.indices where j != i && shares[j] > 0 {
        sum += distance(i, j) * shares[i] * shares[j]
      }
    }
    return sum
  }
}
