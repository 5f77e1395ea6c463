/// The survey tools whose exports are recognised. The raw value is the name in `survey.yaml`.
public enum SurveyTool: String, Hashable, Sendable, CaseIterable {
  /// Microsoft Forms: an Excel workbook, or the CSV saved from it.
  case forms
  /// Qualtrics: names, wording and ImportId in the first three rows.
  case qualtrics
  /// LimeSurvey.
  case limesurvey
  /// KoboToolbox and other tools that export XLSForms.
  case kobo
  /// SurveyXact.
  case surveyxact
  /// One row per answer: respondent, member, question, value.
  case long
  /// Any other table with a row per respondent.
  case table

  /// What people call it.
  public var title: String {
    switch self {
    case .forms: "Microsoft Forms"
    case .qualtrics: "Qualtrics"
    case .limesurvey: "LimeSurvey"
    case .kobo: "KoboToolbox"
    case .surveyxact: "SurveyXact"
    case .long: "one row per answer"
    case .table: "a table with a row per respondent"
    }
  }

  /// Answers that the tool writes where somebody was asked and gave none.
  var missing: [String] {
    switch self {
    case .qualtrics: ["-99"]
    case .limesurvey: ["N/A"]
    case .forms, .kobo, .surveyxact, .long, .table: []
    }
  }

  /// Answers that mean that there is no tie, in the words of the tools.
  static let noTie = [
    "0", "No", "Nei", "N", "False", "Not selected", "Ikke valgt", "None", "Ingen",
    "None of these", "Ingen av disse",
  ]
}
