import ArgumentParser
import RegionAnalysis

/// `samspill clusters`
struct ClustersCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Which actors belong together: Leiden clusters, components, or a column.",
    usage: """
      samspill clusters my-region
      samspill clusters my-region --resolution 1.5 --csv -o clusters.csv
      samspill clusters my-region --method attribute:municipality
      """,
    discussion: "Clusters are numbered from 1 by size, equal sizes by their first actor."
  )

  @OptionGroup var input: InputOptions
  @Option(help: "How: leiden, components or attribute:COLUMN.")
  var method = "leiden"
  @Option(help: "Resolution of leiden: larger values give smaller clusters.")
  var resolution = 1.0
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    guard resolution.isFinite && resolution > 0 else {
      throw ValidationError("--resolution takes a number above 0.")
    }
  }

  private func chosenMethod() throws -> ClusterMethod {
    switch method {
    case "leiden": return .leiden(resolution: resolution)
    case "components": return .components
    case let text where text.hasPrefix("attribute:"):
      return .attribute(String(text.dropFirst("attribute:".count)))
    default:
      throw ProgramError(
        .usage,
        "unknown method \"\(method)\"",
        hint: ProgramError.known(method, ["leiden", "components", "attribute:COLUMN"])
      )
    }
  }

  func run(in session: Session) throws {
    let chosen = try chosenMethod()
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfTables, of: region, report)
    if case .attribute(let column) = chosen {
      try naming.refuseRevealing(column, by: "--method attribute:")
    }
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var documents: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      let analysis = try naming.namingEnds(of: graph) {
        try ClusterAnalysis(
          of: graph,
          in: region,
          chosen,
          seed: session.seed,
          naming: naming,
          control: session.control
        )
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        naming.hidingOrder(of: analysis.table, actors: graph.actorOf)
          .inserting(run, at: 2)
      )
      documents.append(
        JSONValue.object([
          ("method", .string(method)), ("quality", .optional(analysis.quality)),
          ("modularity", .optional(analysis.modularity)),
          ("cluster_count", .integer(analysis.partition.count)),
          ("clusters", .rows(analysis.overview(of: graph))),
        ]).with(run)
      )
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    let isLong = each.each != nil
    let record =
      OptionRecord.of(ties, each) + [
        ("method", .string(method)), ("resolution", .number(resolution)),
      ]
    try ResultWriter(options: result, console: session.console).write(table) { rows in
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
