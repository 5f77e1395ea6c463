import LearningRegion

/// Goes through the rows of one table and reads its cells, reporting what is wrong with them.
///
/// A row with a bad cell is still a row: the cell counts as empty, so that one mistake does not
/// make others out of everything that refers to the row.
struct TableCursor: ~Copyable {
  let source: SourceText
  let schema: TableSchema
  let heading: TableHeading
  let separator: CellSeparator
  let builder: ReportBuilder
  private var scanner: CSVScanner
  private var marks: [NumberReader.DecimalMark?]
  /// The row was reported already; what is missing in it is not reported again.
  private(set) var isPartial = false
  private var reportedUnnamed = false
  /// What the next row is numbered, once one was.
  private var rowNumber: Int64?

  init(
    scanner: consuming CSVScanner,
    source: SourceText,
    schema: TableSchema,
    heading: TableHeading,
    separator: CellSeparator,
    builder: ReportBuilder
  ) {
    self.scanner = scanner
    self.source = source
    self.schema = schema
    self.heading = heading
    self.separator = separator
    self.builder = builder
    marks = Array(repeating: nil, count: heading.width)
  }

  /// The line of the current row.
  var line: Int { scanner.rowLine }

  /// Goes to the next row that is not blank; false at the end.
  mutating func next() -> Bool {
    while true {
      switch scanner.next() {
      case .end:
        builder.assumeComments(scanner.commentCount, source)
        return false
      case .row:
        isPartial = false
        if scanner.fieldCount != heading.width {
          if scanner.isBlank { continue }
          checkWidth()
        } else if scanner[0].isEmpty && scanner.isBlank {
          continue
        }
        if !heading.unnamed.isEmpty { checkUnnamed() }
        return true
      case .malformed(let problem, let place, let line):
        TableProblem.report(problem, at: place, line: line, source, separator, builder)
        if scanner.fieldCount > 0 {
          isPartial = true
          return true
        }
      }
    }
  }

  /// Empty cells after the last column say nothing; anything else is a row out of step.
  private mutating func checkWidth() {
    let count = scanner.fieldCount
    var extra = heading.width
    while extra < count, scanner[extra].isEmpty { extra += 1 }
    guard count < heading.width || extra < count else { return }
    isPartial = true
    let range = count < heading.width ? scanner[count - 1].range : scanner[extra].range
    let width = heading.width
    let separator = separator
    let source = source
    let line = line + source.lineEnds(in: scanner.rowStart..<range.lowerBound)
    builder.error {
      source.diagnostic(
        .wrongFieldCount,
        "the row has \(count) \(count == 1 ? "cell" : "cells"), the heading has \(width)",
        hint: count > width
          ? "put a cell that contains a \(separator.name) between double quotes"
          : "leave a cell empty rather than out",
        at: range,
        line: line
      )
    }
  }

  /// A first column without a heading may hold the numbers of the rows, as R and pandas write
  /// them; any other says nothing that could be kept.
  private mutating func checkUnnamed() {
    guard !reportedUnnamed else { return }
    for place in heading.unnamed where place < scanner.fieldCount && !scanner[place].isEmpty {
      if place == 0, takesRowNumber() { continue }
      reportedUnnamed = true
      report(.unnamedColumn, "this column has no heading", hint: "name it in the first row", place)
      return
    }
  }

