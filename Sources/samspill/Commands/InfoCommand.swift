import ArgumentParser
import LearningRegion
import NetworkFormats
import RegionAnalysis

/// `samspill info`
struct InfoCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "What is in a network: actors by type, ties by relation, waves, components.",
    usage: """
      samspill info my-region
      samspill info ties.csv --json
      cat ties.csv | samspill info - --from edges
      """
  )

  @OptionGroup var input: InputOptions
  @Flag(name: .customLong("directed"), help: "Take every tie as directed.")
  var isDirected = false
  @Flag(name: .customLong("undirected"), help: "Take every tie as undirected.")
  var isUndirected = false
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    if isDirected && isUndirected {
      throw ValidationError("--directed and --undirected exclude each other.")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    var projection = GraphProjection()
    if isDirected { projection.direction = .directed }
    if isUndirected { projection.direction = .undirected }
    let summary = try RegionSummary(of: region, projection, control: session.control)
    session.finishProgress()
    let writer = ResultWriter(options: result, console: session.console)
    try writer.write(summary.table) { _ in
      session.envelope(
        "info",
        path: input.path,
        report: report,
        options: [
          (
            "direction",
            .string(isDirected ? "directed" : isUndirected ? "undirected" : "as_recorded")
          )
        ],
        result: summary.json(assumed: Self.json(report.assumptions))
      )
    }
  }

  private static func json(_ assumptions: [Assumption]) -> JSONValue {
    .array(
      assumptions.map { assumption in
        .object([
          ("file", .optional(assumption.file)), ("subject", .string(assumption.subject.rawValue)),
          ("text", .string(assumption.text)),
        ])
      }
    )
  }
}
