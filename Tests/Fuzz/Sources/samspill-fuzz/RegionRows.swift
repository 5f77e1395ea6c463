import LearningRegion

@testable import NetworkFormats

/// A region as lines, one for what each actor and each tie has, whatever the order of the columns: a
/// format without headings has none.
enum RegionRows {
  /// Whether the order of the actors counts: a table of ties has them as they come.
  enum ActorOrder { case kept, free }

  /// The first line in which two regions differ, or nil.
  static func difference(
    _ found: Region,
    _ wanted: Region,
    _ order: ActorOrder = .kept
  ) -> String? {
    if found == wanted { return nil }
    let (one, other) = (rows(found, order), rows(wanted, order))
    for index in 0..<max(one.count, other.count) {
      let left = index < one.count ? one[index] : "nothing"
      let right = index < other.count ? other[index] : "nothing"
      if left != right { return "\(left.debugDescription), was \(right.debugDescription)" }
    }
    return nil
  }

  private static func rows(_ region: Region, _ order: ActorOrder) -> [String] {
    let network = FlatNetwork(region)
    var actors = (0..<network.nodeCount).map { row in
      "actor \(network.id(row)) " + cells(network.nodeColumns, row)
    }
    if order == .free { actors.sort() }
    let ties = (0..<network.tieCount).map { row in
      let ends = "\(network.id(network.source(row))) → \(network.id(network.target(row)))"
      let way = network.isDirected(tie: row) ? "directed" : "undirected"
      let relation = region.relations[Int(region.ties.relation(at: row))].name
      return "tie \(ends) \(way) \(relation) " + cells(network.tieColumns, row)
    }
    return actors + ties
  }

  private static func cells(_ columns: [FlatColumn], _ row: Int) -> String {
    columns.sorted { $0.name < $1.name }.compactMap { column in
      column[row].map { "\(column.name): \($0.debugDescription)" }
    }.joined(separator: ", ")
  }
}
