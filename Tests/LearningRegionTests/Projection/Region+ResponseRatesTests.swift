import LearningRegion
import Testing

@Suite("Response rates by relation and wave")
struct RegionResponseRatesTests {
  private func entry(
    _ respondent: String,
    _ answered: Bool,
    _ relation: String? = nil,
    _ wave: String? = nil
  ) -> RosterEntry {
    var entry = RosterEntry(respondent: respondent, answered: answered)
    entry.relation = relation
    entry.wave = wave
    return entry
  }

  private func rates(_ roster: [RosterEntry], ties: String = "a b 1 1, b c 1 2") throws -> [String]
  {
    var draft = Drafts.actors("a", "b", "c")
    draft.relation("trust") { $0.directed = true }
    draft.relation("advice") { $0.directed = true }
    draft.add(ties, to: "trust")
    draft.roster.rows = roster
    return try Region(draft).responseRates().map {
      "\($0.relation) \($0.wave ?? "-") \($0.rate.answered)/\($0.rate.asked)"
    }
  }

  @Test func nobodyKnowsWithoutARoster() throws {
    #expect(try rates([]).isEmpty)
  }

  @Test func anEntryOfNothingIsOfEverything() throws {
    let expected = ["trust 1 1/2", "trust 2 1/2", "advice 1 1/2", "advice 2 1/2"]
    #expect(try rates([entry("a", true), entry("b", false)]) == expected)
  }

  @Test func questionsCountByThemselves() throws {
    let roster = [
      entry("a", true, "trust", "1"), entry("b", false, "trust", "1"), entry("c", true, "advice"),
      entry("a", true, nil, "2"),
    ]
    #expect(
      try rates(roster) == ["trust 1 1/2", "trust 2 1/1", "advice 1 1/1", "advice 2 2/2"]
    )
  }

  @Test func oneOpenQuestionIsNoAnswer() throws {
    #expect(try rates([entry("a", true), entry("a", false, "trust", "1")]).first == "trust 1 0/1")
  }

  @Test func withoutWaves() throws {
    #expect(try rates([entry("a", true)], ties: "a b") == ["trust - 1/1", "advice - 1/1"])
  }
}
