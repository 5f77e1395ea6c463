/// Texts as they are written in YAML: between double quotes.
enum YAMLText {
  /// A key and its colon. A parser looks for the colon within 1024 characters, unless a question mark announces the key.
  static func key(_ name: String, indent: Int) -> String {
    let spaces = String(repeating: " ", count: indent)
    let text = quoted(name)
    return text.utf8.count <= 1000
      ? spaces + text + ":" : spaces + "? " + text + "\n" + spaces + ":"
  }

  /// A double-quoted scalar; what could be taken for a line end or cannot be seen is escaped.
  static func quoted(_ value: String) -> String {
    var out = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        let isPlain =
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
            .privateUse:
            false
          default: scalar.value != 0xfeff
          }
        if isPlain {
          out.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return withoutAnchors(out + "\"")
  }

  /// The text, quoted or a comment, without what could be taken for an anchor: readers that refuse anchors do not all look
  /// whether one stands between quotes.
  static func withoutAnchors(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for name in AliasSearch.names(after: 0x26, in: bytes).reversed() {
      bytes.replaceSubrange(name.lowerBound - 1..<name.lowerBound, with: "\\x26".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
