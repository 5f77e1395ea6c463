import GraphCore
import Synchronization

/// Counts the triangles at every node of an undirected graph.
///
/// Nodes are numbered by rising degree, and each edge is kept in the row of the end with fewer ties, under the other's number: looking up that
/// number is all that orienting takes, and the hubs, which most rows lead to, stand side by side in every table. A row is a length, its node's
/// number and the far ends, in the order of the graph, packed shard by shard. Every triangle is found once, from its node of lowest number, by
/// marking that node's row in a bit set and going through the rows of the marked. What is found is first listed and then counted, so that no branch has to
/// be guessed.
///
/// Source: as ``OrientedSkeleton``; the numbering by degree: T. Schank, D. Wagner, *Finding, counting and listing all triangles in large graphs*,
/// WEA 2005, doi:10.1007/11427186_54.
final class TriangleCounts: @unchecked Sendable {
  private let rows: Adjacency
  private let shards: NodeShards
  /// The number of each node by (degree, node).
  private let number: UnsafeMutablePointer<Int32>
  /// Where the row of a numbered node begins in `packed`.
  private let start: UnsafeMutablePointer<Int>
  private let packed: UnsafeMutablePointer<Int32>
  /// The longest row.
  private let longest = Atomic<Int>(0)
  private let n: Int

  /// Entries of a row before its far ends.
  private static let heading = 2
  /// How many nodes ahead rows are asked for.
  private static let ahead = 16

  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  init(_ rows: Adjacency, control: RunControl) throws(MetricError) {
    self.rows = rows
    n = rows.nodeCount
    shards = NodeShards(rows)
    let workers = min(control.threads, shards.count)
    try MemoryBudget.require(n, of: 24 + 9 * workers, fixed: 4 * rows.arcCount)
    number = .allocate(capacity: max(1, n))
    start = .allocate(capacity: max(1, n))
    // A shard's place is as if it kept all its arcs; what it does not write takes no memory.
    packed = .allocate(capacity: rows.arcCount + Self.heading * n + 1)
    numberByDegree()
    control.forEachShard(shards.count) { self.pack($0) }
    try control.check()
  }

  deinit {
    number.deallocate()
    start.deallocate()
    packed.deallocate()
  }

  private func numberByDegree() {
    rows.withUnsafeRows { offsets, _ in
      var most = 0
      for v in 0..<n { most = max(most, offsets[v &+ 1] &- offsets[v]) }
      var next = [Int32](repeating: 0, count: most + 2)
      next.withUnsafeMutableBufferPointer { next in
        for v in 0..<n { next[offsets[v &+ 1] &- offsets[v] &+ 1] &+= 1 }
        for degree in 0..<most { next[degree &+ 1] &+= next[degree] }
        for v in 0..<n {
          let degree = offsets[v &+ 1] &- offsets[v]
          number[v] = next[degree]
          next[degree] &+= 1
        }
      }
    }
  }

  /// Where the rows of a shard begin.
  private func place(_ shard: Int) -> Int {
    let first = shards.bounds[shard]
    return rows.offsets[first] + Self.heading * first
  }

  private func pack(_ shard: Int) {
    let (number, start, packed) = (number, start, packed)
    var most = 0
    rows.withUnsafeRows { offsets, targets in
      var place = place(shard)
      for v in shards.range(shard) {
        let own = number[v]
        start[Int(own)] = place
        let first = place &+ Self.heading
        var end = first
        for arc in offsets[v]..<offsets[v &+ 1] {
          let other = number[Int(targets[arc])]
          packed[end] = other
          end &+= other > own ? 1 : 0
        }
        packed[place] = Int32(truncatingIfNeeded: end &- first)
        packed[place &+ 1] = own
        most = max(most, end &- first)
        place = end
      }
    }
    longest.max(most, ordering: .relaxed)
  }

