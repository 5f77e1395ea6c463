import ArgumentParser
import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// `samspill brokers`
struct BrokersCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokers",
    abstract: "Who stands between whom: betweenness, structural holes, brokerage roles.",
    usage: """
      samspill brokers my-region
      samspill brokers my-region --group-by sphere --sort betweenness --top 10
      samspill brokers my-region --group-by municipality --permutations 999 --csv
      """,
    discussion: """
      Roles are counted between groups: the values of --group-by, else the spheres where actors are of two or more, \
      else Leiden clusters. Persons appear under pseudonyms unless --name-persons is given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Column of the actors that makes the groups.", valueName: "column"))
  var groupBy: String?
  @Option(
    help: ArgumentHelp(
      "Relabellings for the p-value of each role (default: 199 up to 100 000 arcs, else none).",
      valueName: "n"
    )
  )
  var permutations: Int?
  @Flag(help: "Divide betweenness by its largest possible value.")
  var normalized = false
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    if let permutations, !(0...1_000_000).contains(permutations) {
      throw ValidationError("--permutations takes a number from 0 to 1 000 000.")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    if let groupBy { try naming.refuseRevealing(groupBy, by: "--group-by") }
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var origins: [JSONValue] = []
    var totals: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      let analysis = try naming.namingEnds(of: graph) {
        try analyse(region, graph, naming, session)
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        naming.hidingOrder(of: analysis.table, actors: graph.actorOf)
          .inserting(run, at: 2)
      )
      origins.append(analysis.groupingJSON.with(run))
      totals.append(.rows(analysis.totals.inserting(run, at: 0)))
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    if naming.hidesAnybody && naming.rule == .organisations {
      session.console.note("persons appear under pseudonyms (--name-persons names them)")
    }
    let record =
      OptionRecord.of(ties, each) + [
        ("group_by", .optional(groupBy)), ("normalized", .bool(normalized)),
        ("permutations", permutations.map { .integer($0) } ?? .null),
      ]
    let isLong = each.each != nil
    let writer = ResultWriter(options: result, console: session.console)
    if writer.format == .table {
      session.console.note("expectations, z and p of the roles: --csv, --json or --format md")
    }
    let isDetail = { (name: String) in
      name.hasSuffix("_expected") || name.hasSuffix("_z") || name.hasSuffix("_p")
    }
    try writer.write(table, forReading: { !isDetail($0) }) { rows in
      session.envelope(
        "brokers",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: .object([
          ("grouping", isLong ? .array(origins) : origins[0]),
          ("totals", isLong ? .array(totals) : totals[0]), ("rows", .rows(rows)),
        ])
      )
    }
  }

  private func analyse(
    _ region: Region,
    _ graph: RegionGraph,
    _ naming: Naming,
    _ session: Session
  ) throws -> BrokerAnalysis {
    let grouping =
      if let groupBy {
        try Grouping(by: groupBy, of: region, graph)
      } else {
        try Grouping.usual(
          of: region,
          graph,
          clusters: { () throws(MetricError) in
            try ClusterAnalysis.usualPartition(
              of: graph,
              seed: session.seed,
              control: session.control
            )
          },
          seed: session.seed
        )
      }
    var options = BrokerOptions()
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.normalization = normalized ? .normalized : .raw
    options.permutations = permutations ?? (graph.graph.out.arcCount <= 100_000 ? 199 : 0)
    options.seed = session.seed
    let brokers = try LearningBrokers(
      of: graph,
      grouping: grouping,
      options,
      control: session.control
    )
    return BrokerAnalysis(brokers, of: graph, naming: naming, minimumResponse: ties.minResponse)
  }
}
