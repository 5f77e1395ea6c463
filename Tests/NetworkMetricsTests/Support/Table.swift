import GraphCore

/// A graph as a full table of strengths, for definitions that speak of pairs.
struct Table {
  let indices: Range<Int>
  let isDirected: Bool
  private var cells: [[Double?]]

  init(_ graph: Graph) {
    indices = 0..<graph.nodeCount
    isDirected = graph.isDirected
    cells = indices.map { _ in [Double?](repeating: nil, count: graph.nodeCount) }
    for v in indices {
      for arc in graph.out.arcs(of: v) {
        cells[v][Int(graph.out.targets[arc])] = graph.out.weight(at: arc)
      }
    }
  }

  /// Whether `a → b` is there.
  func has(_ a: Int, _ b: Int) -> Bool { cells[a][b] != nil }

  /// Whether the two are tied at all.
  func tied(_ a: Int, _ b: Int) -> Bool { has(a, b) || has(b, a) }

  /// The strength of `a → b`, 0 where there is none.
  func weight(_ a: Int, _ b: Int) -> Double { cells[a][b] ?? 0 }

  /// Every triple a < b < c.
  var triples: [(Int, Int, Int)] {
    indices.flatMap { a in
      (a + 1..<max(a + 1, indices.upperBound)).flatMap { b in
        (b + 1..<max(b + 1, indices.upperBound)).map { (a, b, $0) }
      }
    }
  }

  /// Number of pieces of the nodes for which `keep` holds, along pairs for which `link` holds.
  func pieces(keep: (Int) -> Bool = { _ in true }, link: (Int, Int) -> Bool) -> Int {
    var seen = Set<Int>()
    var count = 0
    for root in indices where keep(root) && !seen.contains(root) {
      count += 1
      var stack = [root]
      seen.insert(root)
      while let v = stack.popLast() {
        for u in indices where u != v && keep(u) && !seen.contains(u) && link(v, u) {
          seen.insert(u)
          stack.append(u)
        }
      }
    }
    return count
  }
}
