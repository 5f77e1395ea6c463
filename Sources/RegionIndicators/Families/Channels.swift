import GraphCore
import LearningRegion
import NetworkMetrics

/// How many ways there are between two actors that share nobody in between.
enum Channels {
  /// Pairs for which the ways are counted.
  private static let sample = 200

  static func indicator(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("pairs of actors", "par av aktører")
    let graph = input.network.graph.skeleton()
    let n = graph.nodeCount
    guard graph.edgeCount > 0 else {
      return Indicator(
        "channels",
        .notMeasured([DataGap("ties.csv", "source", "target")]),
        unit: .share,
        cases: cases
      )
    }
    let pairs = n * (n - 1) / 2
    let joined = try pairsWithTwoWays(graph, control)
    let mean = try meanWays(graph, seed: input.seed, control)
    var indicator = Indicator(
      "channels",
      .value(
        pairs > 0 ? Double(joined) / Double(pairs) : nil,
        n: pairs,
        minimum: Minimum.cases
      ),
      unit: .share,
      cases: cases,
      parts: [
        IndicatorPart(
          "mean number of disjoint paths",
          .value(mean.mean, n: mean.pairs, minimum: Minimum.cases)
        )
      ]
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of all pairs are joined by two or more independent channels.",
          "\(share: share) av alle par er knyttet sammen av to eller flere uavhengige kanaler."
        )
      )
    }
    return indicator
  }

  /// Pairs that lie in one biconnected component of three or more nodes; two nodes share at most one such component.
  ///
  /// One depth-first search with an explicit stack (Hopcroft–Tarjan). O(nodes + arcs).
  static func pairsWithTwoWays(
    _ graph: Graph,
    _ control: RunControl
  ) throws(MetricError) -> Int {
    let n = graph.nodeCount
    var depth = [Int](repeating: -1, count: n)
    var low = [Int](repeating: 0, count: n)
    var next = (0..<n).map { graph.out.offsets[$0] }
    var path: [Int] = []
    // Nodes met and not yet in a finished component, the deepest last.
    var open: [Int] = []
    var pairs = 0
    for root in 0..<n where depth[root] < 0 {
      if control.isCancelled { throw .cancelled }
      depth[root] = 0
      low[root] = 0
      path.append(root)
      open.append(root)
      while let v = path.last {
        if next[v] < graph.out.offsets[v + 1] {
          let u = Int(graph.out.targets[next[v]])
          next[v] += 1
          if depth[u] < 0 {
            depth[u] = depth[v] + 1
            low[u] = depth[u]
            path.append(u)
            open.append(u)
          } else if path.count < 2 || u != path[path.count - 2] {
            low[v] = min(low[v], depth[u])
          }
          continue
        }
        path.removeLast()
        guard let parent = path.last else {
          open.removeAll(keepingCapacity: true)
          break
        }
        low[parent] = min(low[parent], low[v])
        if low[v] >= depth[parent] {
          var size = 1
          while let last = open.popLast() {
            size += 1
            if last == v { break }
          }
          if size > 2 { pairs += size * (size - 1) / 2 }
        }
      }
    }
    return pairs
  }

  /// The mean over seeded pairs (all, where there are few) of the largest number of paths with no inner node in common; a direct tie is one.
  static func meanWays(
    _ graph: Graph,
    seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> (mean: Double?, pairs: Int) {
    let n = graph.nodeCount
    guard n > 1 else { return (nil, 0) }
    var chosen: [(Int, Int)] = []
    if n * (n - 1) / 2 <= sample {
      for a in 0..<n { for b in (a + 1)..<max(n, a + 1) { chosen.append((a, b)) } }
    } else {
      var random = RandomStream(seed: seed, stream: 0x6368_616E)
      // Work per pair grows with the ties: large networks are asked less often.
      let count = max(8, min(sample, 20_000_000 / max(1, graph.out.arcCount)))
      while chosen.count < count {
        let (a, b) = (random.next(below: n), random.next(below: n))
        if a != b { chosen.append((a, b)) }
      }
    }
    var sum = 0
    var ways = DisjointPaths(graph)
    for (a, b) in chosen {
      if control.isCancelled { throw .cancelled }
      sum += ways.count(a, b)
    }
    return (Double(sum) / Double(chosen.count), chosen.count)
  }
}

