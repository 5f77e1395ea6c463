/// The formats of networks that are read.
public enum NetworkFormat: String, Hashable, Sendable, CaseIterable {
  /// A region folder.
  case folder
  /// One table of ties, with or without a heading, separated by commas, semicolons, tabs or spaces.
  case edges
}

/// Finds out what a file is by its first bytes and its name.
enum FormatDetection {
  /// What a file turned out to be.
  enum Finding: Equatable {
    case readable(NetworkFormat)
    /// A format that has a name and is not read.
    case notRead(name: String)
  }

  /// Content goes before the name: a renamed file is still what it is.
  static func detect(name: String, head: UnsafeRawBufferPointer) -> Finding {
    if let format = byContent(head) { return .notRead(name: format) }
    let lower = name.lowercased()
    for (ending, format) in endings where lower.hasSuffix(ending) { return .notRead(name: format) }
    return .readable(.edges)
  }

  private static func byContent(_ head: UnsafeRawBufferPointer) -> String? {
    var start = head.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while start < head.count, head[start] <= 0x20 { start += 1 }
    let text = String(decoding: head[start...].prefix(2048), as: UTF8.self).lowercased()
    if text.hasPrefix("<") {
      if text.contains("<graphml") { return "GraphML" }
      if text.contains("<gexf") { return "GEXF" }
      if text.contains("<html") { return "HTML" }
      return "XML"
    }
    if text.hasPrefix("{") || text.hasPrefix("[{") { return "JSON" }
    if text.hasPrefix("*vertices") || text.hasPrefix("*network") { return "Pajek" }
    if text.hasPrefix("graph [") || text.hasPrefix("graph\n[") || text.hasPrefix("creator \"") {
      return "GML"
    }
    for word in ["digraph", "strict graph", "strict digraph"] where text.hasPrefix(word) {
      return "DOT"
    }
    if text.hasPrefix("graph") && text.dropFirst(5).prefix(80).contains("{") { return "DOT" }
    if text.hasPrefix("dl ") || text.hasPrefix("dl\n") || text.hasPrefix("dl\r") {
      return "UCINET DL"
    }
    return nil
  }

  private static let endings = [
    (".graphml", "GraphML"), (".graphmlz", "GraphML"), (".gexf", "GEXF"), (".net", "Pajek"),
    (".paj", "Pajek"), (".gml", "GML"), (".dl", "UCINET DL"), (".##h", "UCINET"),
    (".##d", "UCINET"), (".json", "JSON"), (".dot", "DOT"), (".gv", "DOT"),
    (".xlsx", "Excel workbook"), (".xls", "Excel workbook"), (".geojson", "GeoJSON"),
    (".xml", "XML"), (".vna", "VNA"),
  ]
}
