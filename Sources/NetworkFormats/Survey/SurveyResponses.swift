import LearningRegion

/// What one actor answered in one wave.
struct SurveyResponse {
  let actor: Int
  let wave: String?
  /// The number of the export among those with a row per respondent.
  let export: Int
  /// Its rows: one, or in a table with one row per answer all of the actor's.
  var rows: [Int]
  /// Whether the actor came to the end.
  let isFinished: Bool
}

/// Finds out who answered: one response for each actor and wave.
///
/// Somebody who answered twice is taken by the last row that came to the end, else by the last row. Rows that do not say who
/// answered are left out and counted.
struct SurveyResponses {
  let context: SurveyContext
  private(set) var responses: [SurveyResponse] = []
  /// Waves in the order met, nil for a survey without waves.
  private(set) var waves: [String?] = []
  /// The exports of each wave.
  private(set) var exportsOfWave: [String?: [Int]] = [:]

  private struct Key: Hashable {
    let actor: Int
    let wave: String?
  }

  init(_ context: SurveyContext, _ names: inout SurveyNames) {
    self.context = context
    var place: [Key: Int] = [:]
    var nameless = FirstMet()
    var unfinished = FirstMet()
    for number in context.exports.indices {
      read(number, &names, &place, &nameless, &unfinished)
    }
    nameless.tell(
      .missingRespondent,
      context.builder,
      hint:
        "their answers are left out; is \(SafeText.quoted(context.plan.respondent)) the right column?"
    ) { "\($0) \($0 == 1 ? "row does" : "rows do") not say who answered" }
    unfinished.tell(
      .unfinishedAnswers,
      context.builder,
      hint: context.plan.unfinished == .leaveOut
        ? "they are not used (unfinished: use takes them); the roster says that these did not answer"
        : "they are used; relations without an answer count as not answered"
    ) { "\($0) \($0 == 1 ? "row is" : "rows are") of somebody who did not come to the end" }
    if responses.isEmpty, !context.builder.hasErrors { reportEmpty() }
  }

  private func reportEmpty() {
    let file = context.exports.first?.sheet.file ?? context.document.source.name
    context.builder.error {
      Diagnostic(
        .emptySurvey,
        "nobody answered: there is no row with a respondent",
        hint: "is \(SafeText.quoted(context.plan.respondent)) the column that says who answered?",
        severity: .error,
        location: SourceLocation(file: file)
      )
    }
  }

  private mutating func read(
    _ number: Int,
    _ names: inout SurveyNames,
    _ place: inout [Key: Int],
    _ nameless: inout FirstMet,
    _ unfinished: inout FirstMet
  ) {
    let export = context.exports[number]
    let plan = context.plan
    guard let who = context.column(plan.respondent, in: export, for: "respondent") else { return }
    let end = plan.finished.flatMap { context.column($0.column, in: export, for: "finished") }
    guard let wave = WaveOfRow(context, export) else { return }
    for row in export.answers {
      let cells = export.sheet.rows[row]
      guard !cells[who].isEmpty else {
        nameless.add(export.sheet, row, who)
        continue
      }
      guard let wave = wave.name(cells, row, export, context) else { continue }
      let isFinished = end.map { isEnd(cells[$0]) } ?? true
      if !isFinished { unfinished.add(export.sheet, row, who) }
      let found = names.actor(cells[who]) { export.sheet.place(row: row, column: who) }
      guard let actor = found else { continue }
      enter(wave.value, number)
      let response = SurveyResponse(
        actor: actor,
        wave: wave.value,
        export: number,
        rows: [row],
        isFinished: isFinished
      )
      take(response, &place, column: who)
    }
  }

  /// Notes a wave; past the limit it is a column of something else, which is told once.
  private mutating func enter(_ wave: String?, _ export: Int) {
    if exportsOfWave[wave] == nil {
      if waves.count == RegionReading.mostNames {
        context.fail(
          .tooManyRows,
          "there are more than \(RegionReading.mostNames) waves",
          hint: "does the column hold something else?",
          at: "wave_column"
        )
      }
      waves.append(wave)
    }
    if exportsOfWave[wave]?.last != export { exportsOfWave[wave, default: []].append(export) }
  }

  private mutating func take(
    _ response: SurveyResponse,
    _ place: inout [Key: Int],
    column: Int
  ) {
    let key = Key(actor: response.actor, wave: response.wave)
    guard let earlier = place[key] else {
      place[key] = responses.count
      responses.append(response)
      return
    }
    let other = responses[earlier]
    if context.plan.long != nil {
      if other.export == response.export {
        responses[earlier].rows += response.rows
        return
      }
    }
    let isBetter = response.isFinished || !other.isFinished
    if isBetter { responses[earlier] = response }
    let export = context.exports[response.export]
    let otherSheet = context.exports[other.export].sheet
    context.builder.report.diagnostics.add(.warning) {
      let name = context.reading.draft.actors.label(of: response.actor)
      let before =
        otherSheet.places.name(ofRow: other.rows[0])
        + (other.export == response.export ? "" : " of \(otherSheet.file)")
      return export.sheet.diagnostic(
        .repeatedRespondent,
        "\(SafeText.quoted(name)) answered already in \(before)",
        hint: isBetter
          ? "this later answer counts" : "the earlier answer counts, because it came to the end",
        row: response.rows[0],
        column: column
      )
    }
  }

  private func isEnd(_ text: String) -> Bool {
    guard let finished = context.plan.finished, !finished.values.isEmpty else {
      return !text.isEmpty
    }
    return finished.values.contains { $0.lowercased() == text.lowercased() }
  }
}

/// Which wave a row belongs to.
private struct WaveOfRow {
  private let fixed: String?
  private let column: Int?

  /// Nil after an error.
  init?(_ context: SurveyContext, _ export: SurveyExport) {
    switch context.plan.wave {
    case .none: (fixed, column) = (nil, nil)
    case .fixed(let name): (fixed, column) = (name, nil)
    case .column(let heading):
      guard let found = context.column(heading, in: export, for: "wave_column") else { return nil }
      (fixed, column) = (nil, found)
    case .files(let files):
      let name = FileName.last(export.sheet.file)
      guard let entry = files.first(where: { FileName.last($0.key) == name }) else {
        context.fail(
          .unknownWave,
          "the export \(SafeText.quoted(name)) has no wave",
          hint: Suggestion.nearest(to: name, among: files.map(\.key))
            .map { "did you mean \(SafeText.quoted($0)) to be it?" } ?? "add a line for it",
          at: "waves"
        )
        return nil
      }
      (fixed, column) = (entry.value, nil)
    }
  }

  /// The wave in a wrapper, because a survey without waves has none; nil after an error.
  func name(
    _ cells: [String],
    _ row: Int,
    _ export: SurveyExport,
    _ context: SurveyContext
  ) -> (value: String?, Void)? {
    guard let column else { return (fixed, ()) }
    guard cells[column].isEmpty else { return (cells[column], ()) }
    context.builder.error {
      export.sheet.diagnostic(
        .missingValue,
        "the row does not say its wave",
        hint: "fill in \(SafeText.quoted(export.headings[column]))",
        row: row,
        column: column
      )
    }
    return nil
  }
}

/// Names of files without their folders.
enum FileName {
  static func last(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? path
  }

  /// The folder of a path with the slash at its end; empty where it names none.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// The name without its last ending.
  static func stem(_ path: String) -> String {
    let name = last(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
