import GraphCore

/// Electrical potentials of a connected undirected graph by Gaussian elimination, one pair of poles at a time; slow and plain.
public struct CircuitOracle {
  private let graph: Graph

  /// The circuit whose ties conduct by their strength.
  public init(_ graph: Graph) { self.graph = graph }

  /// The potentials when one unit flows in at `s` and out at `t`, `t` at 0.
  public func potentials(from s: Int, to t: Int) -> [Double] {
    let n = graph.nodeCount
    var rows = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
    for v in 0..<n where v != t {
      for arc in graph.out.arcs(of: v) {
        rows[v][v] += graph.out.weight(at: arc)
        rows[v][Int(graph.out.targets[arc])] -= graph.out.weight(at: arc)
      }
    }
    rows[t][t] = 1
    rows[s][n] = s == t ? 0 : 1
    for column in 0..<n {
      let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<n where row != column && rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for k in column...n { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return (0..<n).map { rows[$0][n] / rows[$0][$0] }
  }

  /// Σ over pairs of others of the current through each node.
  public func throughput() -> [Double] {
    let n = graph.nodeCount
    var sums = [Double](repeating: 0, count: n)
    for s in 0..<n {
      for t in s + 1..<max(n, s + 1) {
        let potential = potentials(from: s, to: t)
        for v in 0..<n where v != s && v != t {
          for arc in graph.out.arcs(of: v) {
            let drop = potential[v] - potential[Int(graph.out.targets[arc])]
            sums[v] += abs(drop) * graph.out.weight(at: arc) / 2
          }
        }
      }
    }
    return sums
  }

  /// Σ over all others of the effective resistance to each node.
  public func resistances() -> [Double] {
    (0..<graph.nodeCount).map { v in
      (0..<graph.nodeCount).reduce(0.0) { $0 + (v == $1 ? 0 : potentials(from: v, to: $1)[v]) }
    }
  }
}
