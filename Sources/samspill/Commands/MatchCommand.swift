import ArgumentParser
import LearningRegion
import RegionAnalysis
import RegionIndicators

/// `samspill match`
struct MatchCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract:
      "Who could learn with whom: needs and offers brought together, on what, through whom.",
    usage: """
      samspill match my-region
      samspill match my-region --by trust,distance
      samspill match my-region --capacity 2 --csv -o matches.csv
      samspill match my-region --indicators
      """,
    discussion: """
      Pairs are chosen so that as much need as possible meets an offer, everybody in one pair at most (or --capacity); pairs in \
      which both gain count half as much again. Needs and offers are the columns of actors.csv, compared as texts. --by \
      also weighs the trust between the two, the distance, or both.

      Persons appear under pseudonyms unless --name-persons is given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Weigh also trust, distance or trust,distance.", valueName: "what"))
  var by: [String] = []
  @Option(help: ArgumentHelp("With how many others an actor can be matched.", valueName: "n"))
  var capacity = 1
  @Option(help: ArgumentHelp("Kilometres over which nearness falls to 1/e.", valueName: "km"))
  var decay = 50.0
  @Option(help: ArgumentHelp("Trust that a path must carry at least.", valueName: "share"))
  var floor = 0.1
  @OptionGroup(title: "Indicators") var indicators: IndicatorOptions
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    try ProjectionOptions.checkNames(by, of: "--by")
    for word in ProjectionOptions.split(by) where word != "trust" && word != "distance" {
      throw ValidationError("--by takes trust, distance or trust,distance, not \"\(word)\".")
    }
    guard (1...100).contains(capacity) else {
      throw ValidationError("--capacity takes a number from 1 to 100.")
    }
    guard decay > 0, decay.isFinite else {
      throw ValidationError("--decay takes a number of kilometres above 0.")
    }
    guard floor > 0, floor <= 1 else {
      throw ValidationError("--floor takes a share above 0.")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    let data = try region.indicatorInput(ties.projection, session)
    let factors = ProjectionOptions.split(by)
    var options = MatchingOptions()
    if factors.contains("trust") { options.factors.insert(.trust) }
    if factors.contains("distance") { options.factors.insert(.distance) }
    options.capacity = capacity
    options.decay = decay
    options.floor = floor
    let matches = try data.needOfferMatches(options, control: session.control)
    session.finishProgress()
    let analysis = MatchAnalysis(matches, of: region, naming: naming)
    let writer = ResultWriter(options: result, console: session.console)
    let page =
      indicators.indicators || writer.format == .json
      ? try IndicatorPage([9], data, naming: naming, indicators, session) : nil
    var remarks = analysis.notes
    remarks.merge(AnalysisNotes(of: data.network, minimumResponse: ties.minResponse))
    session.console.notes(remarks)
    session.console.pseudonyms(naming)
    if indicators.indicators { page?.say(session.console) }
    let table = indicators.indicators ? page?.analysis.table ?? analysis.table : analysis.table
    let isDetail = ["family", "low", "high", "first", "second"]
    try writer.write(table, forReading: { !isDetail.contains($0) }) { rows in
      session.envelope(
        "match",
        path: input.path,
        report: report,
        options: OptionRecord.of(ties) + [
          ("by", .array(factors.map { .string($0) })), ("capacity", .integer(capacity)),
          ("decay", .number(decay)), ("floor", .number(floor)),
        ],
        remarks: remarks,
        result: .object([
          ("weight", .number(analysis.weight)),
          ("rows", .rows(indicators.indicators ? analysis.table : rows)),
          ("indicators", page?.json ?? .null),
        ])
      )
    }
  }
}
