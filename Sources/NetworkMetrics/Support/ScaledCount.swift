/// A count of paths of any size: `mantissa · 2^exponent`, the mantissa in 1 ..< 2 or 0.
///
/// The number of shortest paths doubles with every diamond on the way; `Double` ends at 2¹⁰²⁴. Counts keep 53 bits at any size.
struct ScaledCount: Sendable {
  private(set) var mantissa: Double
  private(set) var exponent: Int

  /// No path.
  static let zero = ScaledCount(mantissa: 0, exponent: 0)
  /// One path.
  static let one = ScaledCount(mantissa: 1, exponent: 0)

  private init(mantissa: Double, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The count that is `value`, a number ≥ 0.
  init(_ value: Double) {
    if value == 0 {
      self = .zero
    } else {
      self.init(mantissa: value.significand, exponent: Int(value.exponent))
    }
  }

  /// Adds another count.
  static func += (sum: inout ScaledCount, more: ScaledCount) {
    if more.mantissa == 0 { return }
    if sum.mantissa == 0 {
      sum = more
      return
    }
    // Beyond 64 powers of two the smaller one is below the last bit of the larger.
    let gap = max(-1_000, min(1_000, more.exponent - sum.exponent))
    if gap <= 0 {
      sum.mantissa += Double(sign: .plus, exponent: gap, significand: more.mantissa)
    } else {
      sum.mantissa = more.mantissa + Double(sign: .plus, exponent: -gap, significand: sum.mantissa)
      sum.exponent = more.exponent
    }
    if sum.mantissa >= 2 {
      sum.mantissa /= 2
      sum.exponent += 1
    }
  }

  /// This count divided by another that is not zero; a ratio too small for `Double` becomes 0.
  func ratio(to other: ScaledCount) -> Double {
    let gap = max(-1_100, min(1_023, exponent - other.exponent))
    return Double(sign: .plus, exponent: gap, significand: mantissa / other.mantissa)
  }
}
