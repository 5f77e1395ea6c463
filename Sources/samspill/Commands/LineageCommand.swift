import ArgumentParser
import RegionAnalysis

/// `samspill lineage`
struct LineageCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "What grew out of what: search-path counts, main path and key routes of innovations.",
    usage: """
      samspill lineage my-region
      samspill lineage my-region --show links
      samspill lineage my-region --show actors
      samspill lineage my-region --key-routes 5 --json
      """,
    discussion: """
      Reads innovations.csv: the sources of each make a network without circles. A step is used by SPC ways from first \
      innovations to last ones; the main path has the largest sum of them, a key route is the heaviest way through one of \
      the heaviest steps. Counts are exact, however many digits they have.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: "Which table: one row per innovation, per step, or per actor.")
  var show: LineageTable = .innovations
  @Option(help: ArgumentHelp("Key routes through so many of the heaviest steps.", valueName: "n"))
  var keyRoutes = 3
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    guard (0...1_000).contains(keyRoutes) else {
      throw ValidationError("--key-routes takes a number from 0 to 1 000.")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    let analysis = try LineageAnalysis(of: region, keyArcs: keyRoutes, naming: naming)
    session.console.notes(analysis.notes)
    let table =
      switch show {
      case .innovations: analysis.innovations
      case .links: analysis.links
      case .actors: analysis.actors
      }
    try ResultWriter(options: result, console: session.console).write(table) { rows in
      session.envelope(
        "lineage",
        path: input.path,
        report: report,
        options: [
          ("show", .string(show.rawValue)), ("key_routes", .integer(keyRoutes)),
        ],
        remarks: analysis.notes,
        result: .object([("rows", .rows(rows))] + analysis.json.pairs)
      )
    }
  }
}

/// What `--show` says.
enum LineageTable: String, CaseIterable, ExpressibleByArgument {
  case innovations, links, actors
}
