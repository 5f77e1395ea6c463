import GraphCore

extension Graph {
  /// The core number of every node: the largest k such that the node is in a part where everybody has at least k ties inside.
  ///
  /// On the undirected simple skeleton: direction and strength do not count. Isolates have 0. Exact, and unique: the number of threads changes
  /// nothing. Nodes with at most k ties left are taken away, k ascending, and what falls to k on the way goes with them; what remains is gone through
  /// once per k. O(nodes + arcs), 24 bytes per node (and the skeleton of a directed graph).
  ///
  /// Source: S. Seidman, *Network structure and minimum degree*, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X; the peeling by levels: H. Kabir,
  /// K. Madduri, *Parallel k-core decomposition on multicore platforms*, IPDPSW 2017, doi:10.1109/IPDPSW.2017.151. Theirs counts down with atomic
  /// operations; here every thread counts for a section of the nodes, and of a falling node's row it reads what lies in its section.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func coreNumbers(control: RunControl = RunControl()) throws(MetricError) -> [Int] {
    try MemoryBudget.require(nodeCount, of: 48, fixed: isDirected ? 8 * out.arcCount : 0)
    let rows = isDirected ? skeleton().out : out
    let peeling = Peeling(rows, threads: control.threads)
    control.begin("core_number", total: nodeCount)
    var level: Int32 = 0
    while peeling.remainingCount > 0 {
      let before = peeling.remainingCount
      peeling.beginLevel(level)
      while peeling.hasFalling {
        try control.check()
        peeling.peelRound(level)
      }
      try control.check()
      control.advance(by: before - peeling.remainingCount)
      level += 1
    }
    return peeling.cores
  }
}

/// The ties that every node has left, and the nodes that are left.
///
/// Nodes are cut into sections, one per thread, which alone writes what belongs to them: that makes sharing this object right.
private final class Peeling: @unchecked Sendable {
  private let rows: Adjacency
  private let sectionCount: Int
  /// Where each section begins, and the end of the last.
  private let bounds: [Int]
  /// Ties left; of a node that was taken away, its core number.
  private let left: UnsafeMutablePointer<Int32>
  /// The nodes that are left, those of a section from where it begins.
  private let remaining: UnsafeMutablePointer<Int32>
  /// Nodes that fell at this level, in the order in which they are taken away.
  private let falling: UnsafeMutablePointer<Int32>
  private var fallingCount = 0
  private var done = 0
  /// What falls in one round, section by section.
  private let fresh: UnsafeMutablePointer<Int32>
  /// Per section: how many nodes are left, and how many fell in this round.
  private let kept: UnsafeMutablePointer<Int>
  private let fell: UnsafeMutablePointer<Int>
  /// Per section: where the rows of a block begin and end, and what keeps fetching them from being thought idle.
  private let blocks: UnsafeMutablePointer<Int>
  private let touched: UnsafeMutablePointer<Int32>

  /// Fewer falling nodes than this are not worth waking other threads for.
  private static let roundSize = 2_048
  /// Nodes that one thread takes away before it is asked whether to go on.
  private static let pause = 1 << 18
  /// Rows that are fetched together.
  private static let blockSize = 64

  init(_ rows: Adjacency, threads: Int) {
    self.rows = rows
    let n = rows.nodeCount
    sectionCount = max(1, min(threads, 16, n / 4_096))
    bounds = Self.cut(rows, sectionCount)
    // One more per section than there are nodes: the last write that is not kept.
    let room = n + sectionCount
    left = .allocate(capacity: room)
    remaining = .allocate(capacity: room)
    falling = .allocate(capacity: room)
    fresh = .allocate(capacity: room)
    kept = .allocate(capacity: sectionCount)
    fell = .allocate(capacity: sectionCount)
    blocks = .allocate(capacity: 2 * Self.blockSize * sectionCount)
    touched = .allocate(capacity: sectionCount)
    kept.initialize(repeating: 0, count: sectionCount)
    fell.initialize(repeating: 0, count: sectionCount)
    touched.initialize(repeating: 0, count: sectionCount)
    inSections { section in
      let (left, remaining) = (self.left, self.remaining)
      rows.withUnsafeRows { offsets, _ in
        for v in self.bounds[section]..<self.bounds[section + 1] {
          left[v] = Int32(truncatingIfNeeded: offsets[v &+ 1] &- offsets[v])
          remaining[v] = Int32(truncatingIfNeeded: v)
        }
      }
      self.kept[section] = self.bounds[section + 1] - self.bounds[section]
    }
  }

