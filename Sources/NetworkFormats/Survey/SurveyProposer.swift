import LearningRegion

/// What ``SurveyImport/propose(_:rosterName:largestFile:)`` found out.
public struct SurveyProposal: Sendable {
  /// The tool that the exports come from.
  public let tool: SurveyTool
  /// The text of `survey.yaml`.
  public let plan: String
  /// The roster as CSV.
  public let roster: [UInt8]
  /// How many actors are in the roster.
  public let actorCount: Int
  /// Rows with answers.
  public let answerCount: Int
  /// Names of the relations proposed.
  public let relations: [String]
  /// Names of the roster that may be one: the earlier and the later.
  public let similar: [(String, String)]
  /// What somebody should look at.
  public let remarks: [String]
}

/// Proposes how exports can be read.
struct SurveyProposer {
  private let exports: [SurveyExport]
  private let repeats: [SurveyExport]
  private let rosterName: String
  private let builder: ReportBuilder
  private var plan = SurveyPlan()
  private var remarks: [String] = []
  private var uncertain: Set<String> = []

  init(_ sheets: [SurveyExport], rosterName: String, _ builder: ReportBuilder) {
    let split = SurveyFiles.split(sheets)
    exports = split.exports
    repeats = split.repeats.map(\.export)
    self.rosterName = rosterName
    self.builder = builder
  }

  /// The proposal, or nil after an error.
  func proposal() -> SurveyProposal? {
    guard let first = exports.first else {
      builder.add(SurveyFiles.groupAlone)
      return nil
    }
    var copy = self
    return copy.propose(first)
  }

  private mutating func propose(_ first: SurveyExport) -> SurveyProposal {
    plan.tool = first.tool
    plan.roster = rosterName
    plan.missing = first.tool.missing
    plan.finished = Self.finished(first)
    plan.wave = waves()
    let columns = SurveyColumns(first)
    var roster = RosterProposal()
    if first.tool == .long, let long = LongColumns(headings: first.headings) {
      proposeLong(first, long, &roster)
    } else {
      var taken: Set<String> = []
      proposeWide(first, columns, &roster, &taken)
      proposeNewQuestions(&roster, &taken)
    }
    if plan.relations.isEmpty {
      remarks.append("no question that names others was found: write the relations yourself")
    }
    if let who = first.column(plan.respondent) {
      for export in exports {
        guard let column = export.column(plan.respondent) else { continue }
        for text in export.texts(column) { roster.addRespondent(text) }
      }
      if first.texts(who).isEmpty {
        remarks.append("nobody says who answered in the column \(SafeText.quoted(plan.respondent))")
      }
    }
    roster.finish()
    remarks += roster.remarks
    return SurveyProposal(
      tool: first.tool,
      plan: SurveyPlanWriter.text(plan, first, uncertainScales: uncertain, remarks: remarks),
      roster: roster.bytes(),
      actorCount: roster.count,
      answerCount: exports.reduce(0) { $0 + $1.answers.count },
      relations: plan.relations.map(\.name),
      similar: roster.similar,
      remarks: remarks
    )
  }

  // MARK: Parts that the tool decides

  private static func finished(_ export: SurveyExport) -> SurveyPlan.Finished? {
    func heading(_ keys: [String]) -> String? {
      export.headings.first { keys.contains(HeadingKey.key($0)) }
    }
    switch export.tool {
    case .limesurvey:
      return heading(["submitdate", "date_submitted", "dato_sendt"]).map { .init(column: $0) }
    case .qualtrics:
      return heading(["finished"]).map { .init(column: $0, values: ["1", "True"]) }
    case .surveyxact:
      if let column = heading(["statoverall_4"]) { return .init(column: column, values: ["1"]) }
      return heading(["closetime"]).map { .init(column: $0) }
    case .forms, .kobo, .long, .table: return nil
    }
  }

  /// One wave per export where there are several: the year in the file's name, else its number.
  private func waves() -> SurveyPlan.WaveRule {
    guard exports.count > 1 else { return .none }
    let years = exports.map { Self.year($0.sheet.file) }
    let areYears = years.allSatisfy { $0 != nil } && Set(years).count == years.count
    return .files(
      exports.enumerated().map { number, export in
        SurveyPlan.Named(
          key: FileName.last(export.sheet.file),
          value: areYears ? years[number] ?? "" : String(number + 1)
        )
      }
    )
  }

  /// Four digits from 1990 to 2099 in a file's name.
  private static func year(_ file: String) -> String? {
    FileName.last(file).split { !($0.isASCII && $0.isNumber) }.map(String.init)
      .first { $0.count == 4 && (1990...2099).contains(Int($0) ?? 0) }
  }

  // MARK: One row per answer

  private mutating func proposeLong(
    _ export: SurveyExport,
    _ long: LongColumns,
    _ roster: inout RosterProposal
  ) {
    plan.respondent = long.respondent
    plan.long = long
    if let heading = export.headings.first(where: {
      ["wave", "bølge", "runde"].contains(HeadingKey.key($0))
    }),
      exports.count == 1
    {
      plan.wave = .column(heading)
    }
    var questions: [String?] = [nil]
    if let question = long.question, let column = export.column(question) {
      questions = RosterProposal.distinct(export.texts(column)).prefix(50).map { $0 }
    }
    var taken: Set<String> = []
    for question in questions {
      let kind = QuestionGuess.kind(question ?? "")
      let name = QuestionGuess.name(kind, heading: question ?? "tie", taken: &taken)
      var relation = SurveyRelation(name: name, layout: .question(question))
      relation.kind = kind
      relation.label = question
      setScale(&relation)
      plan.relations.append(relation)
    }
    if let member = export.column(long.member) {
      for text in export.texts(member) { roster.addAlter(text, code: nil) }
    }
  }

