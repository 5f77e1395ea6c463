import GraphCore

/// How strictly to read, and how much.
public struct ReadingOptions: Hashable, Sendable {
  /// What to do about an actor that is named somewhere and has no row in `actors.csv`.
  public enum UnknownActors: Hashable, Sendable {
    /// An error, unless there is no `actors.csv` at all.
    case refuse
    /// Make it, and say how many were made.
    case create
  }

  /// What to do about actors without a row of their own.
  public var unknownActors: UnknownActors
  /// The largest file read, in bytes.
  public var largestFile: Int
  /// How many problems are kept for showing.
  public var shownProblems: Int
  /// Threads that large files are read on; they change nothing.
  public var threads: Int

  /// The usual options.
  public init(
    unknownActors: UnknownActors = .refuse,
    largestFile: Int = 16 << 30,
    shownProblems: Int = 20,
    threads: Int = Processors.count
  ) {
    self.unknownActors = unknownActors
    self.largestFile = largestFile
    self.shownProblems = shownProblems
    self.threads = threads
  }
}
