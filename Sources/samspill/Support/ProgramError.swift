import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams
import SafeFiles

/// What the program's exit status tells.
enum ExitStatus: Int32 {
  case done = 0
  case problemsFound = 1
  case badData = 2
  case usage = 64
  case drawingFailed = 70
  case inputOutput = 74
  case interrupted = 130
}

/// Why a command ended early: what to print and how to exit.
struct ProgramError: Error {
  let status: ExitStatus
  let message: String
  var hint: String?
  /// Whether a message of its own has been printed already.
  var isSaid = false

  init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
    self.status = status
    self.message = message
    self.hint = hint
  }

  /// The diagnostics that were printed say it all.
  static func said(_ status: ExitStatus) -> ProgramError {
    var error = ProgramError(status, "")
    error.isSaid = true
    return error
  }

  /// Any error of the libraries in the program's terms.
  init(_ error: any Error) {
    switch error {
    case let error as ProgramError: self = error
    case let error as FileError: self.init(error)
    case let error as MetricError: self.init(error)
    case let error as ProjectionError: self.init(error)
    case let error as DrawingError: self.init(.drawingFailed, error.description)
    case let error as UnknownName:
      self.init(
        .usage,
        "unknown \(error.what) \"\(error.name)\"",
        hint: Self.suggestion(error.near) ?? "`samspill explain` lists all of them"
      )
    case is Cancelled: self.init(.interrupted, "interrupted")
    default: self.init(.badData, "\(error)")
    }
  }

  private init(_ error: FileError) {
    switch error.category {
    case .exists:
      self.init(.inputOutput, error.description, hint: "--force replaces it")
    case .isDirectory, .notADirectory, .notAFile, .tooLarge, .missing, .unreadable, .noSpace,
      .cannotWrite,
      .brokenPipe:
      self.init(.inputOutput, error.description)
    }
  }

  private init(_ error: MetricError) {
    switch error {
    case .cancelled: self.init(.interrupted, "interrupted")
    case .invalidOption: self.init(.usage, error.description)
    case .tooMuchMemory:
      self.init(
        .badData,
        error.description,
        hint:
          "`samspill centrality --approximate` estimates betweenness, closeness and harmonic centrality; --where and --min-weight make the network smaller"
      )
    default: self.init(.badData, error.description)
    }
  }

  private init(_ error: ProjectionError) {
    switch error {
    case .unknownRelation(let name, let known):
      self.init(.usage, "unknown relation \"\(name)\"", hint: Self.known(name, known))
    case .unknownWave(let name, let known):
      self.init(.usage, "unknown wave \"\(name)\"", hint: Self.known(name, known))
    case .unknownColumn(let name, let known):
      self.init(.usage, "the actors have no column \"\(name)\"", hint: Self.known(name, known))
    case .unknownActor(let id):
      self.init(.usage, "there is no actor \"\(id)\"")
    case .mixesLengthsAndStrengths(let names):
      self.init(
        .usage,
        "\(names.joined(separator: ", ")): a distance cannot be mixed with strengths",
        hint: "--relation takes one or the other"
      )
    case .graph(.tooMuchMemory(let needed, let limit)):
      self.init(
        .badData,
        MetricError.tooMuchMemory(needed: needed, limit: limit).description,
        hint: "--where, --relation and --min-weight make the network smaller"
      )
    case .graph(let error): self.init(.badData, "the ties do not make a graph: \(error)")
    }
  }

  /// The nearest names if there are any, else the first of those there are.
  static func known(_ name: String, _ known: [String]) -> String? {
    guard !known.isEmpty else { return "there are none" }
    if let near = suggestion(NearNames.nearest(to: name, among: known)) { return near }
    let shown = known.prefix(12).joined(separator: ", ")
    return "known here: \(shown)" + (known.count > 12 ? ", …" : "")
  }

  /// The names as a question; nil where there are none.
  static func suggestion(_ near: [String]) -> String? {
    guard !near.isEmpty else { return nil }
    return "did you mean " + near.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
  }
}
