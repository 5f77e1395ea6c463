import GraphCore
import LearningRegion
import NetworkMetrics

/// A region together with what nearly every indicator asks of it, worked out once.
public struct IndicatorInput: Sendable {
  /// The region.
  public let region: Region
  /// Its network: the ties that were chosen, by default every relation but distances, of the last wave.
  public let network: RegionGraph
  /// The choice behind ``network``.
  public let projection: GraphProjection
  /// Sphere of each actor, by row.
  public let spheres: [Sphere?]
  /// Row of the actor each one is part of, −1 for none.
  public let parents: [Int32]
  /// Whether the actor is a person, by row.
  public let isPerson: [Bool]
  /// Seed of everything that is drawn.
  public let seed: UInt64
  /// How often chance is asked.
  public let permutations: Int
  let sharedBetweenness = SharedResult<NodeScores>()
  let sharedClusters = SharedResult<Partition>()

  /// Works out the network of a region.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for relations, waves or columns that are not there.
  public init(
    _ region: Region,
    _ projection: GraphProjection = GraphProjection(),
    seed: UInt64 = 20_261_123,
    permutations: Int = 999,
    threads: Int = 1
  ) throws(ProjectionError) {
    self.region = region
    self.projection = projection
    self.seed = seed
    self.permutations = permutations
    network = try region.graph(projection, threads: threads)
    spheres = region.spheres()
    parents = region.parentIndices()
    let actors = region.actors
    isPerson = (0..<actors.count).map { actors.type(of: $0) == "person" }
  }

  /// The network of all relations of a kind, of the same wave and actors; `nil` where no relation is of that kind.
  public func network(of kind: RelationKind) throws(MetricError) -> RegionGraph? {
    let names = region.relations.filter { $0.kind == kind }.map(\.name)
    return names.isEmpty ? nil : try network(ofRelations: names)
  }

  /// The network of some relations of the region, of the same wave and actors.
  public func network(ofRelations names: [String]) throws(MetricError) -> RegionGraph {
    var choice = projection
    choice.relations = .named(names)
    do throws(ProjectionError) {
      return try region.graph(choice)
    } catch {
      throw .invalidOption(name: "relation", reason: "\(error)")
    }
  }

  /// The actor an actor is finally part of: itself where it is part of none.
  public func root(of actor: Int) -> Int {
    var root = actor
    while parents[root] >= 0 { root = Int(parents[root]) }
    return root
  }

  /// The workplace of an actor: of a person or department the nearest actor above that is neither, else the actor itself.
  public func workplace(of actor: Int) -> Int {
    var place = actor
    while parents[place] >= 0, isPerson[place] || region.actors.type(of: place) == "department" {
      place = Int(parents[place])
    }
    return place
  }
}
