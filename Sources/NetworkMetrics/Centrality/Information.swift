import GraphCore

extension Graph {
  /// Information centrality: 1 / Σ of the effective resistances between a node and all others of its component.
  ///
  /// High where current reaches everybody easily, over many short ways. Undefined for isolates; not comparable across components. Directed graphs are taken as
  /// undirected, strengths of mutual arcs summed; strengths conduct. Stephenson and Zelen's own figure is n times this. O(n³) time and 16·n² bytes for the
  /// largest component. The same bits on any number of threads.
  ///
  /// Source: K. Stephenson, M. Zelen, *Rethinking centrality: methods and examples*, Social Networks 11 (1989),
  /// doi:10.1016/0378-8733(89)90016-6; Brandes and Fleischer as for ``currentFlowBetweenness(_:control:)``.
  ///
  /// - Throws: as ``currentFlowBetweenness(_:control:)``.
  public func informationCentrality(
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    var values = [Double?](repeating: nil, count: nodeCount)
    let circuits = try circuits(control: control)
    control.begin("information", total: 2 * nodeCount)
    for (members, graph) in circuits {
      let n = members.count
      if n >= 2 {
        let inverse = try LaplacianInverse(graph, measure: "information", control: control)
        var trace = 0.0
        for v in 0..<n { trace += inverse[v][v] }
        for (place, v) in members.enumerated() {
          // Resistance between v and t is C[v][v] + C[t][t] − 2·C[v][t].
          var row = 0.0
          for t in 0..<n { row += inverse[place][t] }
          values[v] = 1 / (Double(n) * inverse[place][place] + trace - 2 * row)
        }
      }
      // The inverse has told of two units per node but one.
      control.advance(by: n >= 2 ? 2 : 2 * n)
    }
    guard values.allSatisfy({ $0?.isFinite ?? true }) else {
      throw .notFinite(measure: "information")
    }
    return NodeScores(values)
  }
}
