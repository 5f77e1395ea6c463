import LearningRegion
import Testing

struct RegionTests {
  private func waves(_ change: (inout RegionDraft) -> Void) throws -> [String] {
    var draft = Drafts.actors("a", "b")
    change(&draft)
    return try Region(draft).waves.map(\.name)
  }

  @Test(
    arguments: [
      (["10", "9", "100"], ["9", "10", "100"]),
      (["-1", "0", "-10"], ["-10", "-1", "0"]),
      (["2021", "2019-05", "2019", "2020-01-31"], ["2019", "2019-05", "2020-01-31", "2021"]),
      (["wave 10", "wave 9"], ["wave 10", "wave 9"]),
      (["2", "1", "before"], ["2", "1", "before"]),
    ]
  )
  func undeclaredWavesAreDatesOrNumbersOrAsTheyCame(_ given: [String], _ order: [String]) throws {
    var draft = Drafts.actors("a", "b")
    for (place, wave) in given.enumerated() {
      var tie = Tie(source: 0, target: 1, relation: draft.relationIndex("tie"))
      tie.weight = Double(place + 2)
      tie.wave = draft.waveIndex(wave)
      draft.ties.append(tie)
    }
    let region = try Region(draft)
    #expect(region.waves.map(\.name) == order)
    // Ties stay with the wave they were given.
    for (row, wave) in given.enumerated() {
      #expect(region.ties.wave(at: row).map { region.waves[Int($0)].name } == wave)
    }
  }

  @Test func declaredWavesKeepTheirOrder() throws {
    let names = try waves {
      $0.waves = [Wave(name: "2"), Wave(name: "1")]
      $0.declaredWaves = 2
      $0.add("a b 1 1, a b 1 2")
    }
    #expect(names == ["2", "1"])
  }

  @Test func wavesThatOnlyActorsRatingsOrTheRosterNameAreWaves() throws {
    let names = try waves {
      $0.actors.append(Drafts.actor("c") { $0.waves = ["3", "1"] })
      var rating = Rating(rater: "a", ratee: "b", dimension: "openness", score: 1)
      rating.wave = "4"
      $0.ratings.rows = [rating]
      var entry = RosterEntry(respondent: "a", answered: true)
      entry.wave = "2"
      $0.roster.rows = [entry]
    }
    #expect(names == ["1", "2", "3", "4"])
  }

  @Test func manyActorsWithLateWavesAreQuick() throws {
    // Asking every actor whether any actor has waves would be 10¹⁰ steps.
    var draft = RegionDraft()
    for number in 0..<100_000 { draft.actors.append(Actor(id: "a\(number)")) }
    draft.actors.append(Drafts.actor("last") { $0.waves = ["1"] })
    #expect(try Region(draft).waves == [Wave(name: "1")])
  }

  @Test func tiesWithoutARelationGetOne() throws {
    var draft = Drafts.actors("a", "b")
    draft.appendTie(from: "a", to: "b")
    let region = try Region(draft)
    #expect(region.relations == [Relation(name: "tie")])
    #expect(try region.graph().graph.edgeCount == 1)
  }

  @Test func aRegionGivesItsDraftBack() throws {
    var draft = Drafts.actors("a", "b")
    draft.header.title = "Indre Agder"
    draft.add("a b 2", to: "trust")
    let region = try Region(draft)
    #expect(region.draft == draft)
    #expect(region.header.title == "Indre Agder")
    #expect(try Region(region.draft) == region)
  }

  @Test func parentsAreFoundByID() throws {
    var draft = Drafts.actors("firm", "lone")
    draft.actors.append(Drafts.actor("shop") { $0.parent = "firm" })
    draft.actors.append(Drafts.actor("worker") { $0.parent = "shop" })
    #expect(try Region(draft).parentIndices() == [-1, -1, 0, 2])
  }

  @Test func tiesOfActorsThatAreNotThereAreAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      var draft = Drafts.actors("a")
      draft.ties.append(Tie(source: 0, target: 1))
      _ = try Region(draft)
    }
  }
}
