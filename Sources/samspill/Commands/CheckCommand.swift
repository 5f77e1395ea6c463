import ArgumentParser
import NetworkFormats
import RegionAnalysis

/// `samspill check`
struct CheckCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with the data, with file, line and column.",
    usage: """
      samspill check my-region
      samspill check north south west
      """,
    discussion: """
      Problems are listed as text, also in a pipe, unless --csv, --json or --format says otherwise. Errors are what cannot \
      be right. Warnings are what is probably wrong: one actor under two names, organisation and municipality numbers that cannot \
      be, latitude and longitude swapped. Notes are what readers of results should know: actors without ties, repeated \
      ties, ties to actors that did not answer. Where there is a roster, the response rate of every relation and wave follows.

      Exit status: 0 when there are no errors (warnings may be), 1 when there are.
      """
  )

  @Argument(help: ArgumentHelp("Region folders or network files.", valueName: "net"))
  var paths: [String]
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Format of the input (default: recognised): \(FormatNames.list).",
      valueName: "format"
    )
  )
  var format: String?
  @Flag(help: "Accept ties of actors that actors.csv does not have.")
  var createMissing = false
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    var table = ResultTable(columns: [
      "input", "severity", "code", "file", "line", "column", "message", "hint", "cell",
    ])
    var documents: [JSONValue] = []
    var errors = 0
    let writer = ResultWriter(options: result, console: session.console)
    // In a pipe too: editors and other programs read `file:line:column: error: …` as it is.
    let isForReading = (writer.formatAskedFor ?? .table) == .table
    var text = ""
    for path in paths {
      var input = InputOptions()
      input.path = path
      input.format = format
      input.createMissing = createMissing
      let reading = try session.open(input, inspection: .suspicions)
      let diagnostics = reading.report.diagnostics
      errors += diagnostics.errorCount
      if reading.region != nil { session.tellAssumptions(reading.report) }
      for problem in diagnostics.shown { table.append(Self.row(path, problem)) }
      text += diagnostics.rendered() + Self.responses(reading) + Self.summary(path, reading)
      documents.append(Self.json(path, reading))
    }
    if isForReading {
      try writer.write(Array(text.utf8))
    } else {
      try writer.write(table) { _ in
        Session.envelope("check", result: .object([("inputs", .array(documents))]))
      }
    }
    if errors > 0 { throw ProgramError.said(.problemsFound) }
  }

  private static func row(_ path: String, _ problem: Diagnostic) -> [Cell] {
    [
      .text(path), .text(problem.severity.rawValue), .text(problem.code.rawValue),
      Cell(text: problem.location?.file),
      problem.location?.line.map { .integer($0) } ?? .missing,
      problem.location?.column.map { .integer($0) } ?? .missing, .text(problem.message),
      Cell(text: problem.hint), Cell(text: problem.location?.cell?.text),
    ]
  }

  /// One line per relation and wave that the roster speaks of; nothing where there is one question
  /// only, which the summary tells of.
  private static func responses(_ reading: ReadingResult) -> String {
    let rates = reading.region?.responseRates() ?? []
    guard rates.count > 1 else { return "" }
    return ResponseLines.text(rates)
  }

  /// One line per input, so that a clean one is not silent.
  private static func summary(_ path: String, _ reading: ReadingResult) -> String {
    let diagnostics = reading.report.diagnostics
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    var line =
      "\(TerminalText.safe(path)): \(counted(diagnostics.errorCount, "error")), \(counted(diagnostics.warningCount, "warning"))"
    if let region = reading.region {
      line += "; \(counted(region.actors.count, "actor")), \(counted(region.ties.count, "tie"))"
      if let rate = try? region.graph().responseRate, rate.asked > 0 {
        line += "; \(ResponseLines.phrase(rate))"
      }
    }
    return line + "\n"
  }

  private static func json(_ path: String, _ reading: ReadingResult) -> JSONValue {
    let report = reading.report
    let rates = reading.region?.responseRates() ?? []
    return .object([
      ("path", .string(path)), ("sha256", .string(report.sha256)),
      ("errors", .integer(report.diagnostics.errorCount)),
      ("warnings", .integer(report.diagnostics.warningCount)),
      (
        "problems",
        .array(
          report.diagnostics.shown.map { problem in
            .object([
              ("severity", .string(problem.severity.rawValue)),
              ("code", .string(problem.code.rawValue)),
              ("file", .optional(problem.location?.file)),
              ("line", problem.location?.line.map { .integer($0) } ?? .null),
              ("column", problem.location?.column.map { .integer($0) } ?? .null),
              ("message", .string(problem.message)), ("hint", .optional(problem.hint)),
              ("cell", .optional(problem.location?.cell?.text)),
            ])
          }
        )
      ),
      ("response_rates", .array(rates.map(ResponseLines.json))),
    ])
  }
}
