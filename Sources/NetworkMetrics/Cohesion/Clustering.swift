import GraphCore

extension Graph {
  /// The local clustering coefficient: which share of the pairs of a node's neighbours are tied to each other.
  ///
  /// C(v) = 2 t(v) / (d(v)(d(v) − 1)), t the triangles and d the degree on the undirected simple skeleton; from 0 to 1. A node with
  /// fewer than two neighbours has 0, not an undefined value, as in networkx `clustering`. O(edges^1.5) at worst.
  ///
  /// `weighted` is the form of Onnela: every triangle counts with the geometric mean of its three strengths, each divided by
  /// the largest strength of the graph; arcs of a pair are summed first. Equal to networkx `clustering(weight=…)` on the undirected graph.
  ///
  /// Source: D. Watts, S. Strogatz, *Collective dynamics of small-world networks*, Nature 393 (1998), doi:10.1038/30918; J.-P.
  /// Onnela, J. Saramäki, J. Kertész, K. Kaski, *Intensity and coherence of motifs in weighted complex networks*, Phys. Rev. E
  /// 71 (2005), doi:10.1103/PhysRevE.71.065103.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``; weighted also
  ///   ``MetricError/negativeWeight(source:target:weight:)``.
  public func clustering(
    _ value: TieValue = .binary,
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    switch value {
    case .binary:
      guard isDirected else { return try plainClustering(control: control) }
      let skeleton = OrientedSkeleton(self, control: control)
      let triangles = try skeleton.trianglesPerNode(control: control)
      return NodeScores(
        zip(triangles, skeleton.degree).map { Self.closedShare(Double($0), degree: Int($1)) }
      )
    case .weighted:
      return try weightedClustering(control: control)
    }
  }

  /// The mean of ``clustering(_:control:)`` over all nodes, those with 0 included; `nil` without nodes. Summed in node order.
  ///
  /// - Throws: as ``clustering(_:control:)``.
  public func meanClustering(
    _ value: TieValue = .binary,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Double? {
    guard nodeCount > 0 else { return nil }
    let values = try clustering(value, control: control).values
    return values.reduce(0) { $0 + ($1 ?? 0) } / Double(nodeCount)
  }

  private static func closedShare(_ triangles: Double, degree: Int) -> Double {
    degree < 2 ? 0 : 2 * triangles / (Double(degree) * Double(degree - 1))
  }

  private func plainClustering(control: RunControl) throws(MetricError) -> NodeScores {
    let triangles = try triangles(control: control)
    let shares = [Double?](filling: nodeCount) { shares, filled in
      nonisolated(unsafe) let shares = shares
      let shards = NodeShards(out)
      // Nobody can cancel this one: a part left out would leave shares that nothing was written to.
      RunControl(threads: control.threads).forEachShard(shards.count) { shard in
        for v in shards.range(shard) {
          (shares.baseAddress! + v).initialize(
            to: Self.closedShare(Double(triangles[v]), degree: out.degree(of: v))
          )
        }
      }
      filled = nodeCount
    }
    return NodeScores(shares)
  }

  /// Every node looks for its own triangles, so that its sum has one order whatever the number of threads.
  private func weightedClustering(control: RunControl) throws(MetricError) -> NodeScores {
    try requireNonNegativeWeights()
    let rows = symmetrized(.weak).out
    let n = nodeCount
    let strongest = rows.weights?.max() ?? 1
    guard strongest > 0 else { return NodeScores([Double?](repeating: 0, count: n)) }
    // The cube roots of the scaled strengths: three of them multiply to the geometric mean.
    let roots = (0..<rows.arcCount).map { cubeRoot(rows.weight(at: $0) / strongest) }
    let sums = try perNode(n, phase: "clustering", control: control) { v, marks, last in
      for arc in rows.arcs(of: v) { marks[Int(rows.targets[arc])] = roots[arc] }
      var sum = 0.0
      for arc in rows.arcs(of: v) {
        let u = Int(rows.targets[arc])
        for leg in rows.arcs(of: u) {
          let w = Int(rows.targets[leg])
          if w > u { sum += roots[arc] * roots[leg] * marks[w] }
        }
      }
      for arc in rows.arcs(of: v) { marks[Int(rows.targets[arc])] = 0 }
      last = Self.closedShare(sum, degree: rows.degree(of: v))
    }
    return try NodeScores(checking: sums, measure: "clustering")
  }
}
