import LearningRegion

/// Writes GEXF: relations as kinds, dates as starts and ends, `viz_` columns as colours, positions
/// and sizes, all other columns as attributes. Version 1.2 has no kinds: there a relation is an attribute.
enum GEXFWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func furtherLosses(_ network: FlatNetwork) -> [String] { XMLText.losses(network) }

  static func bytes(_ network: FlatNetwork) -> [UInt8] { bytes(network, WritingOptions()) }

  static func bytes(_ network: FlatNetwork, _ options: WritingOptions) -> [UInt8] {
    let version = options.gexfVersion
    var out = TextOutput()
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let space = version.namespace
    out.line(
      "<gexf xmlns=\"\(space)\" xmlns:viz=\"\(space)/viz\" version=\"\(version.rawValue)\">"
    )
    if let title = network.region.header.title {
      out.line("  <meta><description>\(XMLText.escaped(title))</description></meta>")
    }
    let isDirected = network.directions != .undirected
    let hasDates = network.region.ties.anyDates
    out.line(
      "  <graph defaultedgetype=\"\(isDirected ? "directed" : "undirected")\""
        + (hasDates ? " mode=\"dynamic\" timeformat=\"date\">" : " mode=\"static\">")
    )
    let nodes = network.nodeColumns.filter { !isPicture($0) && $0.name != "label" }
    let own = version == .v1_2 ? ownAttributes.subtracting(["relation"]) : ownAttributes
    let ties = network.tieColumns.filter { !own.contains($0.name) }
    declare(nodes, "node", &out)
    declare(ties, "edge", &out)
    out.line("    <nodes>")
    let pictures = network.nodeColumns.filter(isPicture)
    for row in 0..<network.nodeCount { node(network, row, nodes, pictures, &out) }
    out.line("    </nodes>")
    out.line("    <edges>")
    for row in 0..<network.tieCount { edge(network, row, isDirected, own, ties, &out) }
    out.line("    </edges>")
    out.line("  </graph>")
    out.line("</gexf>")
    return out.bytes
  }

  /// Columns of ties that are attributes of `<edge>` itself.
  private static let ownAttributes: Set<String> = ["weight", "relation", "start", "end", "label"]

  private static func declare(
    _ columns: [FlatColumn],
    _ use: String,
    _ out: inout TextOutput
  ) {
    guard !columns.isEmpty else { return }
    out.line("    <attributes class=\"\(use)\">")
    for (number, column) in columns.enumerated() {
      let type =
        switch column.kind {
        case .text: "string"
        case .integer: "long"
        case .real: "double"
        case .flag: "boolean"
        }
      out.line(
        "      <attribute id=\"\(number)\" title=\"\(XMLText.escaped(column.name))\""
          + " type=\"\(type)\"/>"
      )
    }
    out.line("    </attributes>")
  }

  private static func values(_ columns: [FlatColumn], _ row: Int) -> [String] {
    let values = columns.enumerated().compactMap { number, column in
      column[row].map {
        "          <attvalue for=\"\(number)\" value=\"\(XMLText.escaped($0))\"/>"
      }
    }
    return values.isEmpty ? [] : ["        <attvalues>"] + values + ["        </attvalues>"]
  }

  private static func node(
    _ network: FlatNetwork,
    _ row: Int,
    _ columns: [FlatColumn],
    _ pictures: [FlatColumn],
    _ out: inout TextOutput
  ) {
    var head = "      <node id=\"\(XMLText.escaped(network.id(row)))\""
    if let label = network.nodeColumn("label")?[row] {
      head += " label=\"\(XMLText.escaped(label))\""
    }
    element(head, "node", values(columns, row) + picture(pictures, row), &out)
  }

  private static func edge(
    _ network: FlatNetwork,
    _ row: Int,
    _ usual: Bool,
    _ own: Set<String>,
    _ columns: [FlatColumn],
    _ out: inout TextOutput
  ) {
    var head = "      <edge id=\"\(row)\""
    head += " source=\"\(XMLText.escaped(network.id(network.source(row))))\""
    head += " target=\"\(XMLText.escaped(network.id(network.target(row))))\""
    let isDirected = network.isDirected(tie: row)
    if isDirected != usual { head += " type=\"\(isDirected ? "directed" : "undirected")\"" }
    for (name, column) in [
      ("weight", "weight"), ("kind", "relation"), ("start", "start"), ("end", "end"),
      ("label", "label"),
    ] {
      guard own.contains(column), let text = network.tieColumn(column)?[row] else { continue }
      head += " \(name)=\"\(XMLText.escaped(text))\""
    }
    element(head, "edge", values(columns, row), &out)
  }

  private static func element(
    _ head: String,
    _ name: String,
    _ lines: [String],
    _ out: inout TextOutput
  ) {
    guard !lines.isEmpty else { return out.line(head + "/>") }
    out.line(head + ">")
    for line in lines { out.line(line) }
    out.line("      </\(name)>")
  }

  // MARK: Pictures

  /// Whether the column goes into `viz:` elements: all its texts are what those hold.
  private static func isPicture(_ column: FlatColumn) -> Bool {
    switch column.name {
    case "viz_x", "viz_y", "viz_z", "viz_size": column.kind == .integer || column.kind == .real
    case "viz_color": isColour(column)
    default: false
    }
  }

  private static func isColour(_ column: FlatColumn) -> Bool {
    column.allTexts { GEXFColour(hexadecimal: $0)?.hexadecimal == $0 }
  }

  private static func picture(_ pictures: [FlatColumn], _ row: Int) -> [String] {
    func text(_ name: String) -> String? {
      pictures.first { $0.name == name }.flatMap { $0[row] }
    }
    var lines: [String] = []
    if let colour = text("viz_color").flatMap(GEXFColour.init(hexadecimal:)) {
      lines.append(
        "        <viz:color r=\"\(colour.red)\" g=\"\(colour.green)\" b=\"\(colour.blue)\"/>"
      )
    }
    let axes = ["x", "y", "z"].compactMap { axis in
      text("viz_\(axis)").map { "\(axis)=\"\($0)\"" }
    }
    if !axes.isEmpty { lines.append("        <viz:position \(axes.joined(separator: " "))/>") }
    if let size = text("viz_size") { lines.append("        <viz:size value=\"\(size)\"/>") }
    return lines
  }
}
