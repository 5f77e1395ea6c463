import GraphCore

extension Graph {
  /// Eccentricity: the largest finite distance from a node (to it, if `inward`).
  ///
  /// Nodes out of reach do not count; a node that reaches nobody has 0. Unit: steps, or lengths. Complexity, memory,
  /// determinism: ``distanceTotals(_:control:)``.
  ///
  /// Source: F. Harary, *Graph Theory*, 1969; P. Hage, F. Harary, *Eccentricity and centrality in networks*, Social Networks 17 (1995),
  /// doi:10.1016/0378-8733(94)00248-9.
  ///
  /// - Throws: as ``distanceTotals(_:control:)``.
  public func eccentricity(
    _ options: DistanceOptions = DistanceOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    NodeScores(try distanceTotals(options, control: control).farthest)
  }
}
