import GraphCore

/// One worker's scratch for weighing up the clusters around a node.
struct MoveScratch: ~Copyable {
  /// By label: strength of the node's ties to the cluster; zero between visits.
  let tie: UnsafeMutablePointer<Double>
  /// The labels that were met.
  let touched: UnsafeMutablePointer<Int32>

  /// Scratch for `labels` labels.
  init(labels: Int) {
    tie = .allocate(capacity: max(1, labels))
    tie.initialize(repeating: 0, count: max(1, labels))
    // One place more than labels: a label met before is written there and then overwritten.
    touched = .allocate(capacity: labels + 1)
  }

  deinit {
    tie.deallocate()
    touched.deallocate()
  }
}

/// The raw storage of a level and of its clusters while nodes are moved. Valid only inside `withMoveTables`.
struct MoveTables: @unchecked Sendable {
  let nodeCount: Int
  let offsets: UnsafePointer<Int>
  let targets: UnsafePointer<Int32>
  let weights: UnsafePointer<Double>?
  let size: UnsafePointer<Double>
  /// `nil` unless the quality is directed modularity.
  let inSize: UnsafePointer<Double>?
  let penalty: Double
  let tolerance: Double
  let clusterOf: UnsafeMutablePointer<Int32>
  /// By cluster: sums of sizes, and number of nodes.
  let sizes: UnsafeMutablePointer<Double>
  let inSizes: UnsafeMutablePointer<Double>
  let members: UnsafeMutablePointer<Int32>

  /// Sizes and members of the clusters as they stand.
  func sumClusters() {
    sizes.initialize(repeating: 0, count: nodeCount)
    inSizes.initialize(repeating: 0, count: nodeCount)
    members.initialize(repeating: 0, count: nodeCount)
    for v in 0..<nodeCount {
      let c = Int(clusterOf[v])
      sizes[c] += size[v]
      if let inSize { inSizes[c] += inSize[v] }
      members[c] += 1
    }
  }

  /// Whether some cluster, or none, suits the node better than its own.
  func wouldMove(_ v: Int, _ scratch: inout MoveScratch) -> Bool {
    let choice = weigh(v, 0..<nodeCount, nil, scratch.tie, scratch.touched)
    return choice.cluster != Int(clusterOf[v])
  }

  /// Moves nodes until the queue is empty and returns how many moves were made.
  ///
  /// Only nodes and labels of `window` are touched. `queue` is a ring with one place per node of the window, the first `waiting` places
  /// taken; `frozen` holds the clusters of nodes outside the window as they were, `nil` where there are none. `empty` lists the labels not in
  /// use, the one to use first last.
  func drain(
    queue: UnsafeMutablePointer<Int32>,
    isQueued: UnsafeMutablePointer<Bool>,
    window: Range<Int>,
    waiting: Int,
    frozen: UnsafeMutablePointer<Int32>?,
    _ empty: inout [Int32],
    _ scratch: inout MoveScratch,
    control: RunControl
  ) -> Int {
    var waiting = waiting
    var head = 0
    var moves = 0
    var visits = 0
    let places = window.count
    while waiting > 0 {
      visits &+= 1
      if visits & 0xffff == 0 && control.isCancelled { return moves }
      let v = Int(queue[head])
      head = head + 1 == places ? 0 : head + 1
      waiting -= 1
      isQueued[v] = false
      let own = Int(clusterOf[v])
      var best = weigh(v, window, frozen, scratch.tie, scratch.touched).cluster
      if best == own { continue }
      if best < 0 {
        guard let place = empty.popLast() else { continue }
        best = Int(place)
      }
      moves += 1
      sizes[own] -= size[v]
      sizes[best] += size[v]
      if let inSize {
        inSizes[own] -= inSize[v]
        inSizes[best] += inSize[v]
      }
      members[own] -= 1
      members[best] += 1
      if members[own] == 0 { empty.append(Int32(own)) }
      clusterOf[v] = Int32(best)
      for arc in offsets[v]..<offsets[v + 1] {
        let u = Int(targets[arc])
        guard window.contains(u), !isQueued[u], Int(clusterOf[u]) != best else { continue }
        isQueued[u] = true
        var tail = head + waiting
        if tail >= places { tail -= places }
        queue[tail] = Int32(u)
        waiting += 1
      }
    }
    return moves
  }

