import RegionIndicators

/// What the indicators of learning regions mean.
enum IndicatorTexts {
  static let entries: [Catalogue.Entry] = IndicatorFamily.all.flatMap { family in
    family.texts.map { text in
      Catalogue.Entry(
        name: text.name,
        scope: .indicator,
        traits: [],
        explanation: Explanation(
          title: text.title.english,
          definition: text.definition,
          formula: text.formula,
          reading: text.reading,
          caution: text.isOwn ? "\(text.caution) \(own)" : text.caution,
          source: text.source
        )
      )
    }
  }

  private static let own = "The formula or its limits are this program's own, not the source's."
}
