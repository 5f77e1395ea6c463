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

  /// Every figure once: who answered, measures, indicators.
  var entries: [GlossaryEntry] {
    let say = study.options.language
    let measured = Array(study.measures.table.columns.dropFirst(2))
    let names = measured + ReportStudy.networkMeasures + Self.others + profile.measures
    var seen: Set<String> = []
    let measures = names.filter { seen.insert($0).inserted }.compactMap { Self.entry($0, say) }
    return [ResponseGlossary.entry(say)] + measures + profile.glossary(say)
  }

  /// The explanation of a measure, in Norwegian where there is one.
  static func entry(_ name: String, _ say: ReportLanguage) -> GlossaryEntry? {
    guard let text = Catalogue.entry(name)?.explanation else { return nil }
    let own = say == .norwegian ? NorwegianGlossary.entry(name) : nil
    let language = own == nil ? ReportLanguage.english : .norwegian
    return GlossaryEntry(
      name: name,
      title: own?.title ?? text.title,
      definition: own?.definition ?? text.definition,
      formula: text.formula,
      reading: own?.reading ?? text.reading,
      caution: own?.caution ?? text.caution,
      source: text.source,
      titleLanguage: language,
      textLanguage: language
    )
  }
}
