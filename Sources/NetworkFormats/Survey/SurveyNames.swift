import LearningRegion

/// A name in the answers that the roster does not have.
public struct UnmatchedName: Sendable, Equatable {
  /// The name as it was written.
  public let name: String
  /// How many answers have it.
  public internal(set) var count: Int
  /// The label of the roster's actor that may be meant, or nil where none is near.
  public let suggestion: String?
  /// Whether the suggestion was taken, because the caller said so for all of them.
  public let isAccepted: Bool
}

/// Turns names in answers into actors: those of the roster, those that a file of names says, and for all
/// others actors of their own.
struct SurveyNames {
  private let reading: RegionReading
  private let roster: SurveyRoster
  /// Whether suggestions are taken.
  private let acceptsSuggestions: Bool
  private let mapping: [String: String?]
  /// Actors that were made, and the places in `unmatched` of the names that led to them.
  private var strangers: [String: Int] = [:]
  private var accepted: [String: Int] = [:]
  private var entryOf: [String: Int] = [:]
  private(set) var unmatched: [UnmatchedName] = []
  private var keys: [String: Int] = [:]

  /// How many pairs of letters are still compared; then only names that differ in spelling alone are suggested.
  private var budget = 10_000_000

  init(
    _ reading: RegionReading,
    _ roster: SurveyRoster,
    mapping: [String: String?],
    acceptsSuggestions: Bool
  ) {
    self.reading = reading
    self.roster = roster
    self.mapping = mapping
    self.acceptsSuggestions = acceptsSuggestions
    for row in (0..<roster.count).reversed() {
      for name in [reading.draft.actors.ids[row], reading.draft.actors.label(of: row)] {
        let key = NameKey(name)
        if key.words.count > 1 { keys[key.sorted] = row }
        keys[key.joined] = row
      }
    }
    keys[""] = nil
  }

  /// The actor of a name; nil where the file of names says that it means nobody.
  mutating func actor(_ name: String, _ place: () -> Diagnostic.Place) -> Int? {
    if let known = known(name) { return known }
    let key = SurveyRoster.key(name)
    if let meant = mapping[key] {
      guard let meant else { return nil }
      if let known = known(meant) { return known }
      // A name that is in no list may be given to an actor of its own.
      return stranger(meant)
    }
    if let actor = accepted[key] ?? strangers[key] {
      if let entry = entryOf[key] { unmatched[entry].count += 1 }
      return actor
    }
    guard roster.isGiven else { return stranger(name) }
    let suggestion = suggestion(name)
    note(name, suggestion, place)
    if acceptsSuggestions, let suggestion {
      accepted[key] = suggestion
      return suggestion
    }
    return stranger(name)
  }

  private func known(_ name: String) -> Int? { roster.actor(named: name) }

  /// An actor that nobody listed, made where it is new.
  private mutating func stranger(_ name: String) -> Int {
    let key = SurveyRoster.key(name)
    if let known = strangers[key] { return known }
    let actor = reading.draft.actors.count
    reading.draft.actors.append(Actor(id: key))
    strangers[key] = actor
    return actor
  }

  /// Keeps the name for the list and tells of it at its first place.
  private mutating func note(_ name: String, _ suggestion: Int?, _ place: () -> Diagnostic.Place) {
    let label = suggestion.map { reading.draft.actors.label(of: $0) }
    let isAccepted = acceptsSuggestions && suggestion != nil
    entryOf[SurveyRoster.key(name)] = unmatched.count
    unmatched.append(
      UnmatchedName(name: name, count: 1, suggestion: label, isAccepted: isAccepted)
    )
    let severity: Diagnostic.Severity = isAccepted ? .note : .warning
    reading.builder.report.diagnostics.add(severity) {
      let at = place()
      let found = Diagnostic(
        .unmatchedName,
        isAccepted
          ? "\(SafeText.quoted(name)) is taken as \(SafeText.quoted(label ?? ""))"
          : "the roster has no \(SafeText.quoted(name))",
        hint: isAccepted
          ? nil
          : (label.map { "did you mean \(SafeText.quoted($0))? " } ?? "")
            + (label == nil
              ? "it is an actor of its own now; add it to the roster, or to the names that mean another"
              : "--accept takes all such suggestions; a file of names (--names) takes them one by one"),
        severity: severity,
        location: at.location,
        excerpt: at.excerpt
      )
      return found
    }
  }

  // MARK: Suggestions

  private mutating func suggestion(_ name: String) -> Int? {
    let key = NameKey(name)
    if let row = keys[key.joined] ?? keys[key.sorted] { return row }
    guard budget > 0 else { return nil }
    let actors = reading.draft.actors
    let labels = (0..<roster.count).lazy.map { actors.label(of: $0) }
    budget -= min(2_000_000, roster.count * 800)
    guard let near = Suggestion.nearest(to: name, among: labels, budget: 2_000_000) else {
      return nil
    }
    return roster.actor(named: near)
  }
}

extension Diagnostic {
  /// A place and what stands there.
  struct Place {
    let location: SourceLocation?
    let excerpt: SourceExcerpt?
  }
}

extension SurveySheet {
  /// The place of a cell.
  func place(row: Int, column: Int) -> Diagnostic.Place {
    let found = diagnostic(.unmatchedName, "", row: row, column: column)
    return Diagnostic.Place(location: found.location, excerpt: found.excerpt)
  }
}

/// The file of names that somebody looks through and gives back.
public enum NameTable {
  /// A CSV file with the columns `name` and `actor`: each name with the actor that is suggested, or with itself.
  public static func bytes(_ names: [(name: String, suggestion: String?)]) -> [UInt8] {
    var csv = CSVWriter()
    csv.cell("name")
    csv.cell("actor")
    csv.endRow()
    for (name, suggestion) in names {
      csv.cell(name)
      csv.cell(suggestion ?? name)
      csv.endRow()
    }
    return csv.take()
  }
}
