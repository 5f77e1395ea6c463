import GraphCore
import LearningRegion
import NetworkMetrics

extension ClusterAnalysis {
  /// Work (nodes · ties over the clusters) up to which distances inside clusters are measured: some seconds.
  private static let mostDistanceWork = 2e12

  /// One row per cluster: `cluster,name,size,internal_ties,cut,density,conductance,ei_index,mean_distance,largest_distance`, how
  /// many `neighbours` (clusters it is tied to) and `bridge_actors` (members with a tie out of it) it has, and `ei_p`, the p of its E-I
  /// index where there is a test.
  ///
  /// With weights `internal_ties` and `cut` are summed strengths. Distances are steps between members along ties inside, whatever
  /// their direction; the largest is missing where the cluster is not connected, and both are where measuring would take too
  /// long. Where clusters overlap there are only size, ties and density of the ties that make the cluster.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public func overview(
    of graph: RegionGraph,
    test: ClusterEITest? = nil,
    control: RunControl = RunControl()
  ) throws(MetricError) -> ResultTable {
    var table = ResultTable(columns: [
      "cluster", "name", "size", "internal_ties", "cut", "density", "conductance", "ei_index",
      "mean_distance", "largest_distance", "neighbours", "bridge_actors", "ei_p",
    ])
    if memberships != nil {
      let ties = try tiesOfOverlapping(graph, control: control)
      for (cluster, size) in sizes.enumerated() {
        let pairs = Double(size) * Double(size - 1) / 2
        table.append(
          head(cluster, size) + [
            .integer(ties[cluster]), .missing,
            Cell(pairs > 0 ? Double(ties[cluster]) / pairs : nil),
          ] + [Cell](repeating: .missing, count: 7)
        )
      }
      return table
    }
    let network = graph.graph
    let statistics = try network.statistics(of: partition, ties)
    let distances = try distancesInside(network, control: control)
    let borders = ClusterBorders(of: network, partition)
    for (cluster, one) in statistics.clusters.enumerated() {
      table.append(
        head(cluster, one.size) + [
          amount(one.inside), amount(one.cut), Cell(one.density), Cell(one.conductance),
          Cell(one.eiIndex), Cell(distances?[cluster].mean),
          Cell(count: distances?[cluster].isConnected == true ? distances?[cluster].largest : nil),
          .integer(borders.neighbours(of: cluster).count),
          .integer(borders.bridgeActors[cluster]), Cell(test?.clusterPValues[cluster]),
        ]
      )
    }
    return table
  }

  private func head(_ cluster: Int, _ size: Int) -> [Cell] {
    [.integer(cluster + 1), Cell(text: names?[cluster] ?? nil), .integer(size)]
  }

  private func amount(_ value: Double) -> Cell {
    ties == .binary ? .integer(Int(value)) : .number(value)
  }

  private func distancesInside(
    _ network: Graph,
    control: RunControl
  ) throws(MetricError) -> [ClusterDistances]? {
    let skeleton = network.skeleton()
    var work = 0.0
    for (size, one) in zip(
      partition.sizes,
      try skeleton.statistics(of: partition, .binary).clusters
    ) {
      // A cluster costs a pass over all nodes besides its own breadth-first searches.
      work += Double(size) * one.inside + 100 * Double(network.nodeCount)
    }
    guard work <= Self.mostDistanceWork else { return nil }
    return try skeleton.distances(inside: partition, control: control)
  }

  /// Ties of each overlapping cluster: every tie lies in one cluster, and is counted at both of its ends.
  private func tiesOfOverlapping(
    _ graph: RegionGraph,
    control: RunControl
  ) throws(MetricError) -> [Int] {
    let skeleton = graph.graph.skeleton()
    var ends = [Int](repeating: 0, count: count)
    for (node, shares) in (memberships ?? []).enumerated() {
      for share in shares {
        let degree = Double(skeleton.out.degree(of: node))
        ends[share.cluster] += Int((share.share * degree).rounded())
      }
    }
    return ends.map { $0 / 2 }
  }
}

extension ClusterAnalysis {
  /// Where clusters have an order of their own, the place of each in it: levels of cores and trusses, 1 for a core and 0 for its
  /// periphery.
  public var levelOfCluster: [Int]? {
    switch method {
    case .core(k: nil), .truss(k: nil): break
    case .corePeriphery: return names?.map { $0 == "core" ? 1 : 0 }
    default: return nil
    }
    return names?.map { name in name.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0 }
  }
}
