import GraphCore

extension Graph {
  /// Closeness: how near a node is to those within its reach, times the share of nodes that are.
  ///
  /// C(v) = (r−1)/Σd · (r−1)/(n−1), r the number of nodes reached from v, itself included, Σd the sum of their distances (Wasserman and Faust's form
  /// for networks in pieces). In 0…1 for steps; 0 for a node that reaches nobody, and in a graph of one node.
  ///
  /// Follows arcs outward (`closeness`); with `direction: .inward` it is `in_closeness`. Counts steps, or lengths where options say how strengths become
  /// lengths; undefined where all that v reaches are at length 0. Complexity, memory, determinism: ``distanceTotals(_:control:)``.
  ///
  /// Source: S. Wasserman, K. Faust, *Social Network Analysis*, 1994, eq. 5.22, doi:10.1017/CBO9780511815478; L. Freeman, *Centrality in social networks:
  /// conceptual clarification*, Social Networks 1 (1979), doi:10.1016/0378-8733(78)90021-7.
  ///
  /// - Throws: as ``distanceTotals(_:control:)``.
  public func closeness(
    _ options: DistanceOptions = DistanceOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    try distanceTotals(options, control: control).closeness
  }
}

extension DistanceTotals {
  /// Closeness from the sums at hand, see ``GraphCore/Graph/closeness(_:control:)``.
  public var closeness: NodeScores {
    let n = reached.count
    return NodeScores(
      (0..<n).map { v -> Double? in
        guard reached[v] > 0 else { return 0 }
        guard total[v] > 0 else { return nil }
        let share = Double(reached[v]) / Double(n - 1)
        // Tiny lengths make a sum whose quotient is beyond the range of Double: not a number to give out.
        let value = Double(reached[v]) / total[v] * share
        return value.isFinite ? value : nil
      }
    )
  }
}
