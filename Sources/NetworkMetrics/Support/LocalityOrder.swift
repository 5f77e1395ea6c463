import GraphCore

/// A numbering that puts nodes near each other in the graph near each other in memory.
///
/// Clusters by a few rounds of label propagation, in the order in which a breadth-first search from the node with most ties meets them; inside
/// a cluster, that search's order. Batches of sources that follow each other then see most nodes at equal distances, and what one of
/// them brings into the cache the others find there. The order changes no result beyond rounding. Deterministic. O(nodes + arcs).
enum LocalityOrder {
  /// Rounds of label propagation: enough for clusters to form, no more is gained after.
  private static let rounds = 6

  /// Old node → new number, for a graph given by symmetric rows.
  static func numbering(of rows: Adjacency) -> [Int32] {
    let n = rows.nodeCount
    let byDegree = (0..<n).sorted {
      let (a, b) = (rows.degree(of: $0), rows.degree(of: $1))
      return a != b ? a > b : $0 < $1
    }
    let met = searchOrder(rows, roots: byDegree)
    let label = propagate(rows, met)
    // The first node met of each cluster stands for it.
    var firstMet = [Int32](repeating: Int32.max, count: n)
    for (place, v) in met.enumerated() {
      firstMet[Int(label[Int(v)])] = min(firstMet[Int(label[Int(v)])], Int32(place))
    }
    // Counting sort by cluster, keeping the order in which nodes were met.
    var start = [Int32](repeating: 0, count: n + 1)
    for v in met { start[Int(firstMet[Int(label[Int(v)])]) + 1] += 1 }
    for place in 0..<n { start[place + 1] += start[place] }
    var number = [Int32](repeating: 0, count: n)
    for v in met {
      let cluster = Int(firstMet[Int(label[Int(v)])])
      number[Int(v)] = start[cluster]
      start[cluster] += 1
    }
    return number
  }

  /// All nodes in the order of breadth-first searches from the given roots.
  private static func searchOrder(_ rows: Adjacency, roots: [Int]) -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(rows.nodeCount)
    var seen = [Bool](repeating: false, count: rows.nodeCount)
    var head = 0
    for root in roots where !seen[root] {
      seen[root] = true
      order.append(Int32(root))
      while head < order.count {
        for arc in rows.arcs(of: Int(order[head])) {
          let w = rows.targets[arc]
          if !seen[Int(w)] {
            seen[Int(w)] = true
            order.append(w)
          }
        }
        head += 1
      }
    }
    return order
  }

  /// Every node takes the label that most neighbours have; the first met of equally frequent ones.
  private static func propagate(_ rows: Adjacency, _ order: [Int32]) -> [Int32] {
    var label = (0..<rows.nodeCount).map { Int32($0) }
    var votes = [Int32](repeating: 0, count: rows.nodeCount)
    for _ in 0..<rounds {
      for v in order {
        var best = label[Int(v)]
        var most: Int32 = 0
        for arc in rows.arcs(of: Int(v)) {
          let candidate = label[Int(rows.targets[arc])]
          votes[Int(candidate)] += 1
          if votes[Int(candidate)] > most {
            most = votes[Int(candidate)]
            best = candidate
          }
        }
        for arc in rows.arcs(of: Int(v)) { votes[Int(label[Int(rows.targets[arc])])] = 0 }
        label[Int(v)] = best
      }
    }
    return label
  }
}
