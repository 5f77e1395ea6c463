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
  /// Exact. Searches narrow the bounds of all eccentricities, and only nodes that could still change the answer are searched from: first one by
  /// one, each from the most promising node, then, where that was not enough, 512 at once from such nodes and from far out. A few searches on most networks,
  /// O(n·m / 512) on dense small worlds, O(n·m) at worst (a ring). 250 bytes per node and the skeleton.
  ///
  /// Source: F. Takes, W. Kosters, *Computing the eccentricity distribution of large graphs*, Algorithms 6 (2013),
  /// doi:10.3390/a6010100.
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
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    for round in 0..<Self.singleSearches where !open.isEmpty {
      try control.check()
      let source = bounds.pick(open, far: round.isMultiple(of: 2), rows)
      rows.withUnsafeRows { search.run(from: source, offsets: $0, targets: $1) }
      bounds.learn(from: source, eccentricity: search.depth, open, search.distance)
      control.advance(by: bounds.close(&open))
    }
    if !open.isEmpty { try searchTogether(rows, members, &open, &bounds, control) }
    return Extent(diameter: bounds.largest, radius: bounds.smallest)
  }

  /// Searches from one node at a time before batches are tried.
  private static let singleSearches = 24

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
      let sources = bounds.pickMany(open, members, rows)
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

/// What is known of all eccentricities so far.
private struct EccentricityBounds {
  private var lower: [Int32]
  private var upper: [Int32]
  /// The largest lower bound: the diameter is at least this, and is this in the end.
  private(set) var largest = 0
  /// The smallest upper bound: the radius is at most this, and is this in the end.
  private(set) var smallest = Int.max

  init(nodeCount: Int) {
    lower = [Int32](repeating: 0, count: nodeCount)
    upper = [Int32](repeating: .max, count: nodeCount)
  }

  /// The open node that promises most: the largest upper bound, or the smallest lower one; among equals the one with most
  /// ties, then the first.
  func pick(_ open: [Int32], far: Bool, _ rows: Adjacency) -> Int {
    var best = Int(open[0])
    for node in open {
      let v = Int(node)
      let better = far ? upper[v] > upper[best] : lower[v] < lower[best]
      let equal = far ? upper[v] == upper[best] : lower[v] == lower[best]
      if better || (equal && rows.degree(of: v) > rows.degree(of: best)) { best = v }
    }
    return best
  }

  /// One search bounds every other eccentricity: max(d, e − d) ≤ ecc(v) ≤ e + d.
  mutating func learn(
    from source: Int,
    eccentricity: Int,
    _ open: [Int32],
    _ distance: UnsafePointer<Int32>
  ) {
    let e = Int32(eccentricity)
    lower[source] = e
    upper[source] = e
    for node in open {
      let v = Int(node)
      let d = distance[v]
      lower[v] = max(lower[v], d, e - d)
      upper[v] = min(upper[v], e + d)
      largest = max(largest, Int(lower[v]))
      smallest = min(smallest, Int(upper[v]))
    }
  }

  /// Half a batch of the open nodes that promise most, to be settled, and half of nodes that are known to lie far out, which many others are
  /// far from.
  func pickMany(_ open: [Int32], _ members: [Int], _ rows: Adjacency) -> [Int] {
    let half = MultiSourceBFS.width / 2
    let central = open.sorted {
      lower[Int($0)] != lower[Int($1)] ? lower[Int($0)] < lower[Int($1)] : $0 < $1
    }
    var chosen = central.prefix(half / 2).map { Int($0) }
    let far = open.sorted {
      upper[Int($0)] != upper[Int($1)] ? upper[Int($0)] > upper[Int($1)] : $0 < $1
    }
    chosen += far.prefix(half / 2).map { Int($0) }
    // Nodes with few ties, spread over the component, when nothing is known of how far out they are.
    let outer = members.sorted {
      if lower[$0] != lower[$1] { return lower[$0] > lower[$1] }
      let (a, b) = (rows.degree(of: $0), rows.degree(of: $1))
      return a != b ? a < b : $0 < $1
    }
    chosen += outer.prefix(half)
    // Each once.
    return Set(chosen).sorted()
  }

  /// What a batch of searches tells: the eccentricity of each source, and for every other node how far the farthest source is.
  mutating func learn(
    from sources: [Int],
    _ depths: [Int],
    _ open: [Int32],
    _ totals: [LevelTotals]
  ) {
    for (source, depth) in zip(sources, depths) {
      lower[source] = Int32(depth)
      upper[source] = Int32(depth)
      largest = max(largest, depth)
      smallest = min(smallest, depth)
    }
    for node in open {
      let v = Int(node)
      lower[v] = max(lower[v], Int32(totals[v].highest))
      largest = max(largest, Int(lower[v]))
    }
  }

  /// Leaves only nodes that may still be farther than the farthest or nearer than the nearest known; returns how many went.
  func close(_ open: inout [Int32]) -> Int {
    let before = open.count
    open.removeAll {
      let v = Int($0)
      return lower[v] == upper[v] || (Int(upper[v]) <= largest && Int(lower[v]) >= smallest)
    }
    return before - open.count
  }
}
