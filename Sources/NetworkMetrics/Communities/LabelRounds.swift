import GraphCore
import Synchronization

/// What a node makes of the labels around it, for ``LabelRounds``.
protocol LabelChoice: Sendable {
  /// The label that suits the node best as things stand, its own unless another is better; −1 where it cannot be said without
  /// seeing what others do.
  func choice(of node: Int, _ scratch: MoveScratch.Table) -> Int32

  /// Looks up what the node's choice rests on, and keeps it at a place below ``LabelRounds/together``. Done for some nodes before any of them
  /// chooses, so that many loads are under way at once.
  func fetch(_ node: Int, at place: Int, _ scratch: MoveScratch.Table)

  /// The same as ``choice(of:_:)`` after ``fetch(_:at:_:)``.
  func choice(of node: Int, fetchedAt place: Int, _ scratch: MoveScratch.Table) -> Int32

  /// Books that a node goes from one label to another, in what is kept per label: only for labels of this owner.
  func book(_ node: Int, from: Int32, to: Int32, _ owner: LabelOwner)
}

extension LabelChoice {
  func fetch(_ node: Int, at place: Int, _ scratch: MoveScratch.Table) {}

  @inline(__always)
  func choice(of node: Int, fetchedAt place: Int, _ scratch: MoveScratch.Table) -> Int32 {
    choice(of: node, scratch)
  }
}

/// One of those who keep the books of labels, each of its own.
struct LabelOwner {
  let number: Int
  let count: Int

  /// Whether what is kept of a label is this owner's.
  @inline(__always)
  func keeps(_ label: Int32) -> Bool { Int(label >> 6) % count == number }
}

/// Nodes take labels in parallel, and the same ones on any number of threads.
///
/// The nodes are cut into batches that mix all parts of the graph. The nodes of a batch choose at the same time, all looking at the same
/// labels; then all go where they chose, and the next batch sees it. Few neighbours are in one batch, so that this comes close to one node
/// after the other. A node is asked again only when a neighbour has gone elsewhere since.
///
/// Source: of batches that do not disturb each other, G. Cordasco, L. Gargano, *Community detection via semi-synchronous label
/// propagation algorithms*, BASNA 2010, doi:10.1109/BASNA.2010.5730298; there they are colour classes, exact but dearer.
struct LabelRounds: ~Copyable {
  private let nodeCount: Int
  private let shards: NodeShards
  /// The nodes that go, shard by shard, whence and whither.
  private let movers: UnsafeMutablePointer<Int32>
  private let former: UnsafeMutablePointer<Int32>
  private let chosen: UnsafeMutablePointer<Int32>
  /// Whether a node has reason to be asked.
  private let isWaiting: UnsafeMutablePointer<Atomic<Bool>>
  private let workers: Int
  private let tables: UnsafeMutablePointer<MoveScratch>

  /// Nodes from which on rounds are worth their while.
  static let leastNodes = 1 << 14
  /// Neighbouring numbers that share a batch: rows that lie one behind the other are read as one stretch of memory. On a million nodes
  /// label propagation took .31 s with runs of 16, .24 s with 128 and .23 s with 1024; long ones leave less to share among threads in small graphs.
  private static let run = 256
  /// Nodes whose choices are prepared together.
  static let together = 16
  private static let batches = 16

  /// Whether two nodes choose at the same time.
  @inline(__always)
  static func meet(_ a: Int, _ b: Int) -> Bool { (a / run) % batches == (b / run) % batches }

  /// Everybody waits. 13 bytes per node, and 12 per node and worker.
  init(_ rows: Adjacency, workers: Int) {
    self.workers = workers
    tables = .allocate(capacity: workers)
    for worker in 0..<workers {
      (tables + worker).initialize(to: MoveScratch(labels: rows.nodeCount))
    }
    nodeCount = rows.nodeCount
    shards = NodeShards(rows)
    movers = .allocate(capacity: max(1, nodeCount))
    former = .allocate(capacity: max(1, nodeCount))
    chosen = .allocate(capacity: max(1, nodeCount))
    isWaiting = .allocate(capacity: max(1, nodeCount))
    for v in 0..<nodeCount { (isWaiting + v).initialize(to: Atomic(true)) }
  }

  deinit {
    tables.deinitialize(count: workers)
    tables.deallocate()
    movers.deallocate()
    former.deallocate()
    chosen.deallocate()
    isWaiting.deallocate()
  }

  /// Whether a node has reason to be asked.
  func waits(_ node: Int) -> Bool { isWaiting[node].load(ordering: .relaxed) }

