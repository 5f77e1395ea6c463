/// The rows of a table one after the other, as texts with their places.
struct CSVRows: ~Copyable {
  /// A cell of a row.
  struct Cell {
    let text: String
    /// The offset in the text that the table is a part of.
    let place: Int
  }

  let source: SourceText
  let separator: CellSeparator
  private let builder: ReportBuilder
  private var scanner: CSVScanner

  /// Finds the separator among comma, semicolon and tab.
  init(_ source: SourceText, _ builder: ReportBuilder, isKnown: (String) -> Bool) {
    self.source = source
    self.builder = builder
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab],
      isKnown: isKnown
    )
    separator = opening.separator
    scanner = CSVScanner(
      source.bytes,
      separator: separator,
      from: opening.offset,
      line: opening.line
    )
  }

  /// The rows of a table of nodes or ties.
  init(_ table: NetworkTable, _ builder: ReportBuilder) {
    self.init(table.source, builder) { TableSchema.ties.knows($0) || TableSchema.actors.knows($0) }
  }

  /// The cells of the next row that is not blank; nil at the end.
  mutating func next() -> [Cell]? {
    while true {
      switch scanner.next() {
      case .end: return nil
      case .malformed(let problem, let place, let line):
        TableProblem.report(problem, at: place, line: line, source, separator, builder)
      case .row where scanner.isBlank: continue
      case .row:
        return (0..<scanner.fieldCount).map { index in
          Cell(
            text: CellText.text(scanner[index], source),
            place: source.base + scanner[index].start
          )
        }
      }
    }
  }
}

/// What tables of programs with nodes and ties have in common.
enum CSVNumbers {
  /// A number whose decimal comma, which only files without commas between cells can have, is a point.
  static func plain(_ text: String, _ separator: CellSeparator) -> String {
    guard separator != .comma, text.utf8.count(where: { $0 == 0x2c }) == 1, !text.contains(".")
    else { return text }
    let pointed = text.replacing(",", with: ".")
    return CellValue.number(pointed) == nil ? text : pointed
  }
}

extension RegionAssembly {
  /// Reports headings that are there twice: one of the two columns would hide the other.
  func checkHeading(_ heading: [CSVRows.Cell]) {
    var seen: Set<String> = []
    for cell in heading
    where !cell.text.isEmpty && !seen.insert(HeadingKey.key(cell.text)).inserted {
      report(
        .duplicateColumn,
        "the heading \(SafeText.quoted(cell.text)) is there twice",
        hint: "give each column a heading of its own",
        at: cell.place
      )
    }
  }

  /// Whether the cell is in a column with a name of its own; what stands in another is reported. The first may
  /// lack a heading: there programs number the rows.
  func isNamed(_ place: Int, of row: [CSVRows.Cell], _ heading: [CSVRows.Cell]) -> Bool {
    if place == 0 || !heading[place].text.isEmpty { return true }
    if !row[place].text.isEmpty { reportUnnamed(at: row[place].place) }
    return false
  }

  func reportUnnamed(at place: Int) {
    report(
      .unnamedColumn,
      "this column has no heading",
      hint: "name it in the first row",
      at: place
    )
  }

  /// Says what a row has too many or too few of; true where it can be read.
  func isWhole(_ row: [CSVRows.Cell], _ width: Int) -> Bool {
    if row.count == width { return true }
    report(
      .wrongFieldCount,
      "the row has \(row.count) cells, the heading has \(width)",
      hint: "put a cell that contains a separator between double quotes",
      at: row[0].place
    )
    return false
  }
}
