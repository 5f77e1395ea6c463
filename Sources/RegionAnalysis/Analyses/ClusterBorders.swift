import GraphCore
import LearningRegion
import NetworkMetrics

/// Where clusters touch: which are tied to which, and through whom.
public struct ClusterBorders: Sendable {
  /// One cluster seen from another.
  public struct Border: Sendable, Equatable {
    /// The cluster tied to.
    public let neighbour: Int
    /// Ties between the two, arcs one by one.
    public let ties: Int
    /// Members with such a tie, those with most first.
    public let bridgeActors: [Int]
  }

  /// Members of each cluster with a tie out of it.
  public let bridgeActors: [Int]
  private let borders: [[Border]]

  /// The neighbours of a cluster, those with most ties first.
  public func neighbours(of cluster: Int) -> [Border] { borders[cluster] }

  /// Goes through all ties once. O(arcs · log).
  ///
  /// - Parameter order: nodes in the order in which to name those with equally many ties; as they are by default.
  public init(of graph: Graph, _ partition: Partition, order: [Int]? = nil) {
    var rank = [Int](repeating: 0, count: graph.nodeCount)
    for (place, node) in (order ?? Array(rank.indices)).enumerated() { rank[node] = place }
    let clusterOf = partition.clusterOf
    var bridges = [Int](repeating: 0, count: partition.count)
    // One entry per node and foreign cluster it is tied to.
    var contacts: [(own: Int32, other: Int32, ties: Int, node: Int)] = []
    var ties = [Int](repeating: 0, count: partition.count)
    for node in 0..<graph.nodeCount {
      let own = clusterOf[node]
      var met: [Int32] = []
      let rows = graph.isDirected ? [graph.out, graph.incoming] : [graph.out]
      for row in rows {
        for target in row[node] where clusterOf[Int(target)] != own {
          let other = clusterOf[Int(target)]
          if ties[Int(other)] == 0 { met.append(other) }
          ties[Int(other)] += 1
        }
      }
      if !met.isEmpty { bridges[Int(own)] += 1 }
      for other in met {
        contacts.append((own, other, ties[Int(other)], node))
        ties[Int(other)] = 0
      }
    }
    bridgeActors = bridges
    contacts.sort {
      ($0.own, $0.other, -$0.ties, rank[$0.node]) < ($1.own, $1.other, -$1.ties, rank[$1.node])
    }
    var borders = [[Border]](repeating: [], count: partition.count)
    var place = 0
    while place < contacts.count {
      let first = contacts[place]
      let start = place
      while place < contacts.count, contacts[place].own == first.own,
        contacts[place].other == first.other
      { place += 1 }
      let members = contacts[start..<place]
      borders[Int(first.own)].append(
        Border(
          neighbour: Int(first.other),
          ties: members.reduce(0) { $0 + $1.ties },
          bridgeActors: members.map(\.node)
        )
      )
    }
    self.borders = borders.map { list in
      list.sorted { ($1.ties, $0.neighbour) < ($0.ties, $1.neighbour) }
    }
  }
}

extension ClusterAnalysis {
  /// Bridge actors that a border names at most.
  public static let mostNamedBridgeActors = 10

  /// One row per cluster and cluster it is tied to: `cluster,neighbour,ties,bridge_actors,actors`, the last the ids of the members
  /// with most of these ties, ten at most; no rows where clusters overlap.
  public func borders(of graph: RegionGraph) -> ResultTable {
    var table = ResultTable(columns: ["cluster", "neighbour", "ties", "bridge_actors", "actors"])
    for (cluster, border, actors) in namedBorders(of: graph) {
      table.append([
        .integer(cluster + 1), .integer(border.neighbour + 1), .integer(border.ties),
        .integer(border.bridgeActors.count), .text(actors.joined(separator: "; ")),
      ])
    }
    return table
  }

  /// The same as objects, the actors as a list.
  func bordersJSON(of graph: RegionGraph) -> JSONValue {
    .array(
      namedBorders(of: graph).map { cluster, border, actors in
        .object([
          ("cluster", .integer(cluster + 1)), ("neighbour", .integer(border.neighbour + 1)),
          ("ties", .integer(border.ties)), ("bridge_actors", .integer(border.bridgeActors.count)),
          ("actors", .array(actors.map { .string($0) })),
        ])
      }
    )
  }

  private func namedBorders(
    of graph: RegionGraph
  ) -> [(cluster: Int, border: ClusterBorders.Border, actors: [String])] {
    guard memberships == nil else { return [] }
    let borders = ClusterBorders(
      of: graph.graph,
      partition,
      order: naming.order(of: graph.actorOf)
    )
    return (0..<partition.count).flatMap { cluster in
      borders.neighbours(of: cluster).map { border in
        let named = border.bridgeActors.prefix(Self.mostNamedBridgeActors)
        return (cluster, border, named.map { naming.id(of: Int(graph.actorOf[$0])) })
      }
    }
  }

  /// One row per actor: `id,label,cluster,boundary_strength,neighbours`, the last the number of other clusters it has ties to, or
  /// of further clusters it belongs to where they overlap.
  public func boundary(of graph: RegionGraph) -> ResultTable {
    var table = ResultTable(columns: ["id", "label", "cluster", "boundary_strength", "neighbours"])
    for node in naming.order(of: graph.actorOf) {
      var others: Set<Int32> = []
      for row in [graph.graph.out, graph.graph.incoming] {
        for target in row[node] { others.insert(partition.clusterOf[Int(target)]) }
      }
      others.remove(partition.clusterOf[node])
      let mine = memberships.map { $0[node] }
      table.append(
        naming.cells(of: Int(graph.actorOf[node])) + [
          Cell(count: mainCluster(of: node).map { $0 + 1 }), Cell(boundaryStrength[node]),
          .integer(mine.map { max(0, $0.count - 1) } ?? others.count),
        ]
      )
    }
    return table
  }

  /// ``table`` with a further column `boundary_strength`.
  public func tableWithBoundary(of graph: RegionGraph) -> ResultTable {
    guard memberships == nil else { return table }
    var wide = ResultTable(columns: table.columns + ["boundary_strength"])
    for (row, node) in zip(table.rows, naming.order(of: graph.actorOf)) {
      wide.append(row + [Cell(boundaryStrength[node])])
    }
    return wide
  }

  /// The cluster of a node; where clusters overlap the one that holds most of its ties, `nil` for a node without any.
  public func mainCluster(of node: Int) -> Int? {
    guard let memberships else { return Int(partition.clusterOf[node]) }
    guard var best = memberships[node].first else { return nil }
    for share in memberships[node] where share.share > best.share { best = share }
    return best.cluster
  }
}
