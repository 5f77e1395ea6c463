import GraphCore
import LearningRegion
import NetworkMetrics

/// What is in a region: the result of `info`.
public struct RegionSummary: Sendable {
  /// Number of actors.
  public let actors: Int
  /// Ties after loops are dropped and parallels merged within each relation, over all waves.
  public let ties: Int
  /// Ties as the data have them.
  public let tiesRead: Int
  /// Ties from an actor to itself.
  public let loopsDropped: Int
  /// Ties that repeat another of their relation.
  public let parallelMerged: Int
  /// Each relation with its ties.
  public let relations: [RelationSummary]
  /// Actors per type, most frequent first, equal counts by name; actors without type under `nil`.
  public let actorTypes: [(type: String?, count: Int)]
  /// Names of the waves, in order, with the number of ties that belong to each (or to none in particular).
  public let waves: [(name: String, ties: Int)]
  /// Weak components of all ties of kinds other than distance, over all waves.
  public let components: Int
  /// Who answered, over all relations and waves; `nil` without a roster.
  public let responseRate: ResponseRate?

  /// What is in one relation.
  public struct RelationSummary: Sendable, Equatable {
    /// The name.
    public let name: String
    /// What its ties are made of.
    public let kind: RelationKind
    /// Whether its ties have a direction.
    public let directed: Bool
    /// Ties after loops are dropped and parallels merged.
    public let ties: Int
  }

  /// Counts everything. O(actors + ties) per relation.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a graph too large; ``NetworkMetrics/MetricError`` when stopped.
  public init(of region: Region, _ base: GraphProjection, control: RunControl = RunControl()) throws
  {
    actors = region.actors.count
    tiesRead = region.ties.count
    var projection = GraphProjection()
    projection.wave = .all
    projection.direction = base.direction
    var relations: [RelationSummary] = []
    var (ties, loops, parallels) = (0, 0, 0)
    for relation in region.relations {
      projection.relations = .named([relation.name])
      let graph = try region.graph(projection).graph
      relations.append(
        RelationSummary(
          name: relation.name,
          kind: relation.kind,
          directed: graph.isDirected,
          ties: graph.edgeCount
        )
      )
      ties += graph.edgeCount
      loops += graph.loopsDropped
      parallels += graph.parallelMerged
    }
    self.relations = relations
    (self.ties, loopsDropped, parallelMerged) = (ties, loops, parallels)

    var perType: [String?: Int] = [:]
    for actor in 0..<region.actors.count { perType[region.actors.type(of: actor), default: 0] += 1 }
    actorTypes = perType.map { (type: $0.key, count: $0.value) }.sorted {
      $0.count != $1.count
        ? $0.count > $1.count : ($0.type ?? "\u{10FFFF}") < ($1.type ?? "\u{10FFFF}")
    }
    var perWave = [Int](repeating: 0, count: region.waves.count)
    for row in 0..<region.ties.count {
      if let wave = region.ties.wave(at: row) { perWave[Int(wave)] += 1 }
    }
    waves = zip(region.waves, perWave).map { (name: $0.name, ties: $1) }

    projection.relations = .allStrengths
    let united = try region.graph(projection)
    components = try united.graph.weakComponents(control: control).count
    responseRate = united.responseRate
  }

  /// The summary as the result of `info --json`; `assumed` comes from whoever read the data.
  public func json(assumed: JSONValue) -> JSONValue {
    .object([
      ("actors", .integer(actors)), ("ties", .integer(ties)), ("ties_read", .integer(tiesRead)),
      ("loops_dropped", .integer(loopsDropped)), ("parallel_merged", .integer(parallelMerged)),
      (
        "relations",
        .object(
          relations.map { relation in
            (
              relation.name,
              .object([
                ("kind", .string(relation.kind.rawValue)), ("directed", .bool(relation.directed)),
                ("ties", .integer(relation.ties)),
              ])
            )
          }
        )
      ),
      ("actor_types", .object(actorTypes.map { ($0.type ?? "", .integer($0.count)) })),
      ("waves", .array(waves.map { .string($0.name) })),
      ("components", .integer(components)),
      (
        "response_rate",
        responseRate.map { rate in
          .object([
            ("asked", .integer(rate.asked)), ("answered", .integer(rate.answered)),
            ("share", .optional(rate.share)),
          ])
        } ?? .null
      ),
      ("assumed", assumed),
    ])
  }

  /// The summary as `property,value` rows. What belongs to one type, relation or wave has its name after a stroke, as in
  /// `actors/union`.
  public var table: ResultTable {
    var table = ResultTable(columns: ["property", "value"])
    func add(_ property: String, _ name: String?, _ value: Cell) {
      table.append([.text(property + (name.map { "/" + $0 } ?? "")), value])
    }
    add("actors", nil, .integer(actors))
    for (type, count) in actorTypes { add("actors", type ?? "(no type)", .integer(count)) }
    add("ties", nil, .integer(ties))
    for relation in relations {
      add("ties", relation.name, .integer(relation.ties))
      add("kind", relation.name, .text(relation.kind.rawValue))
      add("direction", relation.name, .text(relation.directed ? "directed" : "undirected"))
    }
    add("ties_read", nil, .integer(tiesRead))
    add("loops_dropped", nil, .integer(loopsDropped))
    add("parallel_merged", nil, .integer(parallelMerged))
    for (name, ties) in waves { add("ties_of_wave", name, .integer(ties)) }
    add("components", nil, .integer(components))
    if let responseRate {
      add("asked", nil, .integer(responseRate.asked))
      add("answered", nil, .integer(responseRate.answered))
    }
    return table
  }
}