  /// Whether the first cell is the number of the row, which begins with 0 or 1.
  private mutating func takesRowNumber() -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[scanner[0].range])
    guard let number = try? NumberReader.integer(bytes),
      number == rowNumber ?? min(max(number, 0), 1)
    else { return false }
    if rowNumber == nil {
      builder.assume(source.name, .columns, "the first column numbers the rows and is left out")
    }
    rowNumber = number + 1
    return true
  }

  // MARK: Cells

  /// The cell of a column of the schema, or nil where it is empty or not there.
  private func field(_ column: Int) -> CSVField? {
    let place = heading.places[column]
    guard place >= 0, place < scanner.fieldCount else { return nil }
    let field = scanner[place]
    return field.isEmpty ? nil : field
  }

  /// The cell's bytes where they can be taken as they stand: nothing to unescape or compose.
  func plainBytes(_ column: Int) -> UnsafeRawBufferPointer? {
    guard let field = field(column), !field.hasEscapes else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[field.range])
    return NormalForm.isSurelyComposed(bytes) ? bytes : nil
  }

  /// The text of a cell.
  func text(_ column: Int) -> String? {
    field(column).map { CellText.text($0, source) }
  }

  /// The text of a cell of a column that the model does not know.
  func attribute(_ place: Int) -> String? {
    guard place < scanner.fieldCount, !scanner[place].isEmpty else { return nil }
    return CellText.text(scanner[place], source)
  }

  /// The text of a cell that must not be empty; empty text after the problem was reported.
  func required(_ column: Int) -> String {
    if let text = text(column) { return text }
    reportMissing(column)
    return ""
  }

  /// Reports that a required cell is empty.
  func reportMissing(_ column: Int) {
    guard !isPartial else { return }
    let name = schema.columns[column].name
    report(.missingValue, "the \(name) is empty", hint: nil, heading.places[column])
  }

  /// The texts of a list cell.
  func list(_ column: Int) -> [String] {
    text(column).map(ListCell.split) ?? []
  }

  /// The number in a cell.
  mutating func number(_ column: Int) -> Double? {
    guard let field = field(column) else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[field.range])
    let place = heading.places[column]
    do throws(NumberReader.Problem) {
      let number = try NumberReader.double(bytes)
      guard !CSVNumbers.vanishes(number.value, bytes) else {
        report(.numberOutOfRange, CSVNumbers.vanished, hint: nil, place)
        return nil
      }
      // A number of a workbook has no mark, whatever other cells of the column are written with.
      let isOwn = number.mark == .dot && source.isStoredNumber(at: field.start)
      if let mark = number.mark, mark != marks[place], !isOwn {
        guard accept(mark, place) else { return nil }
      }
      return number.value
    } catch {
      reportNumber(error, field, place, schema.columns[column].name)
      return nil
    }
  }

  /// The first fraction of a column decides about its decimal mark.
  private mutating func accept(_ mark: NumberReader.DecimalMark, _ place: Int) -> Bool {
    if marks[place] != nil {
      report(
        .mixedDecimalMarks,
        "this column has decimal commas and decimal points",
        hint: "write all its numbers alike",
        place
      )
      return false
    }
    if mark == .comma {
      guard separator != .comma else {
        report(
          .badNumber,
          "a decimal comma needs a file that is not separated by commas",
          hint: "write the number with a point",
          place
        )
        return false
      }
      builder.assume(source.name, .decimalMark, "decimal comma")
    }
    marks[place] = mark
    return true
  }

  private func reportNumber(
    _ problem: NumberReader.Problem,
    _ field: CSVField,
    _ place: Int,
    _ name: String
  ) {
    let source = source
    switch problem {
    case .notANumber:
      let text = CellText.text(field, source)
      // Where decimals have a comma a spreadsheet makes 27 June of 27.6.
      let isDate = source.places != nil && CellValue.day(text) != nil
      report(
        .badNumber,
        "\(SafeText.quoted(text)) is not a number",
        hint: isDate
          ? "the cell holds a date: a spreadsheet may have taken a number with a point for one, such as 27.6"
          : "\(name) holds numbers such as 3, 0.25 or 1e6; leave the cell empty where there is none",
        place
      )
    case .outOfRange:
      report(.numberOutOfRange, "the number is too large", hint: nil, place)
    }
  }

  /// The whole number in a cell.
  func integer(_ column: Int) -> Int? {
    guard let field = field(column) else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[field.range])
    do throws(NumberReader.Problem) {
      return Int(try NumberReader.integer(bytes))
    } catch {
      let text = CellText.text(field, source)
      report(
        error == .outOfRange ? .numberOutOfRange : .badInteger,
        "\(SafeText.quoted(text)) is not a whole number"
          + (error == .outOfRange ? " that fits" : ""),
        hint: nil,
        heading.places[column]
      )
      return nil
    }
  }

  /// The date in a cell.
  func day(_ column: Int) -> Day? {
    guard let text = text(column) else { return nil }
    if let day = Day(text) { return day }
    report(
      .badDate,
      "\(SafeText.quoted(text)) is not a date",
      hint: "write dates as YYYY, YYYY-MM or YYYY-MM-DD",
      heading.places[column]
    )
    return nil
  }

  /// One of a few words, compared without case; spaces and hyphens count as underscores.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ column: Int,
    _: Value.Type = Value.self
  ) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = Value(rawValue: HeadingKey.key(text)) { return value }
    reportChoice(column, text, Value.allCases.map(\.rawValue))
    return nil
  }

  /// Yes or no.
  func flag(_ column: Int) -> Bool? {
    guard let text = text(column) else { return nil }
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default:
      reportChoice(column, text, ["yes", "no"])
      return nil
    }
  }

  private func reportChoice(_ column: Int, _ text: String, _ choices: [String]) {
    let name = schema.columns[column].name
    let near = Suggestion.nearest(to: text, among: choices)
    report(
      .badChoice,
      "\(SafeText.quoted(text)) is not a known \(name)",
      hint: (near.map { "did you mean \"\($0)\"? " } ?? "")
        + "it can be \(choices.joined(separator: ", "))",
      heading.places[column]
    )
  }

  /// Reports a problem with a cell of the current row.
  func report(_ code: DiagnosticCode, _ message: String, hint: String?, _ place: Int) {
    let range =
      place >= 0 && place < scanner.fieldCount
      ? scanner[place].range : scanner.rowStart..<scanner.rowStart
    let line =
      line + source.lineEnds(in: scanner.rowStart..<max(scanner.rowStart, range.lowerBound))
    let source = source
    builder.error { source.diagnostic(code, message, hint: hint, at: range, line: line) }
  }
}