  deinit {
    left.deallocate()
    remaining.deallocate()
    falling.deallocate()
    fresh.deallocate()
    kept.deallocate()
    fell.deallocate()
    blocks.deallocate()
    touched.deallocate()
  }

  /// Stretches with about as many arcs each.
  private static func cut(_ rows: Adjacency, _ count: Int) -> [Int] {
    var bounds = [0]
    for v in 0..<rows.nodeCount where bounds.count < count {
      if rows.offsets[v] * count >= rows.arcCount * bounds.count { bounds.append(v) }
    }
    while bounds.count <= count { bounds.append(rows.nodeCount) }
    return bounds
  }

  /// Nodes that no level has taken so far.
  var remainingCount: Int { (0..<sectionCount).reduce(0) { $0 + kept[$1] } }

  /// Whether nodes that fell have not been taken away yet.
  var hasFalling: Bool { done < fallingCount }

  /// The core numbers, once nothing remains.
  var cores: [Int] {
    let n = rows.nodeCount
    return [Int](filling: n) { cores, filled in
      nonisolated(unsafe) let cores = cores
      inSections { section in
        let left = self.left
        for v in self.bounds[section]..<self.bounds[section + 1] { cores[v] = Int(left[v]) }
      }
      filled = n
    }
  }

  /// Lists the nodes with exactly `level` ties left, and keeps those with more. Below stand nodes that fell with an earlier one.
  func beginLevel(_ level: Int32) {
    (fallingCount, done) = (0, 0)
    inSections(alone: remainingCount < 8 * Self.roundSize) { section in
      let left = self.left
      let own = self.remaining + self.bounds[section]
      let fresh = self.fresh + (self.bounds[section] + section)
      var (count, kept) = (0, 0)
      // Everything is written, and kept by moving on: no branch to guess.
      for place in 0..<self.kept[section] {
        let v = own[place]
        let ties = left[Int(v)]
        fresh[count] = v
        count &+= ties == level ? 1 : 0
        own[kept] = v
        kept &+= ties > level ? 1 : 0
      }
      self.kept[section] = kept
      self.fell[section] = count
    }
    gather()
  }

  /// Takes away the nodes that fell so far, and lists those that fall with them.
  func peelRound(_ level: Int32) {
    if sectionCount == 1 || fallingCount - done < Self.roundSize {
      peelAlone(level)
      return
    }
    let round = done..<fallingCount
    done = fallingCount
    inSections { self.peel(round, of: $0, level) }
    gather()
  }

  /// Puts what fell in a round behind what fell before.
  private func gather() {
    for section in 0..<sectionCount {
      (falling + fallingCount).update(
        from: fresh + (bounds[section] + section),
        count: fell[section]
      )
      fallingCount += fell[section]
    }
  }

