import ArgumentParser
import NetworkMetrics
import RegionAnalysis

/// `samspill structure`
struct StructureCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Measures of the whole network: density, components, reciprocity, triads, …",
    usage: """
      samspill structure my-region
      samspill structure my-region --relation advice --json
      samspill structure my-region --measures density,reciprocity --each wave
      samspill structure my-region --group-by sphere
      samspill structure my-region --measures krackhardt_lub --relation reports-to --reports-upward
      samspill structure my-region --measures small_world,core_periphery
      """,
    discussion: """
      With --group-by also the E-I index, the assortativity and the mixing matrix of the groups. small_world and \
      core_periphery are slow: they are computed when named, or with --null-samples.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Measures, separated by commas (default: all).", valueName: "names"))
  var measures: [String] = []
  @Option(help: ArgumentHelp("Column of the actors that makes the groups.", valueName: "column"))
  var groupBy: String?
  @Flag(help: "Ties point from subordinate to superior: turns them for Krackhardt's measures.")
  var reportsUpward = false
  @Option(
    help: ArgumentHelp("Permutations of the groups behind the p of ei_index.", valueName: "n")
  )
  var permutations = 999
  @Option(
    help: ArgumentHelp(
      "Random networks that small_world and core_periphery compare with (default: 20).",
      valueName: "n"
    )
  )
  var nullSamples: Int?
  @Option(help: "How ties between core and periphery count in core_periphery.")
  var offDiagonal: OffDiagonalChoice = .missing
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    try ProjectionOptions.checkNames(measures, of: "--measures")
    guard (0...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations takes a number from 0 to 1 000 000.")
    }
    guard (1...10_000).contains(nullSamples ?? 1) else {
      throw ValidationError("--null-samples takes a number from 1 to 10 000.")
    }
  }

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(measures)
    var including: MeasureTraits = []
    if groupBy != nil { including.insert(.groups) }
    if nullSamples != nil { including.insert(.onRequest) }
    let chosen = try Catalogue.networkMeasures(
      named: names.isEmpty ? ["all"] : names,
      including: including
    )
    if groupBy == nil, let grouped = chosen.first(where: { $0.traits.contains(.groups) }) {
      throw ProgramError(.usage, "\(grouped.name) compares groups: --group-by names their column")
    }
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfTables, of: region, report)
    if let groupBy { try naming.refuseRevealing(groupBy, by: "--group-by") }
    var options = MeasureOptions()
    options.ranks = reportsUpward ? .upward : .downward
    options.offDiagonal = offDiagonal.rule
    options.nullSamples = nullSamples ?? options.nullSamples
    options.permutations = permutations
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.seed = session.seed
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var documents: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      if let groupBy {
        options.groups = try MeasureGroups(by: groupBy, of: region, graph, naming: naming)
      }
      let analysis = try naming.namingEnds(of: graph) {
        try StructureAnalysis(
          of: graph,
          chosen,
          options,
          failures: names.isEmpty || names.contains("all") ? .warn : .end,
          minimumResponse: ties.minResponse,
          control: session.control
        )
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        analysis.table.inserting(run, at: 0)
      )
      documents.append(analysis.json.with(run))
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    let isLong = each.each != nil
    let record =
      OptionRecord.of(ties, each) + [
        ("measures", .array(chosen.map { .string($0.name) })), ("group_by", .optional(groupBy)),
        ("reports_upward", .bool(reportsUpward)), ("permutations", .integer(permutations)),
        ("null_samples", .integer(options.nullSamples)),
        ("off_diagonal", .string(offDiagonal.rawValue)),
      ]
    try ResultWriter(options: result, console: session.console).write(table) { _ in
      session.envelope(
        "structure",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: isLong ? .object([("runs", .array(documents))]) : documents[0]
      )
    }
  }
}

/// What `--off-diagonal` says.
enum OffDiagonalChoice: String, CaseIterable, ExpressibleByArgument {
  case missing, one

  var rule: OffDiagonal { self == .missing ? .missing : .one }
}