  /// Asks every waiting node once, batch by batch in a seeded order, and returns how many took another label.
  ///
  /// - Parameter everybody: leaves all nodes waiting afterwards: for first sweeps, in which nearly all have changing neighbours, that is cheaper
  ///   than to look who has.
  func sweep<Choice: LabelChoice>(
    _ rows: Adjacency,
    _ labels: UnsafeMutablePointer<Int32>,
    _ choice: Choice,
    everybody: Bool = false,
    _ random: inout RandomStream,
    control: RunControl
  ) -> Int {
    var order = Array(0..<Self.batches)
    random.shuffle(&order)
    var counts = [Int](repeating: 0, count: shards.count)
    var changes = 0
    for batch in order {
      if control.isCancelled { break }
      counts.withUnsafeMutableBufferPointer { counts in
        ask(batch, labels, choice, counts, everybody, control)
        settle(labels, choice, counts, control)
        if !everybody { wake(rows, labels, counts, control) }
      }
      changes += counts.reduce(0, +)
    }
    return changes
  }

  private func ask<Choice: LabelChoice>(
    _ batch: Int,
    _ labels: UnsafeMutablePointer<Int32>,
    _ choice: Choice,
    _ counts: UnsafeMutableBufferPointer<Int>,
    _ everybody: Bool,
    _ control: RunControl
  ) {
    nonisolated(unsafe) let (labels, counts) = (labels, counts)
    nonisolated(unsafe) let (movers, former, chosen) = (movers, former, chosen)
    nonisolated(unsafe) let (isWaiting, tables) = (isWaiting, tables)
    let (shards, stride) = (shards, Self.batches * Self.run)
    let next = Atomic<Int>(0)
    control.forEachShard(workers) { worker in
      let scratch = tables[worker].table
      while !control.isCancelled {
        let shard = next.add(1, ordering: .relaxed).oldValue
        if shard >= shards.count { return }
        let range = shards.range(shard)
        var place = range.lowerBound
        var start = range.lowerBound / stride * stride + batch * Self.run
        while start < range.upperBound {
          let end = min(start + Self.run, range.upperBound)
          var first = max(start, range.lowerBound)
          while first < end {
            let nodes = first..<min(first + Self.together, end)
            for v in nodes where isWaiting[v].load(ordering: .relaxed) {
              choice.fetch(v, at: v - first, scratch)
            }
            for v in nodes where isWaiting[v].load(ordering: .relaxed) {
              let label = choice.choice(of: v, fetchedAt: v - first, scratch)
              // Who cannot tell yet goes on waiting.
              if label < 0 { continue }
              if !everybody { isWaiting[v].store(false, ordering: .relaxed) }
              if label == labels[v] { continue }
              movers[place] = Int32(truncatingIfNeeded: v)
              former[place] = labels[v]
              chosen[place] = label
              place += 1
            }
            first = nodes.upperBound
          }
          start += stride
        }
        counts[shard] = place - range.lowerBound
      }
    }
  }

  /// Lets go who chose to. What is kept per label has one owner, who books in the order of the nodes: the same sums for any number of owners.
  private func settle<Choice: LabelChoice>(
    _ labels: UnsafeMutablePointer<Int32>,
    _ choice: Choice,
    _ counts: UnsafeMutableBufferPointer<Int>,
    _ control: RunControl
  ) {
    nonisolated(unsafe) let (labels, counts) = (labels, counts)
    nonisolated(unsafe) let (movers, former, chosen) = (movers, former, chosen)
    let shards = shards
    let owners = workers
    control.forEachShard(owners) { number in
      let owner = LabelOwner(number: number, count: owners)
      for shard in 0..<shards.count {
        let start = shards.bounds[shard]
        for place in start..<start + counts[shard] {
          let v = Int(movers[place])
          choice.book(v, from: former[place], to: chosen[place], owner)
          if shard % owners == number { labels[v] = chosen[place] }
        }
      }
    }
  }

  /// Wakes the neighbours of those who went, but for those whom they went to.
  private func wake(
    _ rows: Adjacency,
    _ labels: UnsafeMutablePointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<Int>,
    _ control: RunControl
  ) {
    nonisolated(unsafe) let (labels, counts) = (labels, counts)
    nonisolated(unsafe) let (movers, isWaiting) = (movers, isWaiting)
    let shards = shards
    rows.withUnsafeRows { offsets, targets in
      nonisolated(unsafe) let (offsets, targets) = (offsets, targets)
      control.forEachShard(shards.count) { shard in
        let start = shards.bounds[shard]
        for place in start..<start + counts[shard] {
          let v = Int(movers[place])
          let label = labels[v]
          for arc in offsets[v]..<offsets[v + 1] {
            let u = Int(targets[arc])
            if labels[u] != label { isWaiting[u].store(true, ordering: .relaxed) }
          }
        }
      }
    }
  }
}
