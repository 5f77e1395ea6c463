import GraphCore
import Synchronization

/// Trees of nodes that are known to hang together, grown by several threads at once.
///
/// Every node points to itself or to a lower node, so a tree's root is its lowest node, whoever came first. A root is hung under another by a
/// compare-and-exchange, of which there are fewer than nodes; everything else is reading, or shortens a way.
///
/// Source: M. Sutton, T. Ben-Nun, A. Barak, *Optimizing parallel graph connectivity computation via subgraph sampling*, IPDPS 2018,
/// doi:10.1109/IPDPS.2018.00012.
final class LinkedForest: @unchecked Sendable {
  private let parent: UnsafeMutablePointer<Atomic<Int32>>
  private let nodeCount: Int
  /// Stretches of nodes that threads take in turn.
  private let shards: Int

  /// Ties of every node that are followed before the large component is looked for.
  private static let sampledTies = 2
  /// Nodes that are asked which component is large.
  private static let sampledNodes = 1_024

  /// Every node alone.
  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    shards = max(1, min(64, nodeCount / 8_192))
    parent = .allocate(capacity: max(1, nodeCount))
    for v in 0..<nodeCount {
      (parent + v).initialize(to: Atomic(Int32(truncatingIfNeeded: v)))
    }
  }

  deinit {
    parent.deinitialize(count: nodeCount)
    parent.deallocate()
  }

  /// Follows the first ties of every node, and shortens all ways to the root.
  func linkSample(_ rows: Adjacency, _ control: RunControl) {
    control.forEachShard(shards) { shard in
      rows.withUnsafeRows { offsets, targets in
        for v in self.range(shard) {
          let row = offsets[v]..<offsets[v &+ 1]
          for arc in row.prefix(Self.sampledTies) { self.link(v, Int(targets[arc])) }
        }
      }
    }
    compress(control)
  }

  /// The root that most of a sample of nodes have; `nil` without nodes. Asks after ways were shortened.
  var mostFrequentRoot: Int32? {
    var votes: [Int32: Int] = [:]
    let step = max(1, nodeCount / Self.sampledNodes)
    for v in stride(from: 0, to: nodeCount, by: step) { votes[root(of: v), default: 0] += 1 }
    // Any answer is right, this one is always the same.
    return votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  /// Follows all ties of the nodes outside the tree of `skipped`: what hangs together with a node inside is tied to it from outside as well.
  func linkRest(_ rows: Adjacency, except skipped: Int32?, _ control: RunControl) {
    control.forEachShard(shards) { shard in
      rows.withUnsafeRows { offsets, targets in
        for v in self.range(shard) where self.parentOf(v) != skipped {
          for arc in offsets[v]..<offsets[v &+ 1] { self.link(v, Int(targets[arc])) }
        }
      }
    }
  }

  /// The root of every node.
  func roots(threads: Int) -> [Int32] {
    [Int32](filling: nodeCount) { roots, filled in
      nonisolated(unsafe) let roots = roots
      // Nobody can cancel this one: a part left out would leave roots that nothing was written to.
      RunControl(threads: threads).forEachShard(shards) { shard in
        for v in self.range(shard) { roots[v] = self.root(of: v) }
      }
      filled = nodeCount
    }
  }

  private func range(_ shard: Int) -> Range<Int> {
    nodeCount * shard / shards..<nodeCount * (shard + 1) / shards
  }

  @inline(__always)
  private func parentOf(_ v: Int) -> Int32 { parent[v].load(ordering: .relaxed) }

  @inline(__always)
  private func root(of v: Int) -> Int32 {
    var here = Int32(truncatingIfNeeded: v)
    var up = parentOf(v)
    while up != here {
      here = up
      up = parentOf(Int(here))
    }
    return here
  }

  /// Every node points to its root. Nobody links meanwhile.
  private func compress(_ control: RunControl) {
    control.forEachShard(shards) { shard in
      for v in self.range(shard) {
        let up = self.parentOf(v)
        let top = self.root(of: Int(up))
        if top != up { self.parent[v].store(top, ordering: .relaxed) }
      }
    }
  }

  /// Joins the trees of `a` and `b`.
  @inline(__always)
  private func link(_ a: Int, _ b: Int) {
    var first = parentOf(a)
    var second = parentOf(b)
    while first != second {
      let high = max(first, second)
      let low = min(first, second)
      let up = parentOf(Int(high))
      if up == low { return }
      if up == high,
        parent[Int(high)].compareExchange(
          expected: high,
          desired: low,
          ordering: .relaxed
        ).exchanged
      {
        return
      }
      // The higher climbs; where somebody else was quicker, to where it hangs now.
      first = parentOf(Int(parentOf(Int(high))))
      second = parentOf(Int(low))
    }
  }
}
