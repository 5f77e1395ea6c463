import LearningRegion

extension RegionReading {
  /// A row of a table, a column by its key (``HeadingKey``), and the word in the cell that is meant.
  typealias Place = (table: RegionTableName, row: Int?, column: String, word: String?)

  /// A problem with a row of the region: at its cell, or at the file where no place is known.
  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String?,
    at place: Place
  ) -> Diagnostic {
    if let source {
      let issue = RegionIssue(place.table, row: place.row, column: place.column, .empty)
      if let range = placeOfIssue?(issue) {
        return source.diagnostic(code, message, hint: hint, at: range)
      }
      return Diagnostic(code, message, hint: hint, location: SourceLocation(file: source.name))
    }
    if let trace = traces[place.table], let row = place.row,
      let found = trace.place(row: row, column: place.column, word: place.word)
    {
      return trace.source.diagnostic(code, message, hint: hint, at: found.range, line: found.line)
    }
    let file = traces[place.table]?.source.name
    return Diagnostic(code, message, hint: hint, location: file.map { SourceLocation(file: $0) })
  }
}

/// Turns what is wrong with a region into problems at a place in a file, with hints.
struct IssueLocator {
  private let reading: RegionReading

  init(_ reading: RegionReading) { self.reading = reading }

  func report(_ fault: RegionFault) {
    let builder = reading.builder
    for issue in fault.issues where !isReported(issue) {
      builder.error { diagnostic(issue) }
    }
    // Only the first unknown ends are kept one by one; all of them count.
    let kept = reading.draft.unknownEnds.count
    builder.report.diagnostics.countErrors(reading.draft.unknownEndCount - kept)
  }

  /// Whether the issue is the echo of an empty cell that was reported where it was read.
  private func isReported(_ issue: RegionIssue) -> Bool {
    guard reading.builder.hasErrors else { return false }
    switch issue.kind {
    case .empty: return true
    case .unknown(_, let name): return name.isEmpty
    case .duplicate(let id, _): return id.isEmpty
    default: return false
    }
  }

  /// The problem at its place.
  func diagnostic(_ issue: RegionIssue) -> Diagnostic {
    let (code, raw, hint, word) = text(issue)
    return reading.diagnostic(
      code,
      SafeText.oneLine(raw),
      hint: hint,
      at: (issue.table, issue.row, issue.column, word)
    )
  }

  /// Code, message, hint, and the word in the cell that the problem is about.
  private func text(_ issue: RegionIssue) -> (DiagnosticCode, String, String?, String?) {
    switch issue.kind {
    case .unknown(let subject, let name):
      return (
        subject == .actor ? .unknownActor : .unknownReference,
        "unknown \(subject.rawValue) \(SafeText.quoted(name))", hint(subject, name, issue), name
      )
    case .duplicate(let id, let first):
      return (
        .duplicateID, "the id \(SafeText.quoted(id)) is already used" + inLine(first, issue.table),
        "give each row an id of its own", nil
      )
    case .empty:
      return (.missingValue, "the \(issue.column) is empty", nil, nil)
    case .cycle(let ids):
      var shown = ids
      if shown.count > 8 { shown = shown.prefix(6) + ["…"] + shown.suffix(1) }
      let circle = shown.map { $0 == "…" ? $0 : SafeText.quoted($0) }.joined(separator: " → ")
      return (
        .cycle, "\(issue.column) goes round in a circle: \(circle)",
        issue.table == .actors
          ? "no actor can be a part of itself" : "no innovation can build on itself", nil
      )
    case .outOfRange(let value, _, _):
      return (.outOfScale, outside(value, issue), nil, nil)
    case .endBeforeStart:
      return (.endBeforeStart, issue.description, nil, nil)
    case .notAmongParticipants(let id):
      return (
        .inconsistent, "\(SafeText.quoted(id)) is not among the participants",
        "add it to participants, or leave it out of \(issue.column)", id
      )
    case .repeats(let first):
      if issue.table == .funnel, let twice = orderTwice(first, issue) { return twice }
      return (
        .inconsistent, "this was already said" + inLine(first, issue.table),
        "leave out one of the two rows", nil
      )
    }
  }

