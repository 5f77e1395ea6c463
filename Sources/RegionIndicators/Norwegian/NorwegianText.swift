/// What an indicator means, in Norwegian (bokmål): the same as its ``IndicatorText``.
public struct NorwegianText: Sendable, Equatable {
  /// What it is.
  public let definition: String
  /// The formula; `nil` where that of the ``IndicatorText`` has no words in it.
  public let formula: String?
  /// How to read a value.
  public let reading: String
  /// How it misleads.
  public let caution: String

  init(_ definition: String, formula: String? = nil, reading: String, caution: String) {
    self.definition = definition
    self.formula = formula
    self.reading = reading
    self.caution = caution
  }

  /// The texts of every family, by the name of the indicator.
  static let all: [String: NorwegianText] = [
    relations, structures, practices, growth, survival,
  ].reduce(into: [:]) { all, part in
    all.merge(part) { _, _ in preconditionFailure("an indicator has two Norwegian texts") }
  }
}

extension IndicatorText {
  /// The text in Norwegian.
  public var norwegian: NorwegianText? { NorwegianText.all[name] }
}
