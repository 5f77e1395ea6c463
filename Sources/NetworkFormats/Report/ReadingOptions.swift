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

  /// What is looked for beyond errors.
  public enum Inspection: Hashable, Sendable {
    /// Nothing: what can be read is read.
    case none
    /// What is allowed and probably wrong: similar names, numbers that no register gives out, …
    case suspicions
  }

  /// What to do about actors without a row of their own.
  public var unknownActors: UnknownActors
  /// The largest file read, in bytes.
  public var largestFile: Int
  /// How many problems are kept for showing.
  public var shownProblems: Int
  /// Threads that large files are read on; they change nothing.
  public var threads: Int
  /// What is looked for beyond errors.
  public var inspection: Inspection

  /// The usual options.
  public init(
    unknownActors: UnknownActors = .refuse,
    largestFile: Int = 16 << 30,
    shownProblems: Int = 20,
    threads: Int = Processors.count,
    inspection: Inspection = .none
  ) {
    self.unknownActors = unknownActors
    self.largestFile = largestFile
    self.shownProblems = shownProblems
    self.threads = threads
    self.inspection = inspection
  }
}
