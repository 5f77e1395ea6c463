import GraphCore
import LearningRegion
import NetworkMetrics

/// Actors sorted into named groups: by a column, or by clusters.
public struct Grouping: Sendable, Equatable {
  /// Where the groups come from.
  public enum Origin: Sendable, Equatable {
    /// A column of the actors.
    case column(String)
    /// Leiden clusters, found with this seed.
    case clusters(seed: UInt64)
  }

  /// Where the groups come from.
  public let origin: Origin
  /// Names of the groups, in the order of first appearance; clusters by size.
  public let names: [String]
  /// The group of each node, −1 for a node without one.
  public let groupOf: [Int32]

  /// Number of nodes that have a group.
  public var known: Int { groupOf.count { $0 >= 0 } }

  /// Number of nodes in each group.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: names.count)
    for group in groupOf where group >= 0 { sizes[Int(group)] += 1 }
    return sizes
  }

  /// Whether the groups are clusters, so that their names say nothing but a number.
  public var isClusters: Bool {
    if case .clusters = origin { return true }
    return false
  }

  /// Groups by the values of a column; an empty cell (or a list of several) is no group.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  public init(
    by column: String,
    of region: Region,
    _ graph: RegionGraph
  ) throws(ProjectionError) {
    guard let found = region.actorColumn(column) else {
      throw .unknownColumn(column, known: region.actorColumnNames)
    }
    var numberOf: [String: Int32] = [:]
    var names: [String] = []
    groupOf = graph.actorOf.map { actor in
      guard let value = found.value(Int(actor)) else { return -1 }
      if let number = numberOf[value] { return number }
      numberOf[value] = Int32(names.count)
      names.append(value)
      return Int32(names.count - 1)
    }
    self.names = names
    origin = .column(found.name)
  }

  /// The groups as clusters; a node without a group is alone.
  public var partition: Partition {
    Partition(
      labels: groupOf.enumerated().map { node, group in group < 0 ? -1 - node : Int(group) }
    )
  }

  /// Groups that are the clusters of a partition, named by their number from 1.
  public init(clusters: Partition, seed: UInt64) {
    origin = .clusters(seed: seed)
    names = (0..<clusters.count).map { String($0 + 1) }
    groupOf = clusters.clusterOf
  }

  /// The grouping for brokerage when nobody named one: the sphere if actors are of two spheres or more, else the clusters.
  public static func usual(
    of region: Region,
    _ graph: RegionGraph,
    clusters: () throws(MetricError) -> Partition,
    seed: UInt64
  ) throws(MetricError) -> Grouping {
    if let spheres = try? Grouping(by: "sphere", of: region, graph), spheres.names.count >= 2 {
      return spheres
    }
    return Grouping(clusters: try clusters(), seed: seed)
  }
}
