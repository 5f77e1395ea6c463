import ArgumentParser

/// A command that runs in a session: it can be stopped, reports progress and says what it assumed.
protocol SessionCommand: ParsableCommand {
  var running: RunOptions { get }
  func run(in session: Session) throws
}

extension SessionCommand {
  func run() throws {
    try run(in: Session(running))
  }
}
