import LearningRegion
import Yams

/// What `survey.yaml` says: how the answers of a survey become ties.
struct SurveyPlan {
  /// What becomes of the answers of somebody who did not come to the end.
  enum Unfinished: String, CaseIterable {
    /// They are not used; the roster says that the person did not answer.
    case leaveOut = "leave_out"
    /// They are used; the relations without any answer count as not answered.
    case use
  }

  /// Where the wave of a row is said.
  enum WaveRule: Equatable {
    case none
    case fixed(String)
    case column(String)
    /// One wave per export, by the names of the files.
    case files([Named])
  }

  /// A name and what it stands for, in the order of the file.
  struct Named: Equatable {
    let key: String
    let value: String
  }

  /// The column that says who came to the end.
  struct Finished: Equatable {
    let column: String
    /// The texts that mean yes; without any, every text does.
    var values: [String] = []
  }

  /// The most relations: nobody answers more questions about everybody.
  static let mostRelations = 200

  var tool = SurveyTool.table
  var title: String?
  var respondent = ""
  var finished: Finished?
  var unfinished = Unfinished.leaveOut
  /// The file that lists who was asked.
  var roster: String?
  /// The file that says which actors other spellings mean.
  var names: String?
  /// Answers that are none: not a tie, and not the absence of one.
  var missing: [String] = []
  /// Answers that mean that there is no tie.
  var noTie = SurveyTool.noTie
  var wave = WaveRule.none
  /// Member, question and value of a table with one row per answer.
  var long: LongColumns?
  var relations: [SurveyRelation] = []

  /// Where the keys stand, by their names with `/` between: `respondent`, `relations/trust/columns`.
  var nodes: [String: Node] = [:]
}

/// One relation of the region and where the survey asks about it.
struct SurveyRelation {
  /// How the answers stand in the export.
  enum Layout {
    /// One column per alter, named by a pattern.
    case columns(ColumnPattern)
    /// One column per alter, each with its own heading and alter.
    case headings([SurveyPlan.Named])
    /// One column whose cells list the alters.
    case list(String, separator: String)
    /// Columns whose cells name one alter each, and those with the strengths of these ties.
    case names(ColumnPattern, values: ColumnPattern?)
    /// A question of a table with one row per answer; nil where it has one question only.
    case question(String?)
    /// A column of a repeated group, with that of the strengths.
    case repeated(String, values: String?)
  }

  var name: String
  var label: String?
  var kind = RelationKind.other
  var directed: Bool?
  var layout: Layout
  /// Names of alters by what stands for `{n}`, where the roster's codes are not meant.
  var alters: [SurveyPlan.Named] = []
  var scale: AnswerScale?

  init(name: String, layout: Layout) {
    self.name = name
    self.layout = layout
  }
}

/// What numbers answers stand for.
enum AnswerScale: Equatable {
  /// Numbers between two others.
  case range(ClosedRange<Double>)
  /// Words, each with its number, in the order of the file.
  case words([Word])

  struct Word: Equatable {
    let text: String
    let value: Double
  }

  /// The strengths that ties can have, for `region.yaml`; nil where they are all alike.
  var bounds: ClosedRange<Double>? {
    switch self {
    case .range(let range): return range
    case .words(let words):
      let ties = words.map(\.value).filter { $0 != 0 }
      guard let low = ties.min(), let high = ties.max(), low < high else { return nil }
      return low...high
    }
  }
}

/// A heading with one part that differs from column to column, written `{n}`.
struct ColumnPattern: Equatable {
  static let placeholder = "{n}"
  let prefix: String
  let suffix: String

  /// Nil where there is not exactly one `{n}`.
  init?(_ text: String) {
    let parts = text.split(separator: Self.placeholder, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    prefix = String(parts[0])
    suffix = String(parts[1])
  }

  var text: String { prefix + Self.placeholder + suffix }

  /// What stands for `{n}` in a heading; nil where the heading is another one.
  func code(in heading: String) -> String? {
    guard heading.hasPrefix(prefix), heading.hasSuffix(suffix),
      heading.utf8.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    let code = heading.dropFirst(prefix.count).dropLast(suffix.count)
    return code.isEmpty ? nil : String(code)
  }

  /// The heading with this code.
  func heading(_ code: String) -> String { prefix + code + suffix }

  /// Columns and their codes, in the order of the export. Columns for what was written beside a choice (`_TEXT`, `comment`,
  /// `other`) and for the order of display are none of them.
  func columns(_ headings: [String]) -> [(column: Int, code: String)] {
    headings.enumerated().compactMap { column, heading in
      guard let code = code(in: heading), !Self.isAside(code) else { return nil }
      return (column, code)
    }
  }

  /// Whether a code names what belongs to no alter.
  static func isAside(_ code: String) -> Bool {
    let lower = code.lowercased()
    return lower.hasSuffix("_text") || lower.hasSuffix("comment") || lower == "other"
      || lower.hasSuffix("_other") || lower.hasPrefix("do_") || lower.contains("_do_")
  }
}
