/// Why a drawing could not be made; the raw value is the exit status of the child process.
///
/// The numbers are part of the wire format: the parent turns them into a sentence for the user.
public enum RenderFailure: Int32, Error, Sendable, CaseIterable {
  /// The description is cut short, has an unknown record or a value that does not read.
  case badDescription = 10
  /// The first line names a version of the wire format other than ours.
  case unsupportedVersion = 11
  /// More nodes, edges, points or bytes than ``DrawingLimits`` allows.
  case tooLarge = 12
  /// An attribute that is not on the list, or a value outside its range.
  case forbiddenAttribute = 13
  /// libcgraph refused to build the graph.
  case graphRefused = 14
  /// The layout engine reported an error or is not installed.
  case layoutFailed = 15
  /// The output plugin reported an error, is not installed or wrote nothing.
  case renderingFailed = 16
  /// The layout gave a position that is not a finite number.
  case notFinite = 17
  /// The result could not be written.
  case writeFailed = 18
  /// The limits on memory, time and files could not be set.
  case limitsRefused = 19
}

/// What the renderer takes at most. A description beyond it is refused before anything is built.
enum DrawingLimits {
  static let inputBytes = 64 << 20
  static let nodes = 20_000
  static let edges = 200_000
  static let groups = 5_000
  static let areas = 5_000
  static let pointsInOneList = 20_000
  static let labelBytes = 4_096
  static let lineBytes = 1 << 20
  /// dot adds weights up in `int`; sums beyond this overflow its network simplex.
  static let weightSum = 1_000_000.0
}
