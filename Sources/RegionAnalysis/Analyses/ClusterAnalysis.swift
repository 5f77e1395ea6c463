import GraphCore
import LearningRegion
import NetworkMetrics

/// Clusters of a network as a table.
public struct ClusterAnalysis: Sendable {
  /// How the clusters were found.
  public let method: ClusterMethod
  /// The clusters; nodes without a value of the column are alone. Where clusters overlap, every node is in the one that holds most of its ties.
  public let partition: Partition
  /// The clusters of every node with the share of its ties, where clusters overlap; else `nil`.
  public let memberships: [[LinkMembership]]?
  /// Number of clusters.
  public let count: Int
  /// Modularity of the clusters at resolution 1; `nil` without ties, with negative strengths, or where clusters overlap.
  public let modularity: Double?
  /// The quality that the method made as large as possible, `nil` for methods that do not search.
  public let quality: Double?
  /// Share of the ties that lie inside clusters; `nil` without ties or where clusters overlap.
  public let coverage: Double?
  /// Mean variation of information between two runs, in bits; `nil` for a single run.
  public let stability: Double?
  /// Per node the share of its tie strength that leaves its cluster; `nil` without ties.
  public let boundaryStrength: [Double?]
  /// Names of the clusters where they have any beyond their number; `nil` for one too small to be named where nobody is.
  public let names: [String?]?
  /// What else the method tells, by the names that results give it.
  public let facts: [(name: String, value: Cell)]
  /// `id,label,cluster`, actors in their own order (by pseudonym where nobody is named), clusters numbered from 1 by size; with `share` and a row per membership where clusters overlap.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes
  /// Whether strengths count in the figures of single clusters.
  let ties: TieValue
  let naming: Naming

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
  /// - Parameters:
  ///   - runs: searches of which the best counts, for methods that depend on the seed.
  ///   - start: where Leiden begins; other methods have no use for it.
  ///   - ties: whether strengths count in coverage and the figures of single clusters.
  /// - Throws: ``NetworkMetrics/MetricError``; ``LearningRegion/ProjectionError`` for a column that is not there.
  public init(
    of graph: RegionGraph,
    in region: Region,
    _ method: ClusterMethod,
    runs: Int = 1,
    seed: UInt64,
    start: ClusterStart? = nil,
    ties: TieValue = .binary,
    naming: Naming,
    control: RunControl = RunControl()
  ) throws {
    let network = graph.graph
    let search = ClusterSearch(
      graph: graph,
      region: region,
      runs: runs,
      seed: seed,
      start: start,
      naming: naming,
      control: control
    )
    let found = try search.clusters(method)
    self.method = method
    self.ties = ties
    self.naming = naming
    partition = found.partition
    memberships = found.memberships
    count = found.count
    quality = found.quality
    stability = found.stability
    names = found.names
    facts = found.facts
    var notes = AnalysisNotes(of: graph, traits: method.usesWeights ? [.weightedByDefault] : [])
    notes.add(found.notes)
    let isStrength = !network.hasNegativeWeight
    if found.memberships == nil {
      modularity = isStrength ? try network.quality(of: found.partition, .modularity()) : nil
      coverage = try network.statistics(of: found.partition, ties).coverage
    } else {
      (modularity, coverage) = (nil, nil)
    }
    // A distance says nothing of how much somebody gives to whom.
    let counted: TieValue = isStrength && !graph.weightsAreLengths ? .weighted : .binary
    if let memberships = found.memberships {
      boundaryStrength = memberships.map { shares in
        shares.map(\.share).max().map { 1 - $0 }
      }
    } else {
      boundaryStrength = try network.clusterRoles(found.partition, counted).boundaryStrength.values
    }
    if !isStrength {
      notes.warnings.append("some strengths are negative: there is no modularity, and ties count 1")
    }
    self.notes = notes
    var table = ResultTable(
      columns: ["id", "label", "cluster"] + (found.memberships == nil ? [] : ["share"])
    )
    for node in naming.order(of: graph.actorOf) {
      let start = naming.cells(of: Int(graph.actorOf[node]))
      guard let memberships = found.memberships else {
        table.append(start + [.integer(Int(found.partition.clusterOf[node]) + 1)])
        continue
      }
      for membership in memberships[node] {
        table.append(start + [.integer(membership.cluster + 1), .number(membership.share)])
      }
      if memberships[node].isEmpty { table.append(start + [.missing, .missing]) }
    }
    self.table = table
  }

  /// The clusters of every node: its own, or all it belongs to.
  public func clusters(of node: Int) -> [Int] {
    memberships.map { $0[node].map(\.cluster) } ?? [Int(partition.clusterOf[node])]
  }

  /// Number of actors in each cluster.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for node in 0..<partition.nodeCount {
      for cluster in clusters(of: node) { sizes[cluster] += 1 }
    }
    return sizes
  }
}
