import Mustache

/// Escapes text for HTML, scalar by scalar.
///
/// The templates' own escaping looks at characters: a quote that carries a combining mark is another character, and would pass. Control
/// characters, which HTML does not allow, become the replacement character.
struct HTMLText: MustacheContentType {
  /// The name that templates ask for it by.
  static let name = "SCALARS"

  /// Makes it known to the templates; once is enough.
  static let isRegistered: Bool = {
    MustacheContentTypes.register(HTMLText(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// The text as it may stand in an element or in a quoted attribute.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\t", "\n", "\r": out += " "
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        out.unicodeScalars.append("\u{FFFD}")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
