/// Writes tables of one sheet out as text.
struct SheetOutput {
  private let workbook: Workbook
  private let sheet: Workbook.Sheet
  private let text: UnpackedBytes
  private let places: SheetPlaces
  /// Cells whose text has spaces around it.
  private(set) var spaced: [(row: Int, column: Int)] = []

  init(
    _ workbook: Workbook,
    _ sheet: Workbook.Sheet,
    _ text: UnpackedBytes,
    _ places: SheetPlaces
  ) {
    self.workbook = workbook
    self.sheet = sheet
    self.text = text
    self.places = places
  }

  /// Writes a table, a line per row and all its columns in each; returns where it lies.
  mutating func write(_ table: FoundTable) throws(ArchiveProblem) -> Range<Int> {
    let start = text.count
    let grid = sheet.grid
    places.beginTable(sheetNumber: sheet.number, sheet: sheet.name, columns: table.columns)
    for row in table.rows {
      places.beginRow(grid.rows[row].number)
      var csv = CSVWriter(separator: .tab)
      var pointed: [Int] = []
      var next = grid.rows[row].cells.lowerBound
      let end = grid.rows[row].cells.upperBound
      for column in table.columns {
        while next < end, grid.cells[next].column < column { next += 1 }
        guard next < end, grid.cells[next].column == column else {
          csv.cell("")
          continue
        }
        let cell = grid.cells[next]
        var content = bytes(of: cell)
        if content.first == 0x20 || content.last == 0x20 {
          if row == table.rows.first {
            content = Self.trimmed(content)
          } else {
            spaced.append((grid.rows[row].number, column))
          }
        }
        if cell.content != .number, Self.isPointed(content) {
          pointed.append(text.count + csv.bytes.count + (column == table.columns[0] ? 0 : 1))
        }
        csv.cell(content)
      }
      csv.endRow()
      try add(csv.bytes)
      pointed.forEach(places.notePointedText)
    }
    return start..<text.count
  }

  /// Writes the first column as lines of text, rows that are blank too.
  mutating func writeLines() throws(ArchiveProblem) -> Range<Int> {
    let start = text.count
    let grid = sheet.grid
    places.beginTable(sheetNumber: sheet.number, sheet: sheet.name, columns: [1])
    var number = 0
    for row in grid.rows.indices {
      while number < grid.rows[row].number - 1 {
        number += 1
        places.beginRow(number)
        try add([0x0a])
      }
      number = grid.rows[row].number
      places.beginRow(number)
      try add((grid.cell(row, 1).map { Array(bytes(of: $0)) } ?? []) + [0x0a])
    }
    return start..<text.count
  }

  /// Warns of cells that are in no table.
  func report(_ strays: [(row: Int, column: Int, rows: Int)], _ builder: ReportBuilder) {
    for stray in strays where stray.rows > 1 || isRow(stray) {
      builder.add(
        Diagnostic(
          .tableNotRead,
          stray.rows == 1
            ? "this row is not read: no heading says what it is"
            : "\(stray.rows) rows from here on are not read: no heading says what they are",
          hint:
            "a table has source and target, or id, name or label, in its first row; delete blank rows"
            + " inside of one",
          location: SourceLocation(
            file: workbook.name,
            cell: SheetCell(
              sheetNumber: sheet.number,
              sheet: sheet.name,
              row: sheet.grid.rows[stray.row].number,
              column: stray.column
            )
          )
        )
      )
    }
  }

  /// Whether a row of its own has several cells; one cell is a remark.
  private func isRow(_ stray: (row: Int, column: Int, rows: Int)) -> Bool {
    let cells = sheet.grid.rows[stray.row].cells
    return cells.count > 1 && Int(sheet.grid.cells[cells.lowerBound].column) == stray.column
  }

  private func bytes(of cell: SheetGrid.Cell) -> ArraySlice<UInt8> {
    let range = Int(cell.start)..<Int(cell.start) + Int(cell.count)
    switch cell.content {
    case .text, .number: return sheet.grid.bytes[range]
    case .shared: return workbook.strings.bytes[range]
    case .error, .formula: return []
    }
  }

  private func add(_ bytes: [UInt8]) throws(ArchiveProblem) {
    try workbook.spend(bytes.count)
    text.room(bytes.count).copyBytes(from: bytes)
    text.add(bytes.count)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return [] }
    return bytes[first...last]
  }

  /// Whether a text reads as a number with a decimal point.
  private static func isPointed(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 40, bytes.contains(0x2e) else { return false }
    return bytes.withUnsafeBytes { (try? NumberReader.double($0))?.mark == .dot }
  }
}
