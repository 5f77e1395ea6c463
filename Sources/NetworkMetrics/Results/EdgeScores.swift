import GraphCore

/// One number per tie.
///
/// The order is that of ``GraphCore/Graph/tieArcs()``: the arcs of `out` row after row; an undirected edge counts once, in the row of
/// its lower end. `nil` means not defined; every value that is there is finite.
public struct EdgeScores: Sendable, Equatable {
  /// One entry per tie.
  public let values: [Double?]

  /// Takes one entry per tie, each finite or `nil`.
  public init(_ values: [Double?]) {
    assert(values.allSatisfy { $0?.isFinite ?? true }, "a score must be finite or absent")
    self.values = values
  }

  /// Takes what a kernel computed, defined at every tie, after checking that each number is finite.
  ///
  /// - Throws: ``MetricError/notFinite(measure:)`` with the name of the measure.
  public init(checking values: [Double], measure: String) throws(MetricError) {
    guard values.allSatisfy(\.isFinite) else { throw .notFinite(measure: measure) }
    self.values = values
  }

  /// Number of ties.
  public var count: Int { values.count }

  /// The score of the tie at `position` of the tie order.
  public subscript(position: Int) -> Double? { values[position] }
}

/// A tie of a graph, with the place of its strength.
public struct Tie: Sendable, Equatable {
  /// Where it starts; of an undirected edge the lower end.
  public let source: Int
  /// Where it ends.
  public let target: Int
  /// Its arc index in `out`.
  public let arc: Int
}

extension Graph {
  /// The arc index in `out` of every tie, in the order of ``EdgeScores``. O(nodes + arcs).
  public func tieArcs() -> [Int] { ties().map(\.arc) }

  /// Every tie with its ends, in the order of ``EdgeScores``. O(nodes + arcs).
  public func ties() -> [Tie] {
    var ties: [Tie] = []
    ties.reserveCapacity(edgeCount)
    for source in 0..<nodeCount {
      for arc in out.arcs(of: source) {
        let target = Int(out.targets[arc])
        if isDirected || source < target {
          ties.append(Tie(source: source, target: target, arc: arc))
        }
      }
    }
    return ties
  }
}
