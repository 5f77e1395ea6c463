import ArgumentParser
import GraphCore
import LearningRegion
import NetworkFormats
import RegionAnalysis
import SafeFiles

/// One run of a command: how it reports, how it is stopped, and how it reads its network.
struct Session {
  let console: Console
  let control: RunControl
  let seed: UInt64
  private let bar: ProgressBar?
  private let start = ContinuousClock.now

  init(_ options: RunOptions) {
    console = options.console
    seed = options.seed
    let bar = ProgressBar.isWanted && !options.quiet ? ProgressBar() : nil
    self.bar = bar
    var report: (@Sendable (Progress) -> Void)?
    if let bar { report = { bar.update($0) } }
    control = RunControl(threads: options.threads ?? SystemFacts.cores, report: report)
    TemporaryFiles.prepare()
    Interrupts.listen(stopping: control)
  }

  /// Seconds since the command began.
  var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Takes the progress line away before a result is printed.
  func finishProgress() { bar?.clear() }

  /// How actors appear in results.
  ///
  /// The pseudonyms depend on the data too: nobody who merely has the list of actors can draw them again.
  func naming(_ rule: Naming.Rule, of region: Region, _ report: ReadingReport) -> Naming {
    let salt = UInt64(report.sha256.prefix(16), radix: 16) ?? 0
    return Naming(rule, of: region, seed: seed ^ salt)
  }

  /// Reads a network; problems are printed, and errors end the command with status 2.
  func read(_ input: InputOptions) throws -> (region: Region, report: ReadingReport) {
    let reading = try open(input)
    console.diagnostics(reading.report.diagnostics)
    guard let region = reading.region else { throw ProgramError.said(.badData) }
    tellAssumptions(reading.report)
    return (region, reading.report)
  }

  /// Says what was decided because the data do not say it, and what was not kept.
  func tellAssumptions(_ report: ReadingReport) {
    for assumption in report.assumptions {
      console.note((assumption.file.map { "\($0): " } ?? "") + assumption.text)
    }
  }

  /// Reads a network and leaves its problems to the caller.
  func open(
    _ input: InputOptions,
    inspection: ReadingOptions.Inspection = .none
  ) throws -> ReadingResult {
    var options = ReadingOptions(threads: control.threads, inspection: inspection)
    if input.createMissing { options.unknownActors = .create }
    let format = try input.format.map(FormatNames.format)
    return try NetworkReader.read(input.path, format: format, options: options)
  }

  /// The JSON document around a result that comes from a network.
  func envelope(
    _ schema: String,
    path: String,
    report: ReadingReport,
    options: [(String, JSONValue)],
    remarks: AnalysisNotes = AnalysisNotes(),
    result: JSONValue
  ) -> JSONValue {
    .object(
      Self.head(schema) + [
        ("input", .object([("path", .string(path)), ("sha256", .string(report.sha256))])),
        ("options", .object(options)), ("seed", .integer(Int(seed))),
        ("notes", .array(remarks.assumptions.map { .string($0) })),
        ("warnings", .array(remarks.warnings.map { .string($0) })), ("result", result),
      ]
    )
  }

  /// The JSON document around a result that comes from no network.
  static func envelope(_ schema: String, result: JSONValue) -> JSONValue {
    .object(head(schema) + [("result", result)])
  }

  private static func head(_ schema: String) -> [(String, JSONValue)] {
    [
      ("schema", .object([("name", .string("samspill.\(schema)")), ("version", .integer(1))])),
      ("program", .string("samspill \(Version.text)")),
    ]
  }
}
