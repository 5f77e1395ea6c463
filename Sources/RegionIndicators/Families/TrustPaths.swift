import GraphCore
import LearningRegion
import NetworkMetrics

/// Trust between pairs as shares, and how far it carries over others.
public struct TrustPaths: Sendable {
  /// Trust of each arc, above 0 and at most 1; nodes are those of the network.
  let graph: Graph
  /// Paths of less trust than this are not followed.
  let floor: Double

  /// Somebody reached through trust.
  public struct Reached: Sendable, Equatable {
    /// The node.
    public let node: Int
    /// The largest product of trust along a path.
    public let trust: Double
    /// The node before it on that path.
    public let before: Int
  }

  /// Sources that one search after the other starts from.
  private static let shardSize = 512

  /// The sum of the best products of trust to all others, per node. O(nodes · reached arcs · log); the same on any number of threads.
  func reach(control: RunControl) throws(MetricError) -> [Double] {
    let count = graph.nodeCount
    var sums = [Double](repeating: 0, count: count)
    let shards = (count + Self.shardSize - 1) / Self.shardSize
    control.begin("trust paths", total: shards)
    sums.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(shards) { shard in
        var search = Search(count)
        let first = shard * Self.shardSize
        for source in first..<min(count, first + Self.shardSize) where !control.isCancelled {
          search.run(graph, source, floor)
          results[source] = search.found.reduce(0) { $0 + $1.trust }
        }
        control.advance()
      }
    }
    if control.isCancelled { throw .cancelled }
    return sums
  }

  /// Everybody whom trust carries to from a node, most trusted first; the node itself is not among them.
  public func reached(from source: Int) -> [Reached] {
    var search = Search(graph.nodeCount)
    search.run(graph, source, floor)
    return search.found
  }

  /// Shows everybody whom trust carries to, node by node.
  func reachedFromEach(
    control: RunControl,
    _ show: (_ source: Int, _ reached: [Reached]) -> Void
  ) throws(MetricError) {
    var search = Search(graph.nodeCount)
    for source in 0..<graph.nodeCount {
      if control.isCancelled { throw .cancelled }
      search.run(graph, source, floor)
      show(source, search.found)
    }
  }

  /// Dijkstra's search on −ln τ, written with products: the most trusted open node is settled next.
  private struct Search {
    var best: [Double]
    var before: [Int32]
    var isSettled: [Bool]
    var touched: [Int] = []
    var heap: [(trust: Double, node: Int32)] = []
    /// Whom the last search reached, most trusted first.
    var found: [Reached] = []

    init(_ nodeCount: Int) {
      best = [Double](repeating: 0, count: nodeCount)
      before = [Int32](repeating: -1, count: nodeCount)
      isSettled = [Bool](repeating: false, count: nodeCount)
    }

    mutating func run(_ graph: Graph, _ source: Int, _ floor: Double) {
      found.removeAll(keepingCapacity: true)
      best[source] = 1
      touched.append(source)
      push(1, Int32(source))
      while let (trust, node) = pop() {
        let v = Int(node)
        if isSettled[v] { continue }
        isSettled[v] = true
        if v != source { found.append(Reached(node: v, trust: trust, before: Int(before[v]))) }
        for arc in graph.out.arcs(of: v) {
          let u = Int(graph.out.targets[arc])
          let product = trust * graph.out.weight(at: arc)
          guard product >= floor, product > best[u], !isSettled[u] else { continue }
          if best[u] == 0 { touched.append(u) }
          best[u] = product
          before[u] = Int32(v)
          push(product, Int32(u))
        }
      }
      for node in touched {
        best[node] = 0
        before[node] = -1
        isSettled[node] = false
      }
      touched.removeAll(keepingCapacity: true)
    }

    /// More trust first; of equal trust the lower node, so that the order is always the same.
    private func isAbove(_ a: Int, _ b: Int) -> Bool {
      heap[a].trust != heap[b].trust ? heap[a].trust > heap[b].trust : heap[a].node < heap[b].node
    }

    private mutating func push(_ trust: Double, _ node: Int32) {
      heap.append((trust, node))
      var place = heap.count - 1
      while place > 0, isAbove(place, (place - 1) / 2) {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    private mutating func pop() -> (Double, Int32)? {
      guard let top = heap.first else { return nil }
      let last = heap.removeLast()
      guard !heap.isEmpty else { return (top.trust, top.node) }
      heap[0] = last
      var place = 0
      while true {
        var next = place
        for child in [2 * place + 1, 2 * place + 2]
        where child < heap.count && isAbove(child, next) { next = child }
        if next == place { break }
        heap.swapAt(place, next)
        place = next
      }
      return (top.trust, top.node)
    }
  }
}

extension IndicatorInput {
  /// Trust as shares: the recorded trust relations, each rescaled to (w − min)/(max − min) of its scale (without one: from 0 to its largest
  /// weight), the most trusting counting where there are several; without any, trust from joint actions. `nil` where there is
  /// neither.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)`` for a floor that is no share.
  public func trustPaths(
    floor: Double = 0.1,
    control: RunControl = RunControl()
  ) throws(MetricError) -> TrustPaths? {
    guard floor > 0, floor <= 1 else {
      throw .invalidOption(name: "floor", reason: "it must be a share above 0")
    }
    let relations = region.relations.filter { $0.kind == .trust }
    var shares: [UInt64: Double] = [:]
    func add(_ source: Int, _ target: Int, _ share: Double) {
      let key = UInt64(source) << 32 | UInt64(target)
      shares[key] = max(shares[key] ?? 0, min(1, share))
    }
    for relation in relations {
      let graph = try network(ofRelations: [relation.name]).graph
      let low = relation.scale?.lowerBound ?? 0
      let high = relation.scale?.upperBound ?? (graph.out.weights?.max() ?? 1)
      guard high > low else { continue }
      for v in 0..<graph.nodeCount {
        for arc in graph.out.arcs(of: v) {
          let share = (graph.out.weight(at: arc) - low) / (high - low)
          if share > 0 { add(v, Int(graph.out.targets[arc]), share) }
        }
      }
    }
    if relations.isEmpty {
      guard !region.jointActions.rows.isEmpty else { return nil }
      let nodeOf = network.nodeOfActor(actorCount: region.actors.count)
      for tie in try region.trustFromAction(control: control).ties {
        let (a, b) = (Int(nodeOf[tie.first]), Int(nodeOf[tie.second]))
        guard a >= 0, b >= 0 else { continue }
        add(a, b, tie.trust)
        add(b, a, tie.trust)
      }
    }
    var arcs = ArcList(capacity: shares.count)
    for (key, share) in shares.sorted(by: { $0.key < $1.key }) {
      let (source, target) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
      // Rows of an undirected relation hold every tie twice already: as arcs they mean the same.
      arcs.append(from: source, to: target, weight: share)
    }
    do throws(GraphError) {
      let graph = try arcs.makeGraph(nodeCount: network.graph.nodeCount, .directed)
      return TrustPaths(graph: graph, floor: floor)
    } catch {
      throw .invalidOption(name: "trust", reason: "\(error)")
    }
  }
}
