import GraphCore
import LearningRegion
import NetworkMetrics

/// Ways of finding clusters.
public enum ClusterMethod: Sendable, Equatable {
  /// Leiden for modularity at a resolution.
  case leiden(resolution: Double)
  /// Weak components.
  case components
  /// The values of a column.
  case attribute(String)
}

/// Clusters of a network as a table.
public struct ClusterAnalysis: Sendable {
  /// How the clusters were found.
  public let method: ClusterMethod
  /// The clusters; nodes without a value of the column are alone.
  public let partition: Partition
  /// Modularity of the clusters, `nil` without ties.
  public let modularity: Double?
  /// The quality that the method maximised, `nil` for methods that maximise none.
  public let quality: Double?
  /// Names of the clusters where they have any beyond their number; `nil` for one too small to be named where nobody is.
  public let names: [String?]?
  /// `id,label,cluster`, actors in their own order, clusters numbered from 1 by size.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Clusters when nobody says how: Leiden for modularity at resolution 1.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public static func usualPartition(
    of graph: RegionGraph,
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Partition {
    try graph.graph.leiden(LeidenOptions(seed: seed), control: control).partition
  }

  /// Finds the clusters of a graph.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``; ``LearningRegion/ProjectionError`` for a column that is not there.
  public init(
    of graph: RegionGraph,
    in region: Region,
    _ method: ClusterMethod,
    seed: UInt64,
    naming: Naming,
    control: RunControl = RunControl()
  ) throws {
    self.method = method
    var traits: MeasureTraits = []
    if case .leiden = method { traits = [.weightedByDefault] }
    var notes = AnalysisNotes(of: graph, traits: traits)
    var names: [String?]?
    switch method {
    case .leiden(let resolution):
      let found = try graph.graph.leiden(
        LeidenOptions(quality: .modularity(resolution: resolution), seed: seed),
        control: control
      )
      partition = found.partition
      quality = found.quality
      notes.assumptions.append("seed \(seed)")
    case .components:
      partition = try graph.graph.weakComponents(control: control).partition
      quality = nil
    case .attribute(let column):
      guard let found = region.actorColumn(column) else {
        throw ProjectionError.unknownColumn(column, known: region.actorColumnNames)
      }
      let values = graph.actorOf.map { found.value(Int($0)) }
      // Whoever has no value shares no cluster: a label of their own keeps them apart.
      let labels = values.enumerated().map { node, value in value.map { "=" + $0 } ?? "#\(node)" }
      partition = Partition(labels: labels)
      quality = nil
      let sizes = partition.sizes
      var named = [String?](repeating: nil, count: partition.count)
      for (node, value) in values.enumerated() {
        let cluster = Int(partition.clusterOf[node])
        if let value { named[cluster] = naming.groupName(value, size: sizes[cluster]) }
      }
      names = named
      let missing = values.count { $0 == nil }
      if missing > 0 {
        notes.warnings.append(
          "\(missing) \(missing == 1 ? "actor has" : "actors have") no \(found.name), and so a cluster of their own"
        )
      }
    }
    self.names = names
    modularity = try graph.graph.quality(of: partition, .modularity())
    var table = ResultTable(columns: ["id", "label", "cluster"])
    for (node, actor) in graph.actorOf.enumerated() {
      table.append(
        naming.cells(of: Int(actor)) + [.integer(Int(partition.clusterOf[node]) + 1)]
      )
    }
    self.table = table
    self.notes = notes
  }

  /// One row per cluster: its number, name where it has one, size, ties inside and ties to the rest.
  public func overview(of graph: RegionGraph) -> ResultTable {
    let quotient = graph.graph.unweighted().quotient(by: partition)
    var table = ResultTable(columns: ["cluster", "name", "size", "internal_ties", "cut"])
    for cluster in 0..<partition.count {
      let out = quotient.graph.out.arcs(of: cluster).reduce(0.0) {
        $0 + quotient.graph.out.weight(at: $1)
      }
      let into =
        quotient.graph.isDirected
        ? quotient.graph.incoming.arcs(of: cluster).reduce(0.0) {
          $0 + quotient.graph.incoming.weight(at: $1)
        } : 0
      table.append([
        .integer(cluster + 1), Cell(text: names?[cluster] ?? nil),
        .integer(quotient.sizes[cluster]),
        .integer(Int(quotient.inside[cluster])), .integer(Int(out + into)),
      ])
    }
    return table
  }
}