  /// A weight is outside of the scale that is written down, on which 0 is no tie.
  private func outside(_ value: Double, _ issue: RegionIssue) -> String {
    let draft = reading.draft
    guard issue.table == .ties, issue.column == "weight", let row = issue.row else {
      return issue.description
    }
    let relation = draft.relations[Int(draft.ties.relation(at: row))]
    guard relation.kind != .distance, let scale = relation.scale, scale.lowerBound > 0 else {
      return issue.description
    }
    let bounds = [scale.lowerBound, scale.upperBound].map(NumberText.text).joined(separator: " … ")
    return "\(issue.column) is \(NumberText.text(value)), outside \(bounds) (or 0 for no tie)"
  }

  /// What is wrong where two stages have one place in a funnel; nil where the whole row is said again.
  private func orderTwice(
    _ first: Int,
    _ issue: RegionIssue
  ) -> (DiagnosticCode, String, String?, String?)? {
    let steps = reading.draft.funnel.rows
    guard let row = issue.row, steps[row].stage != steps[first].stage else { return nil }
    return (
      .inconsistent,
      "the order \(steps[row].order) is used twice: \(SafeText.quoted(steps[first].stage)) has it"
        + inLine(first, issue.table),
      "give each stage an order of its own", nil
    )
  }

  private func inLine(_ row: Int, _ table: RegionTableName) -> String {
    guard let trace = reading.traces[table], let line = trace.lines.line(of: row) else { return "" }
    guard trace.source.places != nil else { return " in line \(line)" }
    return " in " + trace.source.lineName(at: trace.source.offset(ofLine: line))
  }

  private func hint(
    _ subject: RegionIssue.Subject,
    _ name: String,
    _ issue: RegionIssue
  ) -> String? {
    let draft = reading.draft
    func near(_ candidates: some Sequence<String>, orElse rest: String) -> String {
      let found = Suggestion.nearest(to: name, among: candidates)
      return (found.map { "did you mean \(SafeText.quoted($0))? " } ?? "") + rest
    }
    switch subject {
    case .actor: return actorHint(name, issue)
    case .arena:
      return near(draft.arenas.rows.lazy.map(\.id), orElse: "arenas are listed in arenas.csv")
    case .programme:
      return near(
        draft.programmes.rows.lazy.map(\.id),
        orElse: "programmes are listed in programmes.csv"
      )
    case .innovation:
      return near(
        draft.innovations.rows.lazy.map(\.id),
        orElse: "innovations are listed in innovations.csv"
      )
    case .relation:
      return near(
        draft.relations.lazy.map(\.name),
        orElse: "relations are those of ties.csv and of region.yaml"
      )
    case .wave:
      return near(
        draft.waves.prefix(draft.declaredWaves).lazy.map(\.name),
        orElse: "waves are listed in region.yaml"
      )
    case .sphere:
      return near(
        Sphere.allCases.map(\.rawValue),
        orElse: "it can be \(Sphere.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
  }

  private func actorHint(_ name: String, _ issue: RegionIssue) -> String {
    let actors = reading.draft.actors
    let rest =
      reading.source != nil
      ? "declare it as a node"
      : issue.table == .ties
        ? "add it to actors.csv or pass --create-missing" : "add it to actors.csv"
    let indices = 0..<min(actors.count, 20_000)
    if let owner = indices.first(where: { actors.label(of: $0) == name }) {
      return "this is the label of \(SafeText.quoted(actors.ids[owner])): write the id"
    }
    if let id = Suggestion.nearest(to: name, among: indices.lazy.map { actors.ids[$0] }) {
      return "did you mean \(SafeText.quoted(id))? \(rest)"
    }
    if let label = Suggestion.nearest(to: name, among: indices.lazy.map { actors.label(of: $0) }),
      let owner = indices.first(where: { actors.label(of: $0) == label })
    {
      return
        "did you mean \(SafeText.quoted(actors.ids[owner])), \(SafeText.quoted(label))? \(rest)"
    }
    return rest
  }
}
