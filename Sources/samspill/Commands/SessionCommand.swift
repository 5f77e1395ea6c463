import ArgumentParser

/// A command that runs in a session: it can be stopped, reports progress and says what it assumed.
protocol SessionCommand: ParsableCommand {
  var running: RunOptions { get }
  /// The file that the result goes to, where that is known before the work begins.
  var target: OutputTarget? { get }
  func run(in session: Session) throws
}

extension SessionCommand {
  var target: OutputTarget? { nil }

  func run() throws {
    // Hours of computing are not to end with "that file exists".
    try target?.refuseEarly()
    try run(in: Session(running))
  }
}

/// A command whose result is a table that goes where ``ResultOptions`` says.
protocol ResultCommand: SessionCommand {
  var result: ResultOptions { get }
}

extension ResultCommand {
  var target: OutputTarget? {
    result.output.map { OutputTarget(path: $0, overwrite: result.overwrite) }
  }
}
