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

  /// Takes the progress line away before a result is printed.
  func finishProgress() { bar?.clear() }

  /// Reads a network; problems are printed, and errors end the command with status 2.
  func read(_ input: InputOptions) throws -> (region: Region, report: ReadingReport) {
    let reading = try open(input)
    console.diagnostics(reading.report.diagnostics)
    guard let region = reading.region else { throw ProgramError.said(.badData) }
    for assumption in reading.report.assumptions {
      let place = assumption.file.map { "\($0): " } ?? ""
      console.note(TerminalText.safe(place + assumption.text))
    }
    return (region, reading.report)
  }

  /// Reads a network and leaves its problems to the caller.
  func open(_ input: InputOptions) throws -> ReadingResult {
    var options = ReadingOptions()
    if input.createMissing { options.unknownActors = .create }
    let format = try input.format.map { name in
      guard let format = NetworkFormat(rawValue: name) else {
        let known = NetworkFormat.allCases.map(\.rawValue)
        throw ProgramError(
          .usage,
          "unknown format \"\(name)\"",
          hint: ProgramError.known(name, known)
        )
      }
      return format
    }
    return try NetworkReader.read(input.path, format: format, options: options)
  }

  /// The JSON document around a result.
  func envelope(
    _ schema: String,
    path: String,
    report: ReadingReport,
    options: [(String, JSONValue)],
    result: JSONValue
  ) -> JSONValue {
    .object([
      ("schema", .object([("name", .string("samspill.\(schema)")), ("version", .integer(1))])),
      ("program", .string("samspill \(Version.text)")),
      ("input", .object([("path", .string(path)), ("sha256", .string(report.sha256))])),
      ("options", .object(options)), ("seed", .integer(Int(seed))),
      ("result", result),
    ])
  }
}
