import LearningRegion

/// Writes DOT: every column an attribute; an undirected tie among directed ones has `dir=none`.
enum DOTWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    let isDirected = network.directions != .undirected
    out.line((isDirected ? "digraph" : "graph") + " {")
    if let title = network.region.header.title { out.line("  label=\(quoted(title));") }
    for row in 0..<network.nodeCount {
      out.line("  \(quoted(network.id(row)))\(list(network.nodeColumns, row, []));")
    }
    for row in 0..<network.tieCount {
      let extra = isDirected && !network.isDirected(tie: row) ? ["dir=none"] : []
      out.line(
        "  \(quoted(network.id(network.source(row)))) \(isDirected ? "->" : "--") "
          + "\(quoted(network.id(network.target(row))))\(list(network.tieColumns, row, extra));"
      )
    }
    out.line("}")
    return out.bytes
  }

  private static func list(_ columns: [FlatColumn], _ row: Int, _ extra: [String]) -> String {
    let values = columns.compactMap { column in
      column[row].map { "\(name(column.name))=\(quoted($0))" }
    }
    let all = values + extra
    return all.isEmpty ? "" : " [" + all.joined(separator: ", ") + "]"
  }

  private static func name(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte) || byte == 0x5f
    }
    // The way an arrow is drawn is the direction of a tie here.
    if name == "dir" { return "dir_" }
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
