import ArgumentParser
import RegionAnalysis

/// `samspill funnel`
struct FunnelCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "How many come through a programme, stage by stage, beside published programmes.",
    usage: """
      samspill funnel my-region
      samspill funnel my-region --no-published --csv
      samspill funnel Datasets/reference-funnels
      """,
    discussion: """
      Reads programmes.csv and funnel.csv. Shares of counts come with Wilson's 95 % interval; figures that are about \
      something (a column `about` says yes) have none.
      """
  )

  @OptionGroup var input: InputOptions
  @Flag(inversion: .prefixedNo, help: "Show published programmes too.")
  var published = true
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let analysis = FunnelAnalysis(of: region, withPublished: published)
    session.console.notes(analysis.notes)
    let writer = ResultWriter(options: result, console: session.console)
    let isShown = { (column: String) in !column.hasPrefix("from_previous_") && column != "programme"
    }
    try writer.write(analysis.table, forReading: isShown) { rows in
      session.envelope(
        "funnel",
        path: input.path,
        report: report,
        options: [("published", .bool(published))],
        remarks: analysis.notes,
        result: .object([("rows", .rows(rows))])
      )
    }
  }
}
