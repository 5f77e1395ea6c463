extension IndicatorFamily {
  /// Families 1 … 10: who trusts, gives, meets and learns, and how.
  static let relationsAndForms: [IndicatorFamily] = []
}
