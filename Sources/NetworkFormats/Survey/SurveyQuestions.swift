import LearningRegion

/// A question that may be about ties.
struct SurveyQuestion {
  let layout: SurveyRelation.Layout
  /// The heading, or what its headings have in common.
  let heading: String
  /// What people read.
  let label: String?
  let kind: RelationKind
  /// Codes and names of the alters; the codes themselves where the names are not known.
  var alters: [SurveyPlan.Named] = []
  var altersAreCodes = false
  /// Names in lists.
  var listed: [String] = []
  /// Names that respondents wrote, and what tells their columns apart.
  var written: [String] = []
  var codes: [String] = []
  /// Whether answers are strengths, and not only names or choices.
  var hasStrengths = true
  /// Whether the cells name the alters, so that they need not be known.
  var namesFreely = false

  /// The headings of the columns that the question is asked in.
  func headings(in export: SurveyExport) -> [String] {
    switch layout {
    case .columns(let pattern): pattern.columns(export.headings).map { export.headings[$0.column] }
    case .names(let names, values: _):
      names.columns(export.headings).map { export.headings[$0.column] }
    case .headings(let list): list.map(\.key)
    case .list(let heading, separator: _): [heading]
    case .repeated(let names, values: _): [names]
    case .question: []
    }
  }
}

/// Finds the questions about ties in an export, and the column that says who answered.
struct SurveyQuestions {
  private let export: SurveyExport
  private let columns: SurveyColumns
  private var questions: [SurveyQuestion] = []
  private(set) var remarks: [String] = []
  private(set) var respondent = ""
  private var respondentKeys: Set<String> = []
  /// Texts of columns in which nearly everybody says something else, as with one's own name.
  private var peopleKeys: Set<String> = []

  init(_ export: SurveyExport, _ columns: SurveyColumns, _ repeats: [SurveyExport]) {
    self.export = export
    self.columns = columns
    for column in columns.single {
      let texts = export.texts(column)
      let keys = Set(texts.map { NameKey($0).joined })
      if keys.count > 1, keys.count * 3 > texts.count * 2 { peopleKeys.formUnion(keys) }
    }
    peopleKeys.remove("")
    for group in columns.groups { questions.append(question(group)) }
    pairStrengths()
    var lists: Set<Int> = []
    for column in columns.single {
      guard let list = list(column) else { continue }
      questions.append(list)
      lists.insert(column)
    }
    for export in repeats { questions += Self.repeated(export) }
    let people = Set(questions.flatMap { names($0) + $0.written }.map { NameKey($0).joined })
    let guess = RespondentGuess(export, columns, people: people, lists: lists)
    respondent = export.headings[guess.column]
    respondentKeys = Set(export.texts(guess.column).map { NameKey($0).joined }).subtracting([""])
    if !guess.isSure {
      remarks.append(
        "respondent: \(SafeText.quoted(respondent)) is a guess, because no column holds names that the answers name too"
      )
    }
    questions += blocks()
  }

  /// The questions that are about others: those whose alters are respondents too, where there are such, else all.
  mutating func related() -> [SurveyQuestion] {
    let overlapping = questions.filter { $0.namesFreely || isAboutRespondents($0) }
    let isSure = overlapping.contains { !$0.namesFreely }
    let chosen =
      isSure
      ? overlapping
      : questions.filter { $0.namesFreely || $0.alters.count + $0.listed.count > 2 }
    let headings = Set(chosen.map(\.heading))
    if chosen.count > SurveyPlan.mostRelations {
      remarks.append(
        "only the first \(SurveyPlan.mostRelations) of \(chosen.count) questions are taken"
      )
    }
    for question in questions where !headings.contains(question.heading) {
      if remarks.count < 20 {
        let few = overlap(names(question)) == 0 ? "none" : "only one"
        remarks.append(
          "\(SafeText.quoted(question.heading)) is not taken as a relation: it names \(few) of those who answered"
        )
      }
    }
    return Array(chosen.prefix(SurveyPlan.mostRelations))
  }

  /// The names in a question; codes are none, or answers such as 1 and 2 would look like people.
  private func names(_ question: SurveyQuestion) -> [String] {
    (question.altersAreCodes ? [] : question.alters.map(\.value)) + question.listed
  }

