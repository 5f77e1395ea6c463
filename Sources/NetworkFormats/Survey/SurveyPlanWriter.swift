import LearningRegion

/// Writes `survey.yaml` with comments that say what each key does and what to look at.
struct SurveyPlanWriter {
  private var text = ""
  private let plan: SurveyPlan
  private let uncertainScales: Set<String>

  /// The file's text.
  ///
  /// - Parameter uncertainScales: relations whose words were numbered in the order met.
  static func text(
    _ plan: SurveyPlan,
    _ export: SurveyExport,
    uncertainScales: Set<String>,
    remarks: [String]
  ) -> String {
    var writer = SurveyPlanWriter(plan: plan, uncertainScales: uncertainScales)
    writer.head(export, remarks)
    writer.people()
    writer.answers()
    writer.waves()
    writer.relations()
    return writer.text
  }

  private init(plan: SurveyPlan, uncertainScales: Set<String>) {
    self.plan = plan
    self.uncertainScales = uncertainScales
  }

  private mutating func comment(_ lines: String..., indent: Int = 0) {
    for line in lines {
      text +=
        String(repeating: " ", count: indent) + "# "
        + YAMLText.withoutAnchors(SafeText.oneLine(line)) + "\n"
    }
  }

  private mutating func line(_ key: String, _ value: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + "\(key): \(value)\n"
  }

  private mutating func pair(_ key: String, _ value: String, indent: Int) {
    text += YAMLText.key(key, indent: indent) + " \(value)\n"
  }

  private func quoted(_ value: String) -> String { YAMLText.quoted(value) }

  private func list(_ values: [String]) -> String {
    "[" + values.map(quoted).joined(separator: ", ") + "]"
  }

  // MARK: Parts

  private mutating func head(_ export: SurveyExport, _ remarks: [String]) {
    comment(
      "How the answers in \(FileName.last(export.sheet.file)) become ties. Look it through, change what is wrong, then:",
      "  samspill survey ties EXPORTS -m THIS-FILE -o FOLDER"
    )
    if !remarks.isEmpty {
      text += "#\n"
      comment("To look at:")
      for remark in remarks { comment("- " + remark) }
    }
    text += "\n"
    comment("The survey tool: forms, qualtrics, limesurvey, kobo, surveyxact, long or table.")
    line("tool", plan.tool.rawValue)
  }

  private mutating func people() {
    text += "\n"
    comment("The column that says who answered: a name, id, alias or address of the roster.")
    line("respondent", quoted(plan.respondent))
    text += "\n"
    comment(
      "Who was asked: a CSV file with the columns of actors.csv and code (what stands for {n}), aliases, email and",
      "asked (yes, or no for those who are only named). Add those who were asked and did not answer: without them",
      "every response rate is 100 %."
    )
    if let roster = plan.roster { line("roster", quoted(roster)) }
    text += "\n"
    comment(
      "Other spellings in the answers: a CSV file with the columns name and actor. Names that are neither here nor in",
      "the roster are listed, never merged."
    )
    text += "# names: \"names.csv\"\n"
  }

  private mutating func answers() {
    text += "\n"
    if let finished = plan.finished {
      comment(
        "Who came to the end: the column that says it, and the texts that mean yes (without any, every text)."
      )
      text += "finished:\n"
      line("column", quoted(finished.column), indent: 2)
      if !finished.values.isEmpty { line("values", list(finished.values), indent: 2) }
      comment("The answers of the others: leave_out, or use.")
      line("unfinished", plan.unfinished.rawValue)
      text += "\n"
    }
    comment(
      "Answers that are none: neither a tie nor its absence. A blank of somebody who answered is no tie."
    )
    line("missing", list(plan.missing))
    comment("Answers that mean that there is no tie.")
    line("no_tie", list(plan.noTie))
  }

