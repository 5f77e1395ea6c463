import GraphCore

extension Graph {
  /// How many other nodes a node reaches in at most two steps outward (`reach2`).
  ///
  /// Directed graphs follow arcs (against them if `inward`); weights do not count. Two levels of bit-parallel search from all nodes:
  /// O(n·m / 512), 512 sources a batch. Exact integers.
  ///
  /// Source: S. Borgatti, M. Everett, J. Johnson, *Analyzing Social Networks*, 2013, chapter 10 (k-step reach).
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func twoStepReach(
    _ direction: PathDirection = .outward,
    control: RunControl = RunControl()
  ) throws(MetricError) -> [Int] {
    try levelTotals(direction, deepest: 2, control: control).map(\.near)
  }
}
