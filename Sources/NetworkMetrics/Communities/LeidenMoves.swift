import GraphCore

/// Fast local moving: nodes go, one at a time, to the cluster that gains most, until no node gains by going anywhere.
///
/// A queue holds the nodes whose surroundings changed. Every node starts in it, in a seeded order; when a node moves, its
/// neighbours outside its new cluster go back in. Each move adds more than the tolerance to the quality, so this ends.
///
/// Source: V. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, Scientific
/// Reports 9 (2019), doi:10.1038/s41598-019-41695-z, MoveNodesFast.
struct LocalMoving: ~Copyable {
  /// What is known of a cluster during the visit of a node: its size, and the strength of the node's ties to it.
  private struct Slot {
    var size: Double
    var tie: Double
  }

  private let capacity: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let inSizes: UnsafeMutablePointer<Double>
  private let members: UnsafeMutablePointer<Int32>
  private let touched: UnsafeMutablePointer<Int32>
  private let queue: UnsafeMutablePointer<Int32>
  private let isQueued: UnsafeMutablePointer<Bool>

  /// Room for levels of up to `nodeCount` nodes; 41 bytes per node.
  init(nodeCount: Int) {
    capacity = max(1, nodeCount)
    slots = .allocate(capacity: capacity)
    inSizes = .allocate(capacity: capacity)
    members = .allocate(capacity: capacity)
    touched = .allocate(capacity: capacity)
    queue = .allocate(capacity: capacity)
    isQueued = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    inSizes.deallocate()
    members.deallocate()
    touched.deallocate()
    queue.deallocate()
    isQueued.deallocate()
  }

  /// Moves nodes in `clusterOf` (labels below the number of nodes) and returns how many moves were made.
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
    prepare(level, clusterOf)
    var empty = (0..<n).reversed().filter { members[$0] == 0 }.map { Int32($0) }
    var waiting = 0
    for v in order where level.isFixed.isEmpty || !level.isFixed[Int(v)] {
      queue[waiting] = v
      waiting += 1
    }
    for v in 0..<n { isQueued[v] = true }
    let directed = !level.inSize.isEmpty
    let weights = level.rows.weights
    let moves = level.rows.withUnsafeRows { offsets, targets in
      clusterOf.withUnsafeMutableBufferPointer { clusterOf in
        var moves = 0
        var head = 0
        var visits = 0
        while waiting > 0 {
          visits &+= 1
          if visits & 0xffff == 0 && control.isCancelled { return -1 }
          let v = Int(queue[head])
          head = head + 1 == n ? 0 : head + 1
          waiting -= 1
          isQueued[v] = false
          let own = Int(clusterOf[v])
          let row = offsets[v]..<offsets[v + 1]
          var count = 0
          if let weights {
            for arc in row {
              let c = clusterOf[Int(targets[arc])]
              if slots[Int(c)].tie == 0 {
                touched[count] = c
                count += 1
              }
              slots[Int(c)].tie += weights[arc]
            }
          } else {
            for arc in row {
              let c = clusterOf[Int(targets[arc])]
              if slots[Int(c)].tie == 0 {
                touched[count] = c
                count += 1
              }
              slots[Int(c)].tie += 1
            }
          }
          let size = level.size[v]
          let inSize = directed ? level.inSize[v] : 0
          // Gains are compared with v taken out of its own cluster.
          slots[own].size -= size
          if directed { inSizes[own] -= inSize }
          var best = own
          var bestGain = slots[own].tie - level.penalty * size * slots[own].size
          if directed {
            bestGain =
              slots[own].tie
              - level.penalty * (size * inSizes[own] + inSize * slots[own].size)
          }
          let stay = bestGain
          slots[own].tie = 0
          for place in 0..<count {
            let c = Int(touched[place])
            if c == own { continue }
            var gain = slots[c].tie
            if directed {
              gain -= level.penalty * (size * inSizes[c] + inSize * slots[c].size)
            } else {
              gain -= level.penalty * size * slots[c].size
            }
            slots[c].tie = 0
            if gain > bestGain {
              best = c
              bestGain = gain
            }
          }
          // Alone costs and gains nothing.
          if bestGain < -level.tolerance && members[own] > 1 {
            guard let place = empty.popLast() else { preconditionFailure("two share a cluster") }
            best = Int(place)
            bestGain = 0
          }
          if best != own && bestGain <= stay + level.tolerance { best = own }
          slots[best].size += size
          if directed { inSizes[best] += inSize }
          if best == own { continue }
          moves += 1
          members[own] -= 1
          members[best] += 1
          if members[own] == 0 { empty.append(Int32(own)) }
          clusterOf[v] = Int32(best)
          for arc in row {
            let u = Int(targets[arc])
            if isQueued[u] || Int(clusterOf[u]) == best { continue }
            if !level.isFixed.isEmpty && level.isFixed[u] { continue }
            isQueued[u] = true
            var tail = head + waiting
            if tail >= n { tail -= n }
            queue[tail] = Int32(u)
            waiting += 1
          }
        }
        return moves
      }
    }
    if moves < 0 { throw .cancelled }
    return moves
  }

  /// Sizes and members of the clusters at the start.
  private func prepare(_ level: borrowing ClusterLevel, _ clusterOf: [Int32]) {
    let n = level.nodeCount
    precondition(n <= capacity && clusterOf.count == n, "room for the level")
    let directed = !level.inSize.isEmpty
    slots.initialize(repeating: Slot(size: 0, tie: 0), count: n)
    inSizes.initialize(repeating: 0, count: n)
    members.initialize(repeating: 0, count: n)
    for v in 0..<n {
      let c = Int(clusterOf[v])
      slots[c].size += level.size[v]
      if directed { inSizes[c] += level.inSize[v] }
      members[c] += 1
    }
  }
}
