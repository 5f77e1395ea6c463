/// One explanation at the end of a report.
struct GlossaryEntry {
  /// What links call it.
  let name: String
  let title: String
  let definition: String
  let formula: String
  let reading: String
  let caution: String
  let source: String
  /// The language of the title.
  var titleLanguage: ReportLanguage
  /// The language of definition, reading and caution.
  var textLanguage: ReportLanguage
  /// The language of the words in the formula.
  var formulaLanguage = ReportLanguage.english

  /// The values that the template asks for.
  func content(_ words: [String: String]) -> [String: Any] {
    [
      "name": name, "title": title, "definition": definition, "formula": formula,
      "reading": reading, "caution": caution, "source": source,
      "titleLang": titleLanguage.rawValue, "textLang": textLanguage.rawValue,
      "formulaLang": formulaLanguage.rawValue, "w": words,
    ]
  }
}
