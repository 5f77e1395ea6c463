import GraphCore

/// Borgatti's distance-weighted fragmentation of what remains without the players.
///
/// All searches run at once: row v holds, as bits, the nodes that v has reached so far; a step ors the rows of its neighbours in.
struct FragmentationJudge: KeyPlayerJudge {
  let nodeCount: Int
  private let words: Int
  private let rows: Adjacency

  struct Scratch {
    var reached: [UInt64]
    var next: [UInt64]
    var isGone: [Bool]
  }

  init(_ graph: Graph) throws(MetricError) {
    nodeCount = graph.nodeCount
    words = (graph.nodeCount + 63) / 64
    rows = graph.unweighted().out
    try MemoryBudget.require(nodeCount, of: 16 * words * 4)
  }

  func makeScratch() -> Scratch {
    let empty = [UInt64](repeating: 0, count: nodeCount * words)
    return Scratch(
      reached: empty,
      next: empty,
      isGone: [Bool](repeating: false, count: nodeCount)
    )
  }

  func value(_ players: [Int], _ scratch: inout Scratch) -> Double {
    for v in players { scratch.isGone[v] = true }
    defer { for v in players { scratch.isGone[v] = false } }
    let remaining = nodeCount - players.count
    guard remaining > 1 else { return 1 }
    let gone = scratch.isGone
    return scratch.reached.withUnsafeMutableBufferPointer { first in
      scratch.next.withUnsafeMutableBufferPointer { second in
        var (now, then) = (first.baseAddress!, second.baseAddress!)
        for v in 0..<nodeCount {
          for word in 0..<words { now[v * words + word] = 0 }
          now[v * words + v >> 6] |= gone[v] ? 0 : 1 << UInt64(v & 63)
        }
        var sum = 0.0
        var pairs = remaining
        var steps = 0
        while true {
          steps += 1
          var reached = 0
          for v in 0..<nodeCount where !gone[v] {
            for word in 0..<words { then[v * words + word] = now[v * words + word] }
            for target in rows[v] where !gone[Int(target)] {
              for word in 0..<words {
                then[v * words + word] |= now[Int(target) * words + word]
              }
            }
            for word in 0..<words { reached += then[v * words + word].nonzeroBitCount }
          }
          if reached == pairs { break }
          sum += Double(reached - pairs) / Double(steps)
          pairs = reached
          swap(&now, &then)
        }
        return 1 - sum / (Double(remaining) * Double(remaining - 1))
      }
    }
  }

  /// No `count` nodes fragment more than this: they take at most their own ties with them, all others stay at distance 1.
  func bound(_ count: Int, _ graph: Graph) -> Double {
    let remaining = Double(nodeCount - count)
    let taken = graph.degree().sorted(by: >).prefix(count).reduce(0, +)
    let arcs = graph.out.arcCount - (graph.isDirected ? taken : 2 * taken)
    return 1 - Double(max(0, arcs)) / (remaining * (remaining - 1))
  }
}

/// How near the players are to everybody.
struct ReachJudge: KeyPlayerJudge {
  let nodeCount: Int
  /// Row v: steps from v to every node, `UInt16.max` where there is no way.
  private let distance: [UInt16]

  typealias Scratch = [UInt16]

  init(_ graph: Graph, control: RunControl) throws(MetricError) {
    let n = graph.nodeCount
    try MemoryBudget.require(n, of: 2 * n)
    guard n < Int(UInt16.max) else {
      throw .notDefined(reason: "key players by reach are searched among fewer than 65535 nodes")
    }
    nodeCount = n
    let rows = graph.out
    var table = [UInt16](repeating: .max, count: n * n)
    let shards = max(1, min(64, n))
    table.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let table = buffer
      control.forEachShard(shards) { shard in
        var search = BreadthFirstSearch(nodeCount: n)
        for v in (shard * n / shards)..<((shard + 1) * n / shards) {
          if control.isCancelled { return }
          rows.withUnsafeRows { search.run(from: v, offsets: $0, targets: $1) }
          for place in 0..<search.reached {
            let u = Int(search.order[place])
            table[v * n + u] = UInt16(search.distance[u])
          }
        }
      }
    }
    try control.check()
    distance = table
  }

  func makeScratch() -> Scratch { [] }

  func value(_ players: [Int], _ scratch: inout Scratch) -> Double {
    var sum = 0.0
    for j in 0..<nodeCount { sum += Self.worth(nearest(players, j)) }
    return sum / Double(nodeCount)
  }

  /// The value of `players` plus the largest gains that single nodes would still add to it, as many as there are players.
  func bound(_ players: [Int]) -> Double {
    var scratch: Scratch = []
    let value = value(players, &scratch)
    let near = (0..<nodeCount).map { nearest(players, $0) }
    let gains = (0..<nodeCount).map { v in
      var gain = 0.0
      for j in 0..<nodeCount where distance[v * nodeCount + j] < near[j] {
        gain += Self.worth(distance[v * nodeCount + j]) - Self.worth(near[j])
      }
      return gain / Double(nodeCount)
    }
    return min(1, value + gains.sorted(by: >).prefix(players.count).reduce(0, +))
  }

  private func nearest(_ players: [Int], _ j: Int) -> UInt16 {
    var least = UInt16.max
    for v in players { least = min(least, distance[v * nodeCount + j]) }
    return least
  }

  /// 1/d, 1 for the player itself and 0 for the unreachable.
  private static func worth(_ steps: UInt16) -> Double {
    steps == .max ? 0 : 1 / Double(max(1, steps))
  }
}
