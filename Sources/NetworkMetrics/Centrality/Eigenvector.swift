import GraphCore

/// Options of ``GraphCore/Graph/eigenvectorCentrality(_:control:)`` and ``GraphCore/Graph/hubsAndAuthorities(_:control:)``.
public struct SpectralOptions: Sendable, Equatable {
  /// The residual ‖Ax − λx‖₂ / λ at which the iteration ends; above 0.
  public var tolerance: Double
  /// Krylov spaces after which it gives up; at least 1.
  public var maximumRestarts: Int

  /// Down to 10⁻¹³, at most 2000 Krylov spaces, unless said otherwise.
  public init(tolerance: Double = 1e-13, maximumRestarts: Int = 2_000) {
    self.tolerance = tolerance
    self.maximumRestarts = maximumRestarts
  }

  func validate() throws(MetricError) {
    guard tolerance > 0 && tolerance.isFinite else {
      throw .invalidOption(name: "tolerance", reason: "it must be above 0")
    }
    guard maximumRestarts >= 1 else {
      throw .invalidOption(name: "maximumRestarts", reason: "it must be at least 1")
    }
  }
}

extension Graph {
  /// Eigenvector centrality: x(v) = (1/λ)·Σ_{u→v} w(u,v)·x(u), λ the largest eigenvalue; whom the central name is central.
  ///
  /// The dominant left eigenvector of A, entries ≥ 0, Euclidean norm 1. It is unique where everybody reaches everybody; otherwise it is taken on the largest
  /// strong component (of equally large ones that with the first node) and undefined elsewhere. Strengths count; pass `unweighted()` to leave them out;
  /// ties of strength 0 are none. Restarted Arnoldi iteration, O(nodes + arcs) a step, 250 bytes per node.
  ///
  /// Source: P. Bonacich, *Factoring and weighting approaches to status scores and clique identification*, J. Math. Sociol. 2 (1972),
  /// doi:10.1080/0022250X.1972.9989806.
  ///
  /// - Throws: ``MetricError/notDefined(reason:)`` without any cycle, ``MetricError/notConverged(_:)``,
  ///   ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``,
  ///   ``MetricError/notFinite(measure:)``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func eigenvectorCentrality(
    _ options: SpectralOptions = SpectralOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> IterativeScores {
    try options.validate()
    try requireNonNegativeWeights()
    try MemoryBudget.require(nodeCount, of: Arnoldi.bytesPerNode + 40)
    let graph = withoutZeroWeights()
    let components = try graph.strongComponents(control: control)
    guard let largest = components.sizes.first, largest > 1 else {
      throw .notDefined(
        reason: "no two nodes reach each other, so no node's score rests on others'"
      )
    }
    let members = components.members(of: 0)
    control.begin("eigenvector", total: options.maximumRestarts)
    var values = [Double?](repeating: nil, count: nodeCount)
    if isDirected && members.count < nodeCount {
      let part = graph.induced(on: members)
      let pair = try part.perronPair(options, measure: "eigenvector", control: control)
      for (place, v) in members.enumerated() { values[v] = pair.vector[place] }
      return IterativeScores(scores: NodeScores(values), convergence: pair.convergence)
    }
    // No undirected tie leads out of the component: what is 0 outside stays so.
    let pair = try graph.perronPair(
      options,
      on: components.componentOf.map { $0 == 0 },
      measure: "eigenvector",
      control: control
    )
    for v in members { values[v] = pair.vector[v] }
    return IterativeScores(scores: NodeScores(values), convergence: pair.convergence)
  }

  /// The Perron root and left vector of a strongly connected graph of at least two nodes; with `members`, of the part that those are,
  /// which no arc may enter or leave, and 0 elsewhere.
  func perronPair(
    _ options: SpectralOptions,
    on members: [Bool]? = nil,
    measure: String,
    control: RunControl
  ) throws(MetricError) -> Arnoldi {
    let rows = incoming
    let shards = NodeShards(rows)
    // Degrees are closer to the answer than equal numbers are, and leave no direction out.
    let start = (0..<nodeCount).map {
      members?[$0] == false ? 0 : 1 + Double(rows.degree(of: $0))
    }
    return try Arnoldi(
      start: start,
      tolerance: options.tolerance,
      maximumRestarts: options.maximumRestarts,
      measure: measure,
      control: control
    ) { rows.times($0, shards, control) }
  }

  /// The largest eigenvalue of A: that of its strong components taken one by one; 0 without any cycle.
  func spectralRadius(
    _ options: SpectralOptions,
    measure: String,
    control: RunControl
  ) throws(MetricError) -> Double {
    let graph = withoutZeroWeights()
    let components = try graph.strongComponents(control: control)
    let members = components.partition.members
    var radius = 0.0
    for component in 0..<components.count where components.sizes[component] > 1 {
      let part = graph.induced(on: members[component])
      radius = max(radius, try part.perronPair(options, measure: measure, control: control).value)
    }
    return radius
  }

  /// The same graph with the ties of strength 0 left out, which are none.
  func withoutZeroWeights() -> Graph {
    guard let weights = out.weights, weights.contains(0) else { return self }
    func keep(_ rows: Adjacency) -> Adjacency {
      var offsets = [0]
      var targets: [Int32] = []
      var strengths: [Double] = []
      for v in 0..<rows.nodeCount {
        for arc in rows.arcs(of: v) where rows.weight(at: arc) != 0 {
          targets.append(rows.targets[arc])
          strengths.append(rows.weight(at: arc))
        }
        offsets.append(targets.count)
      }
      return Adjacency(offsets: offsets, targets: targets, weights: strengths)
    }
    return isDirected
      ? Graph(out: keep(out), incoming: keep(incoming)) : Graph(symmetric: keep(out))
  }
}
