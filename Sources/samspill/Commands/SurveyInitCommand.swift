import ArgumentParser
import NetworkFormats
import SafeFiles

/// `samspill survey init`
struct SurveyInitCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Recognise a survey export; propose how its answers become ties, and a roster.",
    usage: """
      samspill survey init answers.csv
      samspill survey init answers.csv -o work/survey.yaml
      samspill survey init 2024.csv 2025.csv
      samspill survey init main.csv partners.csv
      """,
    discussion: """
      Several exports are waves of one survey; a repeated group of KoboToolbox is given after the export that it belongs to. The \
      roster is written beside the plan, as survey-roster.csv for survey.yaml. Names that may be one are told, never merged.

      Exit status: 0 written; 2 the export cannot be read.
      """
  )

  @Argument(help: ArgumentHelp("Exports: CSV files or workbooks (.xlsx).", valueName: "export"))
  var exports: [String]
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the plan to this file; - is standard output.", valueName: "file")
  )
  var output = "survey.yaml"
  @Flag(help: "Replace existing files.")
  var force = false
  @OptionGroup(title: "Run") var running: RunOptions

  private var overwrite: AtomicWriter.Overwrite { force ? .replace : .refuse }

  var target: OutputTarget? { OutputTarget(path: output, overwrite: overwrite) }

  /// The roster's path: beside the plan, called after it.
  private var rosterPath: String {
    guard output != "-" else { return "survey-roster.csv" }
    let name =
      output.hasSuffix(".yaml") || output.hasSuffix(".yml")
      ? String(output[..<(output.lastIndex(of: ".") ?? output.endIndex)]) : output
    return name + "-roster.csv"
  }

  func run(in session: Session) throws {
    if output != "-" {
      try OutputTarget(path: rosterPath, overwrite: overwrite).refuseEarly()
    }
    let rosterName = rosterPath.split(separator: "/").last.map(String.init) ?? rosterPath
    let (found, reading) = try SurveyImport.propose(exports, rosterName: rosterName)
    session.console.diagnostics(reading.report.diagnostics)
    guard let proposal = found else { throw ProgramError.said(.badData) }
    session.finishProgress()
    session.tellAssumptions(reading.report)
    session.console.note(
      "\(proposal.answerCount) row\(proposal.answerCount == 1 ? "" : "s") with answers; \(proposal.relations.count) "
        + "relation\(proposal.relations.count == 1 ? "" : "s")"
        + (proposal.relations.isEmpty ? "" : ": " + proposal.relations.joined(separator: ", "))
    )
    for remark in proposal.remarks { session.console.warning(remark) }
    for (one, other) in proposal.similar {
      session.console.warning("\"\(other)\" looks like \"\(one)\": are they one?")
    }
    if output == "-" {
      let stream = CheckedOutput.standardOutput()
      try stream.write(proposal.plan)
      try stream.flush()
      session.console.note("the roster is written only beside a plan in a file (-o)")
      return
    }
    try AtomicWriter.write(proposal.roster, to: rosterPath, overwrite: overwrite)
    try AtomicWriter.write(Array(proposal.plan.utf8), to: output, overwrite: overwrite)
    session.console.note(
      "\(output) and \(rosterPath) (\(proposal.actorCount) actor\(proposal.actorCount == 1 ? "" : "s")): look them through, add those who were "
        + "asked and did not answer, then"
    )
    let words = exports.map(SafeText.argument).joined(separator: " ")
    session.console.note("samspill survey ties \(words) -m \(SafeText.argument(output)) -o FOLDER")
  }
}
