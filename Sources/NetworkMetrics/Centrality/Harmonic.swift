import GraphCore

/// Options of ``GraphCore/Graph/harmonic(_:control:)``.
public struct HarmonicOptions: Sendable, Equatable {
  /// Along the arcs or against them.
  public var direction: PathDirection
  /// How strengths become lengths; `nil` counts steps.
  public var lengths: LengthRule?
  /// Raw, or divided by n−1.
  public var normalization: Normalization

  /// Raw, in steps, outward, unless said otherwise.
  public init(
    direction: PathDirection = .outward,
    lengths: LengthRule? = nil,
    normalization: Normalization = .raw
  ) {
    self.direction = direction
    self.lengths = lengths
    self.normalization = normalization
  }
}

extension Graph {
  /// Harmonic centrality: H(v) = Σ_{u≠v} 1/d(v,u), unreachable nodes counting 0.
  ///
  /// Follows arcs outward (`harmonic`); with `direction: .inward` it is `in_harmonic`, Σ 1/d(u,v). Normalised it is divided by n−1, the value of a
  /// node tied to all others (for steps); undefined then in a graph of one node. Isolates have 0. Complexity, memory, determinism:
  /// ``distanceTotals(_:control:)``.
  ///
  /// Source: P. Boldi, S. Vigna, *Axioms for centrality*, Internet Mathematics 10 (2014), doi:10.1080/15427951.2013.865686; Y. Rochat, *Closeness
  /// centrality extended to unconnected graphs: the harmonic centrality index*, ASNA 2009.
  ///
  /// - Throws: as ``distanceTotals(_:control:)``, and ``MetricError/notDefined(reason:)`` where two nodes are at distance 0.
  public func harmonic(
    _ options: HarmonicOptions = HarmonicOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    let distances = DistanceOptions(direction: options.direction, lengths: options.lengths)
    let totals = try distanceTotals(distances, control: control)
    return try totals.harmonic(options.normalization)
  }
}

extension DistanceTotals {
  /// Harmonic centrality from the sums at hand, see ``GraphCore/Graph/harmonic(_:control:)``.
  ///
  /// - Throws: ``MetricError/notDefined(reason:)`` where two nodes are at distance 0.
  public func harmonic(_ normalization: Normalization = .raw) throws(MetricError) -> NodeScores {
    guard inverse.allSatisfy(\.isFinite) else {
      throw .notDefined(reason: "two nodes are at distance 0, and 1/0 is no number")
    }
    let others = Double(reached.count - 1)
    switch normalization {
    case .raw: return NodeScores(inverse)
    case .normalized: return NodeScores(inverse.map { others > 0 ? $0 / others : nil })
    }
  }
}
