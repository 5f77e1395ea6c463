/// Text as it stands in XML.
enum XMLText {
  /// Whether XML 1.0 can hold the character.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d: true
    case 0..<0x20, 0xfffe, 0xffff: false
    default: true
    }
  }

  /// The text for an attribute between double quotes or for the content of an element. Line ends and
  /// tabs are written as numbers: a reader makes other characters of bare ones.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsWork) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.add("&amp;")
      case "<": out.add("&lt;")
      case ">": out.add("&gt;")
      case "\"": out.add("&quot;")
      case "\t", "\n", "\r": out.add("&#\(scalar.value);")
      default: out.append(isAllowed(scalar) ? scalar : "\u{fffd}")
      }
    }
    return String(out)
  }

  /// The text for the content of an element, with its line ends and tabs as they are.
  static func content(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3c || $0 == 0x3e }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }

  private static func needsWork(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&", "<", ">", "\"": true
    default: scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff
    }
  }

  /// Says how many texts have characters that XML cannot hold.
  static func losses(_ network: FlatNetwork) -> [String] {
    func isBad(_ text: String?) -> Bool {
      text?.unicodeScalars.contains { !isAllowed($0) } ?? false
    }
    var count = (0..<network.nodeCount).count { isBad(network.id($0)) }
    for column in network.nodeColumns {
      count += (0..<network.nodeCount).count { isBad(column[$0]) }
    }
    for column in network.tieColumns { count += (0..<network.tieCount).count { isBad(column[$0]) } }
    return count == 0 ? [] : ["control characters replaced in \(count) texts"]
  }
}
