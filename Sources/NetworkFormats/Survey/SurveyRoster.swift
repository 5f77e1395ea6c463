import LearningRegion

/// Who was asked: the actors of the roster file, under all the names that the survey may give them.
///
/// The file has the columns of `actors.csv` and besides them `code` (what stands for the actor in headings, `|` between
/// several), `aliases` (other spellings), `email`, `asked` (no for those who are only named) and `suggestion` (a remark of
/// `survey init`). The first four steer the import and, like addresses, do not come into the region.
struct SurveyRoster {
  private static let ownColumns: Set<String> = [
    "code", "codes", "alias", "aliases", "email", "e_mail", "e_post", "epost", "asked",
    "suggestion",
  ]

  /// Whether there is a roster file at all.
  var isGiven = false
  /// Number of actors in it; they are the first of the draft.
  var count = 0
  /// Whether each was asked.
  var asked: [Bool] = []
  private var exact: [String: Int] = [:]
  private var codes: [String: Int] = [:]

  /// Whether any actor has a code.
  var hasCodes: Bool { !codes.isEmpty }
  /// All codes, sorted.
  var sortedCodes: [String] { codes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  func actor(named name: String) -> Int? {
    let key = Self.key(name)
    return exact[key] ?? (key.contains("@") ? exact[key.lowercased()] : nil)
  }

  func actor(code: String) -> Int? { codes[code] }

  /// Spaces in a row count as one; nothing else is taken as the same.
  static func key(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else { return name }
    let words = name.unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { String($0) }.joined(separator: " ")
  }

  /// Reads the file into the actors of `reading` and keeps the columns that are about the survey.
  static func read(_ source: SourceText, into reading: RegionReading) -> SurveyRoster {
    var roster = SurveyRoster()
    roster.isGiven = true
    reading.hasActorTable = true
    reading.readActors(source)
    let actors = reading.draft.actors
    roster.count = actors.count
    roster.asked = Array(repeating: true, count: actors.count)
    for row in 0..<actors.count {
      roster.add(actors.ids[row], row, "id", reading)
    }
    for row in 0..<actors.count { roster.add(actors.label(of: row), row, "label", reading) }
    for column in actors.attributes { roster.take(column, reading) }
    reading.draft.actors.attributes.removeAll { ownColumns.contains(HeadingKey.key($0.name)) }
    return roster
  }

  private mutating func take(_ column: AttributeColumn, _ reading: RegionReading) {
    let key = HeadingKey.key(column.name)
    guard Self.ownColumns.contains(key), key != "suggestion" else { return }
    for row in 0..<count {
      guard let text = column.values[row] else { continue }
      switch key {
      case "asked": takeAsked(text, row, key, reading)
      case "code", "codes":
        for code in ListCell.split(text) {
          if let other = codes[code], other != row {
            ambiguous(code, "code", other, row, key, reading)
          }
          codes[code] = codes[code] ?? row
        }
      case "alias", "aliases":
        for name in ListCell.split(text) { add(name, row, key, reading) }
      default: add(text.lowercased(), row, key, reading)
      }
    }
  }

  private mutating func takeAsked(
    _ text: String,
    _ row: Int,
    _ key: String,
    _ reading: RegionReading
  ) {
    switch text.lowercased() {
    case "yes", "y", "ja", "true", "1": asked[row] = true
    case "no", "n", "nei", "false", "0": asked[row] = false
    default:
      reading.builder.error {
        reading.diagnostic(
          .badChoice,
          "\(SafeText.quoted(text)) is not a known asked",
          hint: "it can be yes, no",
          at: (.actors, row, key, nil)
        )
      }
    }
  }

  private mutating func add(_ name: String, _ row: Int, _ column: String, _ reading: RegionReading)
  {
    let key = Self.key(name)
    guard !key.isEmpty else { return }
    guard let other = exact[key], other != row else {
      exact[key] = row
      return
    }
    guard column == "id" else {
      // Two rows of one id were told of.
      if reading.draft.actors.ids[other] != reading.draft.actors.ids[row] {
        ambiguous(name, "name", other, row, column, reading)
      }
      return
    }
    let issue = RegionIssue(
      .actors,
      row: row,
      column: column,
      .duplicate(id: name, firstRow: other)
    )
    reading.builder.error { IssueLocator(reading).diagnostic(issue) }
  }

  private func ambiguous(
    _ name: String,
    _ what: String,
    _ other: Int,
    _ row: Int,
    _ column: String,
    _ reading: RegionReading
  ) {
    reading.builder.error {
      reading.diagnostic(
        .ambiguousName,
        "the \(what) \(SafeText.quoted(name)) already means "
          + SafeText.quoted(reading.draft.actors.ids[other]),
        hint: "a \(what) can stand for one actor only",
        at: (.actors, row, column, name)
      )
    }
  }
}
