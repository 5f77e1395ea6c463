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
  private let builder: ReportBuilder?
  private var scanner: CSVScanner
  /// Where the row after the last one begins.
  private let end: Int
  /// Blank rows before the current one.
  private(set) var blankRows = 0

  /// Finds the separator among comma, semicolon and tab.
  init(_ source: SourceText, _ builder: ReportBuilder, isKnown: (String) -> Bool) {
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab],
      isKnown: isKnown
    )
    self.init(source, opening, builder)
  }

  /// The rows from an opening on.
  ///
  /// - Parameters:
  ///   - end: where the row after the last one begins; nil reads to the end.
  ///   - builder: nil says nothing of rows that are no CSV.
  init(
    _ source: SourceText,
    _ opening: TableOpening,
    endingAt end: Int? = nil,
    _ builder: ReportBuilder?
  ) {
    self.source = source
    self.builder = builder
    self.end = end ?? source.bytes.count
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
  mutating func next() -> [Cell]? { advance() ? cells : nil }

  /// Goes to the next row that is not blank; false at the end.
  mutating func advance() -> Bool {
    var line = scanner.line
    while true {
      let step = scanner.next()
      guard step != .end, scanner.rowStart < end else { return false }
      switch step {
      case .malformed(let problem, let place, let row):
        line = scanner.line
        guard let builder else { continue }
        TableProblem.report(problem, at: place, line: row, source, separator, builder)
      case .row where !scanner.isBlank:
        blankRows = scanner.rowLine - line
        return true
      default: continue
      }
    }
  }

  /// The cells of the current row.
  var cells: [Cell] {
    (0..<scanner.fieldCount).map { index in
      Cell(text: CellText.text(scanner[index], source), place: source.base + scanner[index].start)
    }
  }

  /// Where the current row begins.
  var opening: TableOpening {
    TableOpening(separator: separator, offset: scanner.rowStart, line: scanner.rowLine)
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

  /// Whether a number that is not 0 as it is written is too small for anything but 0.
  static func vanishes(_ value: Double, _ text: some Sequence<UInt8>) -> Bool {
    guard value == 0 else { return false }
    return text.prefix { $0 | 0x20 != 0x65 }.contains { (0x31...0x39).contains($0) }
  }

  static let vanished = "the number is too small to be kept: it would be 0"
}

extension RegionAssembly {
  /// The text of a number, with a decimal point; one that is too small is reported.
  func number(_ cell: CSVRows.Cell, _ separator: CellSeparator) -> String {
    let text = CSVNumbers.plain(cell.text, separator)
    if let value = CellValue.number(text), CSVNumbers.vanishes(value, text.utf8) {
      report(.numberOutOfRange, CSVNumbers.vanished, at: cell.place)
    }
    return text
  }

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