extension ReportBuilder {
  /// Says how many lines were passed over because they are comments.
  func assumeComments(_ count: Int, _ source: SourceText) {
    guard count > 0 else { return }
    assume(
      source.name,
      .heading,
      count == 1
        ? "1 line beginning with # or % is left out as a comment"
        : "\(count) lines beginning with # or % are left out as comments"
    )
  }
}

/// Rows that are no CSV.
enum TableProblem {
  static func report(
    _ problem: CSVProblem,
    at place: Int,
    line: Int,
    _ source: SourceText,
    _ separator: CellSeparator,
    _ builder: ReportBuilder,
    mostColumns: Int = CSVScanner.mostColumns
  ) {
    let (code, message, hint): (DiagnosticCode, String, String) =
      switch problem {
      case .unterminatedQuote:
        (
          .unterminatedQuote, "the quote opened here is never closed",
          "close it, or write a quote inside a quoted cell twice"
        )
      case .textAfterQuote:
        (
          .textAfterQuote, "text follows the closing quote of a cell",
          "write a quote inside a quoted cell twice"
        )
      case .strayQuote:
        (
          .strayQuote, "a quote in the middle of a cell",
          "put the whole cell between quotes and write the quote inside it twice"
        )
      case .fieldTooLong:
        (
          .fieldTooLong, "the cell has more than \(CSVScanner.longestField) bytes",
          "is a closing quote missing?"
        )
      case .tooManyColumns:
        (
          .tooManyColumns, "the row has more than \(mostColumns) cells",
          "is this a matrix? write one tie per row"
        )
      }
    builder.error {
      source.diagnostic(code, message, hint: hint, at: place..<place + 1, line: line)
    }
  }
}
