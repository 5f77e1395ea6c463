import GraphCore

/// A graph cut into its biconnected blocks, which stand beside each other as one graph: every node once per block it is in.
///
/// A shortest path between two nodes passes the same cut nodes whatever way it takes, so what happens inside a block can be computed in the block
/// alone when each of its nodes stands for all that hangs on it outside the block (its mass). A node cut off by a single tie (a pendant, a whole
/// tree) is a block of two and costs no search.
///
/// Source: A. Sarıyüce, E. Saule, K. Kaya, Ü. Çatalyürek, *Shattering and compressing networks for betweenness centrality*, SDM 2013,
/// doi:10.1137/1.9781611972832.76; the pendant case: R. Puzis et al., *Heuristics for speeding up betweenness centrality computation*, SocialCom 2012,
/// doi:10.1109/SocialCom-PASSAT.2012.66.
struct BlockSplit {
  /// Rows of the blocks side by side.
  let rows: Adjacency
  /// The node of the graph that each node of the blocks is.
  let original: [Int32]
  /// How many nodes each node of the blocks stands for, itself included.
  let mass: [Double]
  /// Ordered pairs of others that lie on different sides of a node of the graph, so that all their paths pass through it.
  let through: [Double]

  /// Splits symmetric rows; blocks of fewer than `smallest` nodes (2 or 3) are left out. O(nodes + arcs).
  ///
  /// Weights stay with the arcs.
  init(_ rows: Adjacency, smallest: Int) {
    var search = BlockSearch(rows.nodeCount)
    for root in 0..<rows.nodeCount where search.order[root] < 0 { search.explore(root, rows) }
    through = search.through
    // Blocks come out of the search children first; the arcs of a block are read at its nodes below the top, each of which
    // is below the top of one block only.
    var offsets = [0]
    var targets: [Int32] = []
    var weights: [Double]? = rows.weights.map { _ in [] }
    var original: [Int32] = []
    var mass: [Double] = []
    var local = [Int32](repeating: -1, count: rows.nodeCount)
    for block in search.blocks where block.nodes.count >= smallest {
      let base = Int32(original.count)
      let members = search.members[block.nodes]
      for (place, v) in members.enumerated() { local[Int(v)] = base + Int32(place) }
      for v in members {
        let isTop = v == block.top
        mass.append(isTop ? block.topMass : search.hanging[Int(v)])
        original.append(v)
        if isTop {
          // The arcs of the top that stay in the block are those of its members to it.
          for w in members where w != v {
            guard let arc = rows.arc(from: Int(w), to: Int(v)) else { continue }
            targets.append(local[Int(w)])
            weights?.append(rows.weight(at: arc))
          }
        } else {
          for arc in rows.arcs(of: Int(v)) where local[Int(rows.targets[arc])] >= 0 {
            targets.append(local[Int(rows.targets[arc])])
            weights?.append(rows.weight(at: arc))
          }
        }
        offsets.append(targets.count)
      }
      for v in members { local[Int(v)] = -1 }
    }
    self.rows = Adjacency(offsets: offsets, targets: targets, weights: weights)
    self.original = original
    self.mass = mass
  }
}

/// Depth-first search with an explicit stack that closes a block whenever nothing below a child reaches above its parent.
private struct BlockSearch {
  struct Block {
    /// Where its members stand, ascending by node.
    let nodes: Range<Int>
    let top: Int32
    /// All of the component that is not below the top in this block.
    var topMass: Double
  }

  private(set) var order: [Int32]
  private(set) var blocks: [Block] = []
  private(set) var members: [Int32] = []
  /// Of each node: itself and all that hangs on it below, in blocks of which it is the top.
  private(set) var hanging: [Double]
  private(set) var through: [Double]
  private var low: [Int32]
  private var size: [Int32]
  private var sumOfSquares: [Double]
  private var path: [(node: Int32, arc: Int)] = []
  private var open: [Int32] = []
  private var clock: Int32 = 0

  init(_ n: Int) {
    order = [Int32](repeating: -1, count: n)
    low = order
    size = [Int32](repeating: 1, count: n)
    hanging = [Double](repeating: 1, count: n)
    sumOfSquares = [Double](repeating: 0, count: n)
    through = sumOfSquares
  }

  mutating func explore(_ root: Int, _ rows: Adjacency) {
    let firstBlock = blocks.count
    let firstClock = clock
    var component: [Int32] = []
    enter(Int32(root), rows)
    component.append(Int32(root))
    while let top = path.last {
      let v = Int(top.node)
      if top.arc < rows.offsets[v + 1] {
        path[path.count - 1].arc += 1
        let w = Int(rows.targets[top.arc])
        if order[w] < 0 {
          enter(Int32(w), rows)
          component.append(Int32(w))
        } else {
          // The tie back to the parent gives the parent's own order, which closes no block wrongly.
          low[v] = min(low[v], order[w])
        }
      } else {
        path.removeLast()
        if let parent = path.last { leave(v, to: Int(parent.node)) }
      }
    }
    finish(firstBlock, component, Double(clock - firstClock))
    open.removeAll(keepingCapacity: true)
  }

  private mutating func enter(_ v: Int32, _ rows: Adjacency) {
    order[Int(v)] = clock
    low[Int(v)] = clock
    clock += 1
    path.append((node: v, arc: rows.offsets[Int(v)]))
    open.append(v)
  }

  private mutating func leave(_ child: Int, to parent: Int) {
    size[parent] += size[child]
    if low[child] < order[parent] {
      low[parent] = min(low[parent], low[child])
      return
    }
    let start = members.count
    members.append(Int32(parent))
    while let last = open.popLast() {
      members.append(last)
      if Int(last) == child { break }
    }
    members[start...].sort()
    let below = Double(size[child])
    blocks.append(
      Block(nodes: start..<members.count, top: Int32(parent), topMass: -below)
    )
    hanging[parent] += below
    sumOfSquares[parent] += below * below
  }

  /// Once the size of the component is known: what is above, and the pairs on different sides.
  private mutating func finish(_ firstBlock: Int, _ component: [Int32], _ size: Double) {
    for block in firstBlock..<blocks.count { blocks[block].topMass += size }
    for v in component {
      let above = size - hanging[Int(v)]
      through[Int(v)] = (size - 1) * (size - 1) - sumOfSquares[Int(v)] - above * above
    }
  }
}
