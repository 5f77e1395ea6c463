import ArgumentParser
import NetworkMetrics
import RegionAnalysis

/// `samspill centrality`
struct CentralityCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: "Measures of each actor: degree, betweenness, closeness, …",
    usage: """
      samspill centrality my-region
      samspill centrality my-region --measures betweenness,constraint --sort betweenness --top 10
      samspill centrality ties.csv --undirected --measures all --csv -o centrality.csv
      samspill centrality my-region --each relation,wave --measures degree
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "Measures, separated by commas, or `all`; `samspill explain` lists them.",
      valueName: "names"
    )
  )
  var measures: [String] = []
  @Flag(help: "Divide by the largest possible value where there is one.")
  var normalized = false
  @Option(help: "Largest residual of pagerank.")
  var tolerance = 1e-12
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(measures)
    let chosen = try Catalogue.nodeMeasures(
      named: names.isEmpty ? Catalogue.usualNodeMeasures : names
    )
    let (region, report) = try session.read(input)
    var options = MeasureOptions()
    options.normalization = normalized ? .normalized : .raw
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.tolerance = tolerance
    options.seed = session.seed
    let naming = Naming(result.namingOfTables, of: region, seed: session.seed)
    var table: ResultTable?
    for (prefix, projection) in try each.projections(of: region, ties.projection) {
      let graph = try region.graph(projection)
      let analysis = try CentralityAnalysis(
        of: graph,
        chosen,
        options,
        naming: naming,
        minimumResponse: ties.minResponse,
        control: session.control
      )
      session.finishProgress()
      session.console.notes(analysis.notes)
      let part = naming.hidingOrder(of: analysis.table).prefixed(prefix)
      if table == nil { table = part } else { table?.append(contentsOf: part) }
    }
    guard let table else { throw ProgramError(.badData, "there is nothing to run over") }
    let record =
      OptionRecord.of(ties) + [
        ("measures", .array(chosen.map { .string($0.name) })), ("normalized", .bool(normalized)),
        ("tolerance", .number(tolerance)),
      ]
    try ResultWriter(options: result, console: session.console).write(table) { rows in
      session.envelope(
        "centrality",
        path: input.path,
        report: report,
        options: record,
        result: .object([("rows", .rows(rows))])
      )
    }
  }
}
