/// Why arcs could not become a graph.
public enum GraphError: Error, Equatable, Sendable {
  /// An end is not in `0 ..< nodeCount`; `arc` is its position in the list.
  case endOutOfRange(arc: Int, end: Int32)
  /// A strength is infinite, not a number, or larger than ``ArcList/largestStrength``.
  case weightNotFinite(arc: Int)
  /// More nodes than `Int32` can number.
  case tooManyNodes(Int)
  /// Building it would take more memory than there is, known before any of it was taken.
  case tooMuchMemory(needed: MemoryEstimate, limit: Int)
}

/// What the arcs of a list mean.
public enum Direction: Sendable, Equatable {
  /// An arc goes from its source to its target only.
  case directed
  /// An arc ties both ends alike.
  case undirected
}

/// Arcs as they come from data: in any order, with loops and repeats; the way to a ``Graph``.
///
/// `makeGraph` consumes the list, so that the list's memory is free before the second half of the work: at its peak building
/// needs at most twice the memory of the finished graph plus 8 bytes per node, the list included, and 4 bytes more per tie of an
/// undirected graph without strengths, which is built on several threads. (Where most arcs are repeats or loops the list itself is
/// what counts.)
public struct ArcList: Sendable {
  /// One source per arc.
  public private(set) var sources: [Int32] = []
  /// One target per arc.
  public private(set) var targets: [Int32] = []
  /// One strength per arc, or `nil` while every strength is 1.
  public private(set) var weights: [Double]?

  /// The largest size of a strength, either sign: sums of as many such strengths as memory can hold are still finite.
  public static let largestStrength = 1e290

  /// An empty list with room for `capacity` arcs.
  public init(capacity: Int = 0) {
    sources.reserveCapacity(capacity)
    targets.reserveCapacity(capacity)
  }

  /// A list of columns of equal length.
  public init(sources: [Int32], targets: [Int32], weights: [Double]? = nil) {
    precondition(sources.count == targets.count, "one target per source")
    precondition(weights == nil || weights?.count == sources.count, "one weight per arc")
    self.sources = sources
    self.targets = targets
    self.weights = weights
  }

  /// Number of arcs so far, loops and repeats included.
  public var count: Int { sources.count }

  /// Adds one arc. The first strength other than 1 turns the list into a weighted one.
  public mutating func append(from source: Int32, to target: Int32, weight: Double = 1) {
    if weights == nil && weight != 1 {
      weights = [Double](repeating: 1, count: count)
      weights?.reserveCapacity(sources.capacity)
    }
    sources.append(source)
    targets.append(target)
    weights?.append(weight)
  }

  /// Sorts the arcs into a simple graph: loops are dropped, parallel arcs merge by summing their strengths (in the
  /// order given; without weights each arc counts 1, so that repeats make the graph weighted). A graph whose strengths are all 1
  /// carries none. O(nodes + arcs). Undirected graphs without strengths are built on `threads` threads, others on one; the
  /// graph is the same.
  ///
  /// - Parameter memoryLimit: bytes that building may take, the list included; three quarters of the machine's memory unless said otherwise.
  /// - Throws: ``GraphError`` for an end outside the nodes, a strength that is not finite, or more memory than allowed.
  public consuming func makeGraph(
    nodeCount: Int,
    _ direction: Direction,
    threads: Int = 1,
    memoryLimit: Int = MachineMemory.allowance
  ) throws(GraphError) -> Graph {
    guard nodeCount <= Int(Int32.max) else { throw .tooManyNodes(nodeCount) }
    let need = MemoryEstimate.building(
      nodes: nodeCount,
      arcs: count,
      direction,
      weighted: weights != nil
    )
    guard need.fits(in: memoryLimit) else {
      throw .tooMuchMemory(needed: need, limit: memoryLimit)
    }
    try validate(nodeCount: nodeCount)
    if direction == .undirected && weights == nil {
      let builder = UndirectedRows(nodeCount: nodeCount, arcCount: count, threads: threads)
      var (rows, loops, repeats) = builder.build(self)
      let merged = repeats > 0 ? rows.mergeRepeats() : 0
      return Graph(symmetric: Adjacency(rows), loopsDropped: loops, parallelMerged: merged / 2)
    }
    return sorted(nodeCount: nodeCount, direction)
  }

  /// ``makeGraph(nodeCount:_:)`` for arcs that are known to be sound: all ends are nodes, all strengths sums of sound ones.
  consuming func sorted(nodeCount: Int, _ direction: Direction) -> Graph {
    var (rows, loops) = scatter(nodeCount: nodeCount, direction)
    // The list's own columns are released here, before the second sort takes as much again.
    self = ArcList()
    rows = rows.transposed(offsets: direction == .undirected ? rows.offsets : nil)
    let merged = rows.mergeRepeats()
    let out = Adjacency(rows)
    switch direction {
    case .undirected:
      return Graph(symmetric: out, loopsDropped: loops, parallelMerged: merged / 2)
    case .directed:
      return Graph(
        out: out,
        incoming: out.transposed(),
        loopsDropped: loops,
        parallelMerged: merged
      )
    }
  }

