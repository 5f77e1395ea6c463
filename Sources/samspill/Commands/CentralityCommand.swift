import ArgumentParser
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// `samspill centrality`
struct CentralityCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: "Measures of each actor: degree, betweenness, closeness, …",
    usage: """
      samspill centrality my-region
      samspill centrality my-region --measures betweenness,constraint --sort betweenness --top 10
      samspill centrality ties.csv --undirected --measures all --csv -o centrality.csv
      samspill centrality my-region --each relation,wave --measures degree
      samspill centrality my-region --measures participation --partition municipality
      samspill centrality large.txt --measures betweenness,closeness --approximate --epsilon 0.005
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
  @Option(
    help: ArgumentHelp(
      "Column whose values are the clusters of participation (default: Leiden clusters).",
      valueName: "column"
    )
  )
  var partition: String?
  @Option(help: ArgumentHelp("Probability of following a tie in pagerank.", valueName: "d"))
  var damping = 0.85
  @Option(
    help: ArgumentHelp(
      "How much one more step counts in katz (default: 0.85/λmax).",
      valueName: "a"
    )
  )
  var alpha: Double?
  @Option(help: "Largest residual of pagerank.")
  var tolerance = 1e-12
  @OptionGroup(title: "Estimates") var estimates: ApproximationOptions
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    try ProjectionOptions.checkNames(measures, of: "--measures")
    guard tolerance.isFinite && tolerance > 0 else {
      throw ValidationError("--tolerance takes a number above 0.")
    }
    guard (0..<1).contains(damping) else {
      throw ValidationError("--damping takes a number from 0 to below 1.")
    }
    if estimates.isApproximate && ties.lengths != nil {
      throw ValidationError("--approximate counts steps: it does not go with --lengths.")
    }
    if let alpha, !(alpha.isFinite && alpha >= 0) {
      throw ValidationError("--alpha takes a number from 0.")
    }
  }

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
    options.damping = damping
    options.alpha = alpha
    options.tolerance = tolerance
    options.approximation = estimates.approximation
    options.seed = session.seed
    let naming = session.naming(result.namingOfTables, of: region, report)
    if let partition { try naming.refuseRevealing(partition, by: "--partition") }
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      if let partition {
        options.clusters = try Grouping(by: partition, of: region, graph).partition
      }
      let analysis = try naming.namingEnds(of: graph) {
        try CentralityAnalysis(
          of: graph,
          chosen,
          options,
          naming: naming,
          failures: names.contains("all") ? .warn : .end,
          minimumResponse: ties.minResponse,
          control: session.control
        )
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        naming.hidingOrder(of: analysis.table, actors: graph.actorOf)
          .inserting(run, at: 2)
      )
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    let record =
      OptionRecord.of(ties, each) + [
        ("measures", .array(chosen.map { .string($0.name) })), ("normalized", .bool(normalized)),
        ("partition", .optional(partition)), ("damping", .number(damping)),
        ("alpha", .optional(alpha)), ("tolerance", .number(tolerance)),
      ] + estimates.record
    try ResultWriter(options: result, console: session.console).write(table) { rows in
      session.envelope(
        "centrality",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: .object([("rows", .rows(rows))])
      )
    }
  }
}
