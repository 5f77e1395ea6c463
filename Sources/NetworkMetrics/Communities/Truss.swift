import GraphCore

/// How tightly ties are woven into triangles.
public struct TrussDecomposition: Sendable, Equatable {
  /// Per tie, in the order of ``EdgeScores``: the largest k for which it is in the k-truss, 2 for a tie in no triangle.
  public let tieTruss: [Int]
  /// Per node: the largest value of its ties, 0 for isolates.
  public let nodeTruss: [Int]

  /// The largest k with a tie, 0 without ties.
  public var largest: Int { tieTruss.max() ?? 0 }
}

extension Graph {
  /// The k-trusses: the largest sets of ties in which every tie is in at least k − 2 triangles of the set.
  ///
  /// On the undirected skeleton; both arcs of a mutual pair carry the value of their pair. Binary. Ties are taken away in the order of the
  /// triangles left on them, the tie with fewest first: O(Σ over ties of the smaller degree of the two ends · log) time, 40 bytes per tie.
  ///
  /// Source: J. Cohen, *Trusses: cohesive subgraphs for social network analysis*, NSA technical report 2008; J. Wang, J. Cheng, *Truss
  /// decomposition in massive networks*, PVLDB 5 (2012), doi:10.14778/2311906.2311909.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func trussDecomposition(
    control: RunControl = RunControl()
  ) throws(MetricError) -> TrussDecomposition {
    let skeleton = OrientedSkeleton(self, control: control)
    let support = try skeleton.support(control: control)
    var peeling = TrussPeeling(self.skeleton().out, skeleton, support)
    try peeling.run(control: control)
    var nodeTruss = [Int](repeating: 0, count: nodeCount)
    let tieTruss = ties().map { tie in
      let value = peeling.truss[skeleton.arc(of: tie.source, tie.target)]
      nodeTruss[tie.source] = max(nodeTruss[tie.source], value)
      nodeTruss[tie.target] = max(nodeTruss[tie.target], value)
      return value
    }
    return TrussDecomposition(tieTruss: tieTruss, nodeTruss: nodeTruss)
  }

  /// The clusters of the k-truss: its connected components, every other node alone.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for k below 2; as ``trussDecomposition(control:)``.
  public func trussClusters(
    _ k: Int,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Partition {
    guard k >= 2 else { throw .invalidOption(name: "k", reason: "trusses start at 2") }
    let truss = try trussDecomposition(control: control).tieTruss
    var kept = ArcList()
    for (tie, value) in zip(ties(), truss) where value >= k {
      kept.append(from: Int32(tie.source), to: Int32(tie.target))
    }
    let graph: Graph
    do throws(GraphError) {
      graph = try kept.makeGraph(nodeCount: nodeCount, .undirected)
    } catch {
      preconditionFailure("ends were nodes before: \(error)")
    }
    return try graph.weakComponents(control: control).partition
  }
}

/// Ties sorted by the triangles left on them, in one array with a start per number, as in bucket core decomposition.
private struct TrussPeeling {
  private let rows: Adjacency
  private let skeleton: OrientedSkeleton
  private let low: [Int32]
  private var left: [Int]
  private var order: [Int32]
  private var place: [Int32]
  private var start: [Int]
  private(set) var truss: [Int]

  init(_ rows: Adjacency, _ skeleton: OrientedSkeleton, _ support: [Int]) {
    self.rows = rows
    self.skeleton = skeleton
    left = support
    let ties = support.count
    var low = [Int32](repeating: 0, count: ties)
    for v in 0..<rows.nodeCount {
      for arc in skeleton.offsets[v]..<skeleton.offsets[v + 1] { low[arc] = Int32(v) }
    }
    self.low = low
    start = [Int](repeating: 0, count: (support.max() ?? 0) + 2)
    for count in support { start[count + 1] += 1 }
    for value in 1..<start.count { start[value] += start[value - 1] }
    var cursor = start
    order = [Int32](repeating: 0, count: ties)
    place = order
    for tie in 0..<ties {
      place[tie] = Int32(cursor[support[tie]])
      order[cursor[support[tie]]] = Int32(tie)
      cursor[support[tie]] += 1
    }
    truss = [Int](repeating: 0, count: ties)
  }

  mutating func run(control: RunControl) throws(MetricError) {
    control.begin("truss", total: order.count)
    var floor = 0
    for position in order.indices {
      if position & 0xfff == 0 {
        try control.check()
        control.advance(by: min(0x1000, order.count - position))
      }
      let tie = Int(order[position])
      floor = max(floor, left[tie])
      truss[tie] = floor + 2
      let (a, b) = (Int(low[tie]), Int(skeleton.targets[tie]))
      let (small, large) = rows.degree(of: a) < rows.degree(of: b) ? (a, b) : (b, a)
      for other in rows[small] where rows.arc(from: large, to: Int(other)) != nil {
        let first = skeleton.arc(of: small, Int(other))
        let second = skeleton.arc(of: large, Int(other))
        // A triangle is there as long as none of its ties was taken away.
        guard truss[first] == 0 && truss[second] == 0 else { continue }
        lower(first, floor, position)
        lower(second, floor, position)
      }
    }
  }

  /// Takes one triangle off a tie: it changes places with the first tie of its number, which then starts one later.
  private mutating func lower(_ tie: Int, _ floor: Int, _ position: Int) {
    let count = left[tie]
    guard count > floor else { return }
    let first = max(start[count], position + 1)
    let other = order[first]
    order[Int(place[tie])] = other
    place[Int(other)] = place[tie]
    order[first] = Int32(tie)
    place[tie] = Int32(first)
    start[count] = first + 1
    left[tie] = count - 1
  }
}
