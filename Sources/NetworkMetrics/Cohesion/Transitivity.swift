import GraphCore

extension Graph {
  /// The share of two-step paths that a direct tie shortens; `nil` where there are no such paths.
  ///
  /// Directed: of the ordered triples of different nodes with i → j → k, those with i → k; equal to sna `gtrans(measure =
  /// "weak")`. Undirected: three times the triangles over the connected triples, on the skeleton; equal to networkx `transitivity`. Binary.
  /// All in whole numbers, O(edges^1.5) at worst.
  ///
  /// Source: P. Holland, S. Leinhardt, *Transitivity in structural models of small groups*, Comparative Group Studies 2
  /// (1971), doi:10.1177/104649647100200201; M. Newman, D. Watts, S. Strogatz, PNAS 99 (2002), doi:10.1073/pnas.012582999.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func transitivity(control: RunControl = RunControl()) throws(MetricError) -> Double? {
    var paths = 0
    for v in 0..<nodeCount {
      var mutual = 0
      if isDirected {
        forEachDyad(of: v) { _, forth, back in if forth && back { mutual += 1 } }
      } else {
        mutual = out.degree(of: v)
      }
      // Every way in with every way out, but not back to where it came from.
      paths += incoming.degree(of: v) * out.degree(of: v) - mutual
    }
    guard paths > 0 else { return nil }
    let closed = try OrientedSkeleton(self, control: control).triangleCodes(control: control)
    var shortened = 0
    for code in 0..<64 where closed[code] > 0 {
      shortened += closed[code] * TriangleCode(code).transitiveTriples
    }
    return Double(shortened) / Double(paths)
  }
}
