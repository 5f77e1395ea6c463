import LearningRegion
import Yams

/// Reads `survey.yaml`. Nothing in it is passed over: a key that nobody knows is an error.
struct SurveyPlanReader {
  private let values: YAMLValues
  private let builder: ReportBuilder
  private var plan = SurveyPlan()

  private static let keys = [
    "tool", "title", "respondent", "finished", "unfinished", "roster", "names", "missing",
    "no_tie", "wave", "wave_column", "waves", "member", "question", "value", "relations",
  ]
  private static let layouts = ["columns", "list", "names", "question", "repeat"]
  private static let relationKeys =
    layouts + [
      "values", "separator", "alters", "scale", "label", "kind", "directed",
    ]

  /// The plan, or nil after an error.
  static func read(_ source: SourceText, _ builder: ReportBuilder) -> SurveyPlan? {
    TextNotes.encoding(source, builder)
    let document = YAMLDocument(source: source)
    let errors = builder.report.diagnostics.errorCount
    guard let root = document.root(builder) else {
      if builder.report.diagnostics.errorCount == errors { emptyFile(source, builder) }
      return nil
    }
    let values = YAMLValues(document: document, builder: builder, unknownKeys: .error)
    if values.isNull(root) {
      emptyFile(source, builder)
      return nil
    }
    guard values.isMapping(root, "survey.yaml", such: "respondent: Q1") else { return nil }
    var reader = SurveyPlanReader(values: values, builder: builder)
    reader.read(root)
    return builder.report.diagnostics.errorCount == errors ? reader.plan : nil
  }

  private init(values: YAMLValues, builder: ReportBuilder) {
    self.values = values
    self.builder = builder
  }

  private static func emptyFile(_ source: SourceText, _ builder: ReportBuilder) {
    builder.add(
      Diagnostic(
        .emptyFile,
        "the file is empty",
        hint: "`samspill survey init EXPORT` writes one",
        location: SourceLocation(file: source.name)
      )
    )
  }

  private mutating func read(_ root: Node) {
    var member: String?
    var question: String?
    var value: String?
    var waves: [Node] = []
    for (key, name, node) in values.entries(root, "survey.yaml", Self.keys) {
      plan.nodes[name] = node
      switch name {
      case "tool": plan.tool = values.choice(node, "tool") ?? .table
      case "title": plan.title = values.text(node, name)
      case "respondent": plan.respondent = values.text(node, name) ?? ""
      case "finished": plan.finished = finished(node)
      case "unfinished": plan.unfinished = values.choice(node, name) ?? .leaveOut
      case "roster": plan.roster = values.text(node, name)
      case "names": plan.names = values.text(node, name)
      case "missing": plan.missing = values.texts(node, name)
      case "no_tie": plan.noTie = values.texts(node, name)
      case "member": member = values.text(node, name)
      case "question": question = values.text(node, name)
      case "value": value = values.text(node, name)
      case "relations": plan.relations = relations(node)
      default:
        if !values.isNull(node) { waves.append(key) }
        readWave(name, node)
      }
    }
    if waves.count > 1 {
      values.fail(
        .inconsistent,
        "wave, wave_column and waves exclude each other",
        hint: "wave: one name for all; wave_column: a column says it; waves: one name per export",
        at: waves[1]
      )
    }
    if let member {
      plan.long = LongColumns(
        respondent: plan.respondent,
        member: member,
        question: question,
        value: value
      )
    }
    check(root)
  }

  private mutating func readWave(_ name: String, _ node: Node) {
    switch name {
    case "wave": if let text = values.text(node, name) { plan.wave = .fixed(text) }
    case "wave_column": if let text = values.text(node, name) { plan.wave = .column(text) }
    default:
      let files = named(node, "waves")
      if !files.isEmpty { plan.wave = .files(files) }
    }
  }

  /// What has to be there.
  private func check(_ root: Node) {
    if plan.respondent.isEmpty {
      values.fail(
        .missingValue,
        "there is no respondent",
        hint: "respondent: the heading of the column that says who answered",
        at: plan.nodes["respondent"] ?? root
      )
    }
    if plan.relations.isEmpty, !builder.hasErrors {
      values.fail(
        .missingValue,
        "there are no relations",
        hint: "relations: a name for each, and where the survey asks about it",
        at: plan.nodes["relations"] ?? root
      )
    }
  }

  // MARK: Parts

  /// `finished: submitdate`, or a column with the texts that mean yes.
  private func finished(_ node: Node) -> SurveyPlan.Finished? {
    guard case .mapping = node else {
      return values.text(node, "finished").map { SurveyPlan.Finished(column: $0) }
    }
    var column: String?
    var texts: [String] = []
    for (_, name, value) in values.entries(node, "finished", ["column", "values"]) {
      switch name {
      case "column": column = values.text(value, name)
      default: texts = values.texts(value, name)
      }
    }
    guard let column else {
      values.fail(.missingValue, "finished names no column", at: node)
      return nil
    }
    return SurveyPlan.Finished(column: column, values: texts)
  }

