import GraphCore

extension Graph {
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
    let sums = try pathSums(options.lengths, .arcs, control: control)
    let pairs = options.normalization == .normalized ? n * (n - 1) : isDirected ? 1 : 2
    return try EdgeScores(checking: sums.map { $0 / pairs }, measure: "edge_betweenness")
  }
}
