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
    _ quality: ClusterQuality = .modularity()
  ) throws(MetricError) -> Double? {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    try quality.check()
    try requireNonNegativeWeights()
    var inside = [Double](repeating: 0, count: partition.count)
    var leaving = inside
    var arriving = inside
    for v in 0..<nodeCount {
      let own = Int(partition.clusterOf[v])
      for arc in out.arcs(of: v) {
        let other = Int(partition.clusterOf[Int(out.targets[arc])])
        let weight = out.weight(at: arc)
        if own == other { inside[own] += weight }
        leaving[own] += weight
        arriving[other] += weight
      }
    }
    // Undirected edges stand in two rows: `arcs` is 2m then, and the formulas below hold for both kinds.
    let arcs = leaving.reduce(0, +)
    let gamma = quality.resolution
    var value = 0.0
    switch quality {
    case .cpm:
      let sizes = partition.sizes
      for c in 0..<partition.count {
        let pairs = Double(sizes[c]) * Double(sizes[c] - 1) / 2
        value += (isDirected ? inside[c] : inside[c] / 2) - gamma * pairs
      }
    case .directedModularity where isDirected:
      guard arcs > 0 else { return nil }
      for c in 0..<partition.count {
        value += inside[c] / arcs - gamma * (leaving[c] / arcs) * (arriving[c] / arcs)
      }
    case .modularity, .directedModularity:
      guard arcs > 0 else { return nil }
      for c in 0..<partition.count {
        let ends = (leaving[c] + arriving[c]) / (2 * arcs)
        value += inside[c] / arcs - gamma * ends * ends
      }
    }
    guard value.isFinite else { throw .notFinite(measure: "quality") }
    return value
  }
}
