/// How strengths become distances; there is no way that happens by itself.
public enum LengthRule: Sendable, Equatable {
  /// Length = 1 / strength: strong ties are short.
  case inverse
  /// The weight already is a length.
  case weight
}

/// Why lengths could not be made.
public enum LengthError: Error, Equatable, Sendable {
  /// A length is negative, infinite or not a number: a strength of 0 has no inverse.
  case unusable(source: Int, target: Int, weight: Double)
}

/// Distances along the arcs of a graph, bigger is farther, parallel to the arcs of one ``Adjacency``.
///
/// A different type from strengths on purpose: no kernel can read the one as the other.
public struct ArcLengths: Sendable, Equatable {
  /// One length ≥ 0 per arc index.
  public let values: [Double]

  /// Makes lengths from the strengths of `rows` (1 where it has none).
  ///
  /// - Throws: ``LengthError`` where the rule gives a length that is negative or not finite.
  public init(of rows: Adjacency, _ rule: LengthRule) throws(LengthError) {
    guard let weights = rows.weights else {
      values = [Double](repeating: 1, count: rows.arcCount)
      return
    }
    var lengths = [Double](repeating: 0, count: weights.count)
    for v in 0..<rows.nodeCount {
      for arc in rows.arcs(of: v) {
        let length = rule == .inverse ? 1 / weights[arc] : weights[arc]
        guard length.isFinite && length >= 0 && (rule == .weight || weights[arc] > 0) else {
          throw .unusable(source: v, target: Int(rows.targets[arc]), weight: weights[arc])
        }
        lengths[arc] = length
      }
    }
    values = lengths
  }
}
