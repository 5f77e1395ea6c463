import LearningRegion

/// Reads Kumu's tables of connections (`From,To,Type,Label,Tags,Strength,Direction`) and of elements (`Label,Type,…`).
///
/// A `|` in `To` makes several ties. `Direction` is directed, undirected (the usual) or mutual.
struct KumuReader: FormatReader {
  private let assembly: RegionAssembly

  static func read(into assembly: RegionAssembly) {
    KumuReader(assembly: assembly).read()
  }

  private static let headings = ["from", "to", "label", "type", "direction", "strength", "tags"]

  private func read() {
    assembly.undeclared = .create
    var rows = CSVRows(assembly.source, assembly.builder) {
      Self.headings.contains(HeadingKey.key($0))
    }
    guard let heading = rows.next() else {
      return assembly.report(.emptyFile, "the table is empty", at: 0)
    }
    let keys = heading.map { HeadingKey.key($0.text) }
    if let from = keys.firstIndex(of: "from"), let to = keys.firstIndex(of: "to") {
      connections(&rows, heading, keys, from, to)
    } else if let id = keys.firstIndex(of: "id") ?? keys.firstIndex(of: "label") {
      while let row = rows.next() {
        guard assembly.isWhole(row, heading.count) else { continue }
        let node = assembly.declare(row[id].text, at: row[id].place)
        for (place, cell) in row.enumerated() where place != id {
          assembly.setNode(node, heading[place].text, cell.text, at: cell.place)
        }
      }
    } else {
      assembly.report(
        .missingColumn,
        "there is neither From and To nor Label in the heading",
        hint: "connections have From and To, elements have Label",
        at: heading[0].place
      )
    }
  }

  private func connections(
    _ rows: inout CSVRows,
    _ heading: [CSVRows.Cell],
    _ keys: [String],
    _ from: Int,
    _ to: Int
  ) {
    let way = keys.firstIndex(of: "direction")
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      let targets = ListCell.split(row[to].text)
      guard !row[from].text.isEmpty, !targets.isEmpty else {
        assembly.report(.missingValue, "a connection needs From and To", at: row[0].place)
        continue
      }
      let word = way.map { row[$0].text.lowercased() } ?? ""
      guard ["", "undirected", "directed", "mutual"].contains(word) else {
        assembly.report(
          .badChoice,
          "\(SafeText.quoted(word)) is no direction",
          hint: "it can be undirected, directed, mutual",
          at: row[way ?? 0].place
        )
        continue
      }
      let source = assembly.mention(row[from].text, at: row[from].place)
      for target in targets {
        let tie = assembly.addTie(
          source,
          assembly.mention(target, at: row[to].place),
          word == "directed" || word == "mutual" ? .directed : .undirected,
          at: row[from].place
        )
        for (place, cell) in row.enumerated() where place != from && place != to && place != way {
          // Kumu's strength is the weight.
          let name = keys[place] == "strength" ? "weight" : heading[place].text
          let text = name == "weight" ? CSVNumbers.plain(cell.text, rows.separator) : cell.text
          assembly.setTie(tie, name, text, at: cell.place)
        }
        if word == "mutual" { assembly.addCopyReversed(tie) }
      }
    }
  }
}

/// Writes Kumu's table of connections.
enum KumuWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .tieColumns, .relations, .weights, .mixedDirections, .repeats,
  ]

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    let columns = network.tieColumns
    let hasType = columns.contains { HeadingKey.key($0.name) == "type" }
    var csv = CSVWriter()
    for name in ["From", "To", "Direction"] { csv.cell(name) }
    for column in columns {
      switch column.name {
      case "relation": csv.cell(hasType ? "relation" : "Type")
      case "weight": csv.cell("Strength")
      default: csv.cell(column.name)
      }
    }
    csv.endRow()
    for row in 0..<network.tieCount {
      csv.cell(network.id(network.source(row)))
      // A bar in a name would make several ties of one.
      csv.cell(ListCell.join([network.id(network.target(row))]))
      csv.cell(network.isDirected(tie: row) ? "directed" : "undirected")
      for column in columns { csv.cell(column[row] ?? "") }
      csv.endRow()
    }
    return csv.bytes
  }
}
