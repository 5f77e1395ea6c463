import GraphCore

/// One worker's scratch for weighing up the clusters around a node.
struct MoveScratch: ~Copyable {
  /// By label: strength of the node's ties to the cluster; zero between visits.
  let tie: UnsafeMutablePointer<Double>
  /// The labels that were met.
  let touched: UnsafeMutablePointer<Int32>
  /// Labels around nodes that are looked at together: ``LabelLanes/most`` for each of ``LabelRounds/together``.
  let around: UnsafeMutablePointer<Int32>

  /// Scratch for `labels` labels.
  init(labels: Int) {
    // Short lists are kept at the front, also where there are hardly any labels.
    let room = max(LabelLanes.most, labels)
    tie = .allocate(capacity: room)
    tie.initialize(repeating: 0, count: room)
    // One place more than labels: a label met before is written there and then overwritten.
    touched = .allocate(capacity: room + 1)
    around = .allocate(capacity: LabelRounds.together * LabelLanes.most)
  }

  /// The places to write to, valid as long as this.
  struct Table {
    let tie: UnsafeMutablePointer<Double>
    let touched: UnsafeMutablePointer<Int32>
    let around: UnsafeMutablePointer<Int32>
  }

  /// The places to write to, valid as long as this.
  var table: Table { Table(tie: tie, touched: touched, around: around) }

  deinit {
    tie.deallocate()
    touched.deallocate()
    around.deallocate()
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
  func wouldMove(_ v: Int, _ scratch: borrowing MoveScratch) -> Bool {
    weigh(v, scratch.table) != Int(clusterOf[v])
  }

  /// Moves nodes until the queue is empty and returns how many moves were made.
  ///
  /// `queue` is a ring with one place per node, the first `waiting` places taken. `empty` lists the labels not in use, the one to use
  /// first last.
  func drain(
    queue: UnsafeMutablePointer<Int32>,
    isQueued: UnsafeMutablePointer<Bool>,
    waiting: Int,
    _ empty: inout [Int32],
    _ scratch: borrowing MoveScratch,
    control: RunControl
  ) -> Int {
    var waiting = waiting
    var head = 0
    var moves = 0
    var visits = 0
    let places = nodeCount
    let table = scratch.table
    while waiting > 0 {
      visits &+= 1
      if visits & 0xffff == 0 && control.isCancelled { return moves }
      let v = Int(queue[head])
      head = head + 1 == places ? 0 : head + 1
      waiting -= 1
      isQueued[v] = false
      let own = Int(clusterOf[v])
      var best = weigh(v, table)
      if best == own { continue }
      if best < 0 {
        guard let place = empty.popLast() else { continue }
        best = Int(place)
      }
      moves += 1
      leave(v, own)
      enter(v, best)
      if members[own] == 0 { empty.append(Int32(own)) }
      clusterOf[v] = Int32(best)
      for arc in offsets[v]..<offsets[v + 1] {
        let u = Int(targets[arc])
        guard !isQueued[u], Int(clusterOf[u]) != best else { continue }
        isQueued[u] = true
        var tail = head + waiting
        if tail >= places { tail -= places }
        queue[tail] = Int32(u)
        waiting += 1
      }
    }
    return moves
  }

  @inline(__always)
  private func leave(_ v: Int, _ cluster: Int) {
    sizes[cluster] -= size[v]
    if let inSize { inSizes[cluster] -= inSize[v] }
    members[cluster] -= 1
  }

  @inline(__always)
  private func enter(_ v: Int, _ cluster: Int) {
    sizes[cluster] += size[v]
    if let inSize { inSizes[cluster] += inSize[v] }
    members[cluster] += 1
  }

  /// The cluster in which the node does best: its own unless another is better by more than rounding, −1 for one of its own.
  @inline(__always)
  private func weigh(_ v: Int, _ table: MoveScratch.Table) -> Int {
    let (tie, touched) = (table.tie, table.touched)
    var count = 0
    for arc in offsets[v]..<offsets[v + 1] {
      let label = Int(clusterOf[Int(targets[arc])])
      let before = tie[label]
      // Counting without a branch: whether a cluster was met before is hard to foresee.
      touched[count] = Int32(truncatingIfNeeded: label)
      count &+= before == 0 ? 1 : 0
      tie[label] = before + (weights?[arc] ?? 1)
    }
    let own = Int(clusterOf[v])
    let size = size[v]
    let load = penalty * size
    // Gains are compared with v taken out of its own cluster.
    var stay = tie[own]
    var best = own
    var most: Double
    if let inSize {
      let inLoad = penalty * inSize[v]
      stay -= load * (inSizes[own] - inSize[v]) + inLoad * (sizes[own] - size)
      most = stay + tolerance
      for place in 0..<count {
        let c = Int(touched[place])
        let gain = tie[c] - load * inSizes[c] - inLoad * sizes[c]
        tie[c] = 0
        if gain > most && c != own {
          best = c
          most = gain
        }
      }
    } else {
      stay -= load * (sizes[own] - size)
      most = stay + tolerance
      for place in 0..<count {
        let c = Int(touched[place])
        let gain = tie[c] - load * sizes[c]
        tie[c] = 0
        if gain > most && c != own {
          best = c
          most = gain
        }
      }
    }
    // Alone costs and gains nothing.
    return most < 0 && members[own] > 1 ? -1 : best
  }
}

extension MoveTables: LabelChoice {
  func choice(of node: Int, _ scratch: MoveScratch.Table) -> Int32 {
    let best = weigh(node, scratch)
    let own = Int(clusterOf[node])
    if best < 0 || best == own { return Int32(best) }
    // Two nodes that are alone and choose at the same time would but change places: the one with the lower label stays.
    // Source: H. Lu, M. Halappanavar, A. Kalyanaraman, Parallel Computing 47 (2015), doi:10.1016/j.parco.2015.03.003.
    if best > own && members[own] == 1 && members[best] == 1 && LabelRounds.meet(node, best) {
      return -1
    }
    return Int32(best)
  }

  func book(_ node: Int, from: Int32, to: Int32, _ owner: LabelOwner) {
    if owner.keeps(from) { leave(node, Int(from)) }
    if owner.keeps(to) { enter(node, Int(to)) }
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
