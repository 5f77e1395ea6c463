import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("What indicators ask of a region")
struct IndicatorInputTests {
  /// 0 enterprise, 1 department of 0, 2 person in 1, 3 network above 0.
  private func nested() throws -> IndicatorInput {
    var draft = RegionDraft()
    for (id, type, parent) in [
      ("0", "enterprise", "3"), ("1", "department", "0"), ("2", "person", "1"),
      ("3", "network", nil),
    ] as [(String, String, String?)] {
      var actor = Actor(id: id)
      actor.type = type
      actor.parent = parent
      draft.actors.append(actor)
    }
    for (name, kind) in [("tie", RelationKind.other), ("trust", .trust), ("far", .distance)] {
      var relation = Relation(name: name)
      relation.kind = kind
      draft.relations.append(relation)
    }
    draft.appendTie(from: "0", to: "1", Tie(source: 0, target: 0, relation: 0))
    draft.appendTie(from: "1", to: "2", Tie(source: 0, target: 0, relation: 1))
    draft.appendTie(from: "0", to: "2", Tie(source: 0, target: 0, relation: 2, weight: 9))
    return try IndicatorInput(try Region(draft))
  }

  @Test("the workplace of a person is the nearest actor above that is no person and no department")
  func workplaces() throws {
    let input = try nested()
    #expect((0..<4).map { input.workplace(of: $0) } == [0, 0, 0, 3])
    #expect((0..<4).map { input.root(of: $0) } == [3, 3, 3, 3])
    #expect(input.isPerson == [false, false, true, false])
  }

  @Test("networks by kind of relation")
  func kinds() throws {
    let input = try nested()
    #expect(input.network.graph.edgeCount == 2)
    let trust = try #require(try input.network(of: .trust))
    #expect(trust.graph.edgeCount == 1 && trust.relations == ["trust"])
    #expect(try input.network(of: .knowledge) == nil)
  }

  @Test("a region of nobody")
  func empty() throws {
    let input = try IndicatorInput(try Region(RegionDraft()))
    #expect(input.network.graph.nodeCount == 0 && input.spheres.isEmpty)
  }

  @Test("a relation that is not there")
  func unknown() throws {
    var projection = GraphProjection()
    projection.relations = .named(["nothing"])
    #expect(throws: ProjectionError.self) {
      _ = try IndicatorInput(try Region(RegionDraft()), projection)
    }
  }
}
