import GraphCore

/// How wide a network is.
public struct Extent: Sendable, Equatable {
  /// The largest eccentricity; `nil` for a graph without nodes.
  public let diameter: Int?
  /// The smallest eccentricity; `nil` for a graph without nodes.
  public let radius: Int?

  /// A width.
  public init(diameter: Int?, radius: Int?) {
    self.diameter = diameter
    self.radius = radius
  }
}

extension Graph {
  /// Diameter and radius, in steps, of the largest weak component of the undirected skeleton (of equally large ones that with the first node).
  ///
  /// Exact. A few single searches, each from the most promising node, bound all eccentricities. Then nodes that could still change the answer are
  /// searched from, 512 at once: those farthest from a central node, for as long as two that are left may lie farther apart than any two that were found, those that may
  /// be more central than any found, and far-out ones, which tell many others that they are not central. A few searches on most networks,
  /// O(n·m / 512) on dense small worlds, O(n·m) at worst (a ring). 250 bytes per node and the skeleton.
  ///
  /// Source: the bounds: F. Takes, W. Kosters, *Computing the eccentricity distribution of large graphs*, Algorithms 6 (2013),
  /// doi:10.3390/a6010100; the farthest first: P. Crescenzi et al., *On computing the diameter of real-world undirected graphs*, Theor. Comput. Sci. 514
  /// (2013), doi:10.1016/j.tcs.2012.09.018.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func extent(control: RunControl = RunControl()) throws(MetricError) -> Extent {
    guard nodeCount > 0 else { return Extent(diameter: nil, radius: nil) }
    try MemoryBudget.require(nodeCount, of: 320, fixed: 8 * out.arcCount)
    let members = try weakComponents(control: control).members(of: 0)
    let rows = skeleton().out
    var bounds = EccentricityBounds(nodeCount: nodeCount)
    var open = members.map { Int32($0) }
    control.begin("diameter and radius", total: members.count)
    do {
      var search = BreadthFirstSearch(nodeCount: nodeCount)
      for round in 0..<Self.singleSearches where !open.isEmpty {
        try control.check()
        let source = bounds.pick(open, far: round.isMultiple(of: 2), rows)
        rows.withUnsafeRows { search.run(from: source, offsets: $0, targets: $1) }
        bounds.learn(from: source, eccentricity: search.depth, open, search.distance)
        control.advance(by: bounds.close(&open))
      }
    }
    if !open.isEmpty { try searchTogether(rows, members, &open, &bounds, control) }
    return Extent(diameter: bounds.largest, radius: bounds.smallest)
  }

  /// Searches from one node at a time before batches are tried.
  private static let singleSearches = 8

  private func searchTogether(
    _ rows: Adjacency,
    _ members: [Int],
    _ open: inout [Int32],
    _ bounds: inout EccentricityBounds,
    _ control: RunControl
  ) throws(MetricError) {
    var batch = MultiSourceBFS(nodeCount: nodeCount)
    while !open.isEmpty {
      try control.check()
      let sources = bounds.pickMany(open, members)
      var totals = [LevelTotals](repeating: LevelTotals(), count: nodeCount)
      let depths = totals.withUnsafeMutableBufferPointer { totals -> [Int] in
        guard let totals = totals.baseAddress else { return [] }
        return batch.run(
          sources: sources,
          pull: rows,
          push: rows,
          deepest: .max,
          totals: totals
        )
      }
      bounds.learn(from: sources, depths, open, totals)
      control.advance(by: bounds.close(&open))
    }
  }
}
