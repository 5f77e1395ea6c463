import ArgumentParser
import LearningRegion
import NetworkFormats
import RegionAnalysis
import SafeFiles

/// `samspill survey ties`
struct SurveyTiesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "ties",
    abstract: "Make a region folder of survey exports, as survey.yaml says.",
    usage: """
      samspill survey ties answers.csv -m survey.yaml -o my-region
      samspill survey ties 2024.csv 2025.csv -m survey.yaml -o my-region
      samspill survey ties answers.csv -m survey.yaml -o my-region --names names.csv
      samspill survey ties answers.csv -m survey.yaml --write-names names.csv
      """,
    discussion: """
      A blank of somebody who answered is no tie; a blank of somebody who did not answer is unknown, and stays so in \
      roster.csv. Somebody who answered twice counts by the last finished answer. Response rates are printed for every relation and \
      wave.

      Names that the roster does not have become actors of their own and are listed with the nearest name of the roster. \
      Nothing is merged unless --accept takes all these suggestions, or a file of names takes them one by one: CSV with the columns name \
      and actor, which --write-names prepares; an empty actor means nobody.

      Exit status: 0 written; 2 bad data, nothing is written.
      """
  )

  @Argument(help: ArgumentHelp("Exports: CSV files or workbooks (.xlsx).", valueName: "export"))
  var exports: [String]
  @Option(
    name: [.customShort("m"), .customLong("plan")],
    help: ArgumentHelp("The plan that `survey init` wrote.", valueName: "survey.yaml")
  )
  var plan: String
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The region folder to make; without it the answers are only checked.",
      valueName: "folder"
    )
  )
  var output: String?
  @Option(
    name: .customLong("names"),
    help: ArgumentHelp(
      "What names in the answers mean: CSV with name and actor.",
      valueName: "file"
    )
  )
  var names: String?
  @Option(
    name: .customLong("write-names"),
    help: ArgumentHelp(
      "Write the names that the roster does not have, with suggestions.",
      valueName: "file"
    )
  )
  var writeNames: String?
  @Flag(help: "Take every suggestion for a name that the roster does not have.")
  var accept = false
  @Flag(help: "Replace the files of an existing folder.")
  var force = false
  @OptionGroup(title: "Run") var running: RunOptions

  var target: OutputTarget? {
    writeNames.map { OutputTarget(path: $0, overwrite: force ? .replace : .refuse) }
  }

  func run(in session: Session) throws {
    if output == "-" {
      throw ProgramError(.usage, "a region folder cannot go to standard output")
    }
    var options = SurveyImport.Options()
    options.suggestions = accept ? .accept : .tell
    options.names = names
    let outcome = try SurveyImport.ties(exports, plan: plan, options: options)
    session.console.diagnostics(outcome.reading.report.diagnostics)
    guard let region = outcome.reading.region else { throw ProgramError.said(.badData) }
    session.finishProgress()
    session.tellAssumptions(outcome.reading.report)
    if let writeNames {
      try AtomicWriter.write(
        Self.table(outcome.unmatched),
        to: writeNames,
        overwrite: force ? .replace : .refuse
      )
    }
    if let output {
      try RegionFolderWriter.write(region, to: output, target: force ? .replace : .newOrEmpty)
    }
    try Self.print(region, outcome.unmatched)
    if let output {
      session.console.note("\(output): `samspill check \(output)` looks for what is probably wrong")
    }
  }

  /// What came out, and who answered.
  private static func print(_ region: Region, _ unmatched: [UnmatchedName]) throws {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    var text =
      "\(counted(region.actors.count, "actor")), \(counted(region.ties.count, "tie")) in "
      + "\(counted(region.relations.count, "relation"))\n"
    text += ResponseLines.text(region.responseRates())
    if !unmatched.isEmpty {
      text += "\(counted(unmatched.count, "name")) not in the roster:\n"
      for name in unmatched {
        let written = TerminalText.safe(name.name)
        let times = name.count == 1 ? "" : " (\(name.count) times)"
        let meant =
          switch (name.suggestion, name.isAccepted) {
          case (let label?, true): " → \(TerminalText.safe(label))"
          case (let label?, false): " – \(TerminalText.safe(label))?"
          case (nil, _): ""
          }
        text += "  \(written)\(times)\(meant)\n"
      }
    }
    let stream = CheckedOutput.standardOutput()
    try stream.write(text)
    try stream.flush()
  }

  /// The file of names to look through: suggestions stand where they would be taken.
  private static func table(_ unmatched: [UnmatchedName]) -> [UInt8] {
    NameTable.bytes(unmatched.map { ($0.name, $0.suggestion) })
  }
}
