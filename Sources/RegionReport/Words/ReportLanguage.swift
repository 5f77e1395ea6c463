import RegionAnalysis
import RegionIndicators

/// The language of a report.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// English, with a decimal dot.
  case english = "en"
  /// Norwegian (bokmål), with a decimal comma.
  case norwegian = "nb"

  /// The same language where indicators speak.
  var ofIndicators: IndicatorLanguage { self == .english ? .english : .norwegian }

  /// One of two texts that say the same.
  func callAsFunction(_ english: String, _ norwegian: String) -> String {
    self == .english ? english : norwegian
  }

  /// A text that both languages have; one sentence has to be written twice only where it differs.
  func callAsFunction(_ pair: (english: String, norwegian: String)) -> String {
    self(pair.english, pair.norwegian)
  }

  /// "3 ties", "1 tie".
  func counted(
    _ count: Int,
    _ one: (english: String, norwegian: String),
    _ many: (english: String, norwegian: String)
  ) -> String {
    "\(whole(count)) \(self(count == 1 ? one : many))"
  }

  /// "a, b and c".
  func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + self(" and ", " og ") + last
  }

  // MARK: Numbers

  /// Digits of a whole number, in groups of three from 10 000 on.
  func whole(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    guard digits.count > 4 else { return value < 0 ? "−" + String(digits) : String(digits) }
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { text += "\u{202F}" }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// A number as people read it, with the decimal sign of the language: about five digits that count, and none behind the sign from a
  /// thousand on; small ones as in ``RegionAnalysis/NumberText/forReading(_:)``.
  func number(_ value: Double, decimals: Int? = nil) -> String {
    let size = abs(value)
    if size >= 1_000 && size < 0x1p53 { return whole(Int(value.rounded())) }
    if value == value.rounded(), size < 0x1p53 { return whole(Int(value)) }
    let most = decimals ?? (size >= 100 ? 1 : size >= 10 ? 2 : nil)
    let text =
      most.map { NumberText.rounded(value, decimals: $0) } ?? NumberText.forReading(value)
    let signed = text.hasPrefix("-") ? "−" + text.dropFirst() : text
    return self == .english ? signed : signed.replacing(".", with: ",")
  }

  /// A share as a percentage without decimals.
  func percent(_ share: Double) -> String {
    if share > 0 && share < 0.005 { return self("under 1 %", "under 1 %") }
    if share < 1 && share >= 0.995 { return self("over 99 %", "over 99 %") }
    return "\(number(share * 100, decimals: 0))\u{A0}%"
  }
}
