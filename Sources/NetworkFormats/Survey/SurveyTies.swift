import LearningRegion

/// Reads one relation out of the responses.
struct SurveyTies {
  /// Whether an actor answered the relation.
  enum Status { case answered, silent }

  /// A tie that a response names, with its strength.
  struct Named {
    let target: Int
    let weight: Double
  }

  let context: SurveyContext
  let relation: SurveyRelation
  private(set) var reader: AnswerReader
  /// Names of alters by what stands for `{n}`.
  private let alterNames: [String: String]
  /// For each export the columns that hold alters, and for each repeated group its columns.
  private(set) var alterColumns: [Int: [(column: Int, actor: Int)]] = [:]
  private(set) var nameColumns: [Int: [(name: Int, value: Int?)]] = [:]
  private(set) var repeatColumns: [Int: [(group: Int, index: Int, name: Int, value: Int?)]] = [:]
  private(set) var longColumns: [Int: (member: Int, question: Int?, value: Int?)] = [:]
  private(set) var rowsOfParent: [Int: [String: [Int]]] = [:]
  /// Answers that are none.
  var missing = FirstMet()
  /// Actors that named themselves.
  var selves = FirstMet()
  private var asides = FirstMet()

  /// The exports that ask about the relation.
  private(set) var exports: [Int] = []

