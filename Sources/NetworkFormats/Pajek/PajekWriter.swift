import LearningRegion

/// Writes Pajek's `.net`: ids as labels, relations with their names, coordinates (`viz_x`, `viz_y`, `viz_z`)
/// and two modes (`mode`) where they are as the reader has them.
///
/// Quotes, line ends, backslashes and everything beyond ASCII stand as `&#…;`, as Pajek itself writes them.
enum PajekWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .nodeColumns, .relations, .weights, .mixedDirections, .isolates, .repeats, .title,
  ]

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    let names = network.nodeColumns.map(\.name).filter { $0 != "label" }
    let kept = axes(network).map(\.name) + (firstMode(network) > 0 ? ["mode"] : [])
    let dropped = names.filter { !kept.contains($0) }
    var losses: [String] = []
    if !dropped.isEmpty {
      losses.append("columns of actors dropped: \(FormatLosses.quoted(dropped))")
    }
    if names.filter(kept.contains) != kept { losses.append("order of columns of actors") }
    return losses
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    if let title = network.region.header.title {
      out.line("*Network \(title.replacing(anyOf: ["\n", "\r"], with: " "))")
    }
    let (axes, firstMode) = (axes(network), firstMode(network))
    out.line("*Vertices \(network.nodeCount)" + (firstMode > 0 ? " \(firstMode)" : ""))
    for row in 0..<network.nodeCount {
      let place = axes.compactMap { $0[row] }
      out.line((["\(row + 1)", quoted(network.id(row))] + place).joined(separator: " "))
    }
    let relations = network.relationsInUse
    let isNamed = relations != [0] || network.region.relations[0].name != "tie"
    for relation in relations {
      let isDirected = network.isDirected(relation: relation)
      let name =
        isNamed ? " :\(relation + 1) \(quoted(network.region.relations[relation].name))" : ""
      out.line((isDirected ? "*Arcs" : "*Edges") + name)
      for row in 0..<network.tieCount
      where Int(network.region.ties.relation(at: row)) == relation {
        out.line(
          "\(network.source(row) + 1) \(network.target(row) + 1) "
            + NumberText.text(network.weight(row))
        )
      }
    }
    return out.bytes
  }

  /// The columns that are coordinates: they stand in a row, so that none is there without those before it.
  private static func axes(_ network: FlatNetwork) -> [FlatColumn] {
    var axes: [FlatColumn] = []
    for name in ["viz_x", "viz_y", "viz_z"] {
      guard let column = network.nodeColumn(name), column.allTexts({ CellValue.number($0) != nil })
      else { break }
      if let before = axes.last,
        (0..<network.nodeCount).contains(where: { column[$0] != nil && before[$0] == nil })
      {
        break
      }
      axes.append(column)
    }
    return axes
  }

  /// How many actors are of mode 1 where those of mode 2 follow, and else 0.
  private static func firstMode(_ network: FlatNetwork) -> Int {
    guard let mode = network.nodeColumn("mode") else { return 0 }
    let rows = 0..<network.nodeCount
    let first = rows.prefix { mode[$0] == "1" }.count
    return rows.dropFirst(first).allSatisfy { mode[$0] == "2" } ? first : 0
  }

  private static func quoted(_ text: String) -> String {
    "\"" + CharacterReferences.encoded(text, and: ["\"", "\\"]) + "\""
  }
}

extension String {
  /// The text with every one of these characters replaced.
  func replacing(anyOf scalars: Set<Unicode.Scalar>, with other: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { scalars.contains($0) ? other : $0 }))
  }
}