/// Counts vertex-disjoint paths one augmenting search after the other (Menger).
struct DisjointPaths {
  private let graph: Graph
  /// Where the flow through each node comes from and goes to; −1 without flow.
  private var from: [Int]
  private var to: [Int]
  private var usedNodes: [Int] = []
  /// States of the search: node · 2 when reached from outside, + 1 when its exit is reached.
  private var before: [Int]
  private var touched: [Int] = []

  init(_ graph: Graph) {
    self.graph = graph
    from = [Int](repeating: -1, count: graph.nodeCount)
    to = from
    before = [Int](repeating: -1, count: 2 * graph.nodeCount)
  }

  /// The largest number of paths between two nodes that share no node in between; a direct tie is one of them.
  mutating func count(_ source: Int, _ target: Int) -> Int {
    var ways = graph.hasArc(from: source, to: target) ? 1 : 0
    let most = min(graph.out.degree(of: source), graph.out.degree(of: target))
    while ways < most, augment(source, target) { ways += 1 }
    for node in usedNodes {
      from[node] = -1
      to[node] = -1
    }
    usedNodes.removeAll(keepingCapacity: true)
    return ways
  }

  /// One breadth-first search in the residual network, in which every node but the ends is split into an entry and an exit of capacity 1.
  private mutating func augment(_ source: Int, _ target: Int) -> Bool {
    for state in touched { before[state] = -1 }
    touched.removeAll(keepingCapacity: true)
    var queue: [Int] = [2 * source + 1]
    before[2 * source + 1] = 2 * source + 1
    touched.append(2 * source + 1)
    var head = 0
    func visit(_ state: Int, _ last: Int, _ search: inout DisjointPaths, _ queue: inout [Int]) {
      guard search.before[state] < 0 else { return }
      search.before[state] = last
      search.touched.append(state)
      queue.append(state)
    }
    while head < queue.count {
      let state = queue[head]
      head += 1
      let v = state / 2
      if state % 2 == 0 {
        // At an entry: through to the exit if nothing flows there, and back along the flow that comes in.
        if from[v] < 0 {
          visit(2 * v + 1, state, &self, &queue)
        } else if from[v] != source {
          visit(2 * from[v] + 1, state, &self, &queue)
        }
        continue
      }
      // An exit from which the flow is taken back gives the entry of the same node.
      if v != source, from[v] >= 0 { visit(2 * v, state, &self, &queue) }
      for arc in graph.out.arcs(of: v) {
        let u = Int(graph.out.targets[arc])
        if u == source || (v == source && u == target) { continue }
        if u == target {
          if v != source, to[v] != target {
            apply(state, source, target)
            return true
          }
          continue
        }
        // Flow that is there already cannot be sent twice.
        if v == source ? from[u] == source : to[v] == u { continue }
        visit(2 * u, state, &self, &queue)
      }
    }
    return false
  }

  /// Sends one unit along the path found: the arcs of old and new flow, those that go both ways taken out, are the new flow.
  private mutating func apply(_ last: Int, _ source: Int, _ target: Int) {
    var added: [(Int, Int)] = [(last / 2, target)]
    var removed: [(Int, Int)] = []
    var state = last
    while state != 2 * source + 1 {
      let earlier = before[state]
      let (v, u) = (earlier / 2, state / 2)
      if u != v {
        if earlier % 2 == 1 && state % 2 == 0 {
          added.append((v, u))
        } else {
          // From the entry of v back to the exit of u: the flow u → v is taken back.
          removed.append((u, v))
        }
      }
      state = earlier
    }
    for (u, v) in removed {
      if u != source, to[u] == v { to[u] = -1 }
      if v != target, from[v] == u { from[v] = -1 }
    }
    for (v, u) in added {
      if v != source {
        to[v] = u
        usedNodes.append(v)
      }
      if u != target {
        from[u] = v
        usedNodes.append(u)
      }
    }
  }
}