  /// Whether a question names two who answered, or lists nobody else: what was repeated for few has one name.
  private func isAboutRespondents(_ question: SurveyQuestion) -> Bool {
    let names = names(question)
    let count = overlap(names)
    if case .list = question.layout, count == Set(names).count { return count > 0 }
    return count >= 2
  }

  private func overlap(_ names: [String]) -> Int {
    Set(names.map { NameKey($0).joined }).intersection(respondentKeys).count
  }

  // MARK: Questions

  private func question(_ group: ColumnGroup) -> SurveyQuestion {
    let members = group.members
    let texts = members.map { export.texts($0.column) }
    let wordings = members.map { export.wording($0.column) }
    let split = export.wordings.isEmpty ? nil : QuestionGuess.split(wordings)
    let heading = CSVSheetReader.trimmed(
      group.pattern.prefix.trimmingSuffix { "[/_ ".contains($0) }
    )
    // A heading of several words is what people read; one word is a name in the tool.
    let label =
      split?.question
      ?? (export.wordings.isEmpty ? (heading.contains(" ") ? heading : nil) : wordings.first)
    let kind = QuestionGuess.kind((label ?? "") + " " + heading)
    if areNames(texts, heading: label ?? heading) {
      var question = SurveyQuestion(
        layout: .names(group.pattern, values: nil),
        heading: heading,
        label: label,
        kind: kind
      )
      question.namesFreely = true
      question.hasStrengths = false
      question.written = RosterProposal.distinct(texts.flatMap(\.self))
      question.codes = members.map(\.code)
      return question
    }
    var question = SurveyQuestion(
      layout: .columns(group.pattern),
      heading: heading,
      label: label,
      kind: kind
    )
    let chosen = Self.choices(texts)
    question.hasStrengths = chosen == nil
    question.alters = members.enumerated().map { place, member in
      let name = split?.alters[place] ?? chosen?[place]
      return SurveyPlan.Named(key: member.code, value: name ?? member.code)
    }
    question.altersAreCodes =
      split == nil && chosen == nil && members.allSatisfy { SurveyColumns.isCode($0.code) }
    return question
  }

  /// Whether the cells are names written by respondents: texts, most of them different, or said of
  /// themselves by others.
  private func areNames(_ texts: [[String]], heading: String) -> Bool {
    let all = texts.flatMap(\.self)
    guard all.count >= 2, all.allSatisfy({ AnswerReader.number($0) == nil }),
      Self.choices(texts) == nil
    else { return false }
    let different = Set(all)
    if different.count > ScaleGuess.mostWords { return true }
    // The words of a known scale are no names, whatever the question says.
    let guess = ScaleGuess.guess(Array(different), leavingOut: [])
    if guess.scale != nil, !guess.isOrderUnknown { return false }
    if Set(different.map { NameKey($0).joined }).intersection(peopleKeys).count >= 2 { return true }
    if RespondentGuess.isNameHeading(heading) { return different.count >= 2 }
    return different.count * 2 > all.count && different.count > 3
  }

  /// The one text of each column, nil for a column without any, where no column has two and no two have the same: a
  /// choice said in words.
  private static func choices(_ texts: [[String]]) -> [String?]? {
    var names: [String?] = []
    for column in texts {
      let different = Set(column)
      guard different.count <= 1 else { return nil }
      names.append(different.first)
    }
    let said = names.compactMap(\.self)
    guard said.count > 1, Set(said).count == said.count,
      said.allSatisfy({ AnswerReader.number($0) == nil })
    else { return nil }
    return names
  }

  /// Columns with codes directly after names with the same codes are the strengths of these ties.
  private mutating func pairStrengths() {
    var paired: [SurveyQuestion] = []
    for question in questions {
      if question.altersAreCodes, case .columns(let pattern) = question.layout,
        let last = paired.last, case .names(let names, values: nil) = last.layout,
        last.codes == question.alters.map(\.key)
      {
        paired[paired.count - 1] = with(last, .names(names, values: pattern))
      } else {
        paired.append(question)
      }
    }
    questions = paired
  }

  private func with(
    _ question: SurveyQuestion,
    _ layout: SurveyRelation.Layout
  ) -> SurveyQuestion {
    var copy = SurveyQuestion(
      layout: layout,
      heading: question.heading,
      label: question.label,
      kind: question.kind
    )
    copy.written = question.written
    copy.namesFreely = true
    return copy
  }