  /// The number of triangles at each node. Only whole numbers are added: nothing depends on who counted what.
  ///
  /// - Throws: ``MetricError/cancelled``.
  func perNode(control: RunControl) throws(MetricError) -> [Int] {
    control.begin("triangles", total: n)
    let workers = max(1, min(control.threads, shards.count))
    let counts = (0..<workers).map { _ in Counters(n) }
    let next = Atomic<Int>(0)
    control.forEachShard(workers) { worker in
      let longest = self.longest.load(ordering: .relaxed)
      let scratch = Counters.Scratch(counts[worker], longestRow: longest)
      while !control.isCancelled {
        let shard = next.add(1, ordering: .relaxed).oldValue
        if shard >= self.shards.count { return }
        self.count(shard, scratch)
        control.advance(by: self.shards.range(shard).count)
      }
    }
    try control.check()
    return [Int](filling: n) { totals, filled in
      nonisolated(unsafe) let totals = totals
      // Nobody can cancel this one: a part left out would leave totals that nothing was written to.
      RunControl(threads: control.threads).forEachShard(self.shards.count) { shard in
        let number = self.number
        for v in self.shards.range(shard) {
          var total = 0
          for own in counts { total &+= own.values[Int(number[v])] }
          totals[v] = total
        }
      }
      filled = n
    }
  }

  /// Finds the triangles whose lowest node is in the shard.
  private func count(_ shard: Int, _ scratch: borrowing Counters.Scratch) {
    let (start, packed) = (start, packed)
    let (counts, marks, found) = (scratch.values, scratch.marks, scratch.found)
    let end = shards.bounds[shard + 1]
    var place = place(shard)
    var (soon, soonPlace) = (shards.bounds[shard], place)
    var touched = scratch.touched[0]
    for v in shards.range(shard) {
      // Rows that lie anywhere are asked for some nodes ahead, for many at once, so that they are there when their turn comes.
      let most = soon &- v <= Self.ahead ? min(v &+ 2 &* Self.ahead, end) : soon
      while soon < most {
        let row = soonPlace &+ Self.heading
        soonPlace = row &+ Int(packed[soonPlace])
        soon &+= 1
        for entry in row..<soonPlace { touched &+= packed[start[Int(packed[entry])]] }
      }
      let length = Int(packed[place])
      let own = Int(packed[place &+ 1])
      let row = UnsafeBufferPointer(start: packed + (place &+ Self.heading), count: length)
      place &+= length &+ Self.heading
      if length < 2 { continue }
      for other in row { marks[Int(other) &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: other) }
      var total = 0
      for other in row {
        let theirs = packed + start[Int(other)]
        let theirEnd = Self.heading &+ Int(theirs[0])
        var hits = 0
        for leg in Self.heading..<theirEnd {
          let third = theirs[leg]
          found[hits] = third
          let mark = marks[Int(third) &>> 6] &>> UInt64(truncatingIfNeeded: third)
          hits &+= Int(truncatingIfNeeded: mark & 1)
        }
        for hit in 0..<hits { counts[Int(found[hit])] &+= 1 }
        counts[Int(other)] &+= hits
        total &+= hits
      }
      counts[own] &+= total
      for other in row { marks[Int(other) &>> 6] = 0 }
    }
    scratch.touched[0] = touched
  }
}

/// One thread's counters.
private final class Counters: @unchecked Sendable {
  let values: UnsafeMutablePointer<Int>
  private let n: Int

  init(_ n: Int) {
    self.n = n
    values = .allocate(capacity: max(1, n))
  }

  deinit { values.deallocate() }

  /// What the thread works with; made by itself, so that it is the one that clears its counters.
  struct Scratch: ~Copyable {
    let values: UnsafeMutablePointer<Int>
    /// A bit per node.
    let marks: UnsafeMutablePointer<UInt64>
    /// Third nodes found on one edge, and one that is not kept.
    let found: UnsafeMutablePointer<Int32>
    /// Keeps the reads ahead from being thought idle.
    let touched: UnsafeMutablePointer<Int32>

    init(_ counters: Counters, longestRow: Int) {
      values = counters.values
      values.initialize(repeating: 0, count: counters.n)
      let words = counters.n / 64 + 1
      marks = .allocate(capacity: words)
      marks.initialize(repeating: 0, count: words)
      found = .allocate(capacity: longestRow + 1)
      touched = .allocate(capacity: 1)
      touched.initialize(to: 0)
    }

    deinit {
      marks.deallocate()
      found.deallocate()
      touched.deallocate()
    }
  }
}
