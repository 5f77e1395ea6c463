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

  /// Brings raw labels `0 ..< labelCount` into the canonical order.
  init(labels: [Int32], labelCount: Int, threads: Int) {
    (componentOf, sizes) = ComponentNumbering.canonical(
      labels,
      labelCount: labelCount,
      threads: threads
    )
  }
}

extension Graph {
  /// The weak components: nodes joined by ties, whatever their direction.
  ///
  /// An isolate is a component of its own; the empty graph has none. Two ties of every node are followed first; the rest only where that did not lead
  /// into the one large component that most networks have. At most O(nodes + arcs) for all practical purposes, 20 bytes per node.
  ///
  /// Source: M. Sutton, T. Ben-Nun, A. Barak, *Optimizing parallel graph connectivity computation via subgraph sampling*, IPDPS 2018,
  /// doi:10.1109/IPDPS.2018.00012.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func weakComponents(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Components {
    try MemoryBudget.require(nodeCount, of: 24)
    try control.check()
    let forest = LinkedForest(nodeCount: nodeCount)
    forest.linkSample(out, control)
    try control.check()
    let skipped = forest.mostFrequentRoot
    forest.linkRest(out, except: skipped, control)
    if isDirected { forest.linkRest(incoming, except: skipped, control) }
    try control.check()
    let roots = forest.roots(threads: control.threads)
    return Components(labels: roots, labelCount: nodeCount, threads: control.threads)
  }

  /// The strong components: nodes that reach each other along arcs. Those of an undirected graph are its weak ones.
  ///
  /// O(nodes + arcs), 24 bytes per node, no recursion, one thread.
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
    for v in 0..<nodeCount where search.isNew(v) {
      try control.check()
      search.visit(v, out)
    }
    return Components(
      labels: search.labels,
      labelCount: search.found,
      threads: control.threads
    )
  }
}

/// Depth-first search with an explicit stack of nodes, each with its next arc.
private struct StrongSearch: ~Copyable {
  /// 0: not seen; 1, 2, …: order of the visit, later the lowest order reachable; from `nodeCount` downwards: the component.
  private let index: UnsafeMutablePointer<Int32>
  /// Components closed so far.
  private(set) var found = 0
  /// From the front: nodes that are done and in no component yet; from the back: the way to the present node. A node is in one of them at most.
  private let stack: UnsafeMutablePointer<Int32>
  private var waiting = 0
  /// The next arc of each node on the way.
  private let nextArc: UnsafeMutablePointer<Int>
  private var clock: Int32 = 1
  private let nodeCount: Int

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    index = .allocate(capacity: max(1, nodeCount))
    index.initialize(repeating: 0, count: nodeCount)
    stack = .allocate(capacity: max(1, nodeCount))
    nextArc = .allocate(capacity: max(1, nodeCount))
  }

  deinit {
    index.deallocate()
    stack.deallocate()
    nextArc.deallocate()
  }

  func isNew(_ v: Int) -> Bool { index[v] == 0 }

  /// The component of every node, once all were visited.
  var labels: [Int32] { (0..<nodeCount).map { Int32(nodeCount) - index[$0] } }

  mutating func visit(_ start: Int, _ rows: Adjacency) {
    let (index, stack, nextArc) = (index, stack, nextArc)
    var (clock, waiting, top, found) = (clock, waiting, nodeCount, found)
    rows.withUnsafeRows { offsets, targets in
      var entered = start
      while true {
        if entered >= 0 {
          top &-= 1
          stack[top] = Int32(truncatingIfNeeded: entered)
          nextArc[entered] = offsets[entered]
          index[entered] = clock
          clock &+= 1
          entered = -1
        }
        if top == nodeCount { break }
        // Stands as its complement once something lower was found: then it is not the root of a component.
        let entry = stack[top]
        let v = Int(entry < 0 ? ~entry : entry)
        let known = index[v]
        var lowest = known
        var arc = nextArc[v]
        let end = offsets[v &+ 1]
        while arc < end {
          let w = Int(targets[arc])
          let theirs = index[w]
          if theirs == 0 {
            entered = w
            break
          }
          // Coming back to the same arc after `w` is done, or `w` was known: its lowest order counts for `v`.
          lowest = min(lowest, theirs)
          arc &+= 1
        }
        let isRoot = entry >= 0 && lowest == known
        if entered >= 0 {
          index[v] = lowest
          nextArc[v] = arc
          if !isRoot { stack[top] = ~Int32(truncatingIfNeeded: v) }
          continue
        }
        top &+= 1
        if isRoot {
          // It and all that waits with a higher order are one component, whose number is higher than any open order.
          let number = Int32(truncatingIfNeeded: nodeCount &- found)
          while waiting > 0, index[Int(stack[waiting &- 1])] >= known {
            waiting &-= 1
            index[Int(stack[waiting])] = number
            clock &-= 1
          }
          index[v] = number
          clock &-= 1
          found &+= 1
        } else {
          index[v] = lowest
          stack[waiting] = Int32(truncatingIfNeeded: v)
          waiting &+= 1
        }
      }
    }
    (self.clock, self.waiting, self.found) = (clock, waiting, found)
  }
}