  /// A column whose cells list several.
  private func list(_ column: Int) -> SurveyQuestion? {
    let texts = export.texts(column)
    let lists = texts.count { $0.contains(";") }
    guard lists > 0, lists == texts.count || (export.tool != .forms && lists * 2 >= texts.count)
    else { return nil }
    let names = texts.flatMap { $0.split(separator: ";") }
      .map { CSVSheetReader.trimmed(String($0)) }.filter { !$0.isEmpty }
    let noTie = Set(SurveyTool.noTie.map { $0.lowercased() })
    let heading = export.headings[column]
    var question = SurveyQuestion(
      layout: .list(heading, separator: ";"),
      heading: heading,
      label: export.wording(column),
      kind: QuestionGuess.kind(export.wording(column))
    )
    question.listed = RosterProposal.distinct(names.filter { !noTie.contains($0.lowercased()) })
    question.hasStrengths = false
    return question
  }

  /// A repeated group: its first column of names, and a column of numbers or few words beside it.
  private static func repeated(_ export: SurveyExport) -> [SurveyQuestion] {
    let own = export.headings.indices.filter { !export.headings[$0].hasPrefix("_") }
    let named = own.first { column in
      let texts = export.texts(column)
      return !texts.isEmpty && texts.allSatisfy { AnswerReader.number($0) == nil }
    }
    guard let named else { return [] }
    let value = own.first { column in
      guard column != named else { return false }
      let texts = export.texts(column)
      return !texts.isEmpty && Set(texts).count <= ScaleGuess.mostWords
    }
    var question = SurveyQuestion(
      layout: .repeated(export.headings[named], values: value.map { export.headings[$0] }),
      heading: export.headings[named],
      label: nil,
      kind: QuestionGuess.kind(export.headings.joined(separator: " "))
    )
    question.namesFreely = true
    question.hasStrengths = value != nil
    question.written = RosterProposal.distinct(export.texts(named))
    return [question]
  }

  /// Columns one after the other whose headings are respondents and whose answers are of one scale: the statements of a
  /// Likert question, which Microsoft Forms writes without their question. Columns beside them with the same answers belong to
  /// them, though nobody of their names answered.
  private func blocks() -> [SurveyQuestion] {
    guard export.tool == .forms || export.tool == .table else { return [] }
    var blocks: [[Int]] = []
    var used: Set<String> = []
    for column in columns.single {
      guard let name = alter(export.headings[column]) else { continue }
      let isNext = blocks.last?.last == column - 1
      if isNext, used.insert(name).inserted {
        blocks[blocks.count - 1].append(column)
      } else {
        blocks.append([column])
        used = [name]
      }
    }
    blocks.removeAll { $0.count < 2 }
    var taken = Set(blocks.flatMap(\.self))
    let single = Set(columns.single)
    return blocks.enumerated().map { place, block in
      let answers = Set(block.flatMap { export.texts($0) })
      var block = block
      func belongs(_ column: Int) -> Bool {
        let texts = single.contains(column) && !taken.contains(column) ? export.texts(column) : []
        return !texts.isEmpty && texts.allSatisfy(answers.contains)
      }
      while let first = block.first, belongs(first - 1) {
        block.insert(first - 1, at: 0)
        taken.insert(first - 1)
      }
      while let last = block.last, belongs(last + 1) {
        block.append(last + 1)
        taken.insert(last + 1)
      }
      var question = SurveyQuestion(
        layout: .headings(block.map { .init(key: export.headings[$0], value: name($0)) }),
        heading: "question \(place + 1)",
        label: nil,
        kind: .other
      )
      question.listed = block.map(name)
      return question
    }
  }

  /// Whom a column of a block is about.
  private func name(_ column: Int) -> String {
    alter(export.headings[column]) ?? export.headings[column]
  }

  /// The respondent that a heading names, with or without the number that tells repeated headings apart.
  private func alter(_ heading: String) -> String? {
    if respondentKeys.contains(NameKey(heading).joined) { return heading }
    let plain = heading.trimmingSuffix { $0.isASCII && $0.isNumber }
    return plain != heading && respondentKeys.contains(NameKey(plain).joined)
      ? CSVSheetReader.trimmed(plain) : nil
  }
}

extension String {
  /// Without the characters at the end that fulfil a condition.
  func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
    var copy = self[...]
    while let last = copy.last, isCut(last) { copy.removeLast() }
    return String(copy)
  }
}
