/// What a cell says about a tie.
enum Answer: Equatable {
  case blank
  /// An answer that is none: nobody knows whether there is a tie.
  case missing
  case noTie
  case tie(Double)
}

/// Reads the answers of one relation.
struct AnswerReader {
  private let scale: AnswerScale?
  private let words: [String: Double]
  private let missing: Set<String>
  private let noTie: Set<String>
  /// Whether answers are numbers though there is no scale, so that a word is a slip and not a mark.
  private var expectsNumbers = false

  enum Problem: Error, Equatable {
    /// A word that the scale does not have.
    case notOnScale
    case notANumber
    case outside(ClosedRange<Double>)
    /// A negative number of which nothing is said.
    case negative
  }

  init(_ plan: SurveyPlan, _ scale: AnswerScale?) {
    self.scale = scale
    missing = Set(plan.missing.map(Self.key))
    noTie = Set(plan.noTie.map(Self.key))
    var words: [String: Double] = [:]
    if case .words(let list) = scale {
      for word in list { words[Self.key(word.text)] = word.value }
    }
    self.words = words
  }

  /// The reader of a relation without a scale of which these are all the answers.
  func reading(_ answers: some Sequence<String>) -> AnswerReader {
    var copy = self
    copy.expectsNumbers =
      ScaleGuess.areNumbers(answers.lazy.filter { !$0.isEmpty && !isNobody($0) })
    return copy
  }

  /// Case and spaces in a row do not count.
  private static func key(_ text: String) -> String { SurveyRoster.key(text).lowercased() }

  /// Whether a text means that nobody is named.
  func isNobody(_ text: String) -> Bool {
    let key = Self.key(text)
    return noTie.contains(key) || missing.contains(key)
  }

  func isMissing(_ text: String) -> Bool { missing.contains(Self.key(text)) }

  /// What a cell says. The scale's own words go before those that mean no tie anywhere.
  func read(_ text: String) throws(Problem) -> Answer {
    if text.isEmpty { return .blank }
    let key = Self.key(text)
    if missing.contains(key) { return .missing }
    if let value = words[key] { return value == 0 ? .noTie : .tie(value) }
    let number = Self.number(text)
    switch scale {
    case .range(let range):
      guard let number else {
        if noTie.contains(key) { return .noTie }
        throw .notANumber
      }
      if number == 0 { return .noTie }
      guard range.contains(number) else { throw .outside(range) }
      return .tie(number)
    case .words:
      if noTie.contains(key) { return .noTie }
      throw .notOnScale
    case nil:
      if noTie.contains(key) { return .noTie }
      guard let number else {
        if expectsNumbers { throw .notANumber }
        return .tie(1)
      }
      if number < 0 { throw .negative }
      return number == 0 ? .noTie : .tie(number)
    }
  }

  /// The word of the scale that may be meant.
  func nearest(to text: String) -> String? {
    guard case .words(let list) = scale else { return nil }
    return Suggestion.nearest(to: text, among: list.lazy.map(\.text))
  }

  /// A number with a decimal point or a decimal comma.
  static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      (try? NumberReader.double(UnsafeRawBufferPointer(bytes)))?.value
    }
  }
}

extension AnswerReader.Problem {
  /// Code, message and hint for a cell.
  func told(
    of text: String,
    _ reader: AnswerReader
  ) -> (code: DiagnosticCode, message: String, hint: String) {
    let quoted = SafeText.quoted(text)
    switch self {
    case .notOnScale:
      return (
        .unknownAnswer, "the scale has no answer \(quoted)",
        reader.nearest(to: text).map { "did you mean \(SafeText.quoted($0))?" }
          ?? "add it to scale with its number, or to missing or no_tie"
      )
    case .notANumber:
      return (
        .badNumber, "\(quoted) is not a number",
        "correct it, write scale as words with their numbers, or add the answer to missing or no_tie"
      )
    case .outside(let range):
      return (
        .outOfScale,
        "\(quoted) is outside the scale \(NumberText.text(range.lowerBound)) to \(NumberText.text(range.upperBound))",
        "add it to missing if it means that there is no answer"
      )
    case .negative:
      return (
        .outOfScale, "\(quoted) is negative",
        "add it to missing if it means that there is no answer; else write a scale"
      )
    }
  }
}
