/// What an indicator means: the text behind `samspill explain`.
public struct IndicatorText: Sendable, Equatable {
  /// The name everywhere.
  public let name: String
  /// The name in words, in both languages.
  public let title: Words
  /// What it is, in one or two sentences.
  public let definition: String
  /// The formula, plain text.
  public let formula: String
  /// How to read a value.
  public let reading: String
  /// How it misleads.
  public let caution: String
  /// Whose idea it is and whose formula.
  public let source: String
  /// Whether the operationalisation or a cut-off is our own.
  public let isOwn: Bool

  /// A text for every field.
  public init(
    _ name: String,
    title: Words,
    definition: String,
    formula: String,
    reading: String,
    caution: String,
    source: String,
    isOwn: Bool = false
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.formula = formula
    self.reading = reading
    self.caution = caution
    self.source = source
    self.isOwn = isOwn
  }
}

/// The works that describe learning regions.
public enum IndicatorSources {
  /// On regions that learn.
  public static let gustavsen =
    "B. Gustavsen, Learning organisation and the process of regionalisation, in: Learning together for local innovation (2007)"
  /// On symbiotic learning systems.
  public static let eikeland =
    "O. Eikeland, J. Knowledge Economy 4 (2013), doi:10.1007/s13132-012-0123-6"
  /// On workplace study.
  public static let amble =
    "N. Amble, E. M. Johansen, Aksjonsforskning i Norge 2 (2020), doi:10.23865/noasp.121"
  /// On work as learning.
  public static let jarche = "H. Jarche, Work is learning and learning is the work (2012)"
}
