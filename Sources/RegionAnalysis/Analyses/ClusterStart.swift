import GraphCore
import LearningRegion
import NetworkMetrics

/// Where a search for clusters begins: with the values of a column, of which some actors may have to keep theirs.
public struct ClusterStart: Sendable, Equatable {
  /// The column of the actors; whoever has no value begins alone.
  public var column: String
  /// Actors who have one of these values stay in the clusters they begin in; of two of them those stay together, and only those, who
  /// begin together.
  public var fixed: [ActorFilter]

  /// A start that nobody is bound to unless said.
  public init(column: String, fixed: [ActorFilter] = []) {
    self.column = column
    self.fixed = fixed
  }

  /// The clusters to begin with, and who keeps to them; no flags where nobody does.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  func resolved(
    of graph: RegionGraph,
    in region: Region
  ) throws(ProjectionError) -> (partition: Partition, fixed: [Bool]?) {
    let start = try Self.column(column, of: region)
    // A label of their own keeps apart those who have no value.
    let labels = graph.actorOf.enumerated().map { node, actor in
      start.value(Int(actor)).map { "=" + $0 } ?? "#\(node)"
    }
    guard !fixed.isEmpty else { return (Partition(labels: labels), nil) }
    var flags = [Bool](repeating: false, count: labels.count)
    for filter in fixed {
      let column = try Self.column(filter.column, of: region)
      for (node, actor) in graph.actorOf.enumerated()
      where column.values(Int(actor)).contains(filter.value) {
        flags[node] = true
      }
    }
    return (Partition(labels: labels), flags)
  }

  private static func column(
    _ name: String,
    of region: Region
  ) throws(ProjectionError) -> ActorColumn {
    guard let found = region.actorColumn(name) else {
      throw .unknownColumn(name, known: region.actorColumnNames)
    }
    return found
  }
}
