import GraphCore

/// The scratch of a search for shortest paths by length from one source, reused over sources.
///
/// After ``run(from:offsets:targets:lengths:)`` the reached nodes stand in ``order`` by growing distance, equal distances in the order in which
/// they were settled. The queue is a 4-ary heap of distances with their nodes: whoever comes nearer is put in again, and what has become of no use is passed over when
/// it comes out, which is faster than finding and moving the old entry. 16 bytes per node, and 16 per entry of the queue: few more than nodes, never more than arcs.
///
/// Source: E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numer. Math. 1 (1959),
/// doi:10.1007/BF01386390.
struct Dijkstra: ~Copyable {
  /// Length of the shortest path, infinite where there is none.
  let distance: UnsafeMutablePointer<Double>
  /// The reached nodes by growing distance, the source first.
  let order: UnsafeMutablePointer<Int32>
  /// How many entries of ``order`` count.
  private(set) var reached = 0
  /// 0: not met; 1: waits in the queue; −1 − rank in ``order``: settled.
  private let place: UnsafeMutablePointer<Int32>
  private var queue: DistanceQueue

  /// Scratch for graphs of up to `nodeCount` nodes.
  init(nodeCount: Int) {
    let room = max(1, nodeCount)
    distance = .allocate(capacity: room)
    distance.initialize(repeating: .infinity, count: room)
    order = .allocate(capacity: room)
    order.initialize(repeating: 0, count: room)
    place = .allocate(capacity: room)
    place.initialize(repeating: 0, count: room)
    queue = DistanceQueue(capacity: room)
  }

  deinit {
    distance.deallocate()
    order.deallocate()
    place.deallocate()
  }

  /// Where `node` stands in ``order``; only for nodes that were reached.
  func rank(of node: Int) -> Int { -1 - Int(place[node]) }

  /// Searches from `source` along the given rows; lengths are ≥ 0 and finite. O(arcs + nodes·log nodes).
  mutating func run(
    from source: Int,
    offsets: UnsafePointer<Int>,
    targets: UnsafePointer<Int32>,
    lengths: UnsafePointer<Double>
  ) {
    clear()
    let (distance, order, place) = (distance, order, place)
    distance[source] = 0
    queue.push(0, Int32(truncatingIfNeeded: source))
    var settled = 0
    while let (base, node) = queue.pop() {
      let v = Int(node)
      // An entry that a nearer one has overtaken.
      if place[v] < 0 { continue }
      order[settled] = node
      settled += 1
      place[v] = Int32(truncatingIfNeeded: -settled)
      for arc in offsets[v]..<offsets[v + 1] {
        let w = Int(targets[arc])
        let candidate = base + lengths[arc]
        if candidate < distance[w] {
          distance[w] = candidate
          place[w] = 1
          queue.push(candidate, Int32(truncatingIfNeeded: w))
        } else if candidate == .infinity && place[w] == 0 {
          // A sum beyond the range of Double: still reached, found out when results are checked.
          place[w] = 1
          queue.push(candidate, Int32(truncatingIfNeeded: w))
        }
      }
    }
    reached = settled
  }

  /// Searches from `source` along `rows` where every arc is one step: the heap is a plain queue then. O(nodes + arcs).
  mutating func run(from source: Int, steps rows: Adjacency) {
    clear()
    distance[source] = 0
    order[0] = Int32(source)
    place[source] = -1
    let (distance, order, place) = (distance, order, place)
    reached = rows.withUnsafeRows { offsets, targets in
      var head = 0
      var tail = 1
      while head < tail {
        let v = Int(order[head])
        head += 1
        let next = distance[v] + 1
        for arc in offsets[v]..<offsets[v + 1] {
          let w = Int(targets[arc])
          if place[w] != 0 { continue }
          distance[w] = next
          order[tail] = Int32(truncatingIfNeeded: w)
          tail += 1
          place[w] = Int32(truncatingIfNeeded: -tail)
        }
      }
      return tail
    }
  }

  /// Forgets the last run, touching only what it touched.
  private mutating func clear() {
    for rank in 0..<reached {
      let v = Int(order[rank])
      distance[v] = .infinity
      place[v] = 0
    }
    reached = 0
    queue.removeAll()
  }

  /// Searches from `source` along `rows`, whose arcs are as long as `lengths` says.
  mutating func run(from source: Int, _ rows: Adjacency, _ lengths: [Double]) {
    rows.withUnsafeRows { offsets, targets in
      lengths.withUnsafeBufferPointer {
        // Without any arc no length is ever read, and the empty array may have no address.
        let lengths = $0.baseAddress ?? UnsafePointer(distance)
        run(from: source, offsets: offsets, targets: targets, lengths: lengths)
      }
    }
  }
}

extension Graph {
  /// The length of the shortest path from `source` to every node along arcs (against them if `inward`); `nil` where there is none.
  ///
  /// O(arcs + nodes·log nodes).
  ///
  /// - Throws: ``MetricError/lengthUnusable(source:target:weight:)``, ``MetricError/notFinite(measure:)``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func distances(
    from source: Int,
    _ rule: LengthRule,
    _ direction: PathDirection = .outward
  ) throws(MetricError) -> [Double?] {
    precondition(source >= 0 && source < nodeCount, "no such node")
    try MemoryBudget.require(nodeCount, of: 48, fixed: 8 * out.arcCount)
    let rows = rows(direction)
    let lengths = try rows.lengths(rule)
    var search = Dijkstra(nodeCount: nodeCount)
    search.run(from: source, rows, lengths)
    var result = [Double?](repeating: nil, count: nodeCount)
    result[source] = 0
    for place in 0..<search.reached {
      let v = Int(search.order[place])
      guard search.distance[v].isFinite else { throw .notFinite(measure: "distance") }
      result[v] = search.distance[v]
    }
    return result
  }
}
