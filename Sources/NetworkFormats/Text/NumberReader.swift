/// Strict reading of numbers from bytes.
///
/// Grammar: an optional sign, digits with an optional decimal mark (at least one digit), an optional
/// exponent `e±dd`. No `nan`, no `inf`, no hexadecimal, no thousands separators, no locale, no
/// spaces. Correctly rounded.
enum NumberReader {
  /// What separates whole numbers from fractions in a column.
  enum DecimalMark: UInt8 {
    case dot = 0x2e
    case comma = 0x2c
  }

  enum Problem: Error { case notANumber, outOfRange }

  /// A finished number and the mark it used, nil where it has no fraction.
  struct Number {
    var value: Double
    var mark: DecimalMark?
  }

  /// Exact powers of ten: 10²² is the last that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  static func double(_ bytes: UnsafeRawBufferPointer) throws(Problem) -> Number {
    var i = 0
    let count = bytes.count
    var negative = false
    if i < count, bytes[i] == 0x2d || bytes[i] == 0x2b {
      negative = bytes[i] == 0x2d
      i += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0  // significant digits taken into the mantissa
    var exponent = 0
    var seen = false
    var exact = true
    var mark: DecimalMark?
    while i < count {
      let byte = bytes[i]
      if byte >= 0x30 && byte <= 0x39 {
        seen = true
        if digits < 19 {
          mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
          if mantissa != 0 { digits += 1 }
          if mark != nil { exponent -= 1 }
        } else {
          if byte != 0x30 { exact = false }
          if mark == nil { exponent += 1 }
        }
      } else if mark == nil, let found = DecimalMark(rawValue: byte) {
        mark = found
      } else {
        break
      }
      i += 1
    }
    guard seen else { throw .notANumber }
    if i < count {
      guard bytes[i] | 0x20 == 0x65 else { throw .notANumber }
      i += 1
      var minus = false
      if i < count, bytes[i] == 0x2d || bytes[i] == 0x2b {
        minus = bytes[i] == 0x2d
        i += 1
      }
      guard i < count else { throw .notANumber }
      var given = 0
      while i < count {
        guard bytes[i] >= 0x30 && bytes[i] <= 0x39 else { throw .notANumber }
        // Beyond this the result is 0 or infinite whatever the mantissa of a capped field is.
        given = min(given * 10 + Int(bytes[i] - 0x30), 100_000_000)
        i += 1
      }
      exponent += minus ? -given : given
    }
    var value: Double
    if mantissa == 0 {
      value = 0
    } else if exact, mantissa <= 1 << 53, abs(exponent) <= 22 {
      // Both factors are exact, so the one rounding is the right one (Clinger 1990).
      let m = Double(mantissa)
      value = exponent < 0 ? m / powers[-exponent] : m * powers[exponent]
    } else if exact, abs(exponent) <= DecimalScaling.largestExponent {
      value = DecimalScaling.scaled(mantissa, exponent)
    } else {
      var text = String(decoding: bytes, as: UTF8.self)
      if mark == .comma { text = text.replacing(",", with: ".") }
      guard let parsed = Double(text) else { throw .notANumber }
      value = abs(parsed)
    }
    guard value.isFinite else { throw .outOfRange }
    if negative { value = -value }
    return Number(value: value, mark: mark)
  }

  /// A whole number: an optional sign and digits.
  static func integer(_ bytes: UnsafeRawBufferPointer) throws(Problem) -> Int64 {
    var i = 0
    var negative = false
    if i < bytes.count, bytes[i] == 0x2d || bytes[i] == 0x2b {
      negative = bytes[i] == 0x2d
      i += 1
    }
    guard i < bytes.count else { throw .notANumber }
    var value: Int64 = 0
    var fits = true
    while i < bytes.count {
      guard bytes[i] >= 0x30 && bytes[i] <= 0x39 else { throw .notANumber }
      let digit = Int64(bytes[i] - 0x30)
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, overSum) =
        negative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if over || overSum { fits = false }
      value = sum
      i += 1
    }
    guard fits else { throw .outOfRange }
    return value
  }
}

/// Numbers as text: the shortest form that reads back as the same number, whole ones without `.0`.
enum NumberText {
  /// The shortest form that reads back as the same number of single precision.
  static func text(_ value: Float) -> String {
    text(Double(value.description) ?? Double(value))
  }

  static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 {
      // −0 keeps its sign.
      return value == 0 && value.sign == .minus ? "-0" : String(Int64(value))
    }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text.replacing(".0e", with: "e")
  }
}
