import LearningRegion

/// Writes DOT: every column an attribute; an undirected tie among directed ones has `dir=none`.
enum DOTWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    guard network.tieColumns.contains(where: { $0.name == arrow }) else { return [] }
    return [
      "columns under other names: \(SafeText.quoted(arrow)) is \(columnForArrow(network.tieColumns))"
    ]
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    let isDirected = network.directions != .undirected
    out.line((isDirected ? "digraph" : "graph") + " {")
    if let title = network.region.header.title { out.line("  label=\(quoted(title));") }
    let nodeNames = network.nodeColumns.map { name($0.name) }
    for row in 0..<network.nodeCount {
      out.line("  \(quoted(network.id(row)))\(list(network.nodeColumns, nodeNames, row, []));")
    }
    let free = columnForArrow(network.tieColumns)
    let tieNames = network.tieColumns.map { name($0.name == arrow ? free : $0.name) }
    for row in 0..<network.tieCount {
      let extra = isDirected && !network.isDirected(tie: row) ? ["\(arrow)=none"] : []
      out.line(
        "  \(quoted(network.id(network.source(row)))) \(isDirected ? "->" : "--") "
          + "\(quoted(network.id(network.target(row))))\(list(network.tieColumns, tieNames, row, extra));"
      )
    }
    out.line("}")
    return out.bytes
  }

  /// What says of a tie how its arrow is drawn, which here is the direction of the tie.
  private static let arrow = "dir"

  /// Under which name a column of ties is written that is called like the arrow.
  private static func columnForArrow(_ columns: [FlatColumn]) -> String {
    let taken = Set(columns.map(\.name))
    var free = arrow + "_"
    while taken.contains(free) { free += "_" }
    return free
  }

  private static func list(
    _ columns: [FlatColumn],
    _ names: [String],
    _ row: Int,
    _ extra: [String]
  ) -> String {
    let values = zip(columns, names).compactMap { column, name in
      column[row].map { "\(name)=\(quoted($0))" }
    }
    let all = values + extra
    return all.isEmpty ? "" : " [" + all.joined(separator: ", ") + "]"
  }

  private static func name(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte) || byte == 0x5f
    }
    let isKeyword = DOTScanner.keywords.contains(name.lowercased())
    return isPlain && !isKeyword && !name.isEmpty ? name : quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.add("\\\"")
      case "\\": out.add("\\\\")
      case "\n": out.add("\\n")
      default: out.append(scalar)
      }
    }
    out.append("\"")
    return String(out)
  }
}
