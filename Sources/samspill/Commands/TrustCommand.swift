import ArgumentParser
import LearningRegion
import NetworkFormats
import RegionAnalysis
import RegionIndicators

/// `samspill trust`
struct TrustCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Trust that joint actions have built, as ties; trust as people tell and rate it.",
    usage: """
      samspill trust my-region
      samspill trust my-region --indicators
      samspill trust my-region --half-life 12 -o trust-ties.csv
      samspill trust my-region -o my-region-with-trust
      """,
    discussion: """
      Trust between two grows with each joint action that was kept, fades with time and falls with a breach. The ties \
      can be read again as a network; with -o and a name without an ending, the whole region is written to that folder with the \
      ties as one more relation of kind trust. --indicators shows mutual trust, asymmetry, closure, reach and ratings.

      Persons appear under pseudonyms unless --name-persons is given; a folder has everybody's own ids.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Months after which half of the trust is left.", valueName: "months"))
  var halfLife = 24.0
  @Option(help: ArgumentHelp("Leave out actions of more participants.", valueName: "n"))
  var maxParticipants = 12
  @Option(
    help: ArgumentHelp(
      "Trust on this day (default: after each pair's last contact).",
      valueName: "date"
    )
  )
  var asOf: String?
  @Option(help: ArgumentHelp("Name of the relation that is made.", valueName: "name"))
  var name = "trust_from_action"
  @OptionGroup(title: "Indicators") var indicators: IndicatorOptions
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  /// A folder is looked at by its own writer.
  var target: OutputTarget? {
    guard let path = result.output, folderAskedFor == nil else { return nil }
    return OutputTarget(path: path, overwrite: result.overwrite)
  }

  func validate() throws {
    guard halfLife > 0, halfLife.isFinite else {
      throw ValidationError("--half-life takes a number of months above 0.")
    }
    guard maxParticipants >= 2 else {
      throw ValidationError("--max-participants takes a number from 2.")
    }
    if let asOf, Day(asOf) == nil {
      throw ValidationError("--as-of takes a date such as 2026-11-23.")
    }
    if name.isEmpty { throw ValidationError("--name takes a name.") }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    let data = try region.indicatorInput(ties.projection, session)
    var options = TrustFromActionOptions()
    options.halfLife = halfLife
    options.maximumParticipants = maxParticipants
    options.asOf = asOf.flatMap { Day($0) }
    let trust = try region.trustFromAction(options, control: session.control)
    let analysis = TrustAnalysis(trust, of: region, relation: name, naming: naming)
    let writer = ResultWriter(options: result, console: session.console)
    if let folder = folderAskedFor {
      if result.anonymise {
        throw ProgramError(
          .usage,
          "a region folder has everybody's own ids: --anonymise cannot hold",
          hint: "write the ties alone, to a file that ends in .csv"
        )
      }
      session.console.notes(analysis.notes)
      let made = try region.adding(trust, asRelation: name)
      try RegionFolderWriter.write(
        made,
        to: folder,
        target: result.force ? .replace : .newOrEmpty
      )
      session.console.detail("wrote \(folder)")
      return
    }
    let isJSON = writer.format == .json
    let page =
      indicators.indicators || isJSON
      ? try IndicatorPage([1], data, naming: naming, indicators, session) : nil
    var remarks = analysis.notes
    if indicators.indicators { remarks = AnalysisNotes() }
    remarks.merge(AnalysisNotes(of: data.network, minimumResponse: ties.minResponse))
    session.console.notes(remarks)
    session.console.pseudonyms(naming)
    if indicators.indicators { page?.say(session.console) }
    let table = indicators.indicators ? page?.analysis.table ?? analysis.table : analysis.table
    let isDetail = ["family", "low", "high"]
    try writer.write(table, forReading: { !isDetail.contains($0) }) { rows in
      session.envelope(
        "trust",
        path: input.path,
        report: report,
        options: OptionRecord.of(ties) + [
          ("half_life", .number(halfLife)), ("max_participants", .integer(maxParticipants)),
          ("as_of", .optional(asOf)), ("name", .string(name)),
        ],
        remarks: remarks,
        result: .object([
          ("ties", .rows(indicators.indicators ? analysis.table : rows)),
          ("indicators", page?.json ?? .null),
        ])
      )
    }
  }

  /// The folder to write a region to: where -o names no file with an ending that a table has.
  private var folderAskedFor: String? {
    let writer = ResultWriter(options: result, console: running.console)
    guard let output = result.output, output != "-", writer.formatAskedFor == nil,
      ResultWriter.ending(of: output).isEmpty
    else { return nil }
    return output
  }
}
