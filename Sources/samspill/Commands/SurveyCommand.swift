import ArgumentParser

/// `samspill survey`
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "A survey export to a region folder.",
    usage: """
      samspill survey init answers.csv
      samspill survey ties answers.csv -m survey.yaml -o my-region
      samspill survey init 2024.csv 2025.csv
      """,
    discussion: """
      Two steps: init recognises the tool (Microsoft Forms, Qualtrics, LimeSurvey, KoboToolbox, SurveyXact, tables with one row per \
      answer) and proposes survey.yaml and a roster; look both through; ties then makes the region folder, with who was asked \
      and who answered.
      """,
    subcommands: [SurveyInitCommand.self, SurveyTiesCommand.self]
  )
}
