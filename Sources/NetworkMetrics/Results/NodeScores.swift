/// One number per node, in node order.
///
/// `nil` means that the measure is not defined at that node (0/0, an isolate where a share is asked for …); it is never
/// written as 0 or NaN. Every value that is there is finite.
public struct NodeScores: Sendable, Equatable {
  /// One entry per node.
  public let values: [Double?]

  /// Takes one entry per node, each finite or `nil`.
  public init(_ values: [Double?]) {
    assert(values.allSatisfy { $0?.isFinite ?? true }, "a score must be finite or absent")
    self.values = values
  }

  /// Takes what a kernel computed, defined at every node, after checking that each number is finite.
  ///
  /// - Throws: ``MetricError/notFinite(measure:)`` with the name of the measure.
  public init(checking values: [Double], measure: String) throws(MetricError) {
    guard values.allSatisfy(\.isFinite) else { throw .notFinite(measure: measure) }
    self.values = values
  }

  /// Number of nodes.
  public var count: Int { values.count }

  /// The score of `node`.
  public subscript(node: Int) -> Double? { values[node] }
}
