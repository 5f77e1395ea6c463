/// Finds the column that says who answered.
///
/// Surest is a column whose texts are named in answers too. Else it is one that is called like a name, one in which
/// everybody says something else, or the address or number by which the tool knows people.
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

  /// - Parameter people: keys of all who are named in answers.
  init(_ export: SurveyExport, _ columns: SurveyColumns, people: Set<String>) {
    // Headings may be names too: one column per alter.
    var pool = people
    pool.formUnion(columns.single.map { NameKey(export.headings[$0]).joined })
    pool.remove("")
    let identities = Self.identityColumns(export)
    var best: (column: Int, overlap: Int)?
    for column in columns.single + identities {
      let keys = Set(export.texts(column).map { NameKey($0).joined })
      let overlap = keys.intersection(pool).count
      if overlap >= 2, overlap * 3 >= keys.count, overlap > best?.overlap ?? 0 {
        best = (column, overlap)
      }
    }
    isSure = best != nil
    column =
      best?.column
      ?? columns.single.first {
        Self.isNameHeading(export.wording($0)) && !export.texts($0).isEmpty
      }
      ?? columns.single.first { Self.isLikeNames($0, export) }
      ?? identities.first { Set(export.texts($0).map { $0.lowercased() }).count > 1 }
      ?? identities.first ?? export.headings.firstIndex { !$0.isEmpty } ?? 0
  }

  /// Whether a heading sounds as if names stood below it.
  static func isNameHeading(_ heading: String) -> Bool {
    let text = heading.lowercased()
    return nameHeadings.contains { text.contains($0) }
  }

  /// Whether everybody says something else in a column, and briefly.
  private static func isLikeNames(_ column: Int, _ export: SurveyExport) -> Bool {
    let texts = export.texts(column)
    return texts.count == export.answers.count && Set(texts).count == texts.count
      && texts.allSatisfy { $0.utf8.count <= 120 && CellValue.number($0) == nil }
  }

  private static func identityColumns(_ export: SurveyExport) -> [Int] {
    // Name, address and number, in whatever language.
    if export.tool == .forms { return [4, 3, 0].filter { !export.headings[$0].isEmpty } }
    let keys = export.headings.map(HeadingKey.key)
    return identities.compactMap { keys.firstIndex(of: $0) }
  }
}
