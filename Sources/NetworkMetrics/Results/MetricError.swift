import GraphCore

/// Why a measure has no result.
public enum MetricError: Error, Equatable, Sendable {
  /// The run was asked to stop.
  case cancelled
  /// A strength below zero, which the measure cannot read.
  case negativeWeight(source: Int, target: Int, weight: Double)
  /// The iteration did not come down to its tolerance.
  case notConverged(Convergence)
  /// The measure needs at least one node.
  case emptyGraph
  /// An option is out of its range.
  case invalidOption(name: String, reason: String)
  /// A strength that cannot become a length: below zero, or 0 where its inverse is asked for.
  case lengthUnusable(source: Int, target: Int, weight: Double)
  /// The measure means nothing on this graph.
  case notDefined(reason: String)
  /// More memory than there is, known before any of it was taken.
  case tooMuchMemory(needed: MemoryEstimate, limit: Int)
  /// Some number left the range of `Double`: strengths or lengths of the input are too far apart.
  case notFinite(measure: String)
}

extension MetricError {
  /// The error of lengths that could not be made.
  public init(_ error: LengthError) {
    switch error {
    case .unusable(let source, let target, let weight):
      self = .lengthUnusable(source: source, target: target, weight: weight)
    }
  }
}

extension MetricError: CustomStringConvertible {
  /// One plain sentence; nodes appear by their number.
  public var description: String {
    switch self {
    case .cancelled:
      "stopped before the result was ready"
    case .negativeWeight(let source, let target, let weight):
      "the tie from node \(source) to node \(target) has the negative weight \(weight), which this measure cannot use"
    case .notConverged(let end):
      "no stable result after \(end.iterations) iterations: the last step still changed \(end.residual), wanted \(end.tolerance)"
    case .emptyGraph:
      "the network has no nodes"
    case .invalidOption(let name, let reason):
      "the option \(name) cannot be used: \(reason)"
    case .lengthUnusable(let source, let target, let weight):
      "the weight \(weight) of the tie from node \(source) to node \(target) cannot be read as a length"
    case .notDefined(let reason):
      "not defined for this network: \(reason)"
    case .tooMuchMemory(let needed, let limit):
      "this would take \(needed.bytes / 1_000_000) MB of memory and \(limit / 1_000_000) MB are allowed"
    case .notFinite(let measure):
      "\(measure) has no finite value here: the weights are too large or too far apart"
    }
  }
}
