import ArgumentParser
import LearningRegion
import RegionAnalysis
import RegionIndicators

/// `samspill flows`
struct FlowsCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "flows",
    abstract: "What knowledge goes where: symbiosis or transmission, stars, forms of learning.",
    usage: """
      samspill flows my-region
      samspill flows my-region --by actor --sort mutuality
      samspill flows my-region --unit hours
      samspill flows my-region --indicators
      """,
    discussion: """
      Amounts are added where every flow has one and all are of one unit; else topics are counted. An exchange is \
      symbiotic where it is balanced and covers research, education and practice, transmission where nearly all goes one way. \
      --indicators shows what the flows say about the region.

      Persons appear under pseudonyms unless --name-persons is given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: "Pairs of spheres, or of actors.")
  var by: FlowAnalysis.Ends = .sphere
  @Option(help: ArgumentHelp("Count only flows of this unit, by their amounts.", valueName: "unit"))
  var unit: String?
  @OptionGroup(title: "Indicators") var indicators: IndicatorOptions
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    if unit != nil && indicators.indicators {
      throw ValidationError("--unit is for the table of pairs: indicators look at all flows.")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    let data = try region.indicatorInput(ties.projection, session)
    let units = Set(region.flows.rows.compactMap(\.amountUnit)).sorted()
    if let unit, !units.contains(unit) {
      throw ProgramError(
        .usage,
        "no flow has the unit \"\(unit)\"",
        hint: ProgramError.known(unit, units)
      )
    }
    let ledger = FlowLedger(region, unit: unit)
    let analysis = FlowAnalysis(ledger, data, by: by, naming: naming)
    let writer = ResultWriter(options: result, console: session.console)
    let page =
      indicators.indicators || writer.format == .json
      ? try IndicatorPage([2, 3, 7], data, naming: naming, indicators, session) : nil
    var remarks = analysis.notes
    remarks.merge(AnalysisNotes(of: data.network, minimumResponse: ties.minResponse))
    session.console.notes(remarks)
    session.console.pseudonyms(naming)
    if indicators.indicators { page?.say(session.console) }
    let table = indicators.indicators ? page?.analysis.table ?? analysis.table : analysis.table
    let isDetail = ["family", "low", "high", "first_label", "second_label"]
    try writer.write(table, forReading: { !isDetail.contains($0) }) { rows in
      session.envelope(
        "flows",
        path: input.path,
        report: report,
        options: OptionRecord.of(ties) + [
          ("by", .string(by.rawValue)), ("unit", .optional(unit)),
        ],
        remarks: remarks,
        result: .object([
          ("unit", .string(ledger.unit.text)),
          ("pairs", .rows(indicators.indicators ? analysis.table : rows)),
          ("indicators", page?.json ?? .null),
        ])
      )
    }
  }
}

extension FlowAnalysis.Ends: ExpressibleByArgument {}
