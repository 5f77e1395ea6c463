import LearningRegion

/// The columns in which Gephi keeps times: intervals such as `[2007,2009)`, points of time such as
/// `<[2007,2008]>`, never both in one network.
struct TimeCells {
  /// What is wrong with a cell.
  struct Problem {
    let row: Int
    let column: Int
    let code: DiagnosticCode
    let message: String
    let hint: String
  }

  private enum Kind { case interval, timestamp, either }
  private var kinds: [(column: Int, kind: Kind)] = []

  /// Looks for such columns among these names; nil where there are none.
  init?(_ names: [String]) {
    for (column, name) in names.enumerated() {
      switch HeadingKey.key(name) {
      case "interval", "time_interval": kinds.append((column, .interval))
      case "timestamp": kinds.append((column, .timestamp))
      case "timeset": kinds.append((column, .either))
      default: break
      }
    }
    if kinds.isEmpty { return nil }
  }

  /// Everything that is wrong, column by column.
  ///
  /// - Parameter text: the text of a row in one of the columns.
  func problems(rowCount: Int, _ text: (_ row: Int, _ column: Int) -> String?) -> [Problem] {
    var problems: [Problem] = []
    var first: Kind?
    for (column, kind) in kinds {
      var isMixed = false
      // A column of this name without any time is somebody else's.
      let hasTimes = (0..<rowCount).contains { row in
        text(row, column).map { Self.isBracketed($0) || Self.isPlainTime($0) } ?? false
      }
      for row in 0..<rowCount {
        guard let cell = text(row, column), !cell.isEmpty else { continue }
        if hasTimes, Self.isBracketed(cell) ? !Self.isTime(cell, kind) : !Self.isPlainTime(cell) {
          problems.append(
            Problem(
              row: row,
              column: column,
              code: .badDate,
              message: "\(SafeText.quoted(cell)) is no time of Gephi",
              hint: "such as [2007,2009) or <[2007,2009); [2011,2012]>"
            )
          )
        }
        if kind == .interval, let (start, end) = Self.reversed(cell) {
          problems.append(
            Problem(
              row: row,
              column: column,
              code: .endBeforeStart,
              message:
                "the end \(SafeText.oneLine(end)) is before the start \(SafeText.oneLine(start))",
              hint: "an interval is written [start,end]"
            )
          )
        }
        guard kind != .either, !isMixed else { continue }
        if first == nil { first = kind }
        guard first != kind else { continue }
        isMixed = true
        problems.append(
          Problem(
            row: row,
            column: column,
            code: .inconsistent,
            message: "the table has both intervals and timestamps",
            hint: "a network has the one or the other"
          )
        )
      }
    }
    return problems
  }

  private static func isBracketed(_ cell: String) -> Bool {
    cell.utf8.first.map("<[(".utf8.contains) ?? false
  }

  /// Numbers, dates or moments without brackets; an interval may be two of them.
  private static func isPlainTime(_ cell: String) -> Bool {
    cell.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let text = XMLNumber.trimmed(String(part))
      return CellValue.number(text) != nil || CellValue.day(text) != nil
    }
  }

  /// The ends of the first interval that ends before it begins.
  private static func reversed(_ cell: String) -> (start: String, end: String)? {
    guard isBracketed(cell) else { return nil }
    for part in cell.split(separator: ";") {
      let values = part.split(separator: ",").map { $0.filter { !"<[( )]>".contains($0) } }
      guard values.count >= 2, isReversed(start: values[0], end: values[1]) else { continue }
      return (values[0], values[1])
    }
    return nil
  }

  /// Whether an end, a number or a date, comes before its start.
  static func isReversed(start: String, end: String) -> Bool {
    if let first = CellValue.number(start), let last = CellValue.number(end) {
      return last < first
    }
    if let first = Day(start), let last = Day(end) { return last < first }
    return false
  }

  /// Brackets with one or more values between commas; several behind each other between `<` and `>`.
  private static func isTime(_ cell: String, _ kind: Kind) -> Bool {
    var text = XMLNumber.trimmed(cell)[...]
    if text.hasPrefix("<") {
      guard text.hasSuffix(">"), text.utf8.count > 2 else { return false }
      text = text.dropFirst().dropLast()
    }
    return text.split(separator: ";", omittingEmptySubsequences: false).allSatisfy { part in
      let item = XMLNumber.trimmed(String(part))
      guard item.utf8.count >= 3, let open = item.first, let close = item.last,
        "[(]".contains(open), "])[".contains(close)
      else { return false }
      let values = item.dropFirst().dropLast().split(
        separator: ",",
        omittingEmptySubsequences: false
      )
      let hasAll = values.allSatisfy { !XMLNumber.trimmed(String($0)).isEmpty }
      return hasAll && (kind != .interval || values.count == 2 || values.count == 3)
    }
  }
}

extension RegionAssembly {
  /// Reports what is wrong with Gephi's times of nodes and ties.
  func checkTimes() {
    for (columns, places) in [(nodeColumns, firstSeenAt), (tieColumns, tiePlaces)] {
      guard let times = TimeCells(columns.columns.map(\.name)) else { continue }
      let problems = times.problems(rowCount: places.count) { row, column in
        columns.columns[column].text(row: row)
      }
      for problem in problems {
        let cell = columns.columns[problem.column].place(row: problem.row)
        report(problem.code, problem.message, hint: problem.hint, at: cell ?? places[problem.row])
      }
    }
  }
}

extension RegionReading {
  /// Reports what is wrong with Gephi's times in a table of ties.
  func checkTimes() {
    let columns = draft.ties.attributes
    guard let times = TimeCells(columns.map(\.name)), let trace = traces[.ties] else { return }
    let problems = times.problems(rowCount: trace.lines.count) { columns[$1].values[$0] }
    for problem in problems {
      builder.error {
        // Looked for only where the problem is shown.
        let column = HeadingKey.key(columns[problem.column].name)
        let place = trace.place(row: problem.row, column: column, word: nil) ?? (0..<0, 1)
        return trace.source.diagnostic(
          problem.code,
          problem.message,
          hint: problem.hint,
          at: place.range,
          line: place.line
        )
      }
    }
  }
}
