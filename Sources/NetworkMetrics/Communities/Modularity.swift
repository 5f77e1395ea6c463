import GraphCore

/// What a good partition into clusters is.
public enum ClusterQuality: Sendable, Equatable {
  /// Ties inside clusters against what degrees let expect (Newman–Girvan), on the undirected graph; of a directed graph the two
  /// arcs of a pair are summed first. A larger resolution gives smaller clusters; 1 is the classic measure.
  case modularity(resolution: Double = 1)
  /// Arcs inside clusters against what out- and in-degrees let expect (Leicht–Newman). On an undirected graph the same as `modularity`.
  case directedModularity(resolution: Double = 1)
  /// Constant Potts model: ties inside clusters against `resolution` per pair of members, so that the resolution is a density:
  /// denser inside, sparser between.
  case cpm(resolution: Double)

  /// The resolution γ.
  public var resolution: Double {
    switch self {
    case .modularity(let resolution), .directedModularity(let resolution), .cpm(let resolution):
      resolution
    }
  }

  /// - Throws: ``MetricError/invalidOption(name:reason:)`` unless the resolution is finite and not below zero.
  func check() throws(MetricError) {
    guard resolution.isFinite && resolution >= 0 else {
      throw .invalidOption(name: "resolution", reason: "it must be a number from 0 up")
    }
  }
}

extension Graph {
  /// How good a partition is.
  ///
  /// With w(c) the strength of the ties inside cluster c (an edge once), k its summed strengths, n its members, m all strengths:
  ///
  /// - modularity Σ_c [w(c)/m − γ (k(c)/2m)²], below 1; as networkx `modularity(weight=…)` and igraph `modularity`;
  /// - directed modularity Σ_c [w(c)/m − γ k_out(c) k_in(c)/m²], w over arcs; as networkx on directed graphs;
  /// - CPM Σ_c [w(c) − γ n(c)(n(c) − 1)/2], in units of strength; as leidenalg `CPMVertexPartition`. Arcs of a pair are summed.
  ///
  /// Weights count; ties without weights have 1. Modularity of a graph without ties is not defined: `nil`. O(nodes + arcs).
  ///
  /// Source: M. Newman, *Analysis of weighted networks*, Phys. Rev. E 70 (2004), doi:10.1103/PhysRevE.70.056131; J. Reichardt, S.
  /// Bornholdt, Phys. Rev. E 74 (2006), doi:10.1103/PhysRevE.74.016110; E. Leicht, M. Newman, *Community structure in directed
  /// networks*, Phys. Rev. Lett. 100 (2008), doi:10.1103/PhysRevLett.100.118703; V. Traag, P. Van Dooren, Y. Nesterov, *Narrow
  /// scope for resolution-limit-free community detection*, Phys. Rev. E 84 (2011), doi:10.1103/PhysRevE.84.016114.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for a resolution below zero;
  ///   ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/notFinite(measure:)``.
  public func quality(
    of partition: Partition,
    _ quality: ClusterQuality = .modularity(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> Double? {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    try quality.check()
    try requireNonNegativeWeights()
    let inside = out.strength(inside: partition.clusterOf, control: control)
    try control.check()
    // Undirected edges stand in two rows: `arcs` is 2m then, and the formulas below hold for both kinds.
    let leaving = out.strengths(of: partition)
    let arriving = isDirected ? incoming.strengths(of: partition) : leaving
    let arcs = leaving.reduce(0, +)
    let gamma = quality.resolution
    var value = 0.0
    switch quality {
    case .cpm:
      value = isDirected ? inside : inside / 2
      for size in partition.sizes { value -= gamma * (Double(size) * Double(size - 1) / 2) }
    case .directedModularity where isDirected:
      guard arcs > 0 else { return nil }
      value = inside / arcs
      for c in 0..<partition.count {
        value -= gamma * (leaving[c] / arcs) * (arriving[c] / arcs)
      }
    case .modularity, .directedModularity:
      guard arcs > 0 else { return nil }
      value = inside / arcs
      for c in 0..<partition.count {
        let ends = (leaving[c] + arriving[c]) / (2 * arcs)
        value -= gamma * ends * ends
      }
    }
    guard value.isFinite else { throw .notFinite(measure: "quality") }
    return value
  }
}

extension Adjacency {
  /// Summed strength of the arcs of every cluster's members.
  fileprivate func strengths(of partition: Partition) -> [Double] {
    var sums = [Double](repeating: 0, count: partition.count)
    for v in 0..<nodeCount {
      var sum = Double(degree(of: v))
      if let weights { sum = weights[arcs(of: v)].reduce(0, +) }
      sums[Int(partition.clusterOf[v])] += sum
    }
    return sums
  }

  /// Summed strength of the arcs whose ends lie in one cluster, added stretch by stretch.
  fileprivate func strength(inside clusterOf: [Int32], control: RunControl) -> Double {
    let stretches = NodeShards(self)
    let sums = Column(stretches.count)
    clusterOf.withUnsafeBufferPointer { clusters in
      nonisolated(unsafe) let clusters = clusters
      withUnsafeRows { offsets, targets in
        nonisolated(unsafe) let (offsets, targets) = (offsets, targets)
        control.forEachShard(stretches.count) { stretch in
          var count = 0
          var sum = 0.0
          for v in stretches.range(stretch) {
            let own = clusters[v]
            for arc in offsets[v]..<offsets[v + 1] where clusters[Int(targets[arc])] == own {
              if let weights { sum += weights[arc] } else { count &+= 1 }
            }
          }
          sums.values[stretch] = sum + Double(count)
        }
      }
    }
    return sums.sum
  }
}
