import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("What is in a region")
struct RegionSummaryTests {
  private func region() throws -> Region {
    try TinyRegions.region(
      [
        .init("a", type: "union"), .init("b", type: "enterprise"), .init("c"),
        .init("d", type: "enterprise"), .init("e", type: "person"),
      ],
      ""
    ) { draft in
      draft.relations = []
      var advice = Relation(name: "advice")
      advice.directed = true
      advice.kind = .advice
      var joint = Relation(name: "joint")
      joint.directed = false
      draft.relations = [advice, joint, Relation(name: "distance")]
      func tie(_ from: String, _ to: String, _ relation: Int32, _ wave: String? = nil) {
        var tie = Tie(source: 0, target: 0, relation: relation)
        tie.wave = wave.map { draft.waveIndex($0) }
        draft.appendTie(from: from, to: to, tie)
      }
      tie("a", "b", 0, "2019")
      tie("b", "a", 0, "2020")
      tie("a", "b", 0, "2020")
      tie("a", "a", 0)
      tie("a", "c", 1)
      tie("c", "a", 1)
      tie("d", "e", 2)
    }
  }

  @Test("counted by hand")
  func counts() throws {
    let summary = try RegionSummary(of: try region(), GraphProjection())
    #expect(summary.actors == 5)
    #expect(summary.tiesRead == 7 && summary.loopsDropped == 1)
    // a→b twice over two waves; a–c reported by both.
    #expect(summary.parallelMerged == 2 && summary.ties == 4)
    #expect(summary.relations.map(\.ties) == [2, 1, 1])
    #expect(summary.relations.map(\.directed) == [true, false, true])
    #expect(summary.actorTypes.map(\.type) == ["enterprise", "person", "union", nil])
    #expect(summary.actorTypes.map(\.count) == [2, 1, 1, 1])
    #expect(summary.waves.map(\.name) == ["2019", "2020"])
    #expect(summary.waves.map(\.ties) == [1, 2])
    // The distance between d and e is no tie: {a, b, c}, d, e.
    #expect(summary.components == 3)
    #expect(summary.responseRate == nil)
  }

  @Test("the table names types, relations and waves after a stroke")
  func table() throws {
    let table = try RegionSummary(of: try region(), GraphProjection()).table
    #expect(table.columns == ["property", "value"])
    for (property, value) in [
      ("actors", Cell.integer(5)), ("actors/enterprise", .integer(2)),
      ("actors/(no type)", .integer(1)), ("ties", .integer(4)), ("ties/advice", .integer(2)),
      ("kind/advice", .text("advice")), ("direction/joint", .text("undirected")),
      ("ties_of_wave/2020", .integer(2)), ("components", .integer(3)),
    ] {
      #expect(table.rows.contains([.text(property), value]), "\(property)")
    }
  }

  @Test("JSON has the promised keys, numbers as numbers")
  func json() throws {
    let value = try RegionSummary(of: try region(), GraphProjection()).json(assumed: .array([]))
    let keys = Set(value.pairs.map(\.0))
    for key in [
      "actors", "ties", "ties_read", "loops_dropped", "parallel_merged", "relations",
      "actor_types", "waves", "components", "assumed",
    ] {
      #expect(keys.contains(key), "\(key)")
    }
    let relations = value.pairs.first { $0.0 == "relations" }?.1
    #expect(
      relations?.pairs.first?.1.text(indented: false)
        == #"{"kind":"advice","directed":true,"ties":2}"#
    )
    #expect(value.pairs.first { $0.0 == "ties_read" }?.1 == .integer(7))
  }

  @Test("a relation taken as undirected counts pairs")
  func undirected() throws {
    var projection = GraphProjection()
    projection.direction = .undirected
    let summary = try RegionSummary(of: try region(), projection)
    #expect(summary.relations[0].ties == 1 && !summary.relations[0].directed)
  }

  @Test("nothing at all")
  func empty() throws {
    let summary = try RegionSummary(of: try TinyRegions.region("", ""), GraphProjection())
    #expect(summary.actors == 0 && summary.ties == 0 && summary.components == 0)
  }

  @Test("who answered")
  func roster() throws {
    let region = try TinyRegions.region("a b", "a-b") { draft in
      draft.roster = RegionTable([
        RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: false),
      ])
    }
    let summary = try RegionSummary(of: region, GraphProjection())
    #expect(summary.responseRate == ResponseRate(asked: 2, answered: 1))
    #expect(summary.table.rows.contains([.text("answered"), .integer(1)]))
  }
}
