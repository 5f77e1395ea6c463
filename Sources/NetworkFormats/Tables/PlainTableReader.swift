import LearningRegion

/// Reads several tables of nodes and ties with the words of region folders, of R and of igraph.
///
/// Ties go from `source` or `from` to `target` or `to`, without such headings from the first column to the second; nodes
/// are known by `id`, `name` or `label`, else by the first column. Where there is a list of nodes, every end must
/// be in it. With several tables of ties, one without a column for the relation has its sheet's name for it.
struct PlainTableReader {
  private let assembly: RegionAssembly

  init(_ assembly: RegionAssembly) { self.assembly = assembly }

  func read(nodes: [NetworkTable], ties: [NetworkTable]) {
    assembly.undeclared = nodes.isEmpty ? .create : .refuse
    for table in nodes { readNodes(table) }
    for table in ties {
      let relation = ties.count > 1 ? table.title : nil
      if table.role == .matrix {
        var rows = CSVRows(table, assembly.builder)
        guard let heading = rows.next() else { continue }
        GephiReader(assembly).matrix(&rows, heading, relation: relation)
      } else {
        readTies(table, relation: relation)
      }
    }
  }

  private func readNodes(_ table: NetworkTable) {
    var rows = CSVRows(table, assembly.builder)
    guard let heading = checkedHeading(&rows, table) else { return }
    let keys = heading.map { HeadingKey.key($0.text) }
    let known = ["id", "name", "label"].lazy.compactMap { keys.firstIndex(of: $0) }.first
    let id = known ?? 0
    if known == nil {
      assembly.assume(.columns, "column \(SafeText.quoted(heading[0].text)) is the id of nodes")
    }
    var marks = DecimalMarks(
      assembly,
      rows.separator,
      keys.map { ColumnMeaning.ofActors(TableSchema.actors.column(meantBy: $0, among: keys)) }
    )
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      let node = assembly.declare(row[id].text, at: row[id].place)
      for (place, cell) in row.enumerated() where place != id {
        assembly.setNode(node, heading[place].text, marks.plain(cell, place), at: cell.place)
      }
    }
  }

  private func readTies(_ table: NetworkTable, relation: String?) {
    var rows = CSVRows(table, assembly.builder)
    guard let heading = checkedHeading(&rows, table) else { return }
    guard heading.count > 1 else {
      return assembly.report(.missingColumn, "a tie needs two ends", at: heading[0].place)
    }
    let keys = heading.map { HeadingKey.key($0.text) }
    func end(_ name: String) -> Int? {
      TableSchema.ties.keys(of: name).lazy.compactMap { keys.firstIndex(of: $0) }.first
    }
    var ends = (end("source"), end("target"))
    if ends.0 == nil, ends.1 == nil {
      ends = (0, 1)
      assembly.assume(
        .columns,
        "columns \(SafeText.quoted(heading[0].text)) and \(SafeText.quoted(heading[1].text))"
          + " are source and target"
      )
    }
    guard let from = ends.0, let to = ends.1 else {
      return assembly.report(
        .missingColumn,
        "there is only one end of the ties in the heading",
        hint: "name both: source and target, or from and to",
        at: heading[0].place
      )
    }
    let way = keys.firstIndex(of: "type").flatMap { isDirection(table, $0) ? $0 : nil }
    let isNamed = !Set(keys.indices.filter { $0 != way }.map { keys[$0] })
      .isDisjoint(with: TableSchema.ties.keys(of: "relation"))
    var marks = DecimalMarks(
      assembly,
      rows.separator,
      keys.map { ColumnMeaning.ofTies(TableSchema.ties.column(meantBy: $0, among: keys)) }
    )
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      guard !row[from].text.isEmpty, !row[to].text.isEmpty else {
        assembly.report(
          .missingValue,
          "the \(row[from].text.isEmpty ? heading[from].text : heading[to].text) is empty",
          at: row[row[from].text.isEmpty ? from : to].place
        )
        continue
      }
      let tie = assembly.addTie(
        assembly.mention(row[from].text, at: row[from].place),
        assembly.mention(row[to].text, at: row[to].place),
        direction(way.map { row[$0].text }),
        at: row[from].place
      )
      for (place, cell) in row.enumerated() where place != from && place != to && place != way {
        assembly.setTie(tie, heading[place].text, marks.plain(cell, place), at: cell.place)
      }
      if let relation, !isNamed { assembly.setTie(tie, "relation", relation, at: row[from].place) }
    }
  }

  /// The heading; nil after it was reported that a column has none, or that two have the same.
  private func checkedHeading(_ rows: inout CSVRows, _ table: NetworkTable) -> [CSVRows.Cell]? {
    guard let heading = rows.next() else {
      assembly.report(.emptyFile, "the table is empty", at: table.source.base)
      return nil
    }
    for cell in heading where cell.text.isEmpty { assembly.reportUnnamed(at: cell.place) }
    assembly.checkHeading(heading)
    return heading
  }

  private func direction(_ word: String?) -> TieDirection {
    guard let word, !word.isEmpty else { return .unsaid }
    return word.lowercased() == "undirected" ? .undirected : .directed
  }

  private func isDirection(_ table: NetworkTable, _ place: Int) -> Bool {
    let rows = CSVRows(table, assembly.builder)
    return DirectionColumn.isDirection(table.source, rows.separator, .none, place: place)
  }
}

/// The decimal marks of the columns of one table: the first fraction of a column decides for it.
struct DecimalMarks {
  private let assembly: RegionAssembly
  private let separator: CellSeparator
  private let meanings: [ColumnMeaning?]
  private var marks: [Int: NumberReader.DecimalMark] = [:]

  /// - Parameter meanings: what the model knows of each column.
  init(
    _ assembly: RegionAssembly,
    _ separator: CellSeparator,
    _ meanings: [ColumnMeaning?]
  ) {
    self.assembly = assembly
    self.separator = separator
    self.meanings = meanings
  }

  /// The text of a cell, a number of the model with a decimal point.
  mutating func plain(_ cell: CSVRows.Cell, _ place: Int) -> String {
    guard meanings[place] == .number else { return cell.text }
    var text = cell.text
    let number = text.withUTF8 { try? NumberReader.double(UnsafeRawBufferPointer($0)) }
    let source = assembly.source
    if let number, CSVNumbers.vanishes(number.value, text.utf8) {
      assembly.report(.numberOutOfRange, CSVNumbers.vanished, at: cell.place)
    }
    guard let mark = number?.mark else { return text }
    if mark == .dot, source.isStoredNumber(at: cell.place - source.base) { return text }
    if let known = marks[place], known != mark {
      assembly.report(
        .mixedDecimalMarks,
        "this column has decimal commas and decimal points",
        hint: "write all its numbers alike",
        at: cell.place
      )
    }
    if marks[place] == nil, mark == .comma, separator != .comma {
      assembly.assume(.decimalMark, "decimal comma")
    }
    marks[place] = mark
    return CSVNumbers.plain(text, separator)
  }
}
