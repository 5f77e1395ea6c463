import LearningRegion
import SafeFiles

/// Makes a region of the answers to a survey.
struct SurveyImporter {
  private let context: SurveyContext
  private let roster: SurveyRoster
  private var names: SurveyNames
  private var ties: [(from: Int, to: Int, relation: Int, wave: String?, weight: Double)] = []
  private var entries: [RosterEntry] = []
  /// The most rows that a roster can have.
  private static let mostEntries = 5_000_000

  init(_ context: SurveyContext, _ roster: SurveyRoster, _ names: SurveyNames) {
    self.context = context
    self.roster = roster
    self.names = names
  }

  /// Reads everything, or as much as can be checked after errors.
  mutating func run() -> (region: Region?, unmatched: [UnmatchedName]) {
    let responses = SurveyResponses(context, &names)
    for (group, main) in context.repeats { tellOrphans(group, context.exports[main]) }
    for (number, relation) in context.plan.relations.enumerated() {
      var reader = SurveyTies(context, relation, &names, roster)
      var statuses: [Int: SurveyTies.Status] = [:]
      for (place, response) in responses.responses.enumerated()
      where reader.exports.contains(response.export) {
        guard response.isFinished || context.plan.unfinished == .use else {
          statuses[place] = .silent
          continue
        }
        let (named, status) = reader.read(response, &names)
        statuses[place] = status
        for tie in named {
          ties.append((response.actor, tie.target, number, response.wave, tie.weight))
        }
      }
      enterAnswers(relation, responses, reader, statuses)
      tell(reader, relation)
    }
    guard !context.builder.hasErrors else { return (nil, names.unmatched) }
    fillDraft(responses)
    return (context.reading.finish(), names.unmatched)
  }

  /// Warns of rows of a repeated group that belong to no row of its main sheet.
  private func tellOrphans(_ group: SurveyExport, _ main: SurveyExport) {
    guard let parent = group.column("_parent_index"), let index = main.column("_index") else {
      return
    }
    let known = Set(main.texts(index))
    for row in group.answers where !known.contains(group.sheet.rows[row][parent]) {
      context.builder.report.diagnostics.add(.warning) {
        group.sheet.diagnostic(
          .missingRespondent,
          "the row belongs to nobody: no row of \(main.sheet.file) has the _index \(SafeText.quoted(group.sheet.rows[row][parent]))",
          hint: "it is left out; export the main sheet and its groups at the same time",
          row: row,
          column: parent
        )
      }
    }
  }

  private func tell(_ reader: SurveyTies, _ relation: SurveyRelation) {
    let name = SafeText.quoted(relation.name)
    reader.missing.tell(
      .missingAnswers,
      context.builder,
      hint: "they are neither ties nor the absence of ties"
    ) {
      "\($0) \($0 == 1 ? "answer" : "answers") about \(name) \($0 == 1 ? "is" : "are") listed under missing"
    }
    reader.selves.tell(.loops, context.builder, hint: "ties to oneself are left out") {
      "\($0) \($0 == 1 ? "actor names itself" : "actors name themselves") in \(name)"
    }
  }

  /// Who was asked about the relation, wave by wave, and who answered.
  private mutating func enterAnswers(
    _ relation: SurveyRelation,
    _ responses: SurveyResponses,
    _ reader: SurveyTies,
    _ statuses: [Int: SurveyTies.Status]
  ) {
    guard !context.builder.hasErrors else { return }
    var answersOf: [String?: [Int: Bool]] = [:]
    for (place, response) in responses.responses.enumerated() {
      guard let status = statuses[place] else { continue }
      answersOf[response.wave, default: [:]][response.actor] = status == .answered
    }
    for wave in responses.waves {
      let exports = responses.exportsOfWave[wave] ?? []
      guard exports.contains(where: reader.exports.contains) else { continue }
      let answered = answersOf[wave] ?? [:]
      let asked = (0..<roster.count).filter { roster.asked[$0] && belongs($0, to: wave) }
      guard entries.count + asked.count + answered.count <= Self.mostEntries else {
        context.fail(
          .tooManyRows,
          "the roster of all relations and waves would have more than \(Self.mostEntries) rows",
          hint: "are these really waves?",
          at: "relations"
        )
        return
      }
      for actor in Set(asked).union(answered.keys).sorted() {
        var entry = RosterEntry(
          respondent: context.reading.draft.actors.ids[actor],
          answered: answered[actor] ?? false
        )
        entry.relation = relation.name
        entry.wave = wave
        entries.append(entry)
      }
    }
  }

  private func belongs(_ actor: Int, to wave: String?) -> Bool {
    let waves = context.reading.draft.actors.waves(of: actor)
    guard let wave, !waves.isEmpty else { return true }
    return waves.contains(wave)
  }

  // MARK: The region

  private func fillDraft(_ responses: SurveyResponses) {
    let reading = context.reading
    let plan = context.plan
    reading.draft.header.title = plan.title
    reading.draft.header.sources = (context.exports + context.repeats.map(\.export)).map {
      "\(FileName.last($0.sheet.file)) (\($0.tool.title))"
    }
    reading.draft.header.boundary.method = method
    for planned in plan.relations {
      var relation = Relation(name: planned.name)
      relation.kind = planned.kind
      relation.label = planned.label
      relation.directed = planned.directed ?? true
      relation.scale = planned.scale?.bounds
      reading.draft.relations.append(relation)
    }
    declareWaves()
    for tie in ties {
      var entry = Tie(
        source: Int32(tie.from),
        target: Int32(tie.to),
        relation: Int32(tie.relation),
        weight: tie.weight
      )
      if let wave = tie.wave {
        reading.mentionWave(wave)
        entry.wave = reading.draft.waveIndex(wave)
      }
      reading.draft.ties.append(entry)
    }
    reading.draft.roster.rows = entries
  }

  /// Waves that the plan names are in its order; those of a column are put in order with the region.
  private func declareWaves() {
    let names: [String] =
      switch context.plan.wave {
      case .none, .column: []
      case .fixed(let name): [name]
      case .files(let files): files.map(\.value)
      }
    var seen: Set<String> = []
    let waves = names.filter { seen.insert($0).inserted }
    context.reading.draft.waves = waves.map { Wave(name: $0) }
    context.reading.draft.declaredWaves = waves.count
  }

  /// How respondents named others, where all relations asked alike.
  private var method: String? {
    let kinds = Set(
      context.plan.relations.map { relation in
        switch relation.layout {
        case .columns, .headings, .list: "roster"
        case .names, .repeated: "free_recall"
        case .question: ""
        }
      }
    )
    return kinds.count == 1 ? kinds.first.flatMap { $0.isEmpty ? nil : $0 } : nil
  }
}
