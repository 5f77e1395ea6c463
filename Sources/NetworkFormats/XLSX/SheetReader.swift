/// Reads one sheet (ECMA-376, 18.3): cells of every type, and which are merged.
final class SheetReader: XMLHandler {
  private enum CellType { case number, shared, text, inline, flag, error, date }

  private(set) var grid = SheetGrid()
  private(set) var merges: [SheetGrid.Merge] = []
  private let strings: SharedStrings
  private let styles: NumberStyles
  private let dates: ExcelDate.System
  private let sheet: (number: Int, name: String)

  private var path: [String] = []
  /// The depth below which everything is passed over, 0 where nothing is.
  private var skipFrom = 0
  private var row = 0
  private var column = 0
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var value: [UInt8] = []
  private var inline = RichText()

  init(
    _ strings: SharedStrings,
    _ styles: NumberStyles,
    _ dates: ExcelDate.System,
    sheet: (number: Int, name: String)
  ) {
    self.strings = strings
    self.styles = styles
    self.dates = dates
    self.sheet = sheet
  }

  func start(_ element: XMLElement, _ parser: XMLParser) {
    if skipFrom > 0 { return }
    defer { path.append(element.name) }
    guard SheetText.namespaces.contains(element.namespace) else {
      if path.isEmpty { parser.stop(.badWorkbook, "the part is no sheet") }
      skipFrom = parser.depth
      return
    }
    switch (path.last, element.name) {
    case (nil, let name):
      if name != "worksheet" { parser.stop(.badWorkbook, "the part is no sheet with cells") }
    case ("sheetData", "row"): startRow(element, parser)
    case ("row", "c"): startCell(element, parser)
    case ("c", "f"): hasFormula = true
    case ("c", "is"): inline.begin()
    case ("c", "v"): break
    case ("mergeCells", "mergeCell"): merge(element["ref"] ?? "", parser)
    default:
      if path.count > 4, path[4] == "is" { inline.start(element.name) }
    }
  }

