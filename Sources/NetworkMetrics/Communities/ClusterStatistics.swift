import GraphCore

/// One cluster seen from outside and inside.
public struct ClusterStatistics: Sendable, Equatable {
  /// Number of members.
  public let size: Int
  /// Summed strength of the ties between members, an undirected tie once.
  public let inside: Double
  /// Summed strength of the ties with exactly one end in the cluster.
  public let cut: Double
  /// Ties inside / possible ties inside, binary; `nil` for a single member.
  public let density: Double?
  /// Cut / the smaller of the cluster's volume and that of the rest; `nil` where that is 0. A tie adds to the volume at each end.
  public let conductance: Double?
  /// (cut − inside) / (cut + inside); `nil` without ties.
  public let eiIndex: Double?
}

/// The clusters of a partition one by one, and how much of the network they hold.
public struct PartitionStatistics: Sendable, Equatable {
  /// One entry per cluster.
  public let clusters: [ClusterStatistics]
  /// Strength of the ties inside clusters / of all ties; `nil` without ties.
  public let coverage: Double?
}

/// Distances inside a cluster, along ties between its members only.
public struct ClusterDistances: Sendable, Equatable {
  /// Mean over ordered pairs with a way; `nil` where there is none.
  public let mean: Double?
  /// The largest; 0 for a single member.
  public let largest: Int
  /// Whether every member reaches every other.
  public let isConnected: Bool
}

extension Graph {
  /// Size, inner and outer ties, density, conductance and E-I index of every cluster, and the coverage of the partition.
  ///
  /// `binary` counts ties, `weighted` sums strengths. Directed arcs count one by one. O(nodes + arcs).
  ///
  /// Source: S. Fortunato, *Community detection in graphs*, Physics Reports 486 (2010), doi:10.1016/j.physrep.2009.11.002.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)`` when weighted, ``MetricError/notFinite(measure:)``.
  public func statistics(
    of partition: Partition,
    _ value: TieValue = .binary
  ) throws(MetricError) -> PartitionStatistics {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    if value == .weighted { try requireNonNegativeWeights() }
    var inside = [Double](repeating: 0, count: partition.count)
    var cut = inside
    var tiesInside = [Int](repeating: 0, count: partition.count)
    for v in 0..<nodeCount {
      let own = Int(partition.clusterOf[v])
      for arc in out.arcs(of: v) where isDirected || Int(out.targets[arc]) > v {
        let other = Int(partition.clusterOf[Int(out.targets[arc])])
        let weight = value == .binary ? 1 : out.weight(at: arc)
        if own == other {
          inside[own] += weight
          tiesInside[own] += 1
        } else {
          cut[own] += weight
          cut[other] += weight
        }
      }
    }
    let held = inside.reduce(0, +)
    let all = held + cut.reduce(0, +) / 2
    guard all.isFinite else { throw .notFinite(measure: "conductance") }
    let clusters = partition.sizes.enumerated().map { c, size in
      let volume = 2 * inside[c] + cut[c]
      let smaller = min(volume, max(0, 2 * all - volume))
      let places = Double(size) * Double(size - 1) / (isDirected ? 1 : 2)
      return ClusterStatistics(
        size: size,
        inside: inside[c],
        cut: cut[c],
        density: size > 1 ? Double(tiesInside[c]) / places : nil,
        conductance: smaller > 0 ? min(1, cut[c] / smaller) : nil,
        eiIndex: cut[c] + inside[c] > 0 ? (cut[c] - inside[c]) / (cut[c] + inside[c]) : nil
      )
    }
    return PartitionStatistics(clusters: clusters, coverage: all > 0 ? held / all : nil)
  }

  /// Mean and largest distance inside every cluster, in steps along arcs. O(Σ n·m/512) over the clusters.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func distances(
    inside partition: Partition,
    control: RunControl = RunControl()
  ) throws(MetricError) -> [ClusterDistances] {
    precondition(partition.nodeCount == nodeCount, "one cluster per node")
    var found: [ClusterDistances] = []
    for members in partition.members {
      let totals = try induced(on: members).unweighted().distanceTotals(control: control)
      found.append(
        ClusterDistances(
          mean: totals.meanDistance,
          largest: Int(totals.farthest.max() ?? 0),
          isConnected: totals.pairs == members.count * (members.count - 1)
        )
      )
    }
    return found
  }
}
