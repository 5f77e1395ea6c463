/// Rows of text cells that know their places, whatever kind of file they come from.
///
/// All rows are as long as the first. Cells are in normal form C, without spaces around them; rows without a text are left
/// out.
struct SurveySheet {
  /// What the file is called in messages.
  var file: String
  let rows: [[String]]
  let places: any CellPlaces

  /// A problem with a cell.
  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil,
    severity: Diagnostic.Severity? = nil,
    row: Int,
    column: Int
  ) -> Diagnostic {
    let found = places.diagnostic(code, message, hint: hint, row: row, column: column)
    guard let severity else { return found }
    return Diagnostic(
      code,
      message,
      hint: hint,
      severity: severity,
      location: found.location,
      excerpt: found.excerpt
    )
  }
}

/// Finds cells of a sheet again in the file they came from.
protocol CellPlaces {
  /// A problem with a cell: file, place and what stands there.
  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String?,
    row: Int,
    column: Int
  ) -> Diagnostic

  /// The place of a row in few words, such as `line 7`.
  func name(ofRow row: Int) -> String
}

/// Reads a CSV file, or a sheet of a workbook that was written out as one, as a sheet.
struct CSVSheetReader {
  /// As many columns as the widest workbook has.
  static let mostColumns = 16_384

  /// The sheet, or nil after an error.
  static func read(_ source: SourceText, _ builder: ReportBuilder) -> SurveySheet? {
    TextNotes.encoding(source, builder)
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab],
      mostColumns: mostColumns,
      isKnown: SurveyRecognition.isKnownHeading
    )
    let separator = opening.separator
    var places = CSVPlaces(source: source, separator: separator)
    var rows: [[String]] = []
    var isWhole = true
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      from: opening.offset,
      line: opening.line,
      mostColumns: mostColumns
    )
    reading: while true {
      switch scanner.next() {
      case .end: break reading
      case .malformed(let problem, let place, let line):
        TableProblem.report(
          problem,
          at: place,
          line: line,
          source,
          separator,
          builder,
          mostColumns: mostColumns
        )
        isWhole = false
        continue
      case .row: break
      }
      var row = (0..<scanner.fieldCount).map { trimmed(CellText.text(scanner[$0], source)) }
      if row.allSatisfy(\.isEmpty) { continue }
      places.starts.append((scanner.rowStart, scanner.rowLine))
      let width = rows.first?.count ?? row.count
      if row.count > width, row[width...].allSatisfy(\.isEmpty) {
        row.removeLast(row.count - width)
      }
      rows.append(row)
      if row.count != width {
        isWhole = false
        let (at, count) = (rows.count - 1, row.count)
        let found = places
        builder.error {
          found.diagnostic(
            .wrongFieldCount,
            "the row has \(count) \(count == 1 ? "cell" : "cells"), the heading has \(width)",
            hint:
              "was the export opened and saved by another program? use the file as the tool wrote it",
            row: at,
            column: min(count - 1, width)
          )
        }
      }
    }
    return isWhole ? SurveySheet(file: source.name, rows: rows, places: places) : nil
  }

  /// Without the spaces around it, those that do not break included.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return text }
    let scalars = text.unicodeScalars
    guard let from = scalars.firstIndex(where: { !isSpace($0) }),
      let to = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[from...to])
  }
}

/// The places of the cells of a CSV file: a row is scanned again when one of its cells is told of.
struct CSVPlaces: CellPlaces {
  let source: SourceText
  let separator: CellSeparator
  /// Offset and line number of each row.
  var starts: [(offset: Int, line: Int)] = []

  init(source: SourceText, separator: CellSeparator) {
    self.source = source
    self.separator = separator
  }

  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String?,
    row: Int,
    column: Int
  ) -> Diagnostic {
    let start = starts[row]
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      from: start.offset,
      line: start.line,
      mostColumns: CSVSheetReader.mostColumns
    )
    var range = start.offset..<start.offset
    if scanner.next() == .row, column < scanner.fieldCount { range = scanner[column].range }
    let later = source.lineEnds(in: start.offset..<max(start.offset, range.lowerBound))
    return source.diagnostic(code, message, hint: hint, at: range, line: start.line + later)
  }

  func name(ofRow row: Int) -> String {
    // Counting lines again is only for what has none.
    source.places == nil ? "line \(starts[row].line)" : source.lineName(at: starts[row].offset)
  }
}
