import LearningRegion
import RegionAnalysis

/// Response rates as lines for people and as JSON.
enum ResponseLines {
  /// `  trust, 2024: 12 of 20 answered (60 %)`, one line per question.
  static func text(_ rates: [QuestionResponse]) -> String {
    rates.map { question in
      let name = ([question.relation] + [question.wave].compactMap(\.self)).joined(separator: ", ")
      return "  \(TerminalText.safe(name)): \(phrase(question.rate))\n"
    }.joined()
  }

  /// `12 of 20 answered (60 %)`
  static func phrase(_ rate: ResponseRate) -> String {
    let share = rate.share.map { " (\(NumberText.percent($0)))" } ?? ""
    return "\(rate.answered) of \(rate.asked) answered\(share)"
  }

  static func json(_ question: QuestionResponse) -> JSONValue {
    .object([
      ("relation", .string(question.relation)), ("wave", .optional(question.wave)),
      ("asked", .integer(question.rate.asked)), ("answered", .integer(question.rate.answered)),
    ])
  }
}
