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
    var sums = try pathSums(options.lengths, .nodes, control: control)
    let pairs = options.normalization == .normalized ? (n - 1) * (n - 2) : isDirected ? 1 : 2
    if options.normalization == .normalized && nodeCount < 3 {
      return NodeScores([Double?](repeating: nil, count: nodeCount))
    }
    // Ordered pairs were summed; an undirected pair was met from both ends, in the divisor as well.
    for v in sums.indices { sums[v] /= pairs }
    return try NodeScores(checking: sums, measure: "betweenness")
  }
}
