import ArgumentParser
import NetworkMetrics
import RegionAnalysis

/// `samspill ties`
struct TiesCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "ties",
    abstract: "Measures of each tie: betweenness, bridges, span, embeddedness, …",
    usage: """
      samspill ties my-region
      samspill ties my-region --measures edge_betweenness,bridge --sort edge_betweenness --top 10
      samspill ties ties.csv --undirected --measures all --csv -o ties-measured.csv
      samspill ties my-region --each relation,wave --measures embeddedness
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "Measures, separated by commas (default: all); `samspill explain` lists them.",
      valueName: "names"
    )
  )
  var measures: [String] = []
  @Flag(help: "Divide by the largest possible value where there is one.")
  var normalized = false
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    try ProjectionOptions.checkNames(measures, of: "--measures")
  }

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(measures)
    let chosen = try Catalogue.tieMeasures(named: names.isEmpty ? ["all"] : names)
    let (region, report) = try session.read(input)
    var options = MeasureOptions()
    options.normalization = normalized ? .normalized : .raw
    options.lengths = ties.lengths?.rule
    let naming = session.naming(result.namingOfTables, of: region, report)
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      let analysis = try naming.namingEnds(of: graph) {
        try TieAnalysis(
          of: graph,
          chosen,
          options,
          naming: naming,
          failures: names.isEmpty || names.contains("all") ? .warn : .end,
          minimumResponse: ties.minResponse,
          control: session.control
        )
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(analysis.table.inserting(run, at: 2))
    }
    session.console.notes(remarks)
    let record =
      OptionRecord.of(ties, each) + [
        ("measures", .array(chosen.map { .string($0.name) })), ("normalized", .bool(normalized)),
      ]
    let writer = ResultWriter(options: result, console: session.console)
    try writer.write(ResultTable(joining: parts)) { rows in
      session.envelope(
        "ties",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: .object([("rows", .rows(rows))])
      )
    }
  }
}