  // MARK: One row per respondent

  private mutating func proposeWide(
    _ export: SurveyExport,
    _ columns: SurveyColumns,
    _ roster: inout RosterProposal,
    _ taken: inout Set<String>
  ) {
    var questions = SurveyQuestions(export, columns, repeats)
    plan.respondent = questions.respondent
    for question in questions.related() { propose(question, &roster, &taken) }
    remarks += questions.remarks
  }

  /// Questions that a later wave asks and none before it.
  private mutating func proposeNewQuestions(
    _ roster: inout RosterProposal,
    _ taken: inout Set<String>
  ) {
    for (number, export) in exports.enumerated().dropFirst() {
      let asked = Set(exports[..<number].flatMap(\.headings))
      guard !asked.isSuperset(of: export.headings) else { continue }
      var questions = SurveyQuestions(export, SurveyColumns(export), [])
      for question in questions.related()
      where plan.relations.count < SurveyPlan.mostRelations
        && asked.isDisjoint(with: question.headings(in: export))
      {
        propose(question, &roster, &taken)
        remarks.append(
          "\(SafeText.quoted(question.heading)) is asked in \(FileName.last(export.sheet.file)) and not before"
        )
      }
    }
  }

  private mutating func propose(
    _ question: SurveyQuestion,
    _ roster: inout RosterProposal,
    _ taken: inout Set<String>
  ) {
    let name = QuestionGuess.name(question.kind, heading: question.heading, taken: &taken)
    var relation = SurveyRelation(name: name, layout: question.layout)
    relation.kind = question.kind
    relation.label = question.label
    if question.hasStrengths { setScale(&relation) }
    let isConsistent =
      question.altersAreCodes
      || question.alters.allSatisfy { roster.accepts(code: $0.key, for: $0.value) }
    if !isConsistent { relation.alters = question.alters }
    for alter in question.alters {
      if question.altersAreCodes {
        roster.addCode(alter.key)
      } else {
        roster.addAlter(alter.value, code: isConsistent ? alter.key : nil)
      }
    }
    for name in question.listed { roster.addAlter(name, code: nil) }
    plan.relations.append(relation)
    if question.altersAreCodes {
      let areNamed = question.alters.contains { roster.isNamed(code: $0.key) }
      remarks.append(
        "the export does not say who \(question.alters.first?.key ?? "") and the others of "
          + "\(SafeText.quoted(question.heading)) are: "
          + (areNamed
            ? "they are taken for those with the same codes in other questions"
            : "write their names in the column label of the roster")
      )
    }
  }

  // MARK: Scales

  private mutating func setScale(_ relation: inout SurveyRelation) {
    let columns = strengths(relation.layout)
    let answers = columns.flatMap { strengths in
      strengths.rows.map { strengths.export.sheet.rows[$0][strengths.column] }
    }
    .filter { !$0.isEmpty }
    for answer in RosterProposal.distinct(answers.filter(ScaleGuess.isUnknown))
    where !plan.missing.contains(answer) {
      plan.missing.append(answer)
    }
    let leftOut = Set((plan.missing + plan.noTie).map { $0.lowercased() })
    let guess = ScaleGuess.guess(answers, leavingOut: leftOut)
    relation.scale = guess.scale
    if guess.isOrderUnknown { uncertain.insert(relation.name) }
    for text in guess.others { tellWord(text, columns, relation.name) }
  }

  /// Warns of a word among numbers, where it stands first.
  private func tellWord(_ text: String, _ columns: [Strengths], _ relation: String) {
    for strengths in columns {
      let sheet = strengths.export.sheet
      guard let row = strengths.rows.first(where: { sheet.rows[$0][strengths.column] == text })
      else { continue }
      builder.report.diagnostics.add(.warning) {
        sheet.diagnostic(
          .badNumber,
          "\(SafeText.quoted(text)) is not a number, as the other answers about \(SafeText.quoted(relation)) are",
          hint: "correct it, or add it to missing or no_tie; `samspill survey ties` refuses it",
          severity: .warning,
          row: row,
          column: strengths.column
        )
      }
      return
    }
  }

  /// A column with strengths of a relation, and the rows that are about it.
  private typealias Strengths = (export: SurveyExport, column: Int, rows: [Int])

  /// All columns in which the exports have strengths for a relation.
  private func strengths(_ layout: SurveyRelation.Layout) -> [Strengths] {
    func columns(_ heading: String, _ exports: [SurveyExport]) -> [Strengths] {
      exports.compactMap { export in
        export.column(heading).map { (export, $0, Array(export.answers)) }
      }
    }
    switch layout {
    case .columns(let pattern), .names(_, values: let pattern?):
      return exports.flatMap { export in
        pattern.columns(export.headings).map { (export, $0.column, Array(export.answers)) }
      }
    case .headings(let list): return list.flatMap { columns($0.key, exports) }
    case .repeated(_, values: let heading?): return columns(heading, repeats)
    case .question(let question):
      return exports.compactMap { export in
        guard let value = plan.long?.value.flatMap({ export.column($0) }) else { return nil }
        let column = plan.long?.question.flatMap { export.column($0) }
        let rows = export.answers.filter { row in
          guard let question, let column else { return true }
          return export.sheet.rows[row][column] == question
        }
        return (export, value, rows)
      }
    case .list, .names, .repeated: return []
    }
  }
}
