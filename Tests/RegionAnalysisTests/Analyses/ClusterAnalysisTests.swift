import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Clusters as a table")
struct ClusterAnalysisTests {
  /// Two triangles joined by one tie, and one actor alone.
  private func region() throws -> Region {
    try TinyRegions.region(
      [
        .init("a"), .init("b"), .init("c"), .init("x", type: "union"), .init("y"), .init("z"),
        .init("alone"),
      ],
      "a-b b-c c-a x-y y-z z-x c-x"
    ) { draft in
      draft.actors.attributes = [
        TinyRegions.column("town", ["Bergen", "Bergen", "Voss", "Voss", "Voss", nil, nil])
      ]
    }
  }

  private func analysis(_ method: ClusterMethod, _ rule: Naming.Rule = .everybody) throws
    -> ClusterAnalysis
  {
    let region = try region()
    return try ClusterAnalysis(
      of: try region.graph(),
      in: region,
      method,
      seed: 1,
      naming: Naming(rule, of: region, seed: 1)
    )
  }

  private func clusters(_ analysis: ClusterAnalysis) -> [Int] {
    analysis.table.rows.map { Int($0[2].numeric ?? -1) }
  }

  @Test("Leiden finds the triangles, numbered by size and first actor")
  func leiden() throws {
    let found = try analysis(.leiden(resolution: 1))
    #expect(found.table.columns == ["id", "label", "cluster"])
    #expect(clusters(found) == [1, 1, 1, 2, 2, 2, 3])
    // Q = 2·(3/7 − (7/14)²).
    let modularity = try #require(found.modularity)
    #expect(abs(modularity - 2 * (3.0 / 7 - 0.25)) < 1e-12)
    #expect(found.quality == found.modularity)
    #expect(found.notes.assumptions == ["seed 1"])
    #expect(found.names == nil)
  }

  @Test("a small resolution makes one cluster of what hangs together, a large one breaks it")
  func resolution() throws {
    #expect(clusters(try analysis(.leiden(resolution: 0.1))) == [1, 1, 1, 1, 1, 1, 2])
    #expect(Set(clusters(try analysis(.leiden(resolution: 20)))).count == 7)
  }

  @Test("components")
  func components() throws {
    let found = try analysis(.components)
    #expect(clusters(found) == [1, 1, 1, 1, 1, 1, 2])
    #expect(found.quality == nil && found.modularity == 0)
  }

  @Test("a column: its values with their names, whoever has none alone")
  func attribute() throws {
    let found = try analysis(.attribute("town"))
    #expect(clusters(found) == [2, 2, 1, 1, 1, 3, 4])
    #expect(found.names == ["Voss", "Bergen", nil, nil])
    #expect(found.notes.warnings == ["2 actors have no town, and so a cluster of their own"])
    #expect(throws: ProjectionError.self) { try analysis(.attribute("tonw")) }
  }

  @Test("size, ties inside and ties to the rest, counted by hand")
  func overview() throws {
    let graph = try region().graph()
    let table = try analysis(.leiden()).overview(of: graph)
    #expect(
      table.columns == [
        "cluster", "name", "size", "internal_ties", "cut", "density", "conductance", "ei_index",
        "mean_distance", "largest_distance", "neighbours", "bridge_actors", "ei_p",
      ]
    )
    // A triangle: three ties in, one out, seven tie ends; everybody one step from everybody.
    let triangle: [Cell] = [
      .missing, .integer(3), .integer(3), .integer(1), .number(1), .number(1.0 / 7),
      .number(-0.5), .number(1), .integer(1), .integer(1), .integer(1),
      .missing,
    ]
    #expect(table.rows[0] == [.integer(1)] + triangle)
    #expect(table.rows[1] == [.integer(2)] + triangle)
    #expect(
      table.rows[2] == [
        .integer(3), .missing, .integer(1), .integer(0), .integer(0), .missing, .missing, .missing,
        .missing, .integer(0), .integer(0), .integer(0), .missing,
      ]
    )
    // Voss is c, x, y; Bergen a, b; z has no town.
    let towns = try analysis(.attribute("town")).overview(of: graph).rows.map { $0.prefix(5) }
    #expect(towns[0] == [.integer(1), .text("Voss"), .integer(3), .integer(2), .integer(4)])
    #expect(towns[1] == [.integer(2), .text("Bergen"), .integer(2), .integer(1), .integer(2)])
  }

  @Test("where nobody is named no small group is")
  func hidden() throws {
    let found = try analysis(.attribute("town"), .nobody)
    #expect(found.names == [nil, nil, nil, nil])
    #expect(found.table.rows.allSatisfy { $0[0].forReading.hasPrefix("actor-") })
  }

  @Test("arcs in both directions count for the cut of a directed network")
  func directedCut() throws {
    let region = try TinyRegions.region("a b c", "a-b b-a b-c", directed: true) { draft in
      draft.actors.attributes = [TinyRegions.column("town", ["x", "x", "y"])]
    }
    let graph = try region.graph()
    let found = try ClusterAnalysis(
      of: graph,
      in: region,
      .attribute("town"),
      seed: 1,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    let rows = try found.overview(of: graph).rows
    #expect(rows.map { $0[3] } == [.integer(2), .integer(0)])
    #expect(rows.map { $0[4] } == [.integer(1), .integer(1)])
  }
}
