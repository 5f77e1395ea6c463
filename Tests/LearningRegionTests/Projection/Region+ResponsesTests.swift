import LearningRegion
import Testing

/// Who answered, and what that makes of the ties between them.
struct RegionResponsesTests {
  private func entry(
    _ respondent: String,
    _ answered: Bool,
    relation: String? = nil,
    wave: String? = nil
  ) -> RosterEntry {
    var entry = RosterEntry(respondent: respondent, answered: answered)
    entry.relation = relation
    entry.wave = wave
    return entry
  }

  private func region(_ roster: [RosterEntry], directed: Bool = true) throws -> Region {
    var draft = Drafts.actors("a", "b", "c", "d")
    for name in ["trust", "advice"] { draft.relation(name) { $0.directed = directed } }
    draft.add("a b 1 1, a b 1 2, b a 1 2, b c 1 2, c a 1 2, d a 1 2", to: "trust")
    draft.add("a b 1 1", to: "advice")
    draft.roster.rows = roster
    return try Region(draft)
  }

  private func responses(
    _ roster: [RosterEntry],
    relations: GraphProjection.RelationChoice = .allStrengths,
    wave: GraphProjection.WaveChoice = .last
  ) throws -> [ResponseState]? {
    var projection = GraphProjection()
    projection.relations = relations
    projection.wave = wave
    return try region(roster).graph(projection).responses
  }

  @Test func withoutARosterNothingIsKnown() throws {
    #expect(try responses([]) == nil)
  }

  @Test func entriesWithoutRelationAndWaveCountForAll() throws {
    let roster = [entry("a", true), entry("c", false)]
    #expect(try responses(roster) == [.answered, .notAsked, .silent, .notAsked])
  }

  @Test func entriesCountForTheirRelationAndWave() throws {
    let roster = [
      entry("a", true, relation: "trust"), entry("b", false, relation: "advice"),
      entry("c", true, wave: "1"), entry("d", false, relation: "trust", wave: "2"),
    ]
    #expect(
      try responses(roster, relations: .named(["trust"]), wave: .named("1"))
        == [.answered, .notAsked, .answered, .notAsked]
    )
    #expect(
      try responses(roster, relations: .named(["trust"]), wave: .named("2"))
        == [.answered, .notAsked, .notAsked, .silent]
    )
    #expect(
      try responses(roster, relations: .named(["advice"]), wave: .all)
        == [.notAsked, .silent, .answered, .notAsked]
    )
    let early = [entry("c", true, wave: "1")]
    #expect(try responses(early, wave: .named("2")) == nil)
  }

  @Test(arguments: [false, true])
  func whoLeavesOneQuestionOpenIsSilent(_ answersFirst: Bool) throws {
    let both = [
      entry("a", true, relation: "trust"), entry("a", false, relation: "advice"),
    ]
    let roster = answersFirst ? both : both.reversed()
    #expect(try responses(roster)?.first == .silent)
    #expect(try responses(roster, relations: .named(["trust"]))?.first == .answered)
  }

  @Test func responsesFollowTheNodes() throws {
    var projection = GraphProjection()
    projection.without = ["a", "b"]
    let result = try region([entry("a", true), entry("d", true)]).graph(projection)
    #expect(result.responses == [.notAsked, .answered])
    #expect(result.responseRate == ResponseRate(asked: 1, answered: 1))
  }

  @Test func confirmationIsAboutTiesBetweenThoseWhoAnswered() throws {
    let everybody = ["a", "b", "c"].map { entry($0, true) }
    var projection = GraphProjection()
    projection.relations = .named(["trust"])
    // a–b is told by both, b–c and c–a by one; d was not asked.
    let rate = try region(everybody, directed: false).graph(projection).confirmationRate
    #expect(rate == 1.0 / 3)
    let two = try region([entry("a", true), entry("b", true)], directed: false)
    #expect(try two.graph(projection).confirmationRate == 1)
    projection.wave = .named("1")
    #expect(try two.graph(projection).confirmationRate == 0)
  }

  @Test func confirmationIsUndefinedWithoutTiesOrRosterOrForArcs() throws {
    var projection = GraphProjection()
    projection.relations = .named(["trust"])
    #expect(try region([], directed: false).graph(projection).confirmationRate == nil)
    let apart = try region([entry("b", true), entry("d", true)], directed: false)
    #expect(try apart.graph(projection).confirmationRate == nil)
    let arcs = try region([entry("a", true), entry("b", true)])
    #expect(try arcs.graph(projection).confirmationRate == nil)
  }
}
