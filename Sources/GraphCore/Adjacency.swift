/// One direction of a graph in compressed sparse rows.
///
/// Row `v` lists the nodes that `v` is tied to, in ascending order and without repeats. A position in
/// `targets` is called an *arc index*; `weights`, where there are any, run parallel to it.
///
/// Memory: 8 bytes per node for the offsets, 4 per arc, 8 more per arc with weights.
public struct Adjacency: Sendable, Equatable {
  /// `nodeCount + 1` row starts; row `v` is `targets[offsets[v] ..< offsets[v + 1]]`.
  public let offsets: [Int]
  /// The node at the far end of each arc, row after row.
  public let targets: [Int32]
  /// The strength of each arc, or `nil` when every arc counts 1.
  public let weights: [Double]?

  /// Takes rows that are already sorted, free of loops and free of repeats.
  ///
  /// Rows made by hand go through ``ArcList`` instead; `Graph.checkInvariants()` verifies what is given here.
  @inlinable
  public init(offsets: [Int], targets: [Int32], weights: [Double]?) {
    precondition(offsets.first == 0 && offsets.last == targets.count, "row starts do not fit")
    precondition(weights == nil || weights?.count == targets.count, "weights do not fit")
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Number of rows.
  @inlinable public var nodeCount: Int { offsets.count - 1 }

  /// Number of entries: arcs of a directed graph, twice the edges of an undirected one.
  @inlinable public var arcCount: Int { targets.count }

  /// Number of distinct neighbours of `node` in this direction.
  @inlinable
  public func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

  /// The arc indices of the row of `node`.
  @inlinable
  public func arcs(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// The neighbours of `node`, ascending.
  @inlinable
  public subscript(node: Int) -> ArraySlice<Int32> { targets[arcs(of: node)] }

  /// The strength of an arc; 1 where the graph carries no weights.
  @inlinable
  public func weight(at arc: Int) -> Double { weights?[arc] ?? 1 }

  /// The arc index of `source → target`, or `nil`. O(log degree).
  @inlinable
  public func arc(from source: Int, to target: Int) -> Int? {
    let wanted = Int32(target)
    var low = offsets[source]
    var high = offsets[source + 1]
    while low < high {
      let middle = low + (high - low) / 2
      if targets[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < offsets[source + 1] && targets[low] == wanted ? low : nil
  }

  /// Gives a kernel the raw rows. The pointers are valid only inside `body`; every target is a valid node.
  @inlinable
  public func withUnsafeRows<Result, Failure: Error>(
    _ body: (UnsafePointer<Int>, UnsafePointer<Int32>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // An empty array may hand out a nil base address: one spare element keeps the pointer real.
    if targets.isEmpty {
      let spare: [Int32] = [0]
      return try offsets.withUnsafeBufferPointer { (rows) throws(Failure) in
        try spare.withUnsafeBufferPointer { (ends) throws(Failure) in
          try body(rows.baseAddress!, ends.baseAddress!)
        }
      }
    }
    return try offsets.withUnsafeBufferPointer { (rows) throws(Failure) in
      try targets.withUnsafeBufferPointer { (ends) throws(Failure) in
        try body(rows.baseAddress!, ends.baseAddress!)
      }
    }
  }

  /// The same arcs read from their far ends, by one counting sort: O(nodes + arcs).
  public func transposed() -> Adjacency {
    let n = nodeCount
    var starts = [Int](repeating: 0, count: n + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for v in 0..<n { starts[v + 1] += starts[v] }
    var cursor = starts
    var sources = [Int32](repeating: 0, count: arcCount)
    var strengths = weights.map { [Double](repeating: 0, count: $0.count) }
    for v in 0..<n {
      for arc in arcs(of: v) {
        let slot = cursor[Int(targets[arc])]
        cursor[Int(targets[arc])] = slot + 1
        sources[slot] = Int32(v)
        if let weights { strengths?[slot] = weights[arc] }
      }
    }
    return Adjacency(offsets: starts, targets: sources, weights: strengths)
  }
}
