import GraphCore

extension Graph {
  /// The core number of every node: the largest k such that the node is in a part where everybody has at least k ties inside.
  ///
  /// On the undirected simple skeleton: direction and strength do not count. Isolates have 0. Exact. Nodes with at most k ties left are taken away, k
  /// ascending, and what falls to k on the way goes with them; a list of what remains is gone through once per k. O(nodes + arcs), 12 bytes per node (and the
  /// skeleton of a directed graph).
  ///
  /// Source: S. Seidman, *Network structure and minimum degree*, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X; the peeling by levels: H. Kabir,
  /// K. Madduri, *Parallel k-core decomposition on multicore platforms*, IPDPSW 2017, doi:10.1109/IPDPSW.2017.151.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func coreNumbers(control: RunControl = RunControl()) throws(MetricError) -> [Int] {
    try MemoryBudget.require(nodeCount, of: 48, fixed: isDirected ? 8 * out.arcCount : 0)
    let rows = isDirected ? skeleton().out : out
    var peeling = Peeling(rows)
    control.begin("core_number", total: nodeCount)
    while peeling.remainingCount > 0 {
      try control.check()
      control.advance(by: peeling.peelLevel(rows))
    }
    return peeling.cores
  }
}

/// The ties that every node has left, and the nodes that are left.
private struct Peeling: ~Copyable {
  /// Ties left; of a node that was taken away, its core number.
  private let left: UnsafeMutablePointer<Int32>
  private let remaining: UnsafeMutablePointer<Int32>
  private let falling: UnsafeMutablePointer<Int32>
  private let n: Int
  private(set) var remainingCount: Int
  private var level: Int32 = 0
  /// Keeps the reads ahead from being thought idle.
  private var touched: Int32 = 0
  private static let ahead = 20

  init(_ rows: Adjacency) {
    n = rows.nodeCount
    let room = max(1, n)
    left = .allocate(capacity: room)
    remaining = .allocate(capacity: room)
    // One more than there are nodes: the last write that is not kept.
    falling = .allocate(capacity: room + 1)
    remainingCount = n
    for v in 0..<n {
      left[v] = Int32(rows.degree(of: v))
      remaining[v] = Int32(v)
    }
  }

  deinit {
    left.deallocate()
    remaining.deallocate()
    falling.deallocate()
  }

  var cores: [Int] { (0..<n).map { Int(left[$0]) } }

  /// Takes away all nodes of core ``level`` and goes on to the next; returns how many stood in the list no longer.
  mutating func peelLevel(_ rows: Adjacency) -> Int {
    let before = remainingCount
    let (left, remaining, falling, level) = (left, remaining, falling, level)
    var count = 0
    var kept = 0
    // Below the level stand nodes that fell with an earlier one. Everything is written, and kept by moving on: no branch to guess.
    for place in 0..<before {
      let v = remaining[place]
      let ties = left[Int(v)]
      falling[count] = v
      count &+= ties == level ? 1 : 0
      remaining[kept] = v
      kept &+= ties > level ? 1 : 0
    }
    touched &+= rows.withUnsafeRows { offsets, targets in
      var touched: Int32 = 0
      var next = 0
      while next < count {
        // The row of a node some places on is asked for now, so that it is there when its turn comes.
        if next + Self.ahead < count {
          let soon = Int(falling[next + Self.ahead])
          touched &+= targets[min(offsets[soon], rows.arcCount - 1)]
        }
        let v = Int(falling[next])
        next &+= 1
        var arc = offsets[v]
        let end = offsets[v + 1]
        while arc < end {
          let w = Int(targets[arc])
          arc &+= 1
          let ties = left[w]
          if ties <= level { continue }
          left[w] = ties &- 1
          falling[count] = Int32(truncatingIfNeeded: w)
          count &+= ties &- 1 == level ? 1 : 0
        }
      }
      return touched
    }
    remainingCount = kept
    self.level += 1
    return before - kept
  }
}
