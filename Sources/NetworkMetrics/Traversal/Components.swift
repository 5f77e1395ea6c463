import GraphCore

/// The components of a graph: every node in exactly one.
///
/// Numbered by falling size, equal sizes by their first node, as a ``GraphCore/Partition`` is.
public struct Components: Sendable, Equatable {
  /// The component of each node.
  public let componentOf: [Int32]
  /// Number of nodes of each component, falling.
  public let sizes: [Int]

  /// Number of components.
  public var count: Int { sizes.count }

  /// The nodes of component `number`, ascending. O(nodes).
  public func members(of number: Int) -> [Int] {
    componentOf.indices.filter { componentOf[$0] == Int32(number) }
  }

  /// The same as a partition. O(nodes).
  public var partition: Partition { Partition(labels: componentOf) }

  /// Brings raw labels `0 ..< labelCount`, each in use, into the canonical order. O(nodes + components·log components).
  init(labels: [Int32], labelCount: Int) {
    var sizes = [Int](repeating: 0, count: labelCount)
    var first = [Int](repeating: labels.count, count: labelCount)
    for (node, label) in labels.enumerated() {
      if sizes[Int(label)] == 0 { first[Int(label)] = node }
      sizes[Int(label)] += 1
    }
    let order = sizes.indices.sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : first[$0] < first[$1]
    }
    var rank = [Int32](repeating: 0, count: labelCount)
    for (place, label) in order.enumerated() { rank[label] = Int32(place) }
    componentOf = labels.map { rank[Int($0)] }
    self.sizes = order.map { sizes[$0] }
  }
}

extension Graph {
  /// The weak components: nodes joined by ties, whatever their direction.
  ///
  /// An isolate is a component of its own; the empty graph has none. O(nodes + arcs), 12 bytes per node.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func weakComponents(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Components {
    try MemoryBudget.require(nodeCount, of: 24)
    try control.check()
    var parent = (0..<nodeCount).map { Int32($0) }
    parent.withUnsafeMutableBufferPointer { parent in
      for v in 0..<nodeCount {
        for arc in out.arcs(of: v) where isDirected || Int(out.targets[arc]) < v {
          unite(v, Int(out.targets[arc]), parent)
        }
      }
    }
    // A root is the lowest node of its tree, so one ascending pass finds every root before its members.
    var label = [Int32](repeating: 0, count: nodeCount)
    var count: Int32 = 0
    for v in 0..<nodeCount {
      if parent[v] == Int32(v) {
        label[v] = count
        count += 1
      } else {
        label[v] = label[Int(parent[v])]
      }
    }
    return Components(labels: label, labelCount: Int(count))
  }

  /// The strong components: nodes that reach each other along arcs. Those of an undirected graph are its weak ones.
  ///
  /// O(nodes + arcs), 20 bytes per node, no recursion.
  ///
  /// Source: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972), doi:10.1137/0201010; with the single
  /// index array of D. Pearce, *A space-efficient algorithm for finding strongly connected components*, Inf. Process. Lett. 116 (2016),
  /// doi:10.1016/j.ipl.2015.08.010.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func strongComponents(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Components {
    guard isDirected else { return try weakComponents(control: control) }
    try MemoryBudget.require(nodeCount, of: 40)
    try control.check()
    var search = StrongSearch(nodeCount: nodeCount)
    for v in 0..<nodeCount where search.index[v] == 0 {
      try control.check()
      search.visit(v, out)
    }
    let labels = search.index.map { Int32(nodeCount) - $0 }
    return Components(labels: labels, labelCount: search.found)
  }
}

/// Joins the trees of `a` and `b`, the higher root under the lower, halving the ways up.
private func unite(_ a: Int, _ b: Int, _ parent: UnsafeMutableBufferPointer<Int32>) {
  var a = a
  var b = b
  while parent[a] != parent[b] {
    // The higher of the two climbs; where it is a root it is hung under the other.
    if parent[a] < parent[b] { swap(&a, &b) }
    if Int(parent[a]) == a {
      parent[a] = parent[b]
      return
    }
    let up = Int(parent[a])
    parent[a] = parent[up]
    a = up
  }
}

/// Depth-first search with an explicit stack of (node, next arc).
private struct StrongSearch {
  /// 0: not seen; 1, 2, …: order of the visit, later the lowest order reachable; from `nodeCount` downwards: the component.
  var index: [Int32]
  /// Components closed so far.
  private(set) var found = 0
  private var stack: [Int32] = []
  private var path: [(node: Int32, arc: Int, root: Bool)] = []
  private var clock: Int32 = 1
  private let nodeCount: Int

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    index = [Int32](repeating: 0, count: nodeCount)
  }

  mutating func visit(_ start: Int, _ rows: Adjacency) {
    enter(start, rows)
    while let top = path.last {
      let v = Int(top.node)
      if top.arc < rows.offsets[v + 1] {
        let w = Int(rows.targets[top.arc])
        if index[w] == 0 {
          enter(w, rows)
          continue
        }
        // Coming back to the same arc after `w` is done, or `w` was known: its lowest order counts for `v`.
        path[path.count - 1].arc += 1
        if index[w] < index[v] {
          index[v] = index[w]
          path[path.count - 1].root = false
        }
      } else {
        path.removeLast()
        if top.root { close(v) } else { stack.append(Int32(v)) }
      }
    }
  }

  private mutating func enter(_ v: Int, _ rows: Adjacency) {
    index[v] = clock
    clock += 1
    path.append((node: Int32(v), arc: rows.offsets[v], root: true))
  }

  /// Gives `v` and everything on the stack above it one component number, which is higher than any open order.
  private mutating func close(_ v: Int) {
    let number = Int32(nodeCount - found)
    clock -= 1
    while let w = stack.last, index[Int(w)] >= index[v] {
      stack.removeLast()
      index[Int(w)] = number
      clock -= 1
    }
    index[v] = number
    found += 1
  }
}
