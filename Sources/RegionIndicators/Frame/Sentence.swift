/// Languages in which indicators speak.
public enum IndicatorLanguage: String, Sendable, CaseIterable {
  case english = "en"
  /// Norwegian bokmål.
  case norwegian = "nb"
}

/// The same words in both languages.
public struct Words: Sendable, Equatable {
  /// English.
  public let english: String
  /// Norwegian bokmål.
  public let norwegian: String

  /// Words in both languages.
  public init(_ english: String, _ norwegian: String) {
    self.english = english
    self.norwegian = norwegian
  }

  /// The words in one language.
  public subscript(language: IndicatorLanguage) -> String {
    language == .english ? english : norwegian
  }
}

/// A sentence that knows its actors by number and its numbers by value, so that whoever prints it decides who is named.
///
/// Written as a string with `\(actor: row)`, `\(number: x)`, `\(share: x)` and `\(words)` in it.
public struct Sentence: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A piece of the sentence.
  enum Piece: Sendable, Equatable {
    case text(String)
    /// Row of an actor in the region.
    case actor(Int)
    case number(Double, decimals: Int)
    case share(Double)
  }

  let pieces: [Piece]

  /// A sentence without actors and numbers.
  public init(stringLiteral text: String) { pieces = [.text(text)] }

  /// A sentence with them.
  public init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  /// Collects the pieces.
  public struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Room for the pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Plain words.
    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { pieces.append(.text(text)) }
    }

    /// Plain words, such as a column of the data.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// A count.
    public mutating func appendInterpolation(_ count: Int) { appendLiteral(String(count)) }

    /// An actor, by row.
    public mutating func appendInterpolation(actor row: Int) { pieces.append(.actor(row)) }

    /// A number with at most so many decimals.
    public mutating func appendInterpolation(number value: Double, decimals: Int = 2) {
      pieces.append(.number(value, decimals: decimals))
    }

    /// A share as a percentage.
    public mutating func appendInterpolation(share value: Double) { pieces.append(.share(value)) }
  }

  /// The sentence as text.
  func text(_ language: IndicatorLanguage, naming: (Int) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .actor(let row): naming(row)
      case .number(let value, let decimals):
        Numerals.text(value, decimals: decimals, language)
      case .share(let value): Numerals.percent(value)
      }
    }.joined()
  }
}

/// One thing that an indicator says, in both languages.
public struct Statement: Sendable, Equatable {
  /// English.
  public let english: Sentence
  /// Norwegian bokmål.
  public let norwegian: Sentence

  /// A sentence in both languages.
  public init(_ english: Sentence, _ norwegian: Sentence) {
    self.english = english
    self.norwegian = norwegian
  }

  /// The sentence as text.
  ///
  /// - Parameter naming: what the actor of a row is called; persons get their pseudonyms here.
  public func text(_ language: IndicatorLanguage, naming: (_ row: Int) -> String) -> String {
    (language == .english ? english : norwegian).text(language, naming: naming)
  }

  /// Rows of the actors that the sentence names.
  public var actors: [Int] {
    english.pieces.compactMap { if case .actor(let row) = $0 { row } else { nil } }
  }
}
