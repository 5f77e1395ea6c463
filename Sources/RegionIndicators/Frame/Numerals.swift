/// Numbers inside sentences.
enum Numerals {
  /// At most `decimals` decimals, halves away from zero, without trailing zeros; a decimal comma in Norwegian.
  static func text(_ value: Double, decimals: Int, _ language: IndicatorLanguage) -> String {
    let unit = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    // Beyond 2⁵³ a number has no decimals to round.
    guard abs(value) * unit < 0x1p53 else { return "\(value)" }
    let scaled = Int((abs(value) * unit).rounded())
    let whole = scaled / Int(unit)
    var fraction = String(scaled % Int(unit))
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "−" : ""
    let point = language == .english ? "." : ","
    return sign + String(whole) + (fraction.isEmpty ? "" : point + fraction)
  }

  /// A share as a percentage without decimals.
  static func percent(_ share: Double) -> String {
    text(share * 100, decimals: 0, .english) + " %"
  }
}
