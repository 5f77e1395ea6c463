/// When two arcs become one undirected edge.
public enum Symmetrization: Sendable, Equatable {
  /// If either arc is there.
  case weak
  /// Only if both are.
  case strong
}

extension Graph {
  /// The undirected graph of a directed one; strengths of the two arcs are summed. Undirected graphs come back as they are.
  /// O(nodes + arcs).
  public func symmetrized(_ rule: Symmetrization) -> Graph {
    guard isDirected else { return self }
    let back = incoming
    // Strengths are carried as soon as some edge would not weigh 1: two arcs of 1 make an edge of 2.
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var ends: [Int32] = []
    var strengths: [Double] = []
    for v in 0..<nodeCount {
      var i = out.offsets[v]
      var j = back.offsets[v]
      let iEnd = out.offsets[v + 1]
      let jEnd = back.offsets[v + 1]
      while i < iEnd || j < jEnd {
        let left = i < iEnd ? out.targets[i] : Int32.max
        let right = j < jEnd ? back.targets[j] : Int32.max
        let both = left == right
        if both || rule == .weak {
          ends.append(min(left, right))
          // The arc from the lower node is added first at both ends, so that both rows hold the same bits.
          let leaving = left <= right ? out.weight(at: i) : 0
          let arriving = right <= left ? back.weight(at: j) : 0
          strengths.append(Int(min(left, right)) > v ? leaving + arriving : arriving + leaving)
        }
        if left <= right { i += 1 }
        if right <= left { j += 1 }
      }
      offsets.append(ends.count)
    }
    let plain = strengths.allSatisfy { $0 == 1 }
    return Graph(
      symmetric: Adjacency(offsets: offsets, targets: ends, weights: plain ? nil : strengths),
      loopsDropped: loopsDropped,
      parallelMerged: parallelMerged
    )
  }

  /// The undirected simple skeleton: who is tied to whom at all, without direction or strength. O(nodes + arcs).
  public func skeleton() -> Graph {
    symmetrized(.weak).unweighted()
  }

  /// The graph with every arc turned round; an undirected graph is its own transpose.
  public func transposed() -> Graph {
    guard isDirected else { return self }
    return Graph(
      out: incoming,
      incoming: out,
      loopsDropped: loopsDropped,
      parallelMerged: parallelMerged
    )
  }

  /// The graph on some of the nodes: new node `i` is `nodes[i]`. O(nodes + arcs of the chosen nodes).
  ///
  /// `nodes` must be ascending and without repeats, which keeps rows sorted.
  public func induced(on nodes: [Int]) -> Graph {
    var newNumber = [Int32](repeating: -1, count: nodeCount)
    for (new, old) in nodes.enumerated() {
      precondition(new == 0 || nodes[new - 1] < old, "nodes ascending, none twice")
      newNumber[old] = Int32(new)
    }
    func cut(_ rows: Adjacency) -> Adjacency {
      var offsets = [0]
      offsets.reserveCapacity(nodes.count + 1)
      var ends: [Int32] = []
      var strengths: [Double]? = rows.weights.map { _ in [] }
      for old in nodes {
        for arc in rows.arcs(of: old) where newNumber[Int(rows.targets[arc])] >= 0 {
          ends.append(newNumber[Int(rows.targets[arc])])
          if let weights = rows.weights { strengths?.append(weights[arc]) }
        }
        offsets.append(ends.count)
      }
      return Adjacency(offsets: offsets, targets: ends, weights: strengths)
    }
    return isDirected ? Graph(out: cut(out), incoming: cut(incoming)) : Graph(symmetric: cut(out))
  }

  /// The same graph under other numbers: old node `v` becomes `newNumber[v]`, a permutation. O(nodes + arcs).
  public func relabelled(_ newNumber: [Int32]) -> Graph {
    precondition(newNumber.count == nodeCount, "one new number per node")
    var oldNumber = [Int](repeating: -1, count: nodeCount)
    for (old, new) in newNumber.enumerated() {
      precondition(oldNumber[Int(new)] < 0, "a permutation uses every number once")
      oldNumber[Int(new)] = old
    }
    // Rows in their new places, then two transposes to sort them: counting sorts both, so linear.
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var ends: [Int32] = []
    ends.reserveCapacity(out.arcCount)
    var strengths: [Double]? = out.weights.map { _ in [] }
    for old in oldNumber {
      for arc in out.arcs(of: old) {
        ends.append(newNumber[Int(out.targets[arc])])
        if let weights = out.weights { strengths?.append(weights[arc]) }
      }
      offsets.append(ends.count)
    }
    let back = Adjacency(offsets: offsets, targets: ends, weights: strengths).transposed()
    let forth = back.transposed()
    return isDirected ? Graph(out: forth, incoming: back) : Graph(symmetric: forth)
  }

  /// The graph of clusters: node `c` is cluster `c`, ties between clusters carry the summed strengths of the ties between their
  /// members. O(nodes + arcs).
  public func quotient(by partition: Partition) -> ClusterGraph {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    var between = ArcList(capacity: 0)
    var inside = [Double](repeating: 0, count: partition.count)
    for v in 0..<nodeCount {
      let own = partition.clusterOf[v]
      for arc in out.arcs(of: v) where isDirected || Int(out.targets[arc]) > v {
        let other = partition.clusterOf[Int(out.targets[arc])]
        if own == other {
          inside[Int(own)] += out.weight(at: arc)
        } else {
          between.append(from: own, to: other, weight: out.weight(at: arc))
        }
      }
    }
    // Cluster numbers and sums of sound strengths need no second check.
    let graph = between.sorted(
      nodeCount: partition.count,
      isDirected ? .directed : .undirected
    )
    return ClusterGraph(graph: graph, sizes: partition.sizes, inside: inside)
  }
}

/// What ``Graph/quotient(by:)`` gives.
public struct ClusterGraph: Sendable {
  /// One node per cluster; ties carry summed strengths.
  public let graph: Graph
  /// Members per cluster.
  public let sizes: [Int]
  /// Summed strength of the ties inside each cluster, an undirected tie counted once.
  public let inside: [Double]
}
