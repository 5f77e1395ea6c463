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
  /// That row starts ascend and every target is a row is checked here, in O(nodes + arcs): kernels read the rows through raw
  /// pointers. The rest is the caller's to keep; `Graph.checkInvariants()` verifies it. Arcs in any order go through ``ArcList``.
  public init(offsets: [Int], targets: [Int32], weights: [Double]?) {
    precondition(offsets.first == 0 && offsets.last == targets.count, "row starts do not fit")
    precondition(weights == nil || weights?.count == targets.count, "weights do not fit")
    precondition(Self.areSound(offsets, targets), "a row ends before it starts or leaves the graph")
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  private static func areSound(_ offsets: [Int], _ targets: [Int32]) -> Bool {
    let rowCount = UInt64(offsets.count - 1)
    var isSound = true
    offsets.withUnsafeBufferPointer { offsets in
      for row in 1..<offsets.count where offsets[row] < offsets[row - 1] { isSound = false }
    }
    // A negative target is beyond every row once it is read without its sign.
    var largest: UInt32 = 0
    targets.withUnsafeBufferPointer { targets in
      for target in targets { largest = max(largest, UInt32(bitPattern: target)) }
    }
    return isSound && (targets.isEmpty || UInt64(largest) < rowCount)
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
    let rows = RowColumns(offsets: offsets, ends: targets, weights: weights).transposed()
    return Adjacency(offsets: rows.offsets, targets: rows.ends, weights: rows.weights)
  }
}
