import LearningRegion
import Testing

struct RegionGraphTests {
  @Test func nodesLeadToActorsAndBack() throws {
    var draft = Drafts.actors("a", "b", "c", "d")
    draft.add("a c, d b")
    var projection = GraphProjection()
    projection.without = ["b"]
    let result = try Region(draft).graph(projection)
    #expect(result.actorOf == [0, 2, 3])
    #expect(result.nodeOfActor(actorCount: 4) == [0, -1, 1, 2])
  }

  @Test func ratesOfNobodyAreUndefined() {
    #expect(ResponseRate(asked: 0, answered: 0).share == nil)
    #expect(ResponseRate(asked: 4, answered: 3).share == 0.75)
  }

  @Test func theResponseRateCountsThoseAsked() throws {
    var draft = Drafts.actors("a", "b", "c", "d")
    draft.add("a b")
    #expect(try Region(draft).graph().responseRate == nil)
    draft.roster.rows = [
      RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: true),
      RosterEntry(respondent: "d", answered: false),
    ]
    let result = try Region(draft).graph()
    #expect(result.responseRate == ResponseRate(asked: 3, answered: 2))
  }
}
