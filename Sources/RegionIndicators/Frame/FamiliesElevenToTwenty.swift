extension IndicatorFamily {
  /// Families 11 … 20: what grows out of it, how far it reaches and what lasts.
  static let growthAndSurvival: [IndicatorFamily] = [
    lineage, brokers, growth, networkLearning, tripleHelix, programmes, learningEnvironment,
    openness,
    stability,
  ]
}
