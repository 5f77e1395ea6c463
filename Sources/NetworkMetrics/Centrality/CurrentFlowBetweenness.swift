import GraphCore

extension Graph {
  /// Current-flow betweenness: how much of the current between others flows through a node when ties conduct by their strength (random-walk betweenness).
  ///
  /// B(v) = Σ over pairs s, t ≠ v of ½·Σ_{e at v} |current over e| for one unit from s to t; a pair counts once. Normalised: divided by (n−1)(n−2)/2, n the size
  /// of the component. Computed in every connected component apart; undefined in components below three nodes. Not comparable across components. Directed
  /// graphs are taken as undirected, strengths of mutual arcs summed. Strengths count; pass `unweighted()` to leave them out.
  ///
  /// Exact: O(n³ + m·n·log n) time and 16·n² bytes for the largest component. The same bits on any number of threads.
  ///
  /// Source: U. Brandes, D. Fleischer, *Centrality measures based on current flow*, STACS 2005, doi:10.1007/978-3-540-31856-9_44; M. Newman, *A measure of
  /// betweenness centrality based on random walks*, Social Networks 27 (2005), doi:10.1016/j.socnet.2004.11.009.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/cancelled``, ``MetricError/notFinite(measure:)``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func currentFlowBetweenness(
    _ normalization: Normalization = .raw,
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    var values = [Double?](repeating: nil, count: nodeCount)
    let circuits = try circuits(control: control)
    control.begin("current_flow_betweenness", total: 3 * nodeCount)
    for (members, graph) in circuits {
      let n = members.count
      if n >= 3 {
        let inverse = try LaplacianInverse(
          graph,
          measure: "current_flow_betweenness",
          control: control
        )
        let throughput = graph.throughput(inverse, control)
        try control.check()
        let scale = normalization == .raw ? 1 : Double((n - 1) * (n - 2)) / 2
        for (place, v) in members.enumerated() { values[v] = throughput[place] / scale }
      }
      // The inverse has told of two units per node but one.
      control.advance(by: n >= 3 ? n + 2 : 3 * n)
    }
    guard values.allSatisfy({ $0?.isFinite ?? true }) else {
      throw .notFinite(measure: "current_flow_betweenness")
    }
    return NodeScores(values)
  }

  /// Σ over pairs s, t of the current through every node, pairs with the node itself left out.
  private func throughput(_ inverse: LaplacianInverse, _ control: RunControl) -> [Double] {
    let n = nodeCount
    let rows = out
    let sums = Column(n)
    let shards = NodeShards(rows)
    control.forEachShard(shards.count) { shard in
      var drop = [Double](repeating: 0, count: n)
      for v in shards.range(shard) where !control.isCancelled {
        var total = 0.0
        for arc in rows.arcs(of: v) {
          let w = Int(rows.targets[arc])
          let strength = rows.weight(at: arc)
          // The current over the tie for s → t is drop(s) − drop(t).
          for s in 0..<n { drop[s] = strength * (inverse[v][s] - inverse[w][s]) }
          let own = drop[v]
          for s in 0..<n { total -= abs(own - drop[s]) }
          drop.sort()
          // In ascending order the value at place i is the larger one of i pairs and the smaller one of n − 1 − i.
          for i in 0..<n { total += Double(2 * i - (n - 1)) * drop[i] }
        }
        sums.values[v] = total / 2
      }
    }
    return sums.array
  }
}
