/// Why there is no drawing, in words for the user, and what to do about it.
///
/// A drawing is an extra: whoever asked for it can go on without. ``description`` is one sentence that
/// starts with "the drawing could not be made, because"; ``advice`` is the hint below it.
public enum DrawingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is nothing to draw.
  case noActors
  /// More actors than a map can show; the limit is the second value.
  case tooManyActors(Int, limit: Int)
  /// The level or engine needs something that the input does not have.
  case missing(String, advice: String)
  /// Arrays of the input do not fit together or hold numbers that are not finite.
  case unusableInput(String)
  /// The program that draws could not be started.
  case notStarted(program: String, reason: String)
  /// The drawing process gave up; its exit status and what it said.
  case failed(status: Int32, message: String)
  /// The drawing process was ended by a signal.
  case killed(signal: Int32)
  /// The deadline passed.
  case timedOut(seconds: Double)
  /// The caller cancelled.
  case cancelled
  /// What came back is not what was asked for.
  case badAnswer(String)
  /// The operating system refused a temporary file.
  case system(String)

  /// One sentence.
  public var description: String { "the drawing could not be made, because \(reason)" }

  /// The part after "because".
  public var reason: String {
    switch self {
    case .noActors: "there is no actor to draw"
    case .tooManyActors(let count, let limit):
      "\(count) actors are more than a map can show (\(limit))"
    case .missing(let what, _): what
    case .unusableInput(let what): what
    case .notStarted(let program, let reason): "\(program) could not be started (\(reason))"
    case .failed(let status, let message):
      Self.sentence(for: status) + (message.isEmpty ? "" : " (\(message))")
    case .killed(let signal): Self.sentence(forSignal: signal)
    case .timedOut(let seconds): "it was not ready after \(Int(seconds.rounded(.up))) seconds"
    case .cancelled: "it was cancelled"
    case .badAnswer(let what): what
    case .system(let what): what
    }
  }

  /// What the user can do, or nil where nothing but a report to the makers helps.
  public var advice: String? {
    switch self {
    case .noActors: "check the filters, the wave and the data: they leave no actor"
    case .tooManyActors: "draw the clusters with --level clusters, or one of them with a filter"
    case .missing(_, let advice): advice
    case .notStarted: "check that the program can be run from where it is installed"
    case .failed(12, _), .killed, .timedOut:
      "draw fewer actors, draw the clusters with --level clusters, or try --engine sfdp"
    case .failed(15, _), .failed(16, _):
      "check with `samspill doctor` that Graphviz and its plugins are installed, or try another engine"
    case .failed(18, _), .system: "check that there is room for temporary files"
    case .unusableInput, .failed, .cancelled, .badAnswer: nil
    }
  }

  /// The exit statuses of the drawing process (part of the wire format).
  private static func sentence(for status: Int32) -> String {
    switch status {
    case 10, 11, 13: "the drawing process did not understand the description"
    case 12: "the description is too large"
    case 14: "Graphviz refused the graph"
    case 15: "Graphviz found no layout"
    case 16: "Graphviz could not write the picture"
    case 17: "Graphviz gave a position that is not a number"
    case 18: "the picture could not be written"
    case 19: "the drawing process could not limit its own memory and time"
    default: "the drawing process ended with status \(status)"
    }
  }

  private static func sentence(forSignal signal: Int32) -> String {
    switch signal {
    case 11, 7, 10, 6: "Graphviz crashed or ran out of memory (signal \(signal))"
    case 9: "the drawing process was killed (signal 9)"
    case 24: "Graphviz needed more time than it is allowed (signal 24)"
    default: "the drawing process was ended by signal \(signal)"
    }
  }
}
