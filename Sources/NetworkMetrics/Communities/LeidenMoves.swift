import GraphCore
import Synchronization

/// Fast local moving: nodes go, one at a time, to the cluster that gains most, until no node gains by going anywhere.
///
/// A queue holds the nodes whose surroundings changed; when a node moves, its neighbours outside its new cluster go in. Each
/// move adds more than the tolerance to the quality, so this ends. Large levels are moved in three steps, the first two in parallel:
///
/// 1. The nodes are cut into stretches, each with the clusters whose name (their first member) lies in it. A stretch moves
///    its own nodes among its own clusters, and sees the rest as it was: no two stretches write to, or read from, one place.
/// 2. Every node says whether it would move, all looking at the same state.
/// 3. Those that would are moved one after the other.
///
/// Source: V. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, Scientific
/// Reports 9 (2019), doi:10.1038/s41598-019-41695-z, MoveNodesFast; the three steps are ours.
struct LocalMoving: ~Copyable {
  private let capacity: Int
  private let sizes: UnsafeMutablePointer<Double>
  private let inSizes: UnsafeMutablePointer<Double>
  private let members: UnsafeMutablePointer<Int32>
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>
  private let frozen: UnsafeMutablePointer<Int32>

  /// The stretches of a level; one where it is so small that it is moved by the third step alone.
  static func windows(_ nodeCount: Int) -> [Range<Int>] {
    let count = nodeCount < 1 << 14 ? 1 : 16
    return (0..<count).map { ($0 * nodeCount / count)..<(($0 + 1) * nodeCount / count) }
  }

  /// A seeded order within each window of the nodes: shuffled runs of close numbers, of single nodes in small graphs.
  static func visitingOrder(_ n: Int, _ random: inout RandomStream) -> [Int32] {
    let windows = windows(n)
    let run = windows.count == 1 ? 1 : 64
    var order: [Int32] = []
    order.reserveCapacity(n)
    for window in windows {
      var starts = Array(stride(from: window.lowerBound, to: window.upperBound, by: run))
      random.shuffle(&starts)
      for start in starts {
        for v in start..<min(start + run, window.upperBound) { order.append(Int32(v)) }
      }
    }
    return order
  }

  /// Room for levels of up to `nodeCount` nodes; 29 bytes per node.
  init(nodeCount: Int) {
    capacity = max(1, nodeCount)
    sizes = .allocate(capacity: capacity)
    inSizes = .allocate(capacity: capacity)
    members = .allocate(capacity: capacity)
    queue = .allocate(capacity: capacity)
    isQueued = .allocate(capacity: capacity)
    frozen = .allocate(capacity: capacity)
  }

  deinit {
    sizes.deallocate()
    inSizes.deallocate()
    members.deallocate()
    queue.deallocate()
    isQueued.deallocate()
    frozen.deallocate()
  }

  /// Moves nodes in `clusterOf`, whose labels are first members before, and returns how many moves were made.
  ///
  /// `order` is a permutation of the nodes, each of the ``windows(_:)`` by itself.
  ///
  /// - Throws: ``MetricError/cancelled``.
  func run(
    _ level: borrowing ClusterLevel,
    _ clusterOf: inout [Int32],
    order: [Int32],
    control: RunControl
  ) throws(MetricError) -> Int {
    let n = level.nodeCount
    guard n > 0 else { return 0 }
    precondition(n <= capacity && clusterOf.count == n, "room for the level")
    let isFixed = level.isFixed
    let moves = level.withMoveTables(
      &clusterOf,
      sizes: sizes,
      inSizes: inSizes,
      members: members
    ) { tables in
      tables.sumClusters()
      let windows = Self.windows(n)
      guard windows.count > 1 else {
        let waiting = enqueue(order, isFixed) { _ in true }
        return sequentially(tables, waiting: waiting, control: control)
      }
      let early = inStretches(tables, windows, order, isFixed, control: control)
      let movers = whoWouldMove(tables, control: control)
      let waiting = enqueue(order, isFixed) { movers[$0] }
      return early + sequentially(tables, waiting: waiting, control: control)
    }
    try control.check()
    return moves
  }

  /// Puts the chosen nodes that are not fixed into the queue, in order.
  private func enqueue(_ order: [Int32], _ isFixed: [Bool], _ chosen: (Int) -> Bool) -> Int {
    var waiting = 0
    for v in order {
      isQueued[Int(v)] = chosen(Int(v))
      if !isQueued[Int(v)] { continue }
      if !isFixed.isEmpty && isFixed[Int(v)] { continue }
      queue[waiting] = v
      waiting += 1
    }
    // A fixed node counts as waiting all the time, so that nobody queues it.
    for v in isFixed.indices where isFixed[v] { isQueued[v] = true }
    return waiting
  }

  /// The third step, or all of it.
  private func sequentially(_ tables: MoveTables, waiting: Int, control: RunControl) -> Int {
    var empty: [Int32] = []
    for c in stride(from: tables.nodeCount - 1, through: 0, by: -1) where members[c] == 0 {
      empty.append(Int32(c))
    }
    var scratch = MoveScratch(labels: tables.nodeCount)
    return tables.drain(
      queue: queue,
      isQueued: isQueued,
      window: 0..<tables.nodeCount,
      waiting: waiting,
      frozen: nil,
      &empty,
      &scratch,
      control: control
    )
  }

  /// The first step. Returns the number of moves.
  private func inStretches(
    _ tables: MoveTables,
    _ windows: [Range<Int>],
    _ order: [Int32],
    _ isFixed: [Bool],
    control: RunControl
  ) -> Int {
    frozen.update(from: tables.clusterOf, count: tables.nodeCount)
    var moves = [Int](repeating: 0, count: windows.count)
    moves.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      nonisolated(unsafe) let (queue, isQueued, frozen) = (queue, isQueued, frozen)
      control.forEachShard(windows.count) { stretch in
        let window = windows[stretch]
        var waiting = 0
        // A node in a cluster of another stretch stays where it is and counts as waiting, so that nobody queues it.
        for v in window { isQueued[v] = true }
        for v in order[window] where window.contains(Int(frozen[Int(v)])) {
          if !isFixed.isEmpty && isFixed[Int(v)] { continue }
          queue[window.lowerBound + waiting] = v
          waiting += 1
        }
        var empty: [Int32] = []
        for c in window.reversed() where tables.members[c] == 0 { empty.append(Int32(c)) }
        var scratch = MoveScratch(labels: window.count)
        results[stretch] = tables.drain(
          queue: queue + window.lowerBound,
          isQueued: isQueued,
          window: window,
          waiting: waiting,
          frozen: frozen,
          &empty,
          &scratch,
          control: control
        )
      }
    }
    return moves.reduce(0, +)
  }

  /// The second step.
  private func whoWouldMove(_ tables: MoveTables, control: RunControl) -> [Bool] {
    let n = tables.nodeCount
    return [Bool](unsafeUninitializedCapacity: n) { buffer, count in
      buffer.initialize(repeating: false)
      count = n
      nonisolated(unsafe) let results = buffer
      let next = Atomic<Int>(0)
      let stretch = 4096
      control.forEachShard(min(control.threads, (n + stretch - 1) / stretch)) { _ in
        var scratch = MoveScratch(labels: n)
        while !control.isCancelled {
          let begin = next.add(stretch, ordering: .relaxed).oldValue
          if begin >= n { return }
          for v in begin..<min(begin + stretch, n) { results[v] = tables.wouldMove(v, &scratch) }
        }
      }
    }
  }
}