  private mutating func waves() {
    text += "\n"
    switch plan.wave {
    case .none:
      comment(
        "The wave, for a survey that is repeated: one name here, or wave_column with the heading of a column."
      )
      text += "# wave: \"2025\"\n"
    case .fixed(let name): line("wave", quoted(name))
    case .column(let heading):
      comment("The column that says the wave.")
      line("wave_column", quoted(heading))
    case .files(let files):
      comment("The wave of each export, in their order.")
      text += "waves:\n"
      for file in files { pair(file.key, quoted(file.value), indent: 2) }
    }
    if let long = plan.long {
      text += "\n"
      comment("The columns with the one who is named, the question and the answer.")
      line("member", quoted(long.member))
      if let question = long.question { line("question", quoted(question)) }
      if let value = long.value { line("value", quoted(value)) }
    }
  }

  private mutating func relations() {
    text += "\n"
    comment(
      "The relations, each with the place where the survey asks about it. kind: trust, knowledge, collaboration, advice,",
      "formal, friendship, distance or other. scale: the smallest and the largest number, or words with their numbers",
      "(0 is no tie)."
    )
    guard !plan.relations.isEmpty else {
      text += "relations:\n"
      comment(
        "collaboration:",
        "  columns: \"Q7_{n}\"     one column per alter; {n} is the code in the roster, or the name",
        "  list: \"Q5\"            one column that lists alters, separated by ; (or by separator)",
        "  names: \"Name {n}\"     alters that respondents wrote, one per column",
        "  repeat: \"group/name\"  a column of a repeated group",
        indent: 2
      )
      return
    }
    text += "relations:\n"
    for relation in plan.relations { write(relation) }
  }

  private mutating func write(_ relation: SurveyRelation) {
    text += YAMLText.key(relation.name, indent: 2) + "\n"
    if let label = relation.label { line("label", quoted(label), indent: 4) }
    line("kind", relation.kind.rawValue, indent: 4)
    switch relation.layout {
    case .columns(let pattern):
      comment("One column per alter; {n} is the code in the roster, or the name.", indent: 4)
      line("columns", quoted(pattern.text), indent: 4)
      if !relation.alters.isEmpty {
        text += "    alters:\n"
        for alter in relation.alters { pair(alter.key, quoted(alter.value), indent: 6) }
      }
    case .headings(let list):
      comment("One column per alter: its heading, and who it is about.", indent: 4)
      text += "    columns:\n"
      for entry in list { pair(entry.key, quoted(entry.value), indent: 6) }
    case .list(let heading, let separator):
      comment("One column that lists alters.", indent: 4)
      line("list", quoted(heading), indent: 4)
      line("separator", quoted(separator), indent: 4)
    case .names(let pattern, let values):
      comment("Names that respondents wrote, one per column.", indent: 4)
      line("names", quoted(pattern.text), indent: 4)
      if let values { line("values", quoted(values.text), indent: 4) }
    case .question(let question):
      line("question", question.map(quoted) ?? "~", indent: 4)
    case .repeated(let member, let values):
      comment("A column of a repeated group, and that of the strengths.", indent: 4)
      line("repeat", quoted(member), indent: 4)
      if let values { line("values", quoted(values), indent: 4) }
    }
    write(relation.scale, isUncertain: uncertainScales.contains(relation.name))
  }

  private mutating func write(_ scale: AnswerScale?, isUncertain: Bool) {
    switch scale {
    case nil: break
    case .range(let range):
      comment("The numbers found; write the whole scale.", indent: 4)
      let bounds = [range.lowerBound, range.upperBound].map(NumberText.text)
      line("scale", "[\(bounds.joined(separator: ", "))]", indent: 4)
    case .words(let words):
      comment(
        isUncertain
          ? "CHECK: numbered in the order met, which is probably not that of the scale."
          : "The answers found; add those that nobody gave.",
        indent: 4
      )
      text += "    scale:\n"
      for word in words { pair(word.text, NumberText.text(word.value), indent: 6) }
    }
  }
}
