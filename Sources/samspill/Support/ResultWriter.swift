import Foundation
import NetworkFormats
import RegionAnalysis
import SafeFiles

/// Brings a result to where the user wants it, in the format they want.
struct ResultWriter {
  let options: ResultOptions
  let console: Console

  /// The format: as asked for, else by the file's ending, else a table for a person and CSV for a program.
  var format: ResultFormat {
    if let format = formatAskedFor { return format }
    let isForPerson = (options.output ?? "-") == "-" && isatty(STDOUT_FILENO) == 1
    return isForPerson ? .table : .csv
  }

  /// The format that an option or the ending of the file asks for.
  var formatAskedFor: ResultFormat? {
    if options.asCSV { return .csv }
    if options.asJSON { return .json }
    if let format = options.format { return format }
    guard let output = options.output, output != "-" else { return nil }
    switch Self.ending(of: output) {
    case "csv": return .csv
    case "json": return .json
    case "md": return .md
    case "xlsx": return .xlsx
    case "txt": return .table
    default: return nil
    }
  }

  /// The ending of a file's name in lower case without the dot; empty where it has none.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Sorts and cuts a table as asked for.
  func arranged(_ table: ResultTable) throws -> ResultTable {
    var table = table
    if let name = options.sort {
      guard let column = table.column(name) else {
        throw ProgramError(
          .usage,
          "there is no column \"\(name)\" to sort by",
          hint: ProgramError.known(name, table.columns)
        )
      }
      table.sort(byLargest: column)
    }
    if let top = options.top { table.keepFirst(top) }
    return table
  }

  /// Writes a table, or its JSON form inside the envelope.
  ///
  /// - Parameter forReading: the columns that fit a screen; the other formats have all of them.
  func write(
    _ table: ResultTable,
    forReading isShown: (_ column: String) -> Bool = { _ in true },
    json: (ResultTable) -> JSONValue
  ) throws {
    let table = try arranged(table)
    let bytes: [UInt8] =
      switch format {
      case .table: Array(table.keepingColumns(isShown).terminal().utf8)
      case .csv: Array(table.csv(options.rawText ? .off : .apostrophe).utf8)
      case .md: Array(table.markdown().utf8)
      case .json: Array((json(table).text() + "\n").utf8)
      case .xlsx: try workbook(table)
      }
    try write(bytes)
  }

  /// A workbook with one sheet. Its texts are texts to a spreadsheet, so they need no apostrophe.
  private func workbook(_ table: ResultTable) throws -> [UInt8] {
    if (options.output ?? "-") == "-", isatty(STDOUT_FILENO) == 1 {
      throw ProgramError(
        .usage,
        "a terminal cannot show a workbook",
        hint: "-o FILE.xlsx writes it to a file"
      )
    }
    guard table.rows.count < WorkbookWriter.mostRows else {
      throw ProgramError(
        .badData,
        "a sheet has at most \(WorkbookWriter.mostRows) rows, the result has \(table.rows.count + 1)",
        hint: "--format csv has no limit; --top N keeps the first rows"
      )
    }
    let sheet = WorkbookSheet(
      name: "result",
      rowCount: table.rows.count + 1,
      columnCount: table.columns.count
    ) { row, column in
      guard row > 0 else { return .text(table.columns[column]) }
      return switch table.rows[row - 1][column] {
      case .missing: .empty
      case .integer(let value): .number(Double(value))
      case .number(let value): .number(value)
      case .text(let text): text.isEmpty ? .empty : .text(text)
      }
    }
    return WorkbookWriter.bytes([sheet])
  }

  /// Writes bytes to standard output or to the file asked for.
  func write(_ bytes: [UInt8]) throws {
    guard let path = options.output, path != "-" else {
      let output = CheckedOutput.standardOutput()
      try output.write(bytes)
      try output.flush()
      return
    }
    let writer = try AtomicWriter(path: path, overwrite: options.overwrite)
    try writer.write(bytes)
    try writer.commit()
    console.detail("wrote \(path)")
  }
}
