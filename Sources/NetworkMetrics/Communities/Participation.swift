import GraphCore

/// How a node's ties spread over clusters.
public struct ClusterRoles: Sendable, Equatable {
  /// 1 − Σ_c (k(v, c)/k(v))²: 0 when all ties go to one cluster, near 1 when they spread evenly; `nil` without ties.
  public let participation: NodeScores
  /// How many standard deviations a node's ties to its own cluster lie above the mean of the cluster's members; `nil` where they do not vary.
  public let withinModuleZ: NodeScores
  /// The share of a node's ties that leave its cluster; `nil` without ties.
  public let boundaryStrength: NodeScores
}

extension Graph {
  /// Participation coefficient, within-module z-score and share of outward ties, given clusters.
  ///
  /// On the undirected skeleton (`binary`), or with the summed strengths of each pair (`weighted`). Deviations are those of all
  /// members of a cluster (division by their number). O(nodes + arcs), summed in row order.
  ///
  /// Source: R. Guimerà, L. A. N. Amaral, *Functional cartography of complex metabolic networks*, Nature 433 (2005),
  /// doi:10.1038/nature03288.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)`` when weighted, ``MetricError/notFinite(measure:)``.
  public func clusterRoles(
    _ partition: Partition,
    _ value: TieValue = .binary
  ) throws(MetricError) -> ClusterRoles {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    if value == .weighted { try requireNonNegativeWeights() }
    let rows = (value == .binary ? skeleton() : symmetrized(.weak)).out
    let clusterOf = partition.clusterOf
    var participation = [Double?](repeating: nil, count: nodeCount)
    var boundary = participation
    var inside = [Double](repeating: 0, count: nodeCount)
    var toCluster = [Double](repeating: 0, count: partition.count)
    for v in 0..<nodeCount {
      var sum = 0.0
      for arc in rows.arcs(of: v) {
        toCluster[Int(clusterOf[Int(rows.targets[arc])])] += rows.weight(at: arc)
        sum += rows.weight(at: arc)
      }
      inside[v] = toCluster[Int(clusterOf[v])]
      var concentration = 0.0
      for arc in rows.arcs(of: v) {
        let cluster = Int(clusterOf[Int(rows.targets[arc])])
        if sum > 0 { concentration += toCluster[cluster] / sum * (toCluster[cluster] / sum) }
        toCluster[cluster] = 0
      }
      guard sum.isFinite else { throw .notFinite(measure: "participation") }
      if sum > 0 {
        participation[v] = 1 - concentration
        boundary[v] = max(0, 1 - inside[v] / sum)
      }
    }
    return ClusterRoles(
      participation: NodeScores(participation),
      withinModuleZ: NodeScores(Self.standardised(inside, partition)),
      boundaryStrength: NodeScores(boundary)
    )
  }

  /// Each value less the mean of its cluster, in the cluster's standard deviations.
  private static func standardised(_ values: [Double], _ partition: Partition) -> [Double?] {
    let sizes = partition.sizes
    var means = [Double](repeating: 0, count: partition.count)
    for (v, cluster) in partition.clusterOf.enumerated() {
      means[Int(cluster)] += values[v] / Double(sizes[Int(cluster)])
    }
    var spreads = [Double](repeating: 0, count: partition.count)
    for (v, cluster) in partition.clusterOf.enumerated() {
      let off = values[v] - means[Int(cluster)]
      spreads[Int(cluster)] += off * off / Double(sizes[Int(cluster)])
    }
    return partition.clusterOf.enumerated().map { v, cluster in
      let deviation = spreads[Int(cluster)].squareRoot()
      // Rounding of the mean is no spread.
      guard deviation > 1e-12 * max(1, abs(means[Int(cluster)])) else { return nil }
      return (values[v] - means[Int(cluster)]) / deviation
    }
  }
}
