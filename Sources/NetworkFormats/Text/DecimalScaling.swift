/// Whole numbers times powers of ten, correctly rounded, for the digits that programs print.
///
/// A power of five up to 5²⁷ fits in 64 bits, so the product has at most 128 bits and is exact, and so is
/// the quotient with its remainder. What is left is one rounding to 53 bits, half to even, which the
/// remainder decides. (Powers of two only move the exponent.)
enum DecimalScaling {
  /// The largest power of ten, either way.
  static let largestExponent = 27

  private static let powersOfFive: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 0..<largestExponent { powers.append(powers[powers.count - 1] * 5) }
    return powers
  }()

  /// `mantissa` · 10^`exponent`, the nearest `Double`.
  ///
  /// - Precondition: the mantissa is not 0 and the exponent is within ±``largestExponent``.
  static func scaled(_ mantissa: UInt64, _ exponent: Int) -> Double {
    let power = powersOfFive[abs(exponent)]
    if exponent >= 0 {
      let (high, low) = mantissa.multipliedFullWidth(by: power)
      if high == 0 { return rounded(low, hasRest: false, exponent) }
      let shift = high.leadingZeroBitCount
      let top = shift == 0 ? high : high &<< UInt64(shift) | low &>> UInt64(64 - shift)
      return rounded(top, hasRest: low &<< UInt64(shift) != 0, exponent + 64 - shift)
    }
    // Both with their highest bit set, the dividend below the divisor: the quotient has 63 bits or more.
    let up = mantissa.leadingZeroBitCount
    let down = power.leadingZeroBitCount
    let divisor = power &<< UInt64(down)
    let dividend = (mantissa &<< UInt64(up)) &>> 1
    let lost = (mantissa &<< UInt64(up)) & 1
    let (quotient, remainder) = divisor.dividingFullWidth((dividend, lost &<< 63))
    return rounded(quotient, hasRest: remainder != 0, exponent - up + down - 63)
  }

  /// `bits` · 2^`exponent`, and a little more where there is a rest; the nearest `Double`.
  ///
  /// - Precondition: with a rest the bits are 55 or more.
  private static func rounded(_ bits: UInt64, hasRest: Bool, _ exponent: Int) -> Double {
    // A rest is below the last bit, which the rounding of 64 bits to 53 looks at only where all others are even: set, it decides.
    Double(sign: .plus, exponent: exponent, significand: Double(hasRest ? bits | 1 : bits))
  }
}
