import Foundation
import LearningRegion
import Testing

@testable import NetworkFormats

/// The survey samples under `Tests/Fixtures/surveys`.
enum SurveyFixtures {
  static let folder: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Fixtures/surveys")
  }()

  /// A sample: its folder, its exports in order, and the tool they come from.
  struct Sample: CustomStringConvertible, Sendable {
    let name: String
    let exports: [String]
    let tool: SurveyTool
    var description: String { name }

    var paths: [String] { exports.map { path($0) } }
    func path(_ file: String) -> String {
      SurveyFixtures.folder.appending(path: "\(name)/\(file)").path
    }
    func text(_ file: String) throws -> String {
      try String(contentsOfFile: path(file), encoding: .utf8)
    }
  }

  static let all = [
    Sample(name: "forms-nb", exports: ["svar.csv"], tool: .forms),
    Sample(name: "qualtrics-en", exports: ["responses.csv"], tool: .qualtrics),
    Sample(name: "limesurvey-nb", exports: ["results-survey123456.csv"], tool: .limesurvey),
    Sample(name: "kobo-en", exports: ["main.csv", "contacts.csv"], tool: .kobo),
    Sample(name: "surveyxact-nb", exports: ["dataset.csv"], tool: .surveyxact),
    Sample(name: "long-en", exports: ["2023.csv", "2025.csv"], tool: .long),
  ]
}

/// The outcome of a survey written as texts; `files` are the exports and what the plan names.
func importSurvey(
  _ plan: String,
  _ files: [String: String],
  exports: [String] = ["answers.csv"],
  options: SurveyImport.Options = .init()
) throws -> SurveyImport.Outcome {
  let folder = RegionFolder(files)
  folder.put(Array(plan.utf8), as: "survey.yaml")
  return try withExtendedLifetime(folder) {
    try SurveyImport.ties(
      exports.map { folder.path + "/" + $0 },
      plan: folder.path + "/survey.yaml",
      options: options
    )
  }
}

/// What would be proposed for exports written as texts.
func proposeSurvey(_ files: [String: String], _ exports: [String] = ["answers.csv"]) throws -> (
  proposal: SurveyProposal?, reading: ReadingResult
) {
  let folder = RegionFolder(files)
  return try withExtendedLifetime(folder) {
    try SurveyImport.propose(
      exports.map { folder.path + "/" + $0 },
      rosterName: "survey-roster.csv"
    )
  }
}

extension SurveyImport.Outcome {
  /// Every problem as `file:line:column code`, files without their folders.
  var places: [String] {
    reading.places.map { FileName.last($0) }
  }

  /// The roster as `respondent relation wave answered`.
  var answers: [String] {
    (reading.region?.roster.rows ?? []).map { entry in
      [entry.respondent, entry.relation, entry.wave].compactMap(\.self).joined(separator: " ")
        + (entry.answered ? " yes" : " no")
    }
  }
}
