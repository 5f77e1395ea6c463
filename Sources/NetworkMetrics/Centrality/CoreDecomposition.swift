import GraphCore

extension Graph {
  /// The core number of every node: the largest k such that the node is in a part where everybody has at least k ties inside.
  ///
  /// On the undirected simple skeleton: direction and strength do not count. Isolates have 0. Exact, O(nodes + arcs), 16 bytes per node (and the skeleton
  /// of a directed graph).
  ///
  /// Source: S. Seidman, *Network structure and minimum degree*, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X; V. Batagelj, M. Zaveršnik,
  /// *Fast algorithms for determining (generalized) core groups in social networks*, Adv. Data Anal. Classif. 5 (2011),
  /// doi:10.1007/s11634-010-0079-y.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func coreNumbers(control: RunControl = RunControl()) throws(MetricError) -> [Int] {
    try MemoryBudget.require(nodeCount, of: 48, fixed: isDirected ? 8 * out.arcCount : 0)
    try control.check()
    let rows = isDirected ? skeleton().out : out
    var peeling = Peeling(rows)
    return peeling.run(rows)
  }
}

/// Nodes sorted by the ties they have left; the one with fewest goes first.
private struct Peeling {
  private var degree: [Int32]
  /// Where the nodes of each remaining degree begin in `order`.
  private var start: [Int32]
  private var order: [Int32]
  private var place: [Int32]

  init(_ rows: Adjacency) {
    let n = rows.nodeCount
    degree = (0..<n).map { Int32(rows.degree(of: $0)) }
    let highest = Int(degree.max() ?? 0)
    start = [Int32](repeating: 0, count: highest + 2)
    for d in degree { start[Int(d) + 1] += 1 }
    for d in 0...highest { start[d + 1] += start[d] }
    var cursor = start
    order = [Int32](repeating: 0, count: n)
    place = [Int32](repeating: 0, count: n)
    for v in 0..<n {
      let slot = cursor[Int(degree[v])]
      cursor[Int(degree[v])] = slot + 1
      order[Int(slot)] = Int32(v)
      place[v] = slot
    }
  }

  /// Takes the nodes in order; a neighbour with more ties left loses one and moves to the front of its bucket, whose border moves behind it.
  mutating func run(_ rows: Adjacency) -> [Int] {
    for position in order.indices {
      let v = Int(order[position])
      for arc in rows.arcs(of: v) {
        let w = Int(rows.targets[arc])
        guard degree[w] > degree[v] else { continue }
        let front = start[Int(degree[w])]
        let swapped = order[Int(front)]
        order[Int(place[w])] = swapped
        place[Int(swapped)] = place[w]
        order[Int(front)] = Int32(w)
        place[w] = front
        start[Int(degree[w])] += 1
        degree[w] -= 1
      }
    }
    return degree.map { Int($0) }
  }
}