  func end(_ parser: XMLParser) {
    if skipFrom > 0 {
      guard parser.depth == skipFrom else { return }
      skipFrom = 0
      path.removeLast()
      return
    }
    let name = path.removeLast()
    if path.count == 3, name == "c", path[2] == "row" {
      endCell(parser)
    } else if path.count > 4, path[4] == "is" {
      inline.end(name)
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard path.count > 4, skipFrom == 0 else { return }
    if path[4] == "v" { value.append(contentsOf: bytes) }
    if path[4] == "is" { inline.text(bytes) }
  }

  // MARK: Rows and cells

  private func startRow(_ element: XMLElement, _ parser: XMLParser) {
    column = 0
    guard let text = element["r"] else {
      row += 1
      if row > CellReference.lastRow {
        parser.stop(.badCell, "the sheet has more than \(CellReference.lastRow) rows")
      }
      return
    }
    guard text.utf8.count <= 7, let number = Int(text), number > 0, number <= CellReference.lastRow
    else {
      return parser.stop(
        .badCell,
        "\(SafeText.quoted(text)) is no row of a sheet",
        hint: "rows go from 1 to \(CellReference.lastRow)"
      )
    }
    guard number > row else {
      return parser.stop(.badCell, "row \(number) comes after row \(row)")
    }
    row = number
  }

  private func startCell(_ element: XMLElement, _ parser: XMLParser) {
    value.removeAll(keepingCapacity: true)
    inline.begin()
    hasFormula = false
    style = element["s"].flatMap(Int.init) ?? 0
    let before = column
    if let text = element["r"] {
      guard let place = CellReference.parse(text) else {
        return parser.stop(
          .badCell,
          "\(SafeText.quoted(text)) is no cell of a sheet",
          hint: "cells go from A1 to XFD\(CellReference.lastRow)"
        )
      }
      guard place.row == row else {
        return parser.stop(.badCell, "the cell \(text) is in row \(row)")
      }
      column = place.column
    } else {
      column += 1
    }
    guard column > before, column <= CellReference.lastColumn else {
      return parser.stop(.badCell, "the cell \(here.reference) is there twice or out of order")
    }
    switch element["t"] ?? "n" {
    case "n": type = .number
    case "s": type = .shared
    case "str": type = .text
    case "inlineStr": type = .inline
    case "b": type = .flag
    case "e": type = .error
    case "d": type = .date
    case let other:
      parser.stop(.badCell, "\(here.text): \(SafeText.quoted(other)) is no type of a cell")
    }
  }

  private func endCell(_ parser: XMLParser) {
    let bytes = type == .inline ? inline.bytes : value
    if bytes.count > SheetText.longest {
      return parser.stop(.fieldTooLong, "\(here.text) has more than \(SheetText.longest) bytes")
    }
    if bytes.isEmpty {
      if hasFormula, type != .text { grid.append(row: row, column: column, .formula, []) }
      return
    }
    switch type {
    case .shared: shared(parser)
    case .text, .inline:
      if !bytes.allSatisfy(Self.isBlank) {
        grid.append(row: row, column: column, .text, SheetText.unescaped(bytes[...]))
      }
    case .error: append(.error, bytes)
    case .number, .flag, .date: plain(String(decoding: bytes, as: UTF8.self), parser)
    }
    // Offsets of cells have 32 bits; what comes out of a file has fewer than 2²⁸ bytes.
    if grid.bytes.count > UnpackBudget.most {
      parser.stop(.fileTooLarge, "the sheet has more than \(UnpackBudget.most) bytes of text")
    }
  }

  private func shared(_ parser: XMLParser) {
    let text = XMLNumber.trimmed(String(decoding: value, as: UTF8.self))
    guard let number = Int(text), let range = strings.range(number) else {
      return parser.stop(
        .badCell,
        "\(here.text): there is no shared text \(SafeText.quoted(text))",
        hint: "save the workbook again with a program for spreadsheets"
      )
    }
    if strings.bytes[range].allSatisfy(Self.isBlank) { return }
    grid.append(row: row, column: column, shared: range)
  }

  private func plain(_ raw: String, _ parser: XMLParser) {
    let text = XMLNumber.trimmed(raw)
    guard !text.isEmpty else { return }
    switch type {
    case .flag where text == "1" || text == "0":
      append(.text, Array((text == "1" ? "true" : "false").utf8))
    case .flag:
      parser.stop(.badCell, "\(here.text): \(SafeText.quoted(text)) is neither true nor false")
    case .date:
      let isMidnight = text.hasSuffix("T00:00:00") || text.hasSuffix("T00:00:00Z")
      append(.number, Array((isMidnight ? String(text.prefix { $0 != "T" }) : text).utf8))
    default:
      guard let number = styles[style].text(text, dates) else {
        return parser.stop(
          .badCell,
          "\(here.text): \(SafeText.quoted(text)) is no number",
          hint: "the cell says that it holds one"
        )
      }
      append(.number, Array(number.utf8))
    }
  }

  private func append(_ content: SheetGrid.Content, _ text: [UInt8]) {
    if text.allSatisfy(Self.isBlank) { return }
    grid.append(row: row, column: column, content, text)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0d).contains(byte)
  }

  private func merge(_ text: String, _ parser: XMLParser) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = corners.first.flatMap({ CellReference.parse(String($0)) }),
      let last = corners.last.flatMap({ CellReference.parse(String($0)) }), corners.count <= 2,
      first.row <= last.row, first.column <= last.column
    else {
      return parser.stop(.badCell, "\(SafeText.quoted(text)) are no cells of a sheet")
    }
    if first.row < last.row {
      merges.append(SheetGrid.Merge(column: first.column, rows: first.row...last.row))
    }
  }

  private var here: SheetCell {
    SheetCell(
      sheetNumber: sheet.number,
      sheet: sheet.name,
      row: row,
      column: min(max(1, column), CellReference.lastColumn + 1)
    )
  }
}
