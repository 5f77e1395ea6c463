import GraphCore

extension RunControl {
  /// Stops a measure here if somebody asked for it.
  func check() throws(MetricError) {
    if isCancelled { throw .cancelled }
  }
}

extension Graph {
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)`` with the first tie whose strength is below zero.
  func requireNonNegativeWeights() throws(MetricError) {
    guard let weights = out.weights else { return }
    for source in 0..<nodeCount {
      for arc in out.arcs(of: source) where weights[arc] < 0 {
        throw .negativeWeight(
          source: source,
          target: Int(out.targets[arc]),
          weight: weights[arc]
        )
      }
    }
  }

  /// The arcs that a path measure follows.
  func rows(_ direction: PathDirection) -> Adjacency {
    direction == .outward ? out : incoming
  }
}

extension Adjacency {
  /// Lengths of the arcs, with the error a measure throws.
  func lengths(_ rule: LengthRule) throws(MetricError) -> [Double] {
    do throws(LengthError) {
      return try ArcLengths(of: self, rule).values
    } catch {
      throw MetricError(error)
    }
  }
}
