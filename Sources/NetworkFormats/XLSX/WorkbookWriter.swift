/// What is written into a cell of a workbook.
public enum WorkbookCell: Sendable, Equatable {
  case empty
  /// Text, and nothing but text, however much it looks like a formula or a number.
  case text(String)
  /// A finite number.
  case number(Double)
}

/// A sheet to be written: its first row is a heading.
public struct WorkbookSheet {
  /// The name on the tab; characters that Excel does not take there are replaced.
  public let name: String
  /// Rows, the heading included.
  public let rowCount: Int
  /// Cells of a row.
  public let columnCount: Int
  /// The cell of a row and a column, from 0.
  public let cell: (_ row: Int, _ column: Int) -> WorkbookCell

  /// A sheet of this size.
  public init(
    name: String,
    rowCount: Int,
    columnCount: Int,
    cell: @escaping (_ row: Int, _ column: Int) -> WorkbookCell
  ) {
    self.name = name
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cell = cell
  }
}

/// Writes workbooks (.xlsx) that Excel, LibreOffice and everything else reads.
///
/// The same bytes for the same cells: no clock, no names of people or programs. Text stands in the cells
/// themselves and is marked as text, so that nothing is taken for a formula. The heading is bold and stays in sight.
public enum WorkbookWriter {
  /// The longest text of a cell, in UTF-16 units: what goes beyond is cut off.
  public static let longestText = 32_767
  /// The most rows of a sheet: what goes beyond is left out.
  public static let mostRows = CellReference.lastRow

  /// The bytes of the file.
  ///
  /// - Precondition: there is a sheet, and none has more than 16 384 columns.
  public static func bytes(_ sheets: [WorkbookSheet]) -> [UInt8] {
    precondition(!sheets.isEmpty, "a workbook has a sheet")
    let names = Self.names(sheets.map(\.name))
    let archive = ZipOutput()
    func add(_ part: String, _ text: String) {
      let bytes = UnpackedBytes(expecting: text.utf8.count + 100)
      bytes.add(head + text)
      archive.add(part, bytes)
    }
    let numbers = sheets.indices.map { $0 + 1 }
    let overrides = numbers.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>"
    }
    add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/>"
        + overrides.joined() + "</Types>"
    )
    add("_rels/.rels", relationships([(kind: "officeDocument", target: "xl/workbook.xml")]))
    let tabs = zip(names, numbers).map {
      "<sheet name=\"\(XMLText.escaped($0))\" sheetId=\"\($1)\" r:id=\"rId\($1)\"/>"
    }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(SheetText.namespaces[0])\" xmlns:r=\"\(links)\">"
        + "<sheets>\(tabs.joined())</sheets></workbook>"
    )
    add(
      "xl/_rels/workbook.xml.rels",
      relationships(
        numbers.map { (kind: "worksheet", target: "worksheets/sheet\($0).xml") }
          + [(kind: "styles", target: "styles.xml")]
      )
    )
    add("xl/styles.xml", styles)
    for (sheet, number) in zip(sheets, numbers) {
      archive.add("xl/worksheets/sheet\(number).xml", content(sheet))
    }
    return archive.finish()
  }

  // MARK: Parts

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relationships(_ parts: [(kind: String, target: String)]) -> String {
    let entries = parts.enumerated().map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(links)/\($1.kind)\" Target=\"\($1.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + entries.joined() + "</Relationships>"
  }

  /// 0 is plain, 1 the heading, 2 text that a program might take for something else.
  private static let styles =
    "<styleSheet xmlns=\"\(SheetText.namespaces[0])\"><fonts count=\"2\">"
    + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf xfId=\"0\"/>"
    + "<xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/>"
    + "<xf numFmtId=\"49\" quotePrefix=\"1\" applyNumberFormat=\"1\" xfId=\"0\"/></cellXfs>"
    + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

  private static func content(_ sheet: WorkbookSheet) -> UnpackedBytes {
    precondition(sheet.columnCount <= CellReference.lastColumn, "too many columns for a sheet")
    let out = UnpackedBytes(expecting: 0)
    out.add(head + "<worksheet xmlns=\"\(SheetText.namespaces[0])\"><sheetViews>")
    out.add("<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
    out.add(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>")
    let letters = (0..<sheet.columnCount).map { CellReference.letters(of: $0 + 1) }
    for row in 0..<min(sheet.rowCount, mostRows) {
      var line = "<row r=\"\(row + 1)\">"
      for column in 0..<sheet.columnCount {
        let place = "<c r=\"\(letters[column])\(row + 1)\""
        switch sheet.cell(row, column) {
        case .empty: continue
        case .number(let value):
          precondition(value.isFinite, "cells hold finite numbers")
          line += place + "><v>\(NumberText.text(value))</v></c>"
        case .text(let text):
          let style = row == 0 ? " s=\"1\"" : needsMark(text) ? " s=\"2\"" : ""
          line += place + style + " t=\"inlineStr\"><is>\(element(text))</is></c>"
        }
      }
      out.add(line + "</row>")
    }
    out.add("</sheetData></worksheet>")
    return out
  }

  /// What Excel would read as something else when the cell is edited.
  private static func needsMark(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return "=+-@".utf8.contains(first) || (0x30...0x39).contains(first)
  }

  private static func element(_ text: String) -> String {
    var text = text
    if text.utf8.count > longestText, text.utf16.count > longestText {
      text = String(text.unicodeScalars.prefix(cut(text)))
    }
    let isSpaced = text.utf8.contains { $0 <= 0x20 }
    let escaped = XMLText.content(SheetText.escaped(text))
    return isSpaced ? "<t xml:space=\"preserve\">\(escaped)</t>" : "<t>\(escaped)</t>"
  }

  /// How many scalars fit.
  private static func cut(_ text: String) -> Int {
    var units = 0
    var count = 0
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > longestText { break }
      count += 1
    }
    return count
  }

  /// Names that Excel takes, all different without regard to case.
  private static func names(_ wanted: [String]) -> [String] {
    var taken: Set<String> = []
    return wanted.map { name in
      let clean = String(
        String.UnicodeScalarView(
          name.unicodeScalars.prefix(28).map {
            "[]:*?/\\'".unicodeScalars.contains($0) || $0.value < 0x20 ? "_" : $0
          }
        )
      )
      var name = clean.isEmpty ? "Sheet" : clean
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(clean.prefix(24)) \(number)"
        number += 1
      }
      return name
    }
  }
}
