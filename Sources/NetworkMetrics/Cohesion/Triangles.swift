import GraphCore

extension Graph {
  /// The number of triangles each node belongs to, on the undirected simple skeleton.
  ///
  /// Every triangle counts once at each of its three nodes; direction and strength do not count. Equal to networkx `triangles`.
  /// O(edges^1.5) at worst, much less where hubs are few; 8 bytes per edge, and 8 per node and thread.
  ///
  /// Source: see ``OrientedSkeleton`` and ``TriangleCounts``.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func triangles(control: RunControl = RunControl()) throws(MetricError) -> [Int] {
    isDirected
      ? try OrientedSkeleton(self, control: control).trianglesPerNode(control: control)
      : try TriangleCounts(out, control: control).perNode(control: control)
  }
}

extension OrientedSkeleton {
  /// The number of triangles at each node.
  func trianglesPerNode(control: RunControl) throws(MetricError) -> [Int] {
    try tally(width: degree.count, phase: "triangles", control: control) { triangle, counts in
      counts[triangle.first] &+= 1
      counts[triangle.second] &+= 1
      counts[triangle.third] &+= 1
    }
  }
}
