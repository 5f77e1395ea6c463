import LearningRegion

/// Writes GraphML: every column a key with its type, ids as they are.
///
/// Readers that know one direction only (networkx, igraph) take the graph's; in a mixed network an edge
/// says its own where it is another.
enum GraphMLWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func furtherLosses(_ network: FlatNetwork) -> [String] { XMLText.losses(network) }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    out.line("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")
    let title = network.region.header.title
    if title != nil {
      out.line("  <key id=\"t\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>")
    }
    for (number, column) in network.nodeColumns.enumerated() {
      out.line(key("n\(number)", "node", column))
    }
    for (number, column) in network.tieColumns.enumerated() {
      out.line(key("e\(number)", "edge", column))
    }
    let usual = network.directions != .undirected
    out.line("  <graph edgedefault=\"\(usual ? "directed" : "undirected")\">")
    if let title { out.line("    <data key=\"t\">\(XMLText.escaped(title))</data>") }
    for row in 0..<network.nodeCount {
      let head = "    <node id=\"\(XMLText.escaped(network.id(row)))\""
      element(head, "node", values(network.nodeColumns, row, "n"), &out)
    }
    for row in 0..<network.tieCount {
      var head = "    <edge source=\"\(XMLText.escaped(network.id(network.source(row))))\""
      head += " target=\"\(XMLText.escaped(network.id(network.target(row))))\""
      let isDirected = network.isDirected(tie: row)
      if isDirected != usual { head += " directed=\"\(isDirected)\"" }
      element(head, "edge", values(network.tieColumns, row, "e"), &out)
    }
    out.line("  </graph>")
    out.line("</graphml>")
    return out.bytes
  }

  private static func key(_ id: String, _ use: String, _ column: FlatColumn) -> String {
    let type =
      switch column.kind {
      case .text: "string"
      case .integer: "long"
      case .real: "double"
      case .flag: "boolean"
      }
    return "  <key id=\"\(id)\" for=\"\(use)\" attr.name=\"\(XMLText.escaped(column.name))\""
      + " attr.type=\"\(type)\"/>"
  }

  private static func values(
    _ columns: [FlatColumn],
    _ row: Int,
    _ prefix: String
  ) -> [(key: String, text: String)] {
    columns.enumerated().compactMap { number, column in
      column[row].map { ("\(prefix)\(number)", XMLText.escaped($0)) }
    }
  }

  private static func element(
    _ head: String,
    _ name: String,
    _ values: [(key: String, text: String)],
    _ out: inout TextOutput
  ) {
    guard !values.isEmpty else {
      out.line(head + "/>")
      return
    }
    out.line(head + ">")
    for (key, text) in values { out.line("      <data key=\"\(key)\">\(text)</data>") }
    out.line("    </\(name)>")
  }
}
