/// Kinds of text on a map; the fonts themselves are the drawing process's own constants.
enum TextStyle: Hashable {
  case label, strong, title

  /// Points.
  var size: Double { self == .title ? 16 : 10 }

  var attributes: [DescriptionWriter.Attribute] {
    [("fontsize", Coordinate.text(size)), ("face", self == .label ? "regular" : "bold")]
  }
}

/// Width and height of texts as the drawing process's fonts make them.
struct TextSizes {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
  }

  private var sizes: [Key: (width: Double, height: Double)] = [:]

  /// Asks the drawing process for the sizes of `texts` (lines separated by line feeds).
  init(
    of texts: [(text: String, style: TextStyle)],
    ask: ([UInt8]) throws(DrawingError) -> [UInt8]
  ) throws(DrawingError) {
    guard !texts.isEmpty else { return }
    var writer = DescriptionWriter(output: "layout", engine: "fixed", isDirected: false)
    for (index, entry) in texts.enumerated() {
      let attributes: [DescriptionWriter.Attribute] = [
        ("pos", "0,0"), ("shape", "plain"), ("text", entry.text),
      ]
      writer.node("t\(index)", attributes + entry.style.attributes)
    }
    let reply = try LayoutReply(try ask(writer.bytes), nodes: texts.count)
    for (entry, size) in zip(texts, reply.labelSizes) {
      sizes[Key(text: entry.text, style: entry.style)] = (size.width + 1, size.height)
    }
  }

  /// The measured size, or a generous guess for a text that was not asked for.
  func size(_ text: String, _ style: TextStyle) -> (width: Double, height: Double) {
    if let known = sizes[Key(text: text, style: style)] { return known }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let widest = lines.map { TextWrapping.width(of: $0) }.max() ?? 0
    return (
      Double(widest) * style.size * 0.66 + 1, Double(lines.count) * style.size * 1.2
    )
  }
}
