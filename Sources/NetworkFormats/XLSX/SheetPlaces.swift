/// Where the cells of the tables that were written out as text stand in their workbook.
final class SheetPlaces: PlaceMap {
  /// Cells have tabs between them.
  let separator: CellSeparator? = .tab

  private struct Row {
    let offset: Int
    let number: Int32
    let table: Int32
  }
  private struct Table {
    let sheetNumber: Int
    let sheet: String
    let columns: [Int]
  }

  private let file: String
  private let text: UnpackedBytes
  private var rows: [Row] = []
  private var tables: [Table] = []
  /// Texts that look like numbers with a decimal point: the offsets of their cells, in order.
  private var pointedTexts: [Int] = []

  init(file: String, text: UnpackedBytes) {
    self.file = file
    self.text = text
  }

  // MARK: Filling

  /// Begins a table; rows are its until the next.
  func beginTable(sheetNumber: Int, sheet: String, columns: [Int]) {
    tables.append(Table(sheetNumber: sheetNumber, sheet: sheet, columns: columns))
  }

  /// Begins a row at the end of the text.
  func beginRow(_ number: Int) {
    rows.append(Row(offset: text.count, number: Int32(number), table: Int32(tables.count - 1)))
  }

  /// Notes that the cell at an offset has its decimal point as text.
  func notePointedText(at offset: Int) { pointedTexts.append(offset) }

  // MARK: Finding

  func location(of offset: Int) -> SourceLocation {
    guard let row = row(of: offset) else { return SourceLocation(file: file) }
    let table = tables[Int(row.table)]
    let place = min(cellNumber(of: offset, from: row.offset), table.columns.count - 1)
    return SourceLocation(
      file: file,
      cell: SheetCell(
        sheetNumber: table.sheetNumber,
        sheet: table.sheet,
        row: Int(row.number),
        column: table.columns[max(0, place)]
      )
    )
  }

  func rowStart(of offset: Int) -> Int { row(of: offset)?.offset ?? 0 }

  func isStoredNumber(at offset: Int) -> Bool {
    var low = 0
    var high = pointedTexts.count
    while low < high {
      let middle = (low + high) / 2
      if pointedTexts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low == pointedTexts.count || pointedTexts[low] != offset
  }

  private func row(of offset: Int) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rows[low - 1] : nil
  }

  /// How many separators stand outside of quotes before an offset.
  private func cellNumber(of offset: Int, from start: Int) -> Int {
    var isQuoted = false
    var count = 0
    for byte in text.bytes[start..<min(offset, text.count)] {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x09, !isQuoted { count += 1 }
    }
    return count
  }
}
