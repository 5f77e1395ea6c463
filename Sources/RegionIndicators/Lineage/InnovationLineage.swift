import BigInt
import LearningRegion

/// What grew out of what: the innovations of a region as a network without circles.
///
/// An arc goes from an innovation to each that names it among its sources. Source of the case: B. Amble, #Læringslivet, where a
/// moved laundry bin led to tidying up, a buddy scheme for cars and nine cars becoming eight.
public struct InnovationLineage: Sendable {
  /// Number of innovations, rows of the table.
  public let innovationCount: Int
  /// The counts; nodes are rows of the table of innovations.
  public let paths: SearchPaths
  /// The heaviest way, as rows.
  public let mainPath: [Int]
  /// Ways through the key arcs, as rows.
  public let keyRoutes: [[Int]]
  /// Radical innovations.
  public let radicalCount: Int
  /// Radical innovations some ancestor of which is incremental.
  public let radicalWithIncrementalAncestor: Int
  /// Innovations whose kind is given.
  public let kindKnown: Int
  /// Innovations built on at least one other.
  public let descended: Int
  /// What each actor gave, most first; actors of no innovation are left out.
  public let contributions: [Contribution]

  /// An actor's part in the lineage.
  public struct Contribution: Sendable, Equatable {
    /// Index of the actor.
    public let actor: Int
    /// Its innovations.
    public let innovations: Int
    /// Those of them that were adopted.
    public let adopted: Int
    /// Innovations of other actors that name one of its own as a source.
    public let builtOnByOthers: Int
    /// Of all visits that ways from beginnings to ends pay to innovations, the share at its own.
    public let share: Double
  }

  /// Reads the innovations of a region.
  ///
  /// - Parameter keyArcs: how many of the heaviest arcs the key routes go through.
  /// - Throws: ``SearchPaths/Fault``.
  public init(of region: Region, keyArcs: Int = 3) throws(SearchPaths.Fault) {
    let rows = region.innovations.rows
    var rowOf: [String: Int] = [:]
    for (row, innovation) in rows.enumerated() { rowOf[innovation.id] = row }
    let sources = rows.map { $0.sources.compactMap { rowOf[$0] } }
    var successors = [[Int]](repeating: [], count: rows.count)
    for (row, list) in sources.enumerated() {
      for source in list { successors[source].append(row) }
    }
    let paths = try SearchPaths(successors: successors)
    innovationCount = rows.count
    self.paths = paths
    mainPath = paths.globalMainPath
    keyRoutes = paths.keyRoutePaths(keyArcs)
    kindKnown = rows.count { $0.kind != nil }
    descended = sources.count { !$0.isEmpty }
    // Ancestors come first in the order, so one pass settles everybody.
    var hasIncremental = [Bool](repeating: false, count: rows.count)
    for row in paths.order {
      hasIncremental[row] = sources[row].contains {
        hasIncremental[$0] || rows[$0].kind == .incremental
      }
    }
    radicalCount = rows.count { $0.kind == .radical }
    radicalWithIncrementalAncestor = rows.indices.count {
      rows[$0].kind == .radical && hasIncremental[$0]
    }
    contributions = Self.contributions(region, rows, paths)
  }

  private static func contributions(
    _ region: Region,
    _ rows: [Innovation],
    _ paths: SearchPaths
  ) -> [Contribution] {
    let actors = region.actors
    let actorOf = rows.map { $0.actor.flatMap { actors.index(of: $0) } }
    let shares = paths.nodeShares
    let visits = shares.reduce(0, +)
    var rowsOf: [Int: [Int]] = [:]
    for (row, actor) in actorOf.enumerated() {
      if let actor { rowsOf[actor, default: []].append(row) }
    }
    let contributions = rowsOf.keys.sorted().map { actor -> Contribution in
      let own = rowsOf[actor] ?? []
      var others: Set<Int> = []
      for row in own {
        for next in paths.successors[row] where actorOf[next] != actor { others.insert(next) }
      }
      return Contribution(
        actor: actor,
        innovations: own.count,
        adopted: own.count { rows[$0].status == .adopted },
        builtOnByOthers: others.count,
        share: visits > 0 ? own.reduce(0) { $0 + shares[$1] } / visits : 0
      )
    }
    // Sorting is stable over actors in their own order.
    return contributions.enumerated().sorted {
      $0.element.share != $1.element.share
        ? $0.element.share > $1.element.share : $0.offset < $1.offset
    }.map(\.element)
  }
}
