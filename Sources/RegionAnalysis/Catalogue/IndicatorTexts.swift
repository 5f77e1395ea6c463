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
  private static let ownInNorwegian = "Formelen eller grensene er programmets egne, ikke kildens."

  /// The same in Norwegian, by name.
  static let norwegian: [String: Explanation] = IndicatorFamily.all.flatMap(\.texts).reduce(
    into: [:]
  ) { all, text in
    guard let words = text.norwegian else { return }
    all[text.name] = Explanation(
      title: text.title.norwegian,
      definition: words.definition,
      formula: words.formula ?? text.formula,
      reading: words.reading,
      caution: text.isOwn ? "\(words.caution) \(ownInNorwegian)" : words.caution,
      source: text.source
    )
  }
}

extension Catalogue.Entry {
  /// What it means in a language; `nil` where there is no such text: indicators alone have a Norwegian one.
  public func explanation(in language: IndicatorLanguage) -> Explanation? {
    switch language {
    case .english: explanation
    case .norwegian: IndicatorTexts.norwegian[name]
    }
  }
}
