/// Guesses what numbers the answers in words stand for.
///
/// The words of usual scales of frequency, degree and agreement have their places, in English and Norwegian. Where one
/// answer is none of them, all are numbered in the order met, which somebody has to look at.
enum ScaleGuess {
  /// A scale, and whether the order of its words is only that of the file.
  struct Guess: Equatable {
    let scale: AnswerScale?
    var isOrderUnknown = false
    /// Answers that the scale does not have: words among numbers.
    var others: [String] = []
  }

  /// More different answers than this are no scale.
  static let mostWords = 12

  /// Answers that are none, in whatever column of strengths they stand.
  private static let unknowns: Set<String> = [
    "vet ikke", "veit ikkje", "ikke relevant", "ikkje relevant", "ubesvart", "don't know",
    "don’t know", "dont know", "do not know", "not applicable", "no answer", "n/a",
  ]

  /// Whether an answer says that there is none.
  static func isUnknown(_ answer: String) -> Bool { unknowns.contains(answer.lowercased()) }

  private static let known: [(String, Double)] = [
    ("never", 0), ("aldri", 0), ("not at all", 0), ("ikke i det hele tatt", 0), ("no contact", 0),
    ("ingen kontakt", 0), ("rarely", 1), ("seldom", 1), ("sjelden", 1), ("yearly", 1),
    ("annually", 1), ("årlig", 1), ("once a year", 1), ("sometimes", 2), ("occasionally", 2),
    ("av og til", 2), ("noen ganger", 2), ("iblant", 2), ("quarterly", 2), ("kvartalsvis", 2),
    ("monthly", 3), ("månedlig", 3), ("often", 3), ("ofte", 3), ("weekly", 4), ("ukentlig", 4),
    ("very often", 4), ("svært ofte", 4), ("daily", 5), ("daglig", 5), ("always", 5), ("alltid", 5),
    ("very low", 1), ("svært lav", 1), ("svært liten", 1), ("very little", 1), ("low", 2),
    ("little", 2), ("lav", 2), ("liten", 2), ("some", 3), ("moderate", 3), ("medium", 3),
    ("noen grad", 3), ("middels", 3), ("high", 4), ("høy", 4), ("stor", 4), ("a lot", 4),
    ("very high", 5), ("svært høy", 5), ("svært stor", 5), ("strongly disagree", 1),
    ("helt uenig", 1), ("disagree", 2), ("uenig", 2), ("neutral", 3), ("verken", 3), ("nøytral", 3),
    ("agree", 4), ("enig", 4), ("strongly agree", 5), ("helt enig", 5), ("yes", 1), ("ja", 1),
    ("no", 0), ("nei", 0),
  ]

  /// Whether answers are numbers: at least half of them, or one that is more than yes and no. Noughts are told apart from
  /// marks as well as from numbers, so they do not count.
  static func areNumbers(_ answers: some Sequence<String>) -> Bool {
    var numbers = 0
    var words = 0
    for answer in answers {
      switch AnswerReader.number(answer) {
      case nil: words += 1
      case 0: break
      case 1: numbers += 1
      default: return true
      }
    }
    return numbers > 0 && numbers >= words
  }

  /// The scale of answers, which are all that columns hold; words that mean no tie everywhere and those that are missing
  /// left out. Words among numbers are no part of the scale; numbers among words leave none.
  static func guess(_ answers: [String], leavingOut: Set<String>) -> Guess {
    var words: [String] = []
    var seen: Set<String> = []
    var low = Double.infinity
    var high = -Double.infinity
    for answer in answers where !leavingOut.contains(answer.lowercased()) {
      if let number = AnswerReader.number(answer) {
        low = min(low, number)
        high = max(high, number)
      } else if seen.insert(answer).inserted {
        words.append(answer)
      }
    }
    if words.isEmpty {
      guard high > 1 || low < 0, low <= high else { return Guess(scale: nil) }
      return Guess(scale: .range(min(0, low)...high))
    }
    if areNumbers(answers.lazy.filter { !leavingOut.contains($0.lowercased()) }) {
      return Guess(scale: .range(min(0, low)...max(high, 1)), others: words)
    }
    guard words.count > 1, words.count <= mostWords, high < low else { return Guess(scale: nil) }
    let values = words.map(value)
    if values.allSatisfy({ $0 != nil }), Set(values).count == words.count {
      let list = zip(words, values).map { AnswerScale.Word(text: $0, value: $1 ?? 0) }
      return Guess(scale: .words(list.sorted { $0.value < $1.value }))
    }
    let list = words.enumerated().map { AnswerScale.Word(text: $1, value: Double($0 + 1)) }
    return Guess(scale: .words(list), isOrderUnknown: true)
  }

  /// The number of the longest known word that stands in the answer.
  private static func value(_ answer: String) -> Double? {
    let words = " " + spaced(answer) + " "
    var best: (length: Int, value: Double)?
    for (word, value) in known where words.contains(" \(word) ") {
      if word.utf8.count > best?.length ?? 0 { best = (word.utf8.count, value) }
    }
    return best?.value
  }

  /// Letters in lower case, everything else as single spaces.
  private static func spaced(_ text: String) -> String {
    let scalars = NormalForm.text(text.lowercased()).unicodeScalars
    return scalars.split { !$0.properties.isAlphabetic }.map { String($0) }.joined(separator: " ")
  }
}
