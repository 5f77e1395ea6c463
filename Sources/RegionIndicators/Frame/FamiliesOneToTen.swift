extension IndicatorFamily {
  /// Families 1 … 10: who trusts, gives, meets and learns, and how.
  static let relationsAndForms: [IndicatorFamily] = [
    IndicatorFamily(
      1,
      "trust",
      Words("Trust", "Tillit"),
      TrustTexts.all,
      indicators: TrustIndicators.indicators
    ),
    IndicatorFamily(
      2,
      "symbiosis",
      Words("Symbiosis or transmission", "Symbiose eller overføring"),
      SymbiosisIndicators.texts,
      indicators: SymbiosisIndicators.indicators
    ),
    IndicatorFamily(
      3,
      "horizontality",
      Words("Horizontality", "Likeverd"),
      HorizontalityIndicators.texts,
      indicators: HorizontalityIndicators.indicators
    ),
    IndicatorFamily(
      4,
      "pluralism",
      Words("Pluralism and robustness", "Mangfold og robusthet"),
      PluralismIndicators.texts,
      indicators: PluralismIndicators.indicators
    ),
    IndicatorFamily(
      5,
      "boundaries",
      Words("Boundaries", "Grenser"),
      BoundaryIndicators.texts,
      indicators: BoundaryIndicators.indicators
    ),
    IndicatorFamily(
      6,
      "stages",
      Words("On stage and back stage", "På scenen og bak scenen"),
      StageTexts.all,
      indicators: StageIndicators.indicators
    ),
    IndicatorFamily(
      7,
      "forms_of_learning",
      Words("Forms of learning", "Former for læring"),
      LearningFormIndicators.texts,
      indicators: LearningFormIndicators.indicators
    ),
    IndicatorFamily(
      8,
      "communicative_gaps",
      Words("Communicative gaps", "Kommunikative kløfter"),
      GapIndicators.texts,
      indicators: GapIndicators.indicators
    ),
    IndicatorFamily(
      9,
      "need_and_offer",
      Words("Need and offer", "Behov og tilbud"),
      NeedOfferIndicators.texts,
      indicators: NeedOfferIndicators.indicators
    ),
    IndicatorFamily(
      10,
      "hybrids",
      Words("Hybrids", "Hybrider"),
      HybridIndicators.texts,
      indicators: HybridIndicators.indicators
    ),
  ]
}
