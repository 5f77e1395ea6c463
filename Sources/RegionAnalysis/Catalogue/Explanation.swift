/// What a measure means: the text behind `samspill explain`.
public struct Explanation: Sendable, Equatable {
  /// The name in words.
  public let title: String
  /// What it is, in one or two sentences.
  public let definition: String
  /// The formula, plain text.
  public let formula: String
  /// How to read a value.
  public let reading: String
  /// How not to.
  public let caution: String
  /// Paper or book, with DOI where there is one.
  public let source: String
  /// The public tool whose value is the same, with the call; `nil` where none has it.
  public let sameAs: String?

  /// A text for every field; `sameAs` only where there is such a tool.
  public init(
    title: String,
    definition: String,
    formula: String,
    reading: String,
    caution: String,
    source: String,
    sameAs: String? = nil
  ) {
    self.title = title
    self.definition = definition
    self.formula = formula
    self.reading = reading
    self.caution = caution
    self.source = source
    self.sameAs = sameAs
  }
}
