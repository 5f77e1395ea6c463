/// Checks one value against its rule; what passes is safe to hand to libgvc as it stands.
extension AttributeRules.Rule {
  /// Whether `value` has the form the rule asks for.
  func accepts(_ value: String) -> Bool {
    switch self {
    case .number(let range):
      guard let number = PlainNumber.read(value) else { return false }
      return range.contains(number)
    case .word(let words):
      return words.contains(value)
    case .words(let words):
      return value.split(separator: ",", omittingEmptySubsequences: false)
        .allSatisfy { words.contains(String($0)) }
    case .color:
      return Self.isColor(value)
    case .point:
      return Self.numbers(value, count: 2) != nil
    case .curve:
      return Self.isCurve(value)
    case .nodeName:
      return NodeName.isValid(value)
    case .text:
      return value.utf8.count <= DrawingLimits.labelBytes
    }
  }

  static func isColor(_ value: String) -> Bool {
    if value == "transparent" { return true }
    let bytes = Array(value.utf8)
    guard bytes.count == 7 || bytes.count == 9, bytes[0] == UInt8(ascii: "#") else { return false }
    return bytes.dropFirst().allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
    }
  }

  /// Exactly `count` numbers separated by commas, each within a page no printer has.
  static func numbers(_ value: Substring, count: Int) -> [Double]? {
    let fields = value.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == count else { return nil }
    var result: [Double] = []
    for field in fields {
      guard let number = PlainNumber.read(field), abs(number) <= 1e6 else { return nil }
      result.append(number)
    }
    return result
  }

  static func numbers(_ value: String, count: Int) -> [Double]? {
    numbers(value[...], count: count)
  }

  private static func isCurve(_ value: String) -> Bool {
    var fields = value.split(separator: " ", omittingEmptySubsequences: false)[...]
    for prefix in ["s,", "e,"] {
      if let first = fields.first, first.hasPrefix(prefix) {
        guard numbers(first.dropFirst(2), count: 2) != nil else { return false }
        fields = fields.dropFirst()
      }
    }
    guard fields.count >= 4, fields.count % 3 == 1,
      fields.count <= DrawingLimits.pointsInOneList
    else { return false }
    return fields.allSatisfy { numbers($0, count: 2) != nil }
  }
}

/// Decimal numbers as the wire format writes them: no locale, no `nan`, `inf` or hexadecimal.
enum PlainNumber {
  /// The number, or nil for anything that is not plain decimal.
  static func read(_ text: some StringProtocol) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 40 else { return nil }
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"):
        true
      default:
        false
      }
    }
    guard plain, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

/// Names of nodes and groups: a letter that says what it is, and our number.
enum NodeName {
  /// `n17` (an actor), `k3` (the key), `t5` (a text).
  static func isValid(_ name: some StringProtocol) -> Bool {
    hasNumber(name, afterOneOf: [UInt8(ascii: "n"), UInt8(ascii: "k"), UInt8(ascii: "t")])
  }

  /// `c4`.
  static func isGroup(_ name: some StringProtocol) -> Bool {
    hasNumber(name, afterOneOf: [UInt8(ascii: "c")])
  }

  private static func hasNumber(_ name: some StringProtocol, afterOneOf letters: [UInt8]) -> Bool {
    let bytes = Array(name.utf8)
    guard (2...9).contains(bytes.count), letters.contains(bytes[0]) else { return false }
    return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
