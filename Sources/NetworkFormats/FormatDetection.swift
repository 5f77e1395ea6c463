/// Finds out what a file is by its first bytes and its name.
enum FormatDetection {
  /// What a file turned out to be.
  enum Finding: Equatable {
    case readable(NetworkFormat)
    /// JSON of a dialect that its names will tell.
    case json
    /// A format that has a name and is not read.
    case notRead(name: String)
  }

  /// Content goes before the name: a renamed file is still what it is.
  static func detect(name: String, head: UnsafeRawBufferPointer) -> Finding {
    let lower = name.lowercased()
    if let finding = byContent(head) {
      // What stands before the first element may be longer than what is looked at.
      let isXML = lower.hasSuffix(".graphml") || lower.hasSuffix(".gexf")
      if case .notRead = finding, isXML, let format = NetworkFormat(ending: name) {
        return .readable(format)
      }
      return finding
    }
    if lower.hasSuffix(".json") { return .json }
    // A partition or a vector is told what it lacks.
    if lower.hasSuffix(".clu") || lower.hasSuffix(".vec") { return .readable(.pajek) }
    if let format = NetworkFormat(ending: name) { return .readable(format) }
    for (ending, format) in endings where lower.hasSuffix(ending) { return .notRead(name: format) }
    return .readable(.edges)
  }

  private static func byContent(_ head: UnsafeRawBufferPointer) -> Finding? {
    var start = head.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while start < head.count, head[start] <= 0x20 { start += 1 }
    let text = String(decoding: head[start...].prefix(2048), as: UTF8.self).lowercased()
    if text.hasPrefix("<") { return xml(text) }
    if text.hasPrefix("{") { return .json }
    if text.hasPrefix("["), afterBlanks(text.dropFirst()).hasPrefix("{") { return .json }
    if text.hasPrefix("*vertices") || text.hasPrefix("*network") { return .readable(.pajek) }
    if text.hasPrefix("creator \"") || text.hasPrefix("graph"),
      text.hasPrefix("c") || afterBlanks(text.dropFirst(5)).hasPrefix("[")
    {
      return .readable(.gml)
    }
    for word in ["digraph", "strict graph", "strict digraph"] where text.hasPrefix(word) {
      return .readable(.dot)
    }
    if text.hasPrefix("graph") && text.dropFirst(5).prefix(80).contains("{") {
      return .readable(.dot)
    }
    if text.hasPrefix("dl ") || text.hasPrefix("dl\n") || text.hasPrefix("dl\r") {
      return .readable(.dl)
    }
    return nil
  }

  private static func afterBlanks(_ text: Substring) -> Substring {
    text.drop { $0 == " " || $0 == "\t" || $0.isNewline }
  }

  /// By the name of the first element.
  private static func xml(_ text: String) -> Finding {
    for (word, format) in [("graphml", NetworkFormat.graphml), ("gexf", .gexf)] {
      // A prefix of a namespace may stand before the name.
      if text.contains("<" + word) || text.contains(":" + word + " ") { return .readable(format) }
    }
    return .notRead(name: text.contains("<html") ? "HTML" : "XML")
  }

  private static let endings = [
    (".xls", "Excel workbook"),
    (".xml", "XML"), (".vna", "VNA"),
  ]
}
