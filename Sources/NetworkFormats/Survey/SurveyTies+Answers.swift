extension SurveyTies {
  /// The ties that a response names, each alter once with its largest strength, and whether the
  /// relation was answered.
  mutating func read(
    _ response: SurveyResponse,
    _ names: inout SurveyNames
  ) -> (ties: [Named], status: Status) {
    var found = Found()
    let export = context.exports[response.export]
    for row in response.rows {
      let cells = export.sheet.rows[row]
      for (column, actor) in alterColumns[response.export] ?? [] {
        take(answer(cells[column], export, row, column), actor, &found, export, row, column)
      }
      for (column, value) in nameColumns[response.export] ?? [] {
        for name in parts(cells[column]) {
          readName(name, value, export, row, column, &found, &names)
        }
      }
      if let columns = longColumns[response.export] {
        readLong(columns, export, row, &found, &names)
      }
      for columns in repeatColumns[response.export] ?? [] {
        let group = context.repeats[columns.group].export
        for row in rowsOfParent[columns.group]?[cells[columns.index]] ?? [] {
          let name = group.sheet.rows[row][columns.name]
          if !name.isEmpty {
            readName(name, columns.value, group, row, columns.name, &found, &names)
          }
        }
      }
    }
    let actor = response.actor
    if found.strengths.removeValue(forKey: actor) != nil {
      selves.add(export.sheet, response.rows[0], 0)
      found.order.removeAll { $0 == actor }
    }
    let ties = found.order.map { Named(target: $0, weight: found.strengths[$0] ?? 1) }
    // Without the end nobody knows whether blanks were meant.
    let isSilent =
      response.isFinished ? found.missing > 0 && found.given == 0 : found.given == 0
    return (ties, isSilent ? .silent : .answered)
  }

  /// What one response says of one relation.
  private struct Found {
    var strengths: [Int: Double] = [:]
    var order: [Int] = []
    var given = 0
    var missing = 0
    /// What rows of a table with one row per answer said of each name, and where.
    var said: [String: (answer: Answer, row: Int)] = [:]
  }

  private mutating func readLong(
    _ columns: (member: Int, question: Int?, value: Int?),
    _ export: SurveyExport,
    _ row: Int,
    _ found: inout Found,
    _ names: inout SurveyNames
  ) {
    let cells = export.sheet.rows[row]
    guard asks(cells, columns.question) else {
      // Somebody with a row about another question was there for this one too.
      found.given += 1
      return
    }
    let name = cells[columns.member]
    guard !name.isEmpty else {
      found.given += 1
      return
    }
    if let value = columns.value {
      if cells[value].isEmpty { found.given += 1 }
      tellRepeated(name, value, export, row, &found)
    }
    readName(name, columns.value, export, row, columns.member, &found, &names, needsValue: true)
  }

  /// Warns of a second answer about the same actor that is not the first.
  private func tellRepeated(
    _ name: String,
    _ value: Int,
    _ export: SurveyExport,
    _ row: Int,
    _ found: inout Found
  ) {
    let text = export.sheet.rows[row][value]
    guard let answer = try? reader.read(text), answer != .blank, answer != .missing else { return }
    guard let earlier = found.said.updateValue((answer, row), forKey: SurveyRoster.key(name)),
      earlier.answer != answer
    else { return }
    context.builder.report.diagnostics.add(.warning) {
      export.sheet.diagnostic(
        .inconsistent,
        "\(export.sheet.places.name(ofRow: earlier.row)) gives \(SafeText.quoted(name)) another answer",
        hint: "the larger one counts; leave out one of the rows",
        severity: .warning,
        row: row,
        column: value
      )
    }
  }

  /// A name in a cell, and the strength in another.
  private mutating func readName(
    _ name: String,
    _ value: Int?,
    _ export: SurveyExport,
    _ row: Int,
    _ column: Int,
    _ found: inout Found,
    _ names: inout SurveyNames,
    needsValue: Bool = false
  ) {
    if reader.isMissing(name) {
      missing.add(export.sheet, row, column)
      found.missing += 1
      return
    }
    if reader.isNobody(name) {
      found.given += 1
      return
    }
    var said = value.map { answer(export.sheet.rows[row][$0], export, row, $0) } ?? .tie(1)
    // A name without its strength is a tie all the same.
    if said == .blank, !needsValue { said = .tie(1) }
    guard case .tie = said else {
      take(said, nil, &found, export, row, column)
      return
    }
    let actor = names.actor(name) { export.sheet.place(row: row, column: column) }
    take(said, actor, &found, export, row, column)
  }

  private mutating func take(
    _ answer: Answer,
    _ actor: Int?,
    _ found: inout Found,
    _ export: SurveyExport,
    _ row: Int,
    _ column: Int
  ) {
    switch answer {
    case .blank: break
    case .missing:
      missing.add(export.sheet, row, column)
      found.missing += 1
    case .noTie: found.given += 1
    case .tie(let weight):
      found.given += 1
      guard let actor else { return }
      if let earlier = found.strengths[actor] {
        found.strengths[actor] = max(earlier, weight)
      } else {
        found.strengths[actor] = weight
        found.order.append(actor)
      }
    }
  }

  private func answer(_ text: String, _ export: SurveyExport, _ row: Int, _ column: Int) -> Answer {
    do throws(AnswerReader.Problem) {
      return try reader.read(text)
    } catch {
      context.builder.error {
        let told = error.told(of: text, reader)
        return export.sheet.diagnostic(
          told.code,
          told.message,
          hint: told.hint,
          row: row,
          column: column
        )
      }
      return .blank
    }
  }

  /// The names in a cell: several where the relation is a list.
  private func parts(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    guard case .list(_, let separator) = relation.layout else { return [text] }
    return text.split(separator: separator).compactMap { part in
      let name = CSVSheetReader.trimmed(String(part))
      return name.isEmpty ? nil : name
    }
  }
}
