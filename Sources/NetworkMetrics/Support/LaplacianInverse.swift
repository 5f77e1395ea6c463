import GraphCore

/// The inverse of the Laplacian of a connected graph whose last node is held at potential 0.
///
/// `C[s][v]` is the potential of v when one unit of current goes in at s and out at the last node, ties conducting by their strength; differences
/// C[s][v] − C[t][v] are the potentials for current from s to t. Dense Cholesky factorisation, then one pair of triangular solves per
/// column: O(n³) time, 16·n² bytes; two units of progress per node but the last. The same bits on any number of threads.
struct LaplacianInverse {
  /// Number of nodes.
  let count: Int
  private let entries: Column

  /// Bytes it takes for `n` nodes.
  static func bytes(_ n: Int) -> Int {
    let (square, overflow) = n.multipliedReportingOverflow(by: n)
    return overflow || square > Int.max / 16 ? Int.max : 16 * square
  }

  /// Factorises and inverts; `graph` is undirected, connected, of at least one node, with strengths above 0.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/notFinite(measure:)``.
  init(_ graph: Graph, measure: String, control: RunControl) throws(MetricError) {
    let n = graph.nodeCount
    count = n
    entries = Column(n * n)
    let size = n - 1
    let factor = Column(max(1, size * size))
    let l = factor.values
    for v in 0..<size {
      for arc in graph.out.arcs(of: v) {
        let w = Int(graph.out.targets[arc])
        let strength = graph.out.weight(at: arc)
        l[v * size + v] += strength
        if w < v { l[v * size + w] = -strength }
      }
    }
    for row in 0..<size {
      try control.check()
      for column in 0...row {
        let a = l + row * size
        let b = l + column * size
        let rest = a[column] - LaneSums.dot(a, b, column)
        if column < row {
          a[column] = rest / b[column]
        } else {
          guard rest > 0 && rest.isFinite else { throw .notFinite(measure: measure) }
          a[row] = rest.squareRoot()
        }
      }
      control.advance()
    }
    // One column of the inverse per unit vector; row `s` of the result is column `s`, the matrix being symmetric.
    let inverse = entries
    control.forEachShard(size) { s in
      let x = inverse.values + s * n
      x[s] = 1
      for row in s..<size {
        let a = factor.values + row * size
        x[row] = (x[row] - LaneSums.dot(a + s, x + s, row - s)) / a[row]
      }
      for row in stride(from: size - 1, through: 0, by: -1) {
        let a = factor.values + row * size
        let value = x[row] / a[row]
        x[row] = value
        for column in 0..<row { x[column] -= a[column] * value }
      }
      control.advance()
    }
    try control.check()
  }

  /// Row `s`: the potentials of all nodes for current from `s` to the last node.
  subscript(s: Int) -> UnsafePointer<Double> { UnsafePointer(entries.values + s * count) }
}

extension Graph {
  /// The connected components that current can flow in: undirected, strengths of mutual arcs summed, ties of strength 0 left out.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/tooMuchMemory(needed:limit:)``,
  ///   ``MetricError/cancelled``.
  func circuits(control: RunControl) throws(MetricError) -> [(members: [Int], graph: Graph)] {
    try requireNonNegativeWeights()
    let whole = symmetrized(.weak).withoutZeroWeights()
    let components = try whole.weakComponents(control: control)
    try MemoryBudget.require(LaplacianInverse.bytes(components.sizes.first ?? 0), of: 1)
    return components.partition.members.map { ($0, whole.induced(on: $0)) }
  }
}
