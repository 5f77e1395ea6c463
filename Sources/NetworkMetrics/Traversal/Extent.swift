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
  /// Exact. Every search narrows the bounds of all eccentricities, and only nodes that could still change the answer are searched from: a handful
  /// of searches on most networks, O(n·m) at worst (a ring). 28 bytes per node and the skeleton.
  ///
  /// Source: F. Takes, W. Kosters, *Computing the eccentricity distribution of large graphs*, Algorithms 6 (2013),
  /// doi:10.3390/a6010100.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func extent(control: RunControl = RunControl()) throws(MetricError) -> Extent {
    guard nodeCount > 0 else { return Extent(diameter: nil, radius: nil) }
    try MemoryBudget.require(nodeCount, of: 80, fixed: 8 * out.arcCount)
    let members = try weakComponents(control: control).members(of: 0)
    let rows = skeleton().out
    var bounds = EccentricityBounds(nodeCount: nodeCount)
    var open = members
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    control.begin("diameter and radius", total: members.count)
    var wantFar = true
    while !open.isEmpty {
      try control.check()
      let source = bounds.pick(open, far: wantFar, rows)
      wantFar.toggle()
      rows.withUnsafeRows { search.run(from: source, offsets: $0, targets: $1) }
      bounds.learn(from: source, eccentricity: search.depth, open, search.distance)
      let before = open.count
      open = bounds.stillOpen(open)
      control.advance(by: before - open.count)
    }
    return Extent(diameter: bounds.largest, radius: bounds.smallest)
  }
}

/// What is known of all eccentricities so far.
private struct EccentricityBounds {
  private var lower: [Int]
  private var upper: [Int]
  /// The largest lower bound: the diameter is at least this, and is this in the end.
  private(set) var largest = 0
  /// The smallest upper bound: the radius is at most this, and is this in the end.
  private(set) var smallest = Int.max

  init(nodeCount: Int) {
    lower = [Int](repeating: 0, count: nodeCount)
    upper = [Int](repeating: .max, count: nodeCount)
  }

  /// The open node that promises most: the largest upper bound, or the smallest lower one; among equals the one with most
  /// ties, then the first.
  func pick(_ open: [Int], far: Bool, _ rows: Adjacency) -> Int {
    var best = open[0]
    for v in open {
      let better = far ? upper[v] > upper[best] : lower[v] < lower[best]
      let equal = far ? upper[v] == upper[best] : lower[v] == lower[best]
      if better || (equal && rows.degree(of: v) > rows.degree(of: best)) { best = v }
    }
    return best
  }

  /// One search bounds every other eccentricity: max(d, e − d) ≤ ecc(v) ≤ e + d.
  mutating func learn(
    from source: Int,
    eccentricity e: Int,
    _ open: [Int],
    _ distance: UnsafePointer<Int32>
  ) {
    for v in open {
      let d = Int(distance[v])
      lower[v] = max(lower[v], d, e - d)
      upper[v] = min(upper[v], e + d)
    }
    lower[source] = e
    upper[source] = e
    for v in open {
      largest = max(largest, lower[v])
      smallest = min(smallest, upper[v])
    }
  }

  /// The nodes that may still be farther than the farthest or nearer than the nearest known.
  func stillOpen(_ open: [Int]) -> [Int] {
    open.filter { lower[$0] != upper[$0] && (upper[$0] > largest || lower[$0] < smallest) }
  }
}
