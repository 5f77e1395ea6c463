import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("Actors sorted into groups")
struct GroupingTests {
  @Test("values in the order in which they first appear, nobody without one")
  func column() throws {
    let region = try SmallRegions.region(
      types: ["union", "school", nil, "union", "school", "enterprise"],
      "0-1",
      directed: false
    )
    let grouping = try Grouping(by: "Type", of: region, try region.graph())
    #expect(grouping.names == ["union", "school", "enterprise"])
    #expect(grouping.groupOf == [0, 1, -1, 0, 1, 2])
    #expect(grouping.sizes == [2, 2, 1])
    #expect(grouping.known == 5)
    #expect(grouping.origin == .column("type"))
    #expect(!grouping.isClusters)
  }

  @Test("a list of several values is no group, a list of one is")
  func lists() throws {
    let region = try SmallRegions.region(types: ["a", "a", "a"], "", directed: false) { draft in
      var table = ActorTable()
      for (number, needs) in [["welding"], ["welding", "Norwegian"], []].enumerated() {
        var actor = Actor(id: String(number))
        actor.needs = needs
        table.append(actor)
      }
      draft.actors = table
    }
    let grouping = try Grouping(by: "needs", of: region, try region.graph())
    #expect(grouping.names == ["welding"] && grouping.groupOf == [0, -1, -1])
  }

  @Test("only the actors of the graph are counted")
  func filtered() throws {
    let region = try SmallRegions.region(
      types: ["x", "y", "x", "z"],
      "0-1 1-2",
      directed: false
    )
    var projection = GraphProjection()
    projection.without = ["0"]
    let grouping = try Grouping(by: "type", of: region, try region.graph(projection))
    #expect(grouping.names == ["y", "x", "z"] && grouping.groupOf == [0, 1, 2])
  }

  @Test("a column that is not there, with those that are")
  func unknown() throws {
    let region = try SmallRegions.region(types: ["x", "y"], "0-1", directed: false)
    let graph = try region.graph()
    #expect(throws: ProjectionError.unknownColumn("town", known: ["id", "label", "type"])) {
      try Grouping(by: "town", of: region, graph)
    }
  }

  @Test("clusters are named by their number")
  func clusters() {
    let grouping = Grouping(clusters: Partition(labels: [5, 5, 2, 5]), seed: 3)
    #expect(grouping.names == ["1", "2"] && grouping.groupOf == [0, 0, 1, 0])
    #expect(grouping.origin == .clusters(seed: 3) && grouping.isClusters)
  }

  @Test("spheres where there are two of them, and nobody looks for clusters")
  func spheres() throws {
    let region = try SmallRegions.region(
      types: ["enterprise", "university", "union"],
      "0-1",
      directed: false
    )
    let grouping = try Grouping.usual(
      of: region,
      try region.graph(),
      clusters: { () throws(MetricError) in throw .notDefined(reason: "nobody asks") },
      seed: 1
    )
    #expect(grouping.names == ["work_life", "education"])
    #expect(grouping.groupOf == [0, 1, 0])
  }

  @Test("clusters where all are of one sphere or of none", arguments: ["enterprise", "family"])
  func fallback(type: String) throws {
    let region = try SmallRegions.region(types: [type, type], "0-1", directed: false)
    let grouping = try Grouping.usual(
      of: region,
      try region.graph(),
      clusters: { () throws(MetricError) in Partition(labels: [0, 1]) },
      seed: 8
    )
    #expect(grouping.origin == .clusters(seed: 8) && grouping.names == ["1", "2"])
  }
}
