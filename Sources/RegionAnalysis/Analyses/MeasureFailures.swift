import NetworkMetrics

/// What becomes of a measure that this network, or this machine, does not allow.
public enum MeasureFailures: Sendable, Equatable, CaseIterable {
  /// The analysis ends with the error: the measure was asked for by name.
  case end
  /// The value is missing and a warning says why: the measure is one of all.
  case warn

  /// The warning, for errors that say something about one measure alone.
  ///
  /// - Throws: the error itself, where the analysis has to end.
  func sentence(
    of error: MetricError,
    _ measure: String,
    isAlphaGiven: Bool = false
  ) throws(MetricError) -> String {
    guard self == .warn else { throw error }
    switch error {
    case .notDefined, .tooMuchMemory, .notConverged, .notFinite:
      return "\(measure) is left out: \(error.description)"
    case .invalidOption(let name, let reason) where name == "alpha" && !isAlphaGiven:
      return "\(measure) is left out: \(reason)"
    case .cancelled, .negativeWeight, .emptyGraph, .invalidOption, .lengthUnusable:
      throw error
    }
  }
}
