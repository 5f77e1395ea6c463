/// Makes a label that Graphviz shows letter by letter, whatever the text holds.
///
/// libgvc reads labels as "escString" (`\N` becomes the node's name, `\n` a line end) and decodes HTML
/// entities in them; both are switched off by escaping. Control characters end up as illegal XML and
/// the marks that turn the reading direction can make one name look like another: both go.
enum LabelText {
  /// Where the lines of a label stand in its box; the letter is Graphviz's line end.
  enum Alignment: String {
    case left, center, right

    var lineEnd: String {
      switch self {
      case .left: "\\l"
      case .center: "\\n"
      case .right: "\\r"
      }
    }
  }

  /// The escString for `text`, whose lines are separated by line feeds.
  static func escaped(_ text: String, alignment: Alignment) -> String {
    var result = ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      for scalar in line.unicodeScalars where isShown(scalar) {
        switch scalar {
        case "\\": result += "\\\\"
        case "&": result += "&amp;"
        default: result.unicodeScalars.append(scalar)
        }
      }
      // Graphviz's \l and \r end a line rather than separate two.
      if alignment != .center || index + 1 < lines.count { result += alignment.lineEnd }
    }
    return result
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Control characters.
    case 0..<0x20, 0x7F...0x9F: false
    // Marks of direction, line and paragraph separators, invisible operators.
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069: false
    // Byte order mark, annotations, noncharacters, tags.
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: false
    default: true
    }
  }
}