  private func validate(nodeCount: Int) throws(GraphError) {
    if !(Self.areBelow(nodeCount, sources) && Self.areBelow(nodeCount, targets)) {
      for arc in 0..<count {
        for end in [sources[arc], targets[arc]] where end < 0 || Int(end) >= nodeCount {
          throw .endOutOfRange(arc: arc, end: end)
        }
      }
    }
    guard let weights else { return }
    for arc in 0..<count where !(abs(weights[arc]) <= Self.largestStrength) {
      throw .weightNotFinite(arc: arc)
    }
  }

  private static func areBelow(_ nodeCount: Int, _ ends: [Int32]) -> Bool {
    // A negative end is beyond every node once it is read without its sign.
    var largest: UInt32 = 0
    for end in ends { largest = max(largest, UInt32(bitPattern: end)) }
    return ends.isEmpty || UInt64(largest) < UInt64(max(0, nodeCount))
  }

  /// First counting sort. Directed: rows by *target* (the second sort turns them round); undirected: rows by either end.
  private func scatter(nodeCount: Int, _ direction: Direction) -> (RowColumns, loops: Int) {
    let isUndirected = direction == .undirected
    var loops = 0
    // While entries are placed, `cursor[v + 1]` is where the next entry of row `v` goes; in the end it is where row `v` ends.
    var cursor = [Int](repeating: 0, count: nodeCount + 2)
    for arc in 0..<count {
      let source = Int(sources[arc])
      let target = Int(targets[arc])
      if source == target {
        loops += 1
        continue
      }
      cursor[target + 2] += 1
      if isUndirected { cursor[source + 2] += 1 }
    }
    for v in 0..<nodeCount { cursor[v + 2] += cursor[v + 1] }
    let entries = cursor[nodeCount + 1]
    var ends: [Int32] = []
    let strengths = weights.map { weights in
      [Double](filling: entries) { strengths, filled in
        ends = place(&cursor, entries, isUndirected) { slot, arc in
          strengths[slot] = weights[arc]
        }
        filled = entries
      }
    }
    if weights == nil { ends = place(&cursor, entries, isUndirected) { _, _ in } }
    cursor.removeLast()
    return (RowColumns(offsets: cursor, ends: ends, weights: strengths), loops)
  }

  /// Puts every arc's far end into its row, and says where it put it.
  @inline(__always)
  private func place(
    _ cursor: inout [Int],
    _ entries: Int,
    _ isUndirected: Bool,
    _ note: (_ slot: Int, _ arc: Int) -> Void
  ) -> [Int32] {
    // The scattered writes are the whole cost: raw pointers, on ends that were validated before.
    [Int32](filling: entries) { ends, filled in
      cursor.withUnsafeMutableBufferPointer { cursor in
        sources.withUnsafeBufferPointer { sources in
          targets.withUnsafeBufferPointer { targets in
            for arc in 0..<sources.count where sources[arc] != targets[arc] {
              let row = Int(targets[arc]) &+ 1
              let slot = cursor[row]
              cursor[row] = slot &+ 1
              ends[slot] = sources[arc]
              note(slot, arc)
              guard isUndirected else { continue }
              let mirrorRow = Int(sources[arc]) &+ 1
              let mirror = cursor[mirrorRow]
              cursor[mirrorRow] = mirror &+ 1
              ends[mirror] = targets[arc]
              note(mirror, arc)
            }
          }
        }
      }
      filled = entries
    }
  }
}

extension Adjacency {
  /// Sorted rows; strengths that are all 1 are left out.
  fileprivate init(_ rows: RowColumns) {
    let isPlain = rows.weights?.allSatisfy { $0 == 1 } ?? true
    self.init(offsets: rows.offsets, targets: rows.ends, weights: isPlain ? nil : rows.weights)
  }
}

extension RowColumns {
  /// Sums neighbouring equal entries of each row in place and returns how many entries went.
  fileprivate mutating func mergeRepeats() -> Int {
    let rowCount = offsets.count - 1
    var repeats = 0
    for row in 0..<rowCount {
      for slot in offsets[row]..<offsets[row + 1]
      where slot > offsets[row] && ends[slot] == ends[slot - 1] {
        repeats += 1
      }
    }
    guard repeats > 0 else { return 0 }
    var strengths = weights ?? [Double](repeating: 1, count: ends.count)
    // Held once only, so that the sums are made in place.
    weights = nil
    var write = 0
    var rowStart = 0
    for row in 0..<rowCount {
      let rowEnd = offsets[row + 1]
      let newStart = write
      for slot in rowStart..<rowEnd {
        if write > newStart && ends[write - 1] == ends[slot] {
          strengths[write - 1] += strengths[slot]
        } else {
          ends[write] = ends[slot]
          strengths[write] = strengths[slot]
          write += 1
        }
      }
      rowStart = rowEnd
      offsets[row + 1] = write
    }
    ends.removeLast(ends.count - write)
    strengths.removeLast(strengths.count - write)
    weights = strengths
    return repeats
  }
}