  private func named(_ node: Node, _ what: String) -> [SurveyPlan.Named] {
    values.entries(node, what, nil).compactMap { _, key, value in
      values.text(value, key).map { SurveyPlan.Named(key: key, value: $0) }
    }
  }

  private mutating func relations(_ node: Node) -> [SurveyRelation] {
    var relations: [SurveyRelation] = []
    for (key, name, value) in values.entries(node, "relations", nil) {
      guard relations.count < SurveyPlan.mostRelations else {
        values.fail(
          .tooManyRows,
          "there are more than \(SurveyPlan.mostRelations) relations",
          at: key
        )
        break
      }
      if let relation = relation(name, key, value) { relations.append(relation) }
    }
    return relations
  }

  private mutating func relation(_ name: String, _ key: Node, _ node: Node) -> SurveyRelation? {
    var found: [String: Node] = [:]
    var asked: [(name: String, key: Node)] = []
    for (key, property, value) in values.entries(node, "a relation", Self.relationKeys) {
      found[property] = value
      plan.nodes["relations/\(name)/\(property)"] = value
      if Self.layouts.contains(property) { asked.append((property, key)) }
    }
    plan.nodes["relations/\(name)"] = key
    guard let layoutName = asked.first?.name, let place = found[layoutName] else {
      values.fail(
        .missingValue,
        "the relation \(SafeText.quoted(name)) does not say where the survey asks about it",
        hint: "one of columns, list, names, question and repeat",
        at: key
      )
      return nil
    }
    guard asked.count == 1 else {
      values.fail(
        .inconsistent,
        "\(asked[0].name) and \(asked[1].name) exclude each other",
        hint: "ask about each relation in one way",
        at: asked[1].key
      )
      return nil
    }
    guard let layout = layout(layoutName, place, found) else { return nil }
    var relation = SurveyRelation(name: name, layout: layout)
    relation.kind = RelationKind(impliedByName: name)
    if let node = found["label"] { relation.label = values.text(node, "label") }
    if let node = found["kind"] { relation.kind = values.choice(node, "kind") ?? relation.kind }
    if let node = found["directed"] { relation.directed = values.flag(node, "directed") }
    if let node = found["alters"] { relation.alters = named(node, "alters") }
    if let node = found["scale"] { relation.scale = scale(node) }
    return relation
  }

  private func layout(_ name: String, _ node: Node, _ found: [String: Node]) -> SurveyRelation
    .Layout?
  {
    let allowed: [String: [String]] = [
      "columns": ["alters"], "list": ["separator"], "names": ["values"], "question": [],
      "repeat": ["values"],
    ]
    for extra in ["alters", "separator", "values"] {
      guard let place = found[extra], !(allowed[name] ?? []).contains(extra) else { continue }
      values.fail(.inconsistent, "\(extra) says nothing beside \(name)", at: place)
    }
    switch name {
    case "columns":
      if case .scalar = node { return pattern(node, name).map { .columns($0) } }
      return headings(node).map { .headings($0) }
    case "list":
      let separator = found["separator"].flatMap { separatorText($0) } ?? ";"
      return values.text(node, name).map { .list($0, separator: separator) }
    case "names":
      guard let columns = pattern(node, name) else { return nil }
      return .names(columns, values: found["values"].flatMap { pattern($0, "values") })
    case "question": return .question(values.text(node, name))
    default:
      guard let member = values.text(node, name) else { return nil }
      return .repeated(member, values: found["values"].flatMap { values.text($0, "values") })
    }
  }

  /// A text, a space included, which is no text elsewhere.
  private func separatorText(_ node: Node) -> String? {
    if case .scalar(let scalar) = node, !scalar.string.isEmpty { return scalar.string }
    values.fail(.wrongKind, "separator should be a text", hint: "such as \";\" or \" \"", at: node)
    return nil
  }

  private func pattern(_ node: Node, _ what: String) -> ColumnPattern? {
    guard let text = values.text(node, what) else { return nil }
    if let pattern = ColumnPattern(text) { return pattern }
    values.fail(
      .badPattern,
      "\(what) should have \(ColumnPattern.placeholder) once, where the headings differ",
      hint: "such as \"Q7_{n}\" for Q7_1, Q7_2, …",
      at: node
    )
    return nil
  }

  /// A list of headings, which are the alters' names, or headings with names.
  private func headings(_ node: Node) -> [SurveyPlan.Named]? {
    guard case .sequence(let items) = node else {
      let named = named(node, "columns")
      return named.isEmpty ? nil : named
    }
    return items.compactMap { values.text($0, "a column") }.map {
      SurveyPlan.Named(key: $0, value: $0)
    }
  }

  /// Two numbers, or words with their numbers.
  private func scale(_ node: Node) -> AnswerScale? {
    guard case .mapping = node else { return values.range(node).map { .range($0) } }
    var words: [AnswerScale.Word] = []
    for (_, text, value) in values.entries(node, "scale", nil) {
      guard let number = values.number(value), number.isFinite else {
        values.fail(.badNumber, "\(SafeText.quoted(text)) should stand for a number", at: value)
        continue
      }
      words.append(AnswerScale.Word(text: text, value: number))
    }
    return words.isEmpty ? nil : .words(words)
  }
}
