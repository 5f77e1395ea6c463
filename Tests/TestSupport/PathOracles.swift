import GraphCore

/// Path measures straight from their definitions, by tables over all pairs; slow and plain.
///
/// `lengths` is one length per arc of `graph.out`, `nil` for steps. Equality of path lengths allows for rounding (1e-10
/// relative), as the measures do.
public struct PathOracle {
  /// Number of nodes.
  public let n: Int
  /// `distance[s][t]`, infinite where there is no way.
  public private(set) var distance: [[Double]]
  /// `count[s][t]`, the number of shortest paths.
  public private(set) var count: [[Double]]
  private let length: [[Double]]

  /// Fills the tables: Floyd–Warshall for the distances, then the paths counted by growing distance.
  public init(_ graph: Graph, lengths: [Double]? = nil) {
    let n = graph.nodeCount
    self.n = n
    var length = [[Double]](repeating: [Double](repeating: .infinity, count: n), count: n)
    for v in 0..<n {
      for arc in graph.out.arcs(of: v) {
        length[v][Int(graph.out.targets[arc])] = lengths?[arc] ?? 1
      }
    }
    var d = length
    for v in 0..<n { d[v][v] = 0 }
    for k in 0..<n {
      for i in 0..<n where d[i][k].isFinite {
        for j in 0..<n where d[i][k] + d[k][j] < d[i][j] { d[i][j] = d[i][k] + d[k][j] }
      }
    }
    var count = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for s in 0..<n {
      count[s][s] = 1
      for t in (0..<n).sorted(by: { d[s][$0] < d[s][$1] }) where t != s && d[s][t].isFinite {
        for v in 0..<n where length[v][t].isFinite && same(d[s][v] + length[v][t], d[s][t]) {
          count[s][t] += count[s][v]
        }
      }
    }
    distance = d
    self.count = count
    self.length = length
  }

  /// Share of the shortest paths from `s` to `t` that pass through `v`.
  public func share(_ s: Int, _ t: Int, through v: Int) -> Double {
    guard s != t, s != v, t != v, distance[s][t].isFinite else { return 0 }
    guard same(distance[s][v] + distance[v][t], distance[s][t]) else { return 0 }
    return count[s][v] * count[v][t] / count[s][t]
  }

  /// Share of the shortest paths from `s` to `t` that use the arc `a → b`.
  public func share(_ s: Int, _ t: Int, over a: Int, _ b: Int) -> Double {
    guard s != t, distance[s][t].isFinite else { return 0 }
    guard same(distance[s][a] + length[a][b] + distance[b][t], distance[s][t]) else { return 0 }
    return count[s][a] * count[b][t] / count[s][t]
  }

  /// Σ over ordered pairs of ``share(_:_:through:)``.
  public func betweenness(_ v: Int) -> Double {
    var sum = 0.0
    for s in 0..<n {
      for t in 0..<n { sum += share(s, t, through: v) }
    }
    return sum
  }

  /// Σ over ordered pairs of ``share(_:_:over:_:)``.
  public func edgeBetweenness(_ a: Int, _ b: Int) -> Double {
    var sum = 0.0
    for s in 0..<n {
      for t in 0..<n { sum += share(s, t, over: a, b) }
    }
    return sum
  }

  /// Distances from `v` to the other nodes it reaches.
  public func reached(_ v: Int) -> [Double] {
    (0..<n).filter { $0 != v && distance[v][$0].isFinite }.map { distance[v][$0] }
  }
}

/// Whether two path lengths are equal but for rounding.
private func same(_ a: Double, _ b: Double) -> Bool {
  a == b || (a.isFinite && b.isFinite && abs(a - b) <= 1e-10 * max(a, b))
}
