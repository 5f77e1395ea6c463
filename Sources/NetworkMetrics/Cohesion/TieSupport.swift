import GraphCore

extension Graph {
  /// The number of alters that the two ends of each tie share, in the order of ``EdgeScores``.
  ///
  /// On the undirected skeleton: an alter is tied to both, in whichever direction. Both arcs of a mutual pair have the same number.
  /// Binary. O(edges^1.5) at worst.
  ///
  /// Source: M. Granovetter, *The strength of weak ties*, American Journal of Sociology 78 (1973), doi:10.1086/225469.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func embeddedness(control: RunControl = RunControl()) throws(MetricError) -> [Int] {
    let skeleton = OrientedSkeleton(self, control: control)
    let support = try skeleton.support(control: control)
    return ties().map { support[skeleton.arc(of: $0.source, $0.target)] }
  }
}

extension OrientedSkeleton {
  /// The place in `targets` of the tie between two nodes, which must exist. O(log degree).
  func arc(of a: Int, _ b: Int) -> Int {
    let isForth = (degree[a], a) < (degree[b], b)
    let (row, wanted) = isForth ? (a, Int32(b)) : (b, Int32(a))
    var low = offsets[row]
    var high = offsets[row + 1]
    while low < high {
      let middle = low + (high - low) / 2
      if targets[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    precondition(low < offsets[row + 1] && targets[low] == wanted, "no such tie")
    return low
  }

  /// The number of triangles on each tie, parallel to `targets`.
  func support(control: RunControl) throws(MetricError) -> [Int] {
    try tally(width: targets.count, phase: "embeddedness", control: control) { triangle, counts in
      counts[arc(of: triangle.first, triangle.second)] &+= 1
      counts[arc(of: triangle.first, triangle.third)] &+= 1
      counts[arc(of: triangle.second, triangle.third)] &+= 1
    }
  }
}
