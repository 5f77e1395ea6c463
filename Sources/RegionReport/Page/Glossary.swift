import RegionAnalysis

/// The explanations at the end of a report.
struct Glossary {
  let study: ReportStudy
  let profile: ProfileContent

  /// Figures that a report shows besides the measures of actors and of the network.
  private static let others = [
    "coordinator", "itinerant", "representative", "gatekeeper", "liaison", "brokerage", "leiden",
    "fragmentation", "reach", "modularity", "coverage", "conductance", "ei_index",
  ]

  /// The values that the template asks for, one entry per explanation.
  var entries: [[String: Any]] {
    let say = study.options.language
    let measured = study.measures.table.columns.dropFirst(2).map { $0 }
    let names = measured + ReportStudy.networkMeasures + Self.others + profile.measures
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.compactMap { name -> [String: Any]? in
      guard let entry = Catalogue.entry(name) else { return nil }
      let text = entry.explanation
      let words = PageWords.all(say)
      if say == .norwegian, let own = NorwegianGlossary.entry(name) {
        return [
          "name": name, "title": own.title, "definition": own.definition,
          "reading": own.reading, "caution": own.caution, "formula": text.formula,
          "source": text.source, "textLang": "nb", "titleLang": "nb", "w": words,
        ]
      }
      return [
        "name": name, "title": text.title, "definition": text.definition,
        "reading": text.reading, "caution": text.caution, "formula": text.formula,
        "source": text.source, "textLang": "en", "titleLang": "en", "w": words,
      ]
    } + profile.glossary(say)
  }
}
