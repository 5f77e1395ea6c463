import Foundation
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
    let text =
      switch format {
      case .table: table.keepingColumns(isShown).terminal()
      case .csv: table.csv(options.rawText ? .off : .apostrophe)
      case .md: table.markdown()
      case .json: json(table).text() + "\n"
      }
    try write(Array(text.utf8))
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
