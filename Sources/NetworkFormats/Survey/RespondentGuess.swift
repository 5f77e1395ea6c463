/// Finds the column that says who answered.
///
/// Surest is a column whose texts are named in answers too. Else it is one that is called like a name, one in which
/// everybody says something else, or the address or number by which the tool knows people. A question whose cells list
/// people is never it, and none is guessed to be it where Microsoft Forms itself knows who answered.
struct RespondentGuess {
  let column: Int
  /// Whether answers name what stands in the column.
  let isSure: Bool

  private static let nameHeadings = [
    "navn", "name", "organisasjon", "organisation", "organization", "virksomhet", "bedrift",
    "company", "enterprise", "respondent", "hvem er du", "who are you", "represent",
  ]
  /// Columns by which tools know people, the best first.
  private static let identities = [
    "respondent", "recipientemail", "externalreference", "externaldatareference", "email",
    "email_address", "token", "access_code", "tilgangskode", "respondentid", "responseid", "_id",
    "id", "response_id", "svar_id",
  ]

  /// - Parameters:
  ///   - people: keys of all who are named in answers.
  ///   - lists: columns whose cells list those who are named.
  init(
    _ export: SurveyExport,
    _ columns: SurveyColumns,
    people: Set<String>,
    lists: Set<Int>
  ) {
    // Headings may be names too: one column per alter.
    var pool = people
    pool.formUnion(columns.single.map { NameKey(export.headings[$0]).joined })
    pool.remove("")
    let questions = columns.single.filter { !lists.contains($0) }
    let identities = Self.identityColumns(export)
    // Who was signed in answered, whatever else people wrote.
    let signedIn = export.tool == .forms ? identities.filter { $0 > 0 } : []
    var best: (column: Int, overlap: Int)?
    for column in signedIn + questions + identities {
      if let best, signedIn.contains(best.column) { break }
      let keys = Set(export.texts(column).map { NameKey($0).joined })
      let overlap = keys.intersection(pool).count
      if overlap >= 2, overlap * 3 >= keys.count, overlap > best?.overlap ?? 0 {
        best = (column, overlap)
      }
    }
    isSure = best != nil
    column =
      best?.column
      ?? questions.first {
        Self.isNameHeading(export.wording($0)) && !export.texts($0).isEmpty
      }
      ?? signedIn.first { Self.people($0, export) > 0 }
      ?? questions.first { Self.isLikeNames($0, export) }
      ?? identities.first { Self.people($0, export) > 1 }
      ?? identities.first { Self.people($0, export) > 0 }
      ?? identities.first ?? export.headings.firstIndex { !$0.isEmpty } ?? 0
  }

  /// Whether a heading sounds as if names stood below it.
  static func isNameHeading(_ heading: String) -> Bool {
    let text = heading.lowercased()
    return nameHeadings.contains { text.contains($0) }
  }

  /// How many a column by which the tool knows people tells apart.
  private static func people(_ column: Int, _ export: SurveyExport) -> Int {
    Set(export.texts(column).map { $0.lowercased() }).subtracting(["anonymous"]).count
  }

  /// Whether everybody says something else in a column, and briefly.
  private static func isLikeNames(_ column: Int, _ export: SurveyExport) -> Bool {
    let texts = export.texts(column)
    return texts.count == export.answers.count && Set(texts).count == texts.count
      && texts.allSatisfy { $0.utf8.count <= 120 && AnswerReader.number($0) == nil }
  }

  private static func identityColumns(_ export: SurveyExport) -> [Int] {
    // Name, address and number, in whatever language.
    if export.tool == .forms { return [4, 3, 0].filter { !export.headings[$0].isEmpty } }
    let keys = export.headings.map(HeadingKey.key)
    return identities.compactMap { keys.firstIndex(of: $0) }
  }
}
