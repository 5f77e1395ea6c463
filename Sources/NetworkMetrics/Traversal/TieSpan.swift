import GraphCore

extension Graph {
  /// The span of each tie: steps of the shortest way from its source to its target without it; `nil` where there is none.
  ///
  /// At least 2; in the order of ``EdgeScores``. Directed: along arcs, the tie being one arc, so that its reverse is no way
  /// round. Undirected: without the edge, `nil` for bridges. Binary. One search per node that ends as soon as the ways round all of its
  /// ties are found: near O(Σ degree²) where ties are embedded, O(n·m) at worst. Any number of threads gives the same.
  ///
  /// Source: D. Watts, *Small Worlds*, Princeton University Press 1999 (range of a tie).
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func tieSpan(control: RunControl = RunControl()) throws(MetricError) -> [Int?] {
    try MemoryBudget.require(nodeCount, of: 24 * control.threads, fixed: out.arcCount * 8)
    // A bridge has no way round: its search need not go through the whole component to find that out.
    var isBridge = [Bool](repeating: false, count: isDirected ? 0 : out.arcCount)
    if !isDirected {
      for bridge in try biconnectivity(control: control).bridges {
        if let arc = out.arc(from: bridge.lower, to: bridge.upper) { isBridge[arc] = true }
      }
    }
    let known = isBridge
    var spans = [Int32](repeating: 0, count: out.arcCount)
    let shards = max(1, min(64, nodeCount / 64))
    control.begin("span", total: nodeCount)
    spans.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(shards) { shard in
        var search = DetourSearch(nodeCount: nodeCount)
        let range = (shard * nodeCount / shards)..<((shard + 1) * nodeCount / shards)
        for v in range where !control.isCancelled {
          search.run(self, from: v, known: known, results)
        }
        control.advance(by: range.count)
      }
    }
    try control.check()
    return ties().map { spans[$0.arc] == 0 ? nil : Int(spans[$0.arc]) }
  }
}

/// Breadth-first search that keeps for every node the first steps of two shortest ways that start differently.
///
/// The way round a tie s → t is the shortest way to t whose first step is not t. Where a way to t passes a node x, one of the two
/// kept at x does not start with t, and none shorter was dropped: two are enough.
private struct DetourSearch {
  private var first: [Int32]
  private var second: [Int32]
  private var queue: [(node: Int32, start: Int32, steps: Int32)] = []
  private var touched: [Int32] = []

  init(nodeCount: Int) {
    first = [Int32](repeating: -1, count: nodeCount)
    second = first
  }

  /// Writes the spans of the ties in the row of `source` to their arc indices in `spans`.
  mutating func run(
    _ graph: Graph,
    from source: Int,
    known isBridge: [Bool],
    _ spans: UnsafeMutableBufferPointer<Int32>
  ) {
    let row = graph.out.arcs(of: source)
    var open = 0
    for arc in row {
      // Undirected ties are read from the row of their lower end only.
      let target = graph.out.targets[arc]
      let wanted = graph.isDirected || (Int(target) > source && !isBridge[arc])
      if wanted { open += 1 }
      reach(target, start: target, steps: 1)
    }
    var head = 0
    while head < queue.count && open > 0 {
      let (node, start, steps) = queue[head]
      head += 1
      for target in graph.out[Int(node)] where Int(target) != source {
        if !reach(target, start: start, steps: steps + 1) || start == target { continue }
        // The first way that does not start with the tie itself closes it.
        guard first[Int(target)] == target, let arc = graph.out.arc(from: source, to: Int(target))
        else { continue }
        spans[arc] = steps + 1
        if graph.isDirected || (Int(target) > source && !isBridge[arc]) { open -= 1 }
      }
    }
    for node in touched {
      first[Int(node)] = -1
      second[Int(node)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
  }

  /// Notes a way to `node` and returns whether it is one of the two to keep.
  @discardableResult
  private mutating func reach(_ node: Int32, start: Int32, steps: Int32) -> Bool {
    let v = Int(node)
    if first[v] < 0 {
      first[v] = start
      touched.append(node)
    } else if first[v] != start && second[v] < 0 {
      second[v] = start
    } else {
      return false
    }
    queue.append((node, start, steps))
    return true
  }
}
