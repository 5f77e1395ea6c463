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
    guard abs(value) < 1e11 else { return exact(value) }
    let scaled = Int((abs(value) * power).rounded())
    let unit = Int(power)
    var fraction = String(scaled % unit)
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + String(scaled / unit) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A share as a percentage without decimals, such as `62 %`.
  public static func percent(_ share: Double) -> String {
    "\(rounded(share * 100, decimals: 0)) %"
  }
}
