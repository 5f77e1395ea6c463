import GraphCore

/// Hub and authority scores.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// How well a node points to authorities.
  public let hubs: NodeScores
  /// How well a node is pointed to by hubs.
  public let authorities: NodeScores
  /// How the iteration ended.
  public let convergence: Convergence
}

extension Graph {
  /// Hubs and authorities (HITS): h ∝ A·a, a ∝ Aᵀ·h; good hubs point to good authorities.
  ///
  /// The limit of power iteration from all-ones, entries ≥ 0, each column summing to 1: where the largest singular value of A is multiple, that is the part of
  /// all-ones in its space. Ties count 1 whatever their strength. A graph without ties has no scores (undefined). Restarted Arnoldi iteration on A·Aᵀ from
  /// all-ones, which stays in the same space; O(nodes + arcs) a step, 220 bytes per node.
  ///
  /// Source: J. Kleinberg, *Authoritative sources in a hyperlinked environment*, J. ACM 46 (1999), doi:10.1145/324133.324140.
  ///
  /// - Throws: ``MetricError/notConverged(_:)``, ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func hubsAndAuthorities(
    _ options: SpectralOptions = SpectralOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> HubsAndAuthorities {
    try options.validate()
    try MemoryBudget.require(nodeCount, of: Arnoldi.bytesPerNode + 40)
    guard out.arcCount > 0 else {
      let none = NodeScores([Double?](repeating: nil, count: nodeCount))
      let end = Convergence(
        iterations: 0,
        residual: 0,
        converged: true,
        tolerance: options.tolerance
      )
      return HubsAndAuthorities(hubs: none, authorities: none, convergence: end)
    }
    let plain = unweighted()
    let (forth, back) = (plain.out, plain.incoming)
    let (forthShards, backShards) = (NodeShards(forth), NodeShards(back))
    control.begin("hits", total: options.maximumRestarts)
    let pair = try Arnoldi(
      start: [Double](repeating: 1, count: nodeCount),
      tolerance: options.tolerance,
      maximumRestarts: options.maximumRestarts,
      measure: "hub",
      control: control
    ) { forth.times(back.times($0, backShards, control), forthShards, control) }
    let authorities = back.times(pair.vector, backShards, control)
    return HubsAndAuthorities(
      hubs: try NodeScores(checking: Self.toSumOne(pair.vector), measure: "hub"),
      authorities: try NodeScores(checking: Self.toSumOne(authorities), measure: "authority"),
      convergence: pair.convergence
    )
  }

  private static func toSumOne(_ x: [Double]) -> [Double] {
    let sum = x.reduce(0, +)
    return x.map { $0 / sum }
  }
}
