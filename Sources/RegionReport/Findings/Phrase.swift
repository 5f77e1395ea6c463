/// A sentence whose names and numbers are known as such, so that a page can set them apart and isolate their writing direction.
struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A part of the sentence.
  enum Run: Sendable, Equatable {
    /// Words.
    case text(String)
    /// Somebody's name, in whatever script.
    case name(String)
    /// A figure.
    case figure(String)
  }

  private(set) var runs: [Run]

  init(stringLiteral text: String) { runs = [.text(text)] }

  init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  /// Collects the parts.
  struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { runs.append(.text(text)) }
    }

    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    mutating func appendInterpolation(name: String) { runs.append(.name(name)) }

    /// Names with commas and a word for "and" between them.
    mutating func appendInterpolation(names: [String], _ language: ReportLanguage) {
      for (place, name) in names.enumerated() {
        if place > 0 {
          appendLiteral(place == names.count - 1 ? language(" and ", " og ") : ", ")
        }
        runs.append(.name(name))
      }
    }

    mutating func appendInterpolation(figure: String) { runs.append(.figure(figure)) }

    mutating func appendInterpolation(_ phrase: Phrase) { runs += phrase.runs }
  }

  /// Two sentences, one after the other.
  static func + (first: Phrase, second: Phrase) -> Phrase {
    var sum = first
    sum.runs += second.runs
    return sum
  }

  /// The words alone.
  var plain: String {
    runs.map { run in
      switch run {
      case .text(let text), .name(let text), .figure(let text): text
      }
    }.joined()
  }
}