  init(
    _ context: SurveyContext,
    _ relation: SurveyRelation,
    _ names: inout SurveyNames,
    _ roster: SurveyRoster
  ) {
    self.context = context
    self.relation = relation
    reader = AnswerReader(context.plan, relation.scale)
    alterNames = Dictionary(
      relation.alters.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    for number in context.exports.indices where findColumns(number, &names, roster) {
      exports.append(number)
    }
    if exports.isEmpty, !context.builder.hasErrors { reportNowhere() }
    if relation.scale == nil { reader = reader.reading(strengths) }
    asides.tell(
      .skippedColumn,
      context.builder,
      hint: "what was written beside a choice belongs to no actor"
    ) { "\($0) \($0 == 1 ? "column" : "columns") of \(SafeText.quoted(relation.name)) not read" }
  }

  private var key: String { "relations/\(relation.name)" }

  /// The cells with strengths, in all exports.
  private var strengths: [String] {
    exports.flatMap { number -> [String] in
      let export = context.exports[number]
      let columns =
        (alterColumns[number] ?? []).map(\.column) + (nameColumns[number] ?? []).compactMap(\.value)
      var texts = columns.flatMap { export.texts($0) }
      for columns in repeatColumns[number] ?? [] {
        texts += columns.value.map { context.repeats[columns.group].export.texts($0) } ?? []
      }
      if let columns = longColumns[number], let value = columns.value {
        texts += export.answers.compactMap { row in
          let cells = export.sheet.rows[row]
          return asks(cells, columns.question) ? cells[value] : nil
        }
      }
      return texts
    }
  }

  /// Whether a row of a table with one row per answer is about the relation.
  func asks(_ cells: [String], _ question: Int?) -> Bool {
    guard let question, case .question(let wanted?) = relation.layout else { return true }
    return SurveyRoster.key(cells[question]) == SurveyRoster.key(wanted)
  }

  // MARK: Columns

  private mutating func findColumns(
    _ number: Int,
    _ names: inout SurveyNames,
    _ roster: SurveyRoster
  ) -> Bool {
    let export = context.exports[number]
    switch relation.layout {
    case .columns(let pattern):
      let columns = pattern.columns(export.headings)
      noteAsides(pattern, export)
      tellContradictions(pattern, export)
      alterColumns[number] = columns.compactMap { column, code in
        alter(code, column, export, &names, roster).map { (column, $0) }
      }
      return !columns.isEmpty
    case .headings(let list):
      var columns: [(Int, Int)] = []
      for entry in list {
        guard let column = export.find(entry.key) else { continue }
        let actor = names.actor(entry.value) { export.sheet.place(row: 0, column: column) }
        if let actor { columns.append((column, actor)) }
      }
      if !columns.isEmpty, columns.count < list.count { reportPartly(list, export) }
      alterColumns[number] = columns
      return !columns.isEmpty
    case .list(let heading, _):
      guard let column = export.find(heading) else { return false }
      nameColumns[number] = [(column, nil)]
      return true
    case .names(let pattern, let values):
      let columns = pattern.columns(export.headings)
      nameColumns[number] = columns.map { column, code in
        (column, values.flatMap { export.column($0.heading(code)) })
      }
      return !columns.isEmpty
    case .question:
      return findLong(number, export)
    case .repeated(let member, let value):
      return findRepeats(number, member, value)
    }
  }

  private mutating func noteAsides(_ pattern: ColumnPattern, _ export: SurveyExport) {
    for (column, heading) in export.headings.enumerated() {
      guard let code = pattern.code(in: heading), ColumnPattern.isAside(code),
        !export.texts(column).isEmpty
      else { continue }
      asides.add(export.sheet, 0, column)
    }
  }

  /// KoboToolbox says a multiple choice twice: in one text, and in a column for each option.
  private func tellContradictions(_ pattern: ColumnPattern, _ export: SurveyExport) {
    guard pattern.suffix.isEmpty, pattern.prefix.hasSuffix("/"),
      let whole = export.column(String(pattern.prefix.dropLast()))
    else { return }
    let options = export.headings.enumerated().compactMap { column, heading in
      pattern.code(in: heading).map { (column: column, code: $0) }
    }
    for row in export.answers {
      let cells = export.sheet.rows[row]
      guard !cells[whole].isEmpty else { continue }
      let chosen = options.filter { ["1", "true"].contains(cells[$0.column].lowercased()) }
      // The text has the options in the order of their choice.
      let length = chosen.reduce(chosen.count - 1) { $0 + $1.code.count }
      let text = " " + cells[whole] + " "
      if length == cells[whole].count, chosen.allSatisfy({ text.contains(" \($0.code) ") }) {
        continue
      }
      context.builder.report.diagnostics.add(.warning) {
        export.sheet.diagnostic(
          .inconsistent,
          "the text and the columns of its options do not say the same",
          hint: "the columns are taken",
          severity: .warning,
          row: row,
          column: whole
        )
      }
    }
  }

  /// The actor that stands for `{n}`; a code that nobody has is an error where the column has answers.
  private func alter(
    _ code: String,
    _ column: Int,
    _ export: SurveyExport,
    _ names: inout SurveyNames,
    _ roster: SurveyRoster
  ) -> Int? {
    let place = { export.sheet.place(row: 0, column: column) }
    if let name = alterNames[code] { return names.actor(name, place) }
    if let actor = roster.actor(code: code) ?? roster.actor(named: code) { return actor }
    guard roster.hasCodes || !relation.alters.isEmpty else { return names.actor(code, place) }
    guard !export.texts(column).isEmpty else { return nil }
    context.builder.error {
      let known = relation.alters.map(\.key) + roster.sortedCodes
      return export.sheet.diagnostic(
        .unknownAlter,
        "nobody has the code \(SafeText.quoted(code))",
        hint: (Suggestion.nearest(to: code, among: known).map {
          "did you mean \(SafeText.quoted($0))? "
        }
          ?? "") + "write it in the column code of the roster, or under alters",
        row: 0,
        column: column
      )
    }
    return nil
  }

  private mutating func findLong(_ number: Int, _ export: SurveyExport) -> Bool {
    guard let long = context.plan.long else {
      context.fail(
        .missingValue,
        "question needs a table with one row per answer",
        hint: "member: and value: name its columns",
        at: key
      )
      return false
    }
    guard let member = context.column(long.member, in: export, for: "member") else { return false }
    var columns: (member: Int, question: Int?, value: Int?) = (member, nil, nil)
    if let heading = long.value {
      guard let value = context.column(heading, in: export, for: "value") else { return false }
      columns.value = value
    }
    guard case .question(let wanted?) = relation.layout else {
      longColumns[number] = columns
      return true
    }
    guard let heading = long.question else {
      context.fail(
        .missingValue,
        "the table has no column for the question",
        hint: "question: at the top names it",
        at: key + "/question"
      )
      return false
    }
    guard let question = context.column(heading, in: export, for: "question") else { return false }
    columns.question = question
    longColumns[number] = columns
    return export.texts(question).contains { SurveyRoster.key($0) == SurveyRoster.key(wanted) }
  }

  private mutating func findRepeats(_ number: Int, _ member: String, _ value: String?) -> Bool {
    for (group, entry) in context.repeats.enumerated() where entry.main == number {
      guard let name = entry.export.find(member),
        let parent = entry.export.column("_parent_index"),
        let index = context.exports[number].column("_index")
      else { continue }
      let strength = value.flatMap { context.column($0, in: entry.export, for: key + "/values") }
      repeatColumns[number, default: []].append((group, index, name, strength))
      var rows: [String: [Int]] = [:]
      for row in entry.export.answers {
        rows[entry.export.sheet.rows[row][parent], default: []].append(row)
      }
      rowsOfParent[group] = rows
    }
    return repeatColumns[number] != nil
  }

  // MARK: Problems with the plan

  private func reportNowhere() {
    let (property, wanted): (String, String) =
      switch relation.layout {
      case .columns(let pattern): ("columns", pattern.text)
      case .headings(let list): ("columns", list.first?.key ?? "")
      case .list(let heading, _): ("list", heading)
      case .names(let pattern, _): ("names", pattern.text)
      case .question(let question): ("question", question ?? "")
      case .repeated(let member, _): ("repeat", member)
      }
    let headings = (context.exports + context.repeats.map(\.export)).flatMap(\.headings)
    context.fail(
      .unknownColumn,
      "no export has \(SafeText.quoted(wanted))",
      hint: context.hint(for: wanted, in: headings),
      at: key + "/" + property
    )
  }

  private func reportPartly(_ list: [SurveyPlan.Named], _ export: SurveyExport) {
    for entry in list where export.find(entry.key) == nil {
      context.fail(
        .unknownColumn,
        "\(export.sheet.file) has no column \(SafeText.quoted(entry.key))",
        hint: context.hint(for: entry.key, in: export.headings),
        at: key + "/columns"
      )
    }
  }
}
