import LearningRegion

/// Reads the tables that Gephi's import takes: edges (`Source,Target,Type,…`), nodes (`Id,Label,…`), a
/// matrix with a blank corner, and lists of neighbours without a heading.
///
/// Only "undirected", in any case, is undirected. Nodes that only ties name are made, ties may be there
/// several times. `[2007,2009)` and other times are kept as they are.
struct GephiReader: FormatReader {
  private let assembly: RegionAssembly

  init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    GephiReader(assembly).read([
      NetworkTable(title: "", role: .unknown, source: assembly.source)
    ])
  }

  private static let headings = ["source", "target", "id", "label", "type", "weight", "kind"]

  /// Reads tables of nodes, then all others.
  func read(_ tables: [NetworkTable]) {
    assembly.undeclared = .create
    for table in tables where table.role == .nodes { read(table) }
    for table in tables where table.role != .nodes { read(table) }
  }

  private func read(_ table: NetworkTable) {
    var rows = CSVRows(table.source, assembly.builder) {
      Self.headings.contains(HeadingKey.key($0))
    }
    guard let first = rows.next() else {
      return assembly.report(.emptyFile, "the table is empty", at: table.source.base)
    }
    let keys = first.map { HeadingKey.key($0.text) }
    if let source = keys.firstIndex(of: "source"), let target = keys.firstIndex(of: "target") {
      edges(&rows, first, source, target)
    } else if table.role == .matrix {
      matrix(&rows, first, relation: nil)
    } else if let id = keys.firstIndex(of: "id") ?? keys.firstIndex(of: "label") {
      nodes(&rows, first, id)
    } else if first.count > 1, first[0].text.isEmpty {
      matrix(&rows, first, relation: nil)
    } else {
      neighbours(&rows, first)
    }
    assembly.checkTimes()
  }

  private func edges(
    _ rows: inout CSVRows,
    _ heading: [CSVRows.Cell],
    _ source: Int,
    _ target: Int
  ) {
    assembly.checkHeading(heading)
    let keys = heading.map { HeadingKey.key($0.text) }
    let type = keys.firstIndex(of: "type")
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      guard !row[source].text.isEmpty, !row[target].text.isEmpty else {
        let empty = row[source].text.isEmpty ? source : target
        assembly.report(.missingValue, "a tie needs two ends", at: row[empty].place)
        continue
      }
      let isUndirected = type.map { row[$0].text.lowercased() == "undirected" } ?? false
      let tie = assembly.addTie(
        assembly.mention(row[source].text, at: row[source].place),
        assembly.mention(row[target].text, at: row[target].place),
        isUndirected ? .undirected : .directed,
        at: row[source].place
      )
      for (place, cell) in row.enumerated()
      where place != source && place != target && place != type
        && assembly.isNamed(place, of: row, heading)
      {
        let text =
          keys[place] == "weight" ? assembly.number(cell, rows.separator) : cell.text
        assembly.setTie(tie, heading[place].text, text, at: cell.place)
      }
    }
  }

  private func nodes(_ rows: inout CSVRows, _ heading: [CSVRows.Cell], _ id: Int) {
    assembly.checkHeading(heading)
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      let node = assembly.declare(row[id].text, at: row[id].place)
      for (place, cell) in row.enumerated()
      where place != id && assembly.isNamed(place, of: row, heading) {
        assembly.setNode(node, heading[place].text, cell.text, at: cell.place)
      }
    }
  }

  /// Reads a matrix, its heading being read.
  ///
  /// - Parameter relation: what its ties are called, if it is one of several.
  func matrix(_ rows: inout CSVRows, _ heading: [CSVRows.Cell], relation: String?) {
    assembly.assume(.heading, "a matrix of ties from rows to columns")
    var names: Set<String> = []
    for cell in heading.dropFirst() { checkName(cell, .duplicateColumn, "a column", &names) }
    let columns = heading.dropFirst().map { assembly.mention($0.text, at: $0.place) }
    var labels: Set<String> = []
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      checkName(row[0], .duplicateID, "a row", &labels)
      let from = assembly.mention(row[0].text, at: row[0].place)
      for (place, cell) in row.dropFirst().enumerated() {
        let text = assembly.number(cell, rows.separator)
        if text.isEmpty || CellValue.number(text) == 0 { continue }
        let tie = assembly.addTie(from, columns[place], .directed, at: cell.place)
        assembly.setTie(tie, "weight", text, at: cell.place)
        if let relation { assembly.setTie(tie, "relation", relation, at: cell.place) }
      }
    }
  }

  /// Reports a name that stood over another column, or before another row, of the matrix.
  private func checkName(
    _ cell: CSVRows.Cell,
    _ code: DiagnosticCode,
    _ what: String,
    _ seen: inout Set<String>
  ) {
    guard !cell.text.isEmpty, !seen.insert(cell.text).inserted else { return }
    assembly.report(
      code,
      "\(what) of the matrix has the name \(SafeText.quoted(cell.text)) a second time",
      hint: "a matrix has one row and one column for each actor",
      at: cell.place
    )
  }

  private func neighbours(_ rows: inout CSVRows, _ first: [CSVRows.Cell]) {
    assembly.assume(.heading, "none: each row is a node and those it has ties to")
    var row: [CSVRows.Cell]? = first
    while let cells = row {
      let from = assembly.mention(cells[0].text, at: cells[0].place)
      for cell in cells.dropFirst() where !cell.text.isEmpty {
        let to = assembly.mention(cell.text, at: cell.place)
        assembly.addTie(from, to, .directed, at: cell.place)
      }
      row = rows.next()
    }
  }
}

/// Writes Gephi's table of edges, with a type in every row.
enum GephiWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .tieColumns, .relations, .weights, .mixedDirections, .repeats,
  ]

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    let columns = network.tieColumns
    // Gephi calls a relation a kind; a column of that name keeps it.
    let hasKind = columns.contains { HeadingKey.key($0.name) == "kind" }
    var csv = CSVWriter()
    for name in ["Source", "Target", "Type"] { csv.cell(name) }
    for column in columns {
      switch column.name {
      case "relation": csv.cell(hasKind ? "relation" : "Kind")
      case "weight": csv.cell("Weight")
      case "type", "Type": csv.cell("type_2")
      default: csv.cell(column.name)
      }
    }
    csv.endRow()
    for row in 0..<network.tieCount {
      csv.cell(network.id(network.source(row)))
      csv.cell(network.id(network.target(row)))
      csv.cell(network.isDirected(tie: row) ? "Directed" : "Undirected")
      for column in columns { csv.cell(column[row] ?? "") }
      csv.endRow()
    }
    return csv.bytes
  }
}