  /// Counts down the neighbours in one section of the nodes in `round`.
  private func peel(_ round: Range<Int>, of section: Int, _ level: Int32) {
    let left = left
    let fresh = fresh + (bounds[section] + section)
    let (low, high) = (Int32(bounds[section]), bounds[section + 1])
    let isLast = high == rows.nodeCount
    let end = Int32(clamping: high)
    let block = blocks + 2 * Self.blockSize * section
    fell[section] = rows.withUnsafeRows { offsets, targets in
      var count = 0
      @inline(__always)
      func countDown(_ w: Int) {
        let ties = left[w]
        left[w] = ties &- (ties > level ? 1 : 0)
        fresh[count] = Int32(truncatingIfNeeded: w)
        count &+= ties &- 1 == level ? 1 : 0
      }
      var place = round.lowerBound
      while place < round.upperBound {
        let size = min(Self.blockSize, round.upperBound &- place)
        touched[section] &+= fetch(place..<place &+ size, offsets, targets, into: block)
        place &+= size
        for row in 0..<size {
          let first = block[2 &* row]
          let last = block[2 &* row &+ 1]
          if isLast {
            // The end of the row, backwards.
            var arc = last
            while arc > first, targets[arc &- 1] >= low {
              arc &-= 1
              countDown(Int(targets[arc]))
            }
          } else {
            var arc = low == 0 ? first : Self.first(of: low, in: first..<last, targets)
            while arc < last, targets[arc] < end {
              countDown(Int(targets[arc]))
              arc &+= 1
            }
          }
        }
      }
      return count
    }
  }

  /// Notes where the rows of some falling nodes begin and end, and reads at both places: the rows lie anywhere, and so many are waited for at
  /// once. What is returned only keeps that from being thought idle.
  @inline(__always)
  private func fetch(
    _ places: Range<Int>,
    _ offsets: UnsafePointer<Int>,
    _ targets: UnsafePointer<Int32>,
    into block: UnsafeMutablePointer<Int>
  ) -> Int32 {
    let falling = falling + places.lowerBound
    for place in 0..<places.count {
      let v = Int(falling[place])
      block[2 &* place] = offsets[v]
      block[2 &* place &+ 1] = offsets[v &+ 1]
    }
    // A node without ties may stand at the very end.
    let lastArc = max(0, rows.arcCount &- 1)
    var touched: Int32 = 0
    for place in 0..<places.count {
      touched &+= targets[min(block[2 &* place], lastArc)]
      touched &+= targets[max(0, block[2 &* place &+ 1] &- 1)]
    }
    return touched
  }

  /// The first arc of a row that leads to `low` or beyond.
  private static func first(
    of low: Int32,
    in row: Range<Int>,
    _ targets: UnsafePointer<Int32>
  ) -> Int {
    var (begin, end) = (row.lowerBound, row.upperBound)
    while begin < end {
      let middle = begin &+ (end &- begin) / 2
      if targets[middle] < low { begin = middle &+ 1 } else { end = middle }
    }
    return begin
  }

  /// Takes away falling nodes on this thread, until none are left or so many that others should help, or for a while.
  private func peelAlone(_ level: Int32) {
    let (left, falling) = (left, falling)
    let most = sectionCount == 1 ? Int.max : Self.roundSize
    let pause = done + Self.pause
    var (next, count) = (done, fallingCount)
    rows.withUnsafeRows { offsets, targets in
      while next < count && count &- next < most && next < pause {
        let size = min(Self.blockSize, count &- next)
        touched[0] &+= fetch(next..<next &+ size, offsets, targets, into: blocks)
        next &+= size
        for row in 0..<size {
          for arc in blocks[2 &* row]..<blocks[2 &* row &+ 1] {
            let w = Int(targets[arc])
            let ties = left[w]
            left[w] = ties &- (ties > level ? 1 : 0)
            falling[count] = Int32(truncatingIfNeeded: w)
            count &+= ties &- 1 == level ? 1 : 0
          }
        }
      }
    }
    (done, fallingCount) = (next, count)
  }

  /// Runs `body` once per section, each on a thread of its own unless `alone`.
  ///
  /// Nobody can cancel this: the columns of a section left out would hold whatever was in memory.
  private func inSections(alone: Bool = false, _ body: @Sendable (_ section: Int) -> Void) {
    RunControl(threads: alone ? 1 : sectionCount).forEachShard(sectionCount, body)
  }
}
