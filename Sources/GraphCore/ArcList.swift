/// Why arcs could not become a graph.
public enum GraphError: Error, Equatable, Sendable {
  /// An end is not in `0 ..< nodeCount`; `arc` is its position in the list.
  case endOutOfRange(arc: Int, end: Int32)
  /// A strength is infinite or not a number.
  case weightNotFinite(arc: Int)
  /// More nodes than `Int32` can number.
  case tooManyNodes(Int)
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
/// needs at most twice the memory of the finished graph (plus 8 bytes per node).
public struct ArcList: Sendable {
  /// One source per arc.
  public private(set) var sources: [Int32] = []
  /// One target per arc.
  public private(set) var targets: [Int32] = []
  /// One strength per arc, or `nil` while every strength is 1.
  public private(set) var weights: [Double]?

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
    if weights == nil && weight != 1 { weights = [Double](repeating: 1, count: count) }
    sources.append(source)
    targets.append(target)
    weights?.append(weight)
  }

  /// Sorts the arcs into a simple graph: loops are dropped, parallel arcs merge by summing their strengths (in the
  /// order given; without weights each arc counts 1, so that repeats make the graph weighted). O(nodes + arcs).
  ///
  /// - Throws: ``GraphError`` for an end outside the nodes or a strength that is not finite.
  public consuming func makeGraph(
    nodeCount: Int,
    _ direction: Direction
  ) throws(GraphError) -> Graph {
    guard nodeCount <= Int(Int32.max) else { throw .tooManyNodes(nodeCount) }
    try validate(nodeCount: nodeCount)
    var rows = scatter(nodeCount: nodeCount, direction)
    let loops = rows.loops
    // The list's own columns are released here, before the second sort takes as much again.
    self = ArcList()
    rows.sortBySecondTranspose(direction)
    let merged = rows.mergeRepeats()
    let out = Adjacency(offsets: rows.offsets, targets: rows.ends, weights: rows.weights)
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
    for arc in 0..<count {
      for end in [sources[arc], targets[arc]] where end < 0 || Int(end) >= nodeCount {
        throw .endOutOfRange(arc: arc, end: end)
      }
      if let weights, !weights[arc].isFinite { throw .weightNotFinite(arc: arc) }
    }
  }

  /// First counting sort. Directed: rows by *target* (the second sort turns them round); undirected: rows by either end.
  private func scatter(nodeCount: Int, _ direction: Direction) -> UnsortedRows {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    var loops = 0
    for arc in 0..<count {
      let source = Int(sources[arc])
      let target = Int(targets[arc])
      if source == target {
        loops += 1
        continue
      }
      starts[target + 1] += 1
      if direction == .undirected { starts[source + 1] += 1 }
    }
    for v in 0..<nodeCount { starts[v + 1] += starts[v] }
    var cursor = starts
    var ends = [Int32](repeating: 0, count: starts[nodeCount])
    var strengths = weights.map { _ in [Double](repeating: 0, count: starts[nodeCount]) }
    for arc in 0..<count where sources[arc] != targets[arc] {
      let slot = cursor[Int(targets[arc])]
      cursor[Int(targets[arc])] = slot + 1
      ends[slot] = sources[arc]
      if let weights { strengths?[slot] = weights[arc] }
      if direction == .undirected {
        let mirror = cursor[Int(sources[arc])]
        cursor[Int(sources[arc])] = mirror + 1
        ends[mirror] = targets[arc]
        if let weights { strengths?[mirror] = weights[arc] }
      }
    }
    return UnsortedRows(offsets: starts, ends: ends, weights: strengths, loops: loops)
  }
}

/// Rows half-way through the building of a graph.
private struct UnsortedRows {
  var offsets: [Int]
  var ends: [Int32]
  var weights: [Double]?
  let loops: Int

  /// Second counting sort: read row after row, every entry lands at its far end, which leaves the new rows ascending and
  /// repeats in the order they were given.
  mutating func sortBySecondTranspose(_ direction: Direction) {
    let n = offsets.count - 1
    var starts: [Int]
    switch direction {
    case .undirected:
      starts = offsets
    case .directed:
      starts = [Int](repeating: 0, count: n + 1)
      for end in ends { starts[Int(end) + 1] += 1 }
      for v in 0..<n { starts[v + 1] += starts[v] }
    }
    var cursor = starts
    var sorted = [Int32](repeating: 0, count: ends.count)
    var strengths = weights.map { [Double](repeating: 0, count: $0.count) }
    for v in 0..<n {
      for slot in offsets[v]..<offsets[v + 1] {
        let place = cursor[Int(ends[slot])]
        cursor[Int(ends[slot])] = place + 1
        sorted[place] = Int32(v)
        if let weights { strengths?[place] = weights[slot] }
      }
    }
    offsets = starts
    ends = sorted
    weights = strengths
  }

  /// Sums neighbouring equal entries of each row in place and returns how many entries went.
  mutating func mergeRepeats() -> Int {
    let n = offsets.count - 1
    var repeats = 0
    for v in 0..<n {
      for slot in offsets[v]..<offsets[v + 1]
      where slot > offsets[v] && ends[slot] == ends[slot - 1] {
        repeats += 1
      }
    }
    guard repeats > 0 else { return 0 }
    var strengths = weights ?? [Double](repeating: 1, count: ends.count)
    var write = 0
    var rowStart = 0
    for v in 0..<n {
      let rowEnd = offsets[v + 1]
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
      offsets[v + 1] = write
    }
    ends.removeLast(ends.count - write)
    strengths.removeLast(strengths.count - write)
    weights = strengths
    return repeats
  }
}
