import LearningRegion

/// A table among others: of a workbook, or a file of a folder.
struct NetworkTable {
  /// The sheet's name, or the file's without its ending.
  let title: String
  let role: TableRole
  /// The table as text, whose first row is the heading.
  let source: SourceText
}

/// The tables of a workbook as texts that every reader of tables reads, with the cells that they come from.
///
/// All tables are parts of one text with tabs between the cells; problems are shown at sheet and cell.
struct WorkbookTables {
  /// The most tables.
  private static let most = 1000
  /// The tables in the order of the sheets.
  private(set) var tables: [NetworkTable] = []
  /// All tables together.
  let whole: SourceText
  /// The lines of the sheet `region.yaml`, if there is one.
  private(set) var yaml: SourceText?

  /// Finds the tables and writes them out; nil after an error was reported.
  static func make(_ workbook: Workbook, _ builder: ReportBuilder) -> WorkbookTables? {
    do throws(ArchiveProblem) {
      return try WorkbookTables(workbook, builder)
    } catch {
      builder.add(error.diagnostic(file: workbook.name))
      return nil
    }
  }

  /// Every sheet as one table from its first row to its last, for what is no network and whose readers take
  /// spaces around texts away; nil after an error was reported.
  static func wholeSheets(_ workbook: Workbook, _ builder: ReportBuilder) -> [NetworkTable]? {
    let text = UnpackedBytes(expecting: 0)
    let places = SheetPlaces(file: workbook.name, text: text)
    do throws(ArchiveProblem) {
      var parts: [(title: String, range: Range<Int>)] = []
      for sheet in workbook.sheets where !sheet.grid.rows.isEmpty {
        var output = SheetOutput(workbook, sheet, text, places)
        let rows = sheet.grid.rows.indices
        let table = FoundTable(
          sheet: sheet.number,
          role: .unknown,
          rows: rows,
          columns: sheet.grid.columns(rows)
        )
        parts.append((sheet.name, try output.write(table)))
        report([], sheet, workbook, builder)
      }
      let whole = SourceText(text, places, name: workbook.name)
      return parts.map { table(whole, $0.title, .unknown, $0.range) }
    } catch {
      builder.add(error.diagnostic(file: workbook.name))
      return nil
    }
  }

  private static func table(
    _ whole: SourceText,
    _ title: String,
    _ role: TableRole,
    _ range: Range<Int>
  ) -> NetworkTable {
    NetworkTable(
      title: title,
      role: role,
      source: SourceText(range, of: whole, name: "\(whole.name) (\(title))")
    )
  }

  private init(_ workbook: Workbook, _ builder: ReportBuilder) throws(ArchiveProblem) {
    let text = UnpackedBytes(expecting: 0)
    let places = SheetPlaces(file: workbook.name, text: text)
    var parts: [(title: String, role: TableRole, range: Range<Int>)] = []
    var lines: Range<Int>?
    for sheet in workbook.sheets {
      var output = SheetOutput(workbook, sheet, text, places)
      if sheet.name.lowercased() == "region.yaml" {
        lines = try output.writeLines()
        continue
      }
      let finder = TableFinder(sheet, workbook.strings)
      guard parts.count + finder.tables.count <= Self.most else {
        builder.add(
          Diagnostic(
            .tooManyRows,
            "there are more than \(Self.most) tables in the workbook",
            hint: "two blank rows, and a heading after one, begin a new table",
            location: SourceLocation(file: workbook.name)
          )
        )
        break
      }
      for table in finder.tables {
        parts.append((sheet.name, table.role, try output.write(table)))
      }
      output.report(finder.strays, builder)
      if !finder.tables.isEmpty { Self.report(output.spaced, sheet, workbook, builder) }
      if sheet.grid.hasFilledMerges {
        builder.assume(
          "\(workbook.name) (\(sheet.name))",
          .columns,
          "cells merged over several rows hold for each of them"
        )
      }
    }
    let whole = SourceText(text, places, name: workbook.name)
    self.whole = whole
    tables = parts.map { Self.table(whole, $0.title, $0.role, $0.range) }
    if let lines { yaml = SourceText(lines, of: whole, name: "\(workbook.name) (region.yaml)") }
  }

  /// Cells whose value is not in the file or is an error, and texts with spaces around them.
  private static func report(
    _ spaced: [(row: Int, column: Int)],
    _ sheet: Workbook.Sheet,
    _ workbook: Workbook,
    _ builder: ReportBuilder
  ) {
    var formulas: [(row: Int, column: Int)] = []
    var errors: [(row: Int, column: Int)] = []
    for row in sheet.grid.rows {
      for cell in sheet.grid.cells[row.cells] {
        if cell.content == .formula { formulas.append((row.number, Int(cell.column))) }
        if cell.content == .error { errors.append((row.number, Int(cell.column))) }
      }
    }
    func add(
      _ code: DiagnosticCode,
      _ message: String,
      _ hint: String,
      _ cells: [(row: Int, column: Int)]
    ) {
      guard let first = cells.first else { return }
      let more = cells.count > 1 ? " (and \(cells.count - 1) more on this sheet)" : ""
      builder.add(
        Diagnostic(
          code,
          message + more,
          hint: hint,
          location: SourceLocation(
            file: workbook.name,
            cell: SheetCell(
              sheetNumber: sheet.number,
              sheet: sheet.name,
              row: first.row,
              column: first.column
            )
          )
        )
      )
    }
    add(
      .badCell,
      "the cell has a formula whose value is not in the file",
      "open the workbook in a program for spreadsheets and save it",
      formulas
    )
    add(
      .cellError,
      "the cell shows an error, such as #N/A; it counts as empty",
      "mend the formula, or empty the cell",
      errors
    )
    add(
      .outerSpaces,
      "the text begins or ends with a space, which is a part of it",
      "take the space away if it is not meant: names that differ by it are two names",
      spaced
    )
  }
}
