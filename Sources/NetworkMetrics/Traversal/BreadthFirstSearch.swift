import GraphCore

/// The scratch of a breadth-first search from one source, reused over sources.
///
/// After ``run(from:offsets:targets:)`` the reached nodes stand in ``order`` by growing distance. A new run clears only what the
/// last one touched, so that many searches of small components stay cheap. 8 bytes per node.
struct BreadthFirstSearch: ~Copyable {
  /// Steps from the source, −1 where it does not reach.
  let distance: UnsafeMutablePointer<Int32>
  /// The reached nodes, the source first.
  let order: UnsafeMutablePointer<Int32>
  /// How many entries of ``order`` count.
  private(set) var reached = 0

  /// Scratch for graphs of up to `nodeCount` nodes.
  init(nodeCount: Int) {
    distance = .allocate(capacity: max(1, nodeCount))
    distance.initialize(repeating: -1, count: max(1, nodeCount))
    order = .allocate(capacity: max(1, nodeCount))
    order.initialize(repeating: 0, count: max(1, nodeCount))
  }

  deinit {
    distance.deallocate()
    order.deallocate()
  }

  /// Searches from `source` along the given rows. O(nodes + arcs reached).
  mutating func run(
    from source: Int,
    offsets: UnsafePointer<Int>,
    targets: UnsafePointer<Int32>
  ) {
    for place in 0..<reached { distance[Int(order[place])] = -1 }
    distance[source] = 0
    order[0] = Int32(source)
    var head = 0
    var tail = 1
    // The queue is `order[head ..< tail]`; distances in it differ by at most one and ascend.
    while head < tail {
      let v = Int(order[head])
      head += 1
      let next = distance[v] + 1
      for arc in offsets[v]..<offsets[v + 1] {
        let w = Int(targets[arc])
        if distance[w] < 0 {
          distance[w] = next
          order[tail] = Int32(w)
          tail += 1
        }
      }
    }
    reached = tail
  }

  /// The largest distance of the last run; 0 before any run.
  var depth: Int { reached == 0 ? 0 : Int(distance[Int(order[reached - 1])]) }
}

extension Graph {
  /// The number of steps from `source` to every node along arcs (against them if `inward`); `nil` where there is no way.
  ///
  /// Weights do not count. The source has distance 0. O(nodes + arcs), 8 bytes per node.
  ///
  /// - Throws: ``MetricError/tooMuchMemory(needed:limit:)``.
  public func distances(
    from source: Int,
    _ direction: PathDirection = .outward
  ) throws(MetricError) -> [Int?] {
    precondition(source >= 0 && source < nodeCount, "no such node")
    try MemoryBudget.require(nodeCount, of: 24)
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    rows(direction).withUnsafeRows { search.run(from: source, offsets: $0, targets: $1) }
    return (0..<nodeCount).map { search.distance[$0] < 0 ? nil : Int(search.distance[$0]) }
  }
}

extension Adjacency {
  /// How many steps it takes from the node with most arcs (the first of equals) to the farthest node it reaches: tells deep graphs from
  /// small worlds. O(nodes + arcs).
  var depthOfHub: Int {
    guard nodeCount > 0 else { return 0 }
    var hub = 0
    for v in 0..<nodeCount where degree(of: v) > degree(of: hub) { hub = v }
    var search = BreadthFirstSearch(nodeCount: nodeCount)
    withUnsafeRows { search.run(from: hub, offsets: $0, targets: $1) }
    return search.depth
  }
}
