import GraphCore

extension Graph {
  /// The share of arcs that lie on no directed cycle, from 0 to 1; `nil` without arcs and for undirected graphs.
  ///
  /// An arc lies on a cycle exactly when both its ends are in one strong component. As networkx `flow_hierarchy`. Binary. O(nodes + arcs).
  ///
  /// Source: J. Luo, C. Magee, *Detecting evolving patterns of self-organizing networks by flow hierarchy measurement*, Complexity
  /// 16 (2011), doi:10.1002/cplx.20368.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func flowHierarchy(control: RunControl = RunControl()) throws(MetricError) -> Double? {
    guard isDirected && out.arcCount > 0 else { return nil }
    let component = try strongComponents(control: control).componentOf
    var free = 0
    for v in 0..<nodeCount {
      for target in out[v] where component[Int(target)] != component[v] { free += 1 }
    }
    return Double(free) / Double(out.arcCount)
  }
}
