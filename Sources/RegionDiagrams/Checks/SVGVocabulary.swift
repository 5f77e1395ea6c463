/// The elements and attributes a map may hold: what libgvc writes for shapes and text, nothing that
/// acts, loads or styles from outside.
enum SVGVocabulary {
  /// Attributes of an element that may stay, or nil where the element itself may not.
  static func attributes(of element: String) -> [String]? {
    switch element {
    case "svg": ["width", "height", "viewBox"]
    case "g": ["class", "transform"]
    case "title": []
    case "polygon", "polyline": ["points"] + paint
    case "path": ["d"] + paint
    case "ellipse": ["cx", "cy", "rx", "ry"] + paint
    case "text":
      [
        "x", "y", "text-anchor", "font-family", "font-size", "font-weight", "font-style", "fill",
        "fill-opacity",
      ]
    default: nil
    }
  }

  private static let paint = [
    "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray",
  ]

  /// Whether an attribute says where something is or how large.
  static func isPlace(_ attribute: String) -> Bool {
    ["points", "d", "cx", "cy", "rx", "ry", "x", "y", "width", "height", "viewBox"]
      .contains(attribute)
  }

  /// Whether a place is made of finite numbers: Graphviz writes `nan` and `inf` without a word.
  static func isFinite(_ value: String) -> Bool {
    let text = value.lowercased()
    return !text.contains("nan") && !text.contains("inf")
  }

  /// Whether a value could make a viewer fetch or run anything.
  static func isPlain(_ value: String) -> Bool {
    let text = value.lowercased()
    return !text.contains("url(") && !text.contains("javascript:") && !text.contains("data:")
      && !text.contains("expression(")
  }

  /// Text as XML: markup escaped, characters that XML does not have left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      default:
        let value = scalar.value
        let isXML =
          value >= 0x20 && !(0x7F...0x9F).contains(value) && value != 0xFFFE && value != 0xFFFF
        let turns = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        if isXML && !turns { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
