/// Numbers as text: with a dot, without grouping, the same everywhere.
public enum NumberText {
  /// The shortest digits that read back as the same `Double`; whole numbers without `.0`.
  public static func exact(_ value: Double) -> String {
    if value == value.rounded(), abs(value) <= 0x1p53 { return String(Int(value)) }
    return "\(value)"
  }

  /// For people: at most `decimals` decimals, halves away from zero, no trailing zeros.
  public static func rounded(_ value: Double, decimals: Int = 4) -> String {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    // Beyond 2⁵³ a number has no decimals to round.
    guard abs(value) * power < 0x1p53 else { return exact(value) }
    let scaled = Int((abs(value) * power).rounded())
    let unit = Int(power)
    var fraction = String(scaled % unit)
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + String(scaled / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// For people, whatever the size: four decimals, or two digits that count where four decimals would hide them, so that only 0
  /// reads as 0.
  public static func forReading(_ value: Double) -> String {
    let size = abs(value)
    guard size > 0 && size < 0.001 else { return rounded(value) }
    var decimals = 4
    var smallest = 0.001
    while size < smallest {
      smallest /= 10
      decimals += 1
      if decimals > 12 { return exact(value) }
    }
    return rounded(value, decimals: decimals)
  }

  /// A share as a percentage without decimals, such as `62 %`; `under 1 %` and `over 99 %` where rounding would say none or all.
  public static func percent(_ share: Double) -> String {
    if share > 0 && share < 0.005 { return "under 1 %" }
    if share < 1 && share >= 0.995 { return "over 99 %" }
    return "\(rounded(share * 100, decimals: 0)) %"
  }
}
