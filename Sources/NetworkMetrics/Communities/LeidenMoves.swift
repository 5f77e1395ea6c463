import GraphCore
import Synchronization

/// How local moving begins.
enum MovingStart {
  /// With what makes clusters quickest: large levels in ``LabelRounds`` first, in which a move may turn out to be none for the better.
  case rounds
  /// With the nodes that gain by moving as things stand: every move improves.
  case gains
}

/// Fast local moving: nodes go, one at a time, to the cluster that gains most, until no node gains by going anywhere.
///
/// A queue holds the nodes whose surroundings changed; when a node moves, its neighbours outside its new cluster go in. Each
/// move adds more than the tolerance to the quality, so this ends. On large levels most of the work is done before in parallel: either by
/// rounds in which nodes that have little to do with each other move together, or by asking all nodes whether they would move as
/// things stand, which leaves only those to the queue.
///
/// Source: V. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, Scientific
/// Reports 9 (2019), doi:10.1038/s41598-019-41695-z, MoveNodesFast; what is done in parallel before is ours.
struct LocalMoving: ~Copyable {
  private let capacity: Int
  private let sizes: UnsafeMutablePointer<Double>
  private let inSizes: UnsafeMutablePointer<Double>
  private let members: UnsafeMutablePointer<Int32>
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>

  /// Rounds go on while more than this share of the nodes moves: few movers are faster one after the other.
  private static let leastMovers = 64
  private static let mostSweeps = 10

  /// A seeded order of the nodes: shuffled runs of close numbers, of single nodes in small graphs.
  static func visitingOrder(_ n: Int, _ random: inout RandomStream) -> [Int32] {
    let run = n < LabelRounds.leastNodes ? 1 : 64
    var order: [Int32] = []
    order.reserveCapacity(n)
    var starts = Array(stride(from: 0, to: n, by: run))
    random.shuffle(&starts)
    for start in starts {
      for v in start..<min(start + run, n) { order.append(Int32(v)) }
    }
    return order
  }

  /// Room for levels of up to `nodeCount` nodes; 25 bytes per node.
  init(nodeCount: Int) {
    capacity = max(1, nodeCount)
    sizes = .allocate(capacity: capacity)
    inSizes = .allocate(capacity: capacity)
    members = .allocate(capacity: capacity)
    queue = .allocate(capacity: capacity)
    isQueued = .allocate(capacity: capacity)
  }

  deinit {
    sizes.deallocate()
    inSizes.deallocate()
    members.deallocate()
    queue.deallocate()
    isQueued.deallocate()
  }

  /// Moves nodes in `clusterOf`, whose labels lie below the number of nodes, and returns how many moves were made.
  ///
  /// `order` is a permutation of the nodes. Fixed members are for `gains` only.
  ///
  /// - Throws: ``MetricError/cancelled``.
  func run(
    _ level: borrowing ClusterLevel,
    _ clusterOf: inout [Int32],
    order: [Int32],
    start: MovingStart,
    _ random: inout RandomStream,
    control: RunControl
  ) throws(MetricError) -> Int {
    let n = level.nodeCount
    guard n > 0 else { return 0 }
    precondition(n <= capacity && clusterOf.count == n, "room for the level")
    let isFixed = level.isFixed
    let rows = level.rows
    let moves = level.withMoveTables(
      &clusterOf,
      sizes: sizes,
      inSizes: inSizes,
      members: members
    ) { tables in
      tables.sumClusters()
      if n < LabelRounds.leastNodes {
        let waiting = enqueue(order, isFixed) { _ in true }
        return sequentially(tables, waiting: waiting, control: control)
      }
      switch start {
      case .gains:
        let movers = whoWouldMove(tables, control: control)
        let waiting = enqueue(order, isFixed) { movers[$0] }
        return sequentially(tables, waiting: waiting, control: control)
      case .rounds:
        precondition(isFixed.isEmpty, "rounds move everybody")
        let rounds = LabelRounds(rows, workers: control.threads)
        var early = 0
        var sweeps = 0
        while sweeps < Self.mostSweeps && !control.isCancelled {
          let changes = rounds.sweep(
            rows,
            tables.clusterOf,
            tables,
            everybody: sweeps == 0,
            &random,
            control: control
          )
          early += changes
          sweeps += 1
          if changes < n / Self.leastMovers { break }
        }
        let waiting = enqueue(order, isFixed) { rounds.waits($0) }
        return early + sequentially(tables, waiting: waiting, control: control)
      }
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

  /// The queue worked off, one node after the other.
  private func sequentially(_ tables: MoveTables, waiting: Int, control: RunControl) -> Int {
    var empty: [Int32] = []
    for c in stride(from: tables.nodeCount - 1, through: 0, by: -1) where members[c] == 0 {
      empty.append(Int32(c))
    }
    let scratch = MoveScratch(labels: tables.nodeCount)
    return tables.drain(
      queue: queue,
      isQueued: isQueued,
      waiting: waiting,
      &empty,
      scratch,
      control: control
    )
  }

  /// Asks every node, all looking at the same clusters.
  private func whoWouldMove(_ tables: MoveTables, control: RunControl) -> [Bool] {
    let n = tables.nodeCount
    return [Bool](filling: n) { buffer, count in
      buffer.initialize(repeating: false)
      count = n
      nonisolated(unsafe) let results = buffer
      let next = Atomic<Int>(0)
      let stretch = 4096
      control.forEachShard(min(control.threads, (n + stretch - 1) / stretch)) { _ in
        let scratch = MoveScratch(labels: n)
        while !control.isCancelled {
          let begin = next.add(stretch, ordering: .relaxed).oldValue
          if begin >= n { return }
          for v in begin..<min(begin + stretch, n) { results[v] = tables.wouldMove(v, scratch) }
        }
      }
    }
  }
}
