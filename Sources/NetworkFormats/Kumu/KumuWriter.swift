/// Writes Kumu's table of connections.
enum KumuWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .tieColumns, .relations, .weights, .mixedDirections, .repeats,
  ]

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    let columns = network.tieColumns
    var csv = CSVWriter()
    for name in headings(columns) { csv.cell(name) }
    csv.endRow()
    for row in 0..<network.tieCount {
      for cell in ends(network, row) { csv.cell(cell) }
      for column in columns { csv.cell(column[row] ?? "") }
      csv.endRow()
    }
    return csv.bytes
  }

  /// The headings of connections: Kumu calls a relation a type and a weight a strength.
  static func headings(_ columns: [FlatColumn]) -> [String] {
    let hasType = columns.contains { HeadingKey.key($0.name) == "type" }
    return ["From", "To", "Direction"]
      + columns.map { column in
        switch (column.name, HeadingKey.key(column.name)) {
        case ("relation", _): hasType ? "relation" : "Type"
        case ("weight", _): "Strength"
        case (let name, "from"), (let name, "to"), (let name, "direction"), (let name, "strength"):
          name + "_2"
        case (let name, _): name
        }
      }
  }

  /// The first three cells of a connection.
  static func ends(_ network: FlatNetwork, _ row: Int) -> [String] {
    [
      network.id(network.source(row)),
      // A bar in a name would make several ties of one.
      ListCell.join([network.id(network.target(row))]),
      network.isDirected(tie: row) ? "directed" : "undirected",
    ]
  }
}

/// Writes Kumu's workbook: a sheet of elements and one of connections.
///
/// Elements have an ID where they have labels of their own; where somebody has none, the id stands for it.
enum KumuWorkbookWriter: FormatWriter {
  static let capacity = FormatCapacity.all.subtracting(.title)

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    XLSXWriter.furtherLosses(network)
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    WorkbookWriter.bytes([elements(network), connections(network)])
  }

  private static func elements(_ network: FlatNetwork) -> WorkbookSheet {
    let labels = network.nodeColumn("label")
    let columns = network.nodeColumns.filter { $0.name != "label" }
    let own = labels == nil ? ["Label"] : ["ID", "Label"]
    return WorkbookSheet(
      name: "Elements",
      rowCount: network.nodeCount + 1,
      columnCount: own.count + columns.count
    ) { row, column in
      guard row > 0 else {
        return .text(column < own.count ? own[column] : columns[column - own.count].name)
      }
      if column >= own.count { return cell(columns[column - own.count], row - 1) }
      let label = column == 1 ? labels?[row - 1] : nil
      return .text(label ?? network.id(row - 1))
    }
  }

  private static func connections(_ network: FlatNetwork) -> WorkbookSheet {
    let columns = network.tieColumns
    let headings = KumuWriter.headings(columns)
    return WorkbookSheet(
      name: "Connections",
      rowCount: network.tieCount + 1,
      columnCount: headings.count
    ) { row, column in
      guard row > 0 else { return .text(headings[column]) }
      if column >= 3 { return cell(columns[column - 3], row - 1) }
      return .text(KumuWriter.ends(network, row - 1)[column])
    }
  }

  private static func cell(_ column: FlatColumn, _ row: Int) -> WorkbookCell {
    XLSXWriter.cell(column[row], isNumber: column.kind == .integer || column.kind == .real)
  }
}
