import GraphCore

/// Options of ``GraphCore/Graph/betweenness(_:control:)`` and ``GraphCore/Graph/edgeBetweenness(_:control:)``.
public struct BetweennessOptions: Sendable, Equatable {
  /// How strengths become lengths; `nil` counts steps.
  public var lengths: LengthRule?
  /// Raw, or divided by the number of pairs that could pass.
  public var normalization: Normalization

  /// Raw, in steps, unless said otherwise.
  public init(lengths: LengthRule? = nil, normalization: Normalization = .raw) {
    self.lengths = lengths
    self.normalization = normalization
  }
}

extension Graph {
  /// Betweenness: B(v) = Σ_{s≠v≠t} σ(s,t|v)/σ(s,t), the share of shortest paths between others that pass through a node.
  ///
  /// σ(s,t) is the number of shortest paths from s to t, σ(s,t|v) of those over v. Ends do not count. In undirected graphs a pair counts once, in directed
  /// ones paths follow the arcs and ordered pairs count. Unreachable pairs contribute nothing. Normalised: divided by (n−1)(n−2), half of
  /// that if undirected; undefined below three nodes then.
  ///
  /// Exact, O(n·m) by steps and O(n·(m + n·log n)) by lengths; path counts never overflow. The same bits on any number of threads.
  ///
  /// Source: L. Freeman, *A set of measures of centrality based on betweenness*, Sociometry 40 (1977), doi:10.2307/3033543; U. Brandes, *A faster algorithm
  /// for betweenness centrality*, J. Math. Sociol. 25 (2001), doi:10.1080/0022250X.2001.9990249.
  ///
  /// - Throws: ``MetricError/cancelled``; ``MetricError/lengthUnusable(source:target:weight:)`` also for a length of 0, over which paths cannot be counted;
  ///   ``MetricError/notFinite(measure:)``; ``MetricError/tooMuchMemory(needed:limit:)``.
  public func betweenness(
    _ options: BetweennessOptions = BetweennessOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> NodeScores {
    let n = Double(nodeCount)
    var sums = try pathSums(options, .nodes, control: control)
    let pairs = options.normalization == .normalized ? (n - 1) * (n - 2) : isDirected ? 1 : 2
    if options.normalization == .normalized && nodeCount < 3 {
      return NodeScores([Double?](repeating: nil, count: nodeCount))
    }
    // Ordered pairs were summed; an undirected pair was met from both ends, in the divisor as well.
    for v in sums.indices { sums[v] /= pairs }
    return try NodeScores(checking: sums, measure: "betweenness")
  }

  /// Edge betweenness: Σ_{s≠t} σ(s,t|e)/σ(s,t), the share of shortest paths that use a tie, for every tie.
  ///
  /// In undirected graphs a pair counts once. Normalised: divided by n(n−1), half of that if undirected; undefined below two nodes.
  /// Complexity, direction and lengths as for ``betweenness(_:control:)``.
  ///
  /// Source: M. Girvan, M. Newman, *Community structure in social and biological networks*, PNAS 99 (2002), doi:10.1073/pnas.122653799;
  /// U. Brandes, *On variants of shortest-path betweenness centrality and their generic computation*, Social Networks 30 (2008),
  /// doi:10.1016/j.socnet.2007.11.001.
  ///
  /// - Throws: as ``betweenness(_:control:)``.
  public func edgeBetweenness(
    _ options: BetweennessOptions = BetweennessOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> EdgeScores {
    let n = Double(nodeCount)
    let sums = try pathSums(options, .arcs, control: control)
    let pairs = options.normalization == .normalized ? n * (n - 1) : isDirected ? 1 : 2
    let scores = ties().map { tie in
      // Both arcs of an undirected edge carry paths.
      guard !isDirected, let back = out.arc(from: tie.target, to: tie.source) else {
        return sums[tie.arc] / pairs
      }
      return (sums[tie.arc] + sums[back]) / pairs
    }
    return try EdgeScores(checking: scores, measure: "edge_betweenness")
  }
}

/// What dependencies are summed over.
enum DependencySums {
  case nodes, arcs
}

extension Graph {
  /// Σ over ordered pairs of the share of their shortest paths, per node (ends left out) or per arc index.
  func pathSums(
    _ options: BetweennessOptions,
    _ kind: DependencySums,
    control: RunControl
  ) throws(MetricError) -> [Double] {
    let rows = out
    let lengths =
      try options.lengths.map { rule throws(MetricError) in try pathLengths(rule) }
      ?? [Double](repeating: 1, count: rows.arcCount)
    let n = nodeCount
    let plan = ShardPlan(items: n, width: kind == .nodes ? n : rows.arcCount)
    try MemoryBudget.require(
      n,
      of: LengthBrandes.bytesPerNode * control.threads,
      fixed: 8 * rows.arcCount
    )
    let sums = try ShardedSums(shards: plan.shards, width: kind == .nodes ? n : rows.arcCount)
    let mass = [Double](repeating: 1, count: max(1, n))
    control.begin(kind == .nodes ? "betweenness" : "edge betweenness", total: n)
    control.forEachShard(plan.shards) { shard in
      var brandes = LengthBrandes(rows: rows, lengths: lengths)
      let row = sums.row(shard)
      mass.withUnsafeBufferPointer { mass in
        guard let mass = mass.baseAddress else { return }
        for source in plan.range(shard) where !control.isCancelled {
          brandes.accumulate(
            from: source,
            mass: mass,
            nodes: kind == .nodes ? row : nil,
            arcs: kind == .arcs ? row : nil
          )
          control.advance()
        }
      }
    }
    try control.check()
    return sums.total()
  }

  /// Lengths along `out` that shortest paths can be counted over: all above 0.
  private func pathLengths(_ rule: LengthRule) throws(MetricError) -> [Double] {
    let lengths = try out.lengths(rule)
    for source in 0..<nodeCount {
      for arc in out.arcs(of: source) where lengths[arc] == 0 {
        throw .lengthUnusable(
          source: source,
          target: Int(out.targets[arc]),
          weight: out.weight(at: arc)
        )
      }
    }
    return lengths
  }
}
