import ArgumentParser
import GraphCore
import LearningRegion
import RegionAnalysis

/// `samspill clusters`
struct ClustersCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Which actors belong together, where the borders are, and who straddles them.",
    usage: """
      samspill clusters my-region
      samspill clusters my-region --runs 50 --compare municipality --show straddlers
      samspill clusters my-region --profile 0.01..1 --show levels
      samspill clusters my-region --method links --csv -o circles.csv
      samspill clusters my-region --method attribute:municipality --show borders
      samspill clusters my-region --start municipality --fixed type=university
      """,
    discussion: """
      Clusters are numbered from 1 by size, equal sizes by their first actor. --method is one of leiden, label_propagation, \
      components, core, truss, links (clusters of ties: an actor may be in several, with its share in each), core_periphery and \
      attribute:COLUMN.

      --show chooses the table: actors (id,label,cluster), boundary (how much of each actor's tie weight lies outside its \
      cluster), clusters (size, density, cut, conductance, E-I, distances inside), borders (ties to each neighbouring cluster and \
      through whom), with --compare also values (which values each cluster has) and straddlers (whose value is not the usual one), \
      with --profile also levels (clusters by resolution, plateaus) and nested (which cluster lies in which). JSON has all of them. \
      ei_p says how often clusters of these sizes, dealt out by chance, keep ties inside or send them out as much: of clusters \
      that were searched for it is small of itself, of a column it tells something. \
      `samspill explain leiden` says what a method means.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "How: \(ClusterMethod.names.joined(separator: ", ")).",
      valueName: "method"
    )
  )
  var method = "leiden"
  @OptionGroup var search: ClusterOptions
  @Option(
    help: ArgumentHelp(
      "Scan resolutions from a to b for divisions that stay (of cpm unless --quality says otherwise).",
      valueName: "a..b"
    )
  )
  var profile: ResolutionRange?
  @Option(
    help: ArgumentHelp("Hold the clusters against this column of the actors.", valueName: "column")
  )
  var compare: String?
  @Option(
    help: ArgumentHelp(
      "Let leiden begin with the values of this column of the actors.",
      valueName: "column"
    )
  )
  var start: String?
  @Option(
    name: .customLong("fixed"),
    help: ArgumentHelp(
      "Actors with this value keep to the clusters that --start puts them in; may be repeated.",
      valueName: "column=value"
    )
  )
  var fixed: [String] = []
  @Option(
    help: ArgumentHelp(
      "Permutations behind the p of the E-I index (default: 199 up to 100 000 arcs, else none).",
      valueName: "n"
    )
  )
  var permutations: Int?
  @Option(
    help:
      "The table to show: actors, boundary, clusters, borders, values, straddlers, levels or nested."
  )
  var show: ClusterView?
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    if profile != nil && search.resolution != nil {
      throw ValidationError("--profile and --resolution exclude each other.")
    }
    if profile != nil && start != nil {
      throw ValidationError("--profile and --start exclude each other.")
    }
    if start == nil && !fixed.isEmpty {
      throw ValidationError("--fixed needs --start COLUMN: the clusters to keep to.")
    }
    for value in fixed where !value.contains("=") {
      throw ValidationError("--fixed takes COLUMN=VALUE, not \"\(value)\".")
    }
    if let permutations, !(0...1_000_000).contains(permutations) {
      throw ValidationError("--permutations takes a number from 0 to 1 000 000.")
    }
    switch show {
    case .levels, .nested:
      if profile == nil {
        throw ValidationError("--show \(show?.rawValue ?? "") needs --profile a..b.")
      }
    case .values, .straddlers:
      if compare == nil {
        throw ValidationError("--show \(show?.rawValue ?? "") needs --compare COLUMN.")
      }
    case .actors, .boundary, .clusters, .borders, nil: break
    }
  }

  func run(in session: Session) throws {
    let chosen = try search.method(named: method, isProfile: profile != nil)
    if profile != nil {
      guard case .leiden = chosen else {
        throw ProgramError(.usage, "--profile is for leiden, not for \(chosen.name)")
      }
    }
    if start != nil {
      guard case .leiden = chosen else {
        throw ProgramError(.usage, "--start is for leiden, not for \(chosen.name)")
      }
    }
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfTables, of: region, report)
    if case .attribute(let column) = chosen {
      try naming.refuseRevealing(column, by: "--method attribute:")
    }
    if let start { try naming.refuseRevealing(start, by: "--start") }
    for filter in keeping { try naming.refuseRevealing(filter.column, by: "--fixed") }
    if let compare { try naming.refuseRevealing(compare, by: "--compare") }
    let writer = ResultWriter(options: result, console: session.console)
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var documents: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      let question = ClusterStudy.Question(
        method: chosen,
        runs: search.runs ?? 1,
        profile: profile?.range,
        compare: compare,
        start: start.map { ClusterStart(column: $0, fixed: keeping) },
        permutations: permutations,
        ties: ties.isWeighted ? .weighted : .binary
      )
      let study = try naming.namingEnds(of: graph) {
        try ClusterStudy(
          region,
          graph,
          question: question,
          seed: session.seed,
          naming: naming,
          control: session.control
        )
      }
      let view = show ?? (profile == nil ? .actors : .levels)
      let table = try study.table(view, isJSON: writer.format == .json, control: session.control)
      remarks.add(study.notes, of: run)
      parts.append(table.inserting(run, at: view.isOfActors ? 2 : 0))
      if writer.format == .json {
        documents.append(try study.json(control: session.control).with(run))
      }
      session.finishProgress()
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    let isLong = each.each != nil
    let record =
      OptionRecord.of(ties, each) + [("method", .string(method))] + search.record + [
        (
          "profile",
          profile.map { .array([.number($0.range.lowerBound), .number($0.range.upperBound)]) }
            ?? .null
        ), ("compare", .optional(compare)), ("start", .optional(start)),
        ("fixed", .array(fixed.map { .string($0) })),
        ("permutations", permutations.map { .integer($0) } ?? .null),
        ("show", .optional(show?.rawValue)),
      ]
    try writer.write(table) { rows in
      let summary: [(String, JSONValue)] =
        isLong ? [("runs", .array(documents))] : documents[0].pairs
      return session.envelope(
        "clusters",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: .object(summary + [("rows", .rows(rows))])
      )
    }
  }
}

extension ClustersCommand {
  /// Who keeps to the start.
  private var keeping: [ActorFilter] {
    fixed.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ActorFilter(column: String(parts[0]), value: String(parts.last ?? ""))
    }
  }
}

extension ClusterView {
  /// Whether its rows begin with id and label.
  fileprivate var isOfActors: Bool {
    switch self {
    case .actors, .boundary, .straddlers: true
    case .clusters, .borders, .values, .levels, .nested: false
    }
  }
}

extension ClusterStudy {
  /// The table that a view stands for; of actors JSON shows the boundary strength too.
  fileprivate func table(
    _ view: ClusterView,
    isJSON: Bool,
    control: RunControl
  ) throws -> ResultTable {
    switch view {
    case .actors: isJSON ? clusters.tableWithBoundary(of: graph) : clusters.table
    case .boundary: clusters.boundary(of: graph)
    case .clusters: try overview(control: control)
    case .borders: clusters.borders(of: graph)
    case .values: comparison?.values ?? clusters.table
    case .straddlers: comparison?.straddlers ?? clusters.table
    case .levels: levels?.table ?? clusters.table
    case .nested: levels?.nested ?? clusters.table
    }
  }
}