  /// The cluster in which the node does best: its own unless another is better by more than rounding, −1 for one of its own.
  ///
  /// Only clusters named in `window` are seen; scratch is indexed by label less the start of the window.
  @inline(__always)
  private func weigh(
    _ v: Int,
    _ window: Range<Int>,
    _ frozen: UnsafeMutablePointer<Int32>?,
    _ tie: UnsafeMutablePointer<Double>,
    _ touched: UnsafeMutablePointer<Int32>
  ) -> (cluster: Int, gain: Double) {
    let first = window.lowerBound
    var count = 0
    for arc in offsets[v]..<offsets[v + 1] {
      let u = Int(targets[arc])
      var label: Int
      if let frozen {
        label = Int(window.contains(u) ? clusterOf[u] : frozen[u])
        if !window.contains(label) { continue }
      } else {
        label = Int(clusterOf[u])
      }
      label &-= first
      let before = tie[label]
      // Counting without a branch: whether a cluster was met before is hard to foresee.
      touched[count] = Int32(truncatingIfNeeded: label)
      count &+= before == 0 ? 1 : 0
      tie[label] = before + (weights?[arc] ?? 1)
    }
    let own = Int(clusterOf[v])
    let size = size[v]
    let load = penalty * size
    var stay = tie[own - first]
    var best = own
    if let inSize {
      // Gains are compared with v taken out of its own cluster.
      let inLoad = penalty * inSize[v]
      stay -= load * (inSizes[own] - inSize[v]) + inLoad * (sizes[own] - size)
      var most = stay + tolerance
      for place in 0..<count {
        let label = Int(touched[place])
        let c = label + first
        let gain = tie[label] - load * inSizes[c] - inLoad * sizes[c]
        tie[label] = 0
        if gain > most && c != own {
          best = c
          most = gain
        }
      }
      return most < 0 && members[own] > 1 ? (-1, 0) : (best, most)
    }
    stay -= load * (sizes[own] - size)
    var most = stay + tolerance
    for place in 0..<count {
      let label = Int(touched[place])
      let c = label + first
      let gain = tie[label] - load * sizes[c]
      tie[label] = 0
      if gain > most && c != own {
        best = c
        most = gain
      }
    }
    // Alone costs and gains nothing.
    return most < 0 && members[own] > 1 ? (-1, 0) : (best, most)
  }
}

extension ClusterLevel {
  /// Lends out the raw storage of this level and of `clusterOf`.
  func withMoveTables<Result>(
    _ clusterOf: inout [Int32],
    sizes: UnsafeMutablePointer<Double>,
    inSizes: UnsafeMutablePointer<Double>,
    members: UnsafeMutablePointer<Int32>,
    _ body: (MoveTables) -> Result
  ) -> Result {
    let weights = rows.weights ?? []
    return rows.withUnsafeRows { offsets, targets in
      weights.withUnsafeBufferPointer { weights in
        size.withUnsafeBufferPointer { size in
          inSize.withUnsafeBufferPointer { inSize in
            clusterOf.withUnsafeMutableBufferPointer { clusterOf in
              body(
                MoveTables(
                  nodeCount: nodeCount,
                  offsets: offsets,
                  targets: targets,
                  weights: rows.weights == nil ? nil : weights.baseAddress,
                  size: size.baseAddress!,
                  inSize: inSize.isEmpty ? nil : inSize.baseAddress,
                  penalty: penalty,
                  tolerance: tolerance,
                  clusterOf: clusterOf.baseAddress!,
                  sizes: sizes,
                  inSizes: inSizes,
                  members: members
                )
              )
            }
          }
        }
      }
    }
  }
}
