import GraphCore
import LearningRegion
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("What stays from wave to wave")
struct TieChangeTests {
  private func region(
    _ first: String,
    _ second: String,
    directed: Bool = false,
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> Region {
    try SmallRegions.region(types: Array(repeating: nil, count: 6), "", directed: directed) {
      draft in
      for (wave, ties) in [("1", first), ("2", second)] {
        for text in ties.split(separator: " ") {
          let ends = text.split(separator: "-").map(String.init)
          var tie = Tie(source: 0, target: 0)
          tie.wave = draft.waveIndex(wave)
          draft.appendTie(from: ends[0], to: ends[1], tie)
        }
      }
      change(&draft)
    }
  }

  private func changes(_ region: Region) throws -> [TieChange] {
    try TieChange.between(wavesOf: region, GraphProjection())
  }

  @Test("two stay, one comes, one goes: 2/4")
  func jaccard() throws {
    let found = try changes(try region("0-1 1-2 2-3", "1-0 1-2 3-4"))
    #expect(found == [TieChange(from: "1", to: "2", actors: 6, kept: 2, born: 1, died: 1)])
    #expect(found[0].jaccard == 0.5)
  }

  @Test("direction counts where ties have one")
  func directed() throws {
    let found = try changes(try region("0-1 1-2", "1-0 1-2", directed: true))
    #expect(found[0].kept == 1 && found[0].born == 1 && found[0].died == 1)
  }

  @Test("ties that nobody who answered twice could report are left out")
  func roster() throws {
    let region = try region("0-1 1-2 4-5", "0-1 2-1 3-4", directed: true) { draft in
      for (actor, wave, answered) in [
        ("0", "1", true), ("0", "2", true), ("1", "1", true), ("1", "2", false), ("2", "2", true),
        ("4", "1", true), ("4", "2", true),
      ] {
        var entry = RosterEntry(respondent: actor, answered: answered)
        entry.wave = wave
        draft.roster.rows.append(entry)
      }
    }
    // Only 0 and 4 answered twice: 0→1 stayed, 4→5 went; 1→2, 2→1 and 3→4 are nobody's to report.
    #expect(
      try changes(region) == [TieChange(from: "1", to: "2", actors: 2, kept: 1, born: 0, died: 1)]
    )
  }

  @Test("actors that belong to one of the waves only do not count")
  func membership() throws {
    let region = try region("0-1 1-2", "0-1 1-5") { draft in
      var table = ActorTable()
      for number in 0..<6 {
        var actor = Actor(id: String(number))
        actor.waves = number == 2 ? ["1"] : number == 5 ? ["2"] : []
        table.append(actor)
      }
      draft.actors = table
    }
    #expect(
      try changes(region) == [TieChange(from: "1", to: "2", actors: 4, kept: 1, born: 0, died: 0)]
    )
  }

  @Test("the same wave twice stays whole; no ties have no share; one wave has no change")
  func bounds() throws {
    let all = "0-1 1-2 2-3 3-4"
    #expect(try changes(try region(all, all))[0].jaccard == 1)
    #expect(try changes(try region("0-1", "2-3"))[0].jaccard == 0)
    #expect(try changes(try SmallRegions.region(types: [nil], "", directed: false)).isEmpty)
  }
}

@Suite("Relations that go together")
struct MultiplexityTests {
  private func multiplexity(_ ties: [String: String]) throws -> Multiplexity {
    let region = try SmallRegions.region(types: Array(repeating: nil, count: 8), "", directed: true)
    {
      draft in
      draft.relations = []
      for name in ties.keys.sorted() {
        let relation = draft.relationIndex(name)
        for text in (ties[name] ?? "").split(separator: " ") {
          let ends = text.split(separator: "-").map(String.init)
          draft.appendTie(from: ends[0], to: ends[1], Tie(source: 0, target: 0, relation: relation))
        }
      }
    }
    return try Multiplexity(of: try IndicatorInput(region))
  }

  @Test("one of three pairs is tied in two ways, whatever the direction")
  func byHand() throws {
    let found = try multiplexity(["advice": "0-1 1-2", "trust": "1-0 2-3"])
    #expect(found.pairs == 3 && found.multiplex == 1)
    #expect(found.together == [[2, 1], [1, 2]])
    // 1 in both, 3 in either.
    #expect(found.overlap(0, 1) == 1.0 / 3 && found.overlap(0, 0) == 1)
  }

  @Test("a third relation on the same pair changes nothing but its own overlap")
  func three() throws {
    let found = try multiplexity(["a": "0-1", "b": "0-1", "c": "1-0"])
    #expect(found.pairs == 1 && found.multiplex == 1)
    #expect(found.overlap(0, 2) == 1)
  }
}

@Suite("What outlives a programme")
struct ProgrammeSurvivalTests {
  private func survivals(
    _ date: String?,
    ties: [(String, String, String, String?)],
    participants: [String] = [],
    arenas: [(String, String?)] = []
  ) throws -> [ProgrammeSurvival] {
    let region = try SmallRegions.region(
      types: Array(repeating: nil, count: 5),
      "",
      directed: false
    ) {
      draft in
      draft.header.date = date.flatMap { Day($0) }
      var programme = Programme(id: "p")
      programme.start = Day("2015-01-01")
      programme.end = Day("2017-06-30")
      programme.participants = participants
      draft.programmes.rows = [programme]
      for (source, target, start, end) in ties {
        var tie = Tie(source: 0, target: 0)
        tie.start = Day(start)
        tie.end = end.flatMap { Day($0) }
        draft.appendTie(from: source, to: target, tie)
      }
      for (number, dates) in arenas.enumerated() {
        var arena = Arena(id: String(number))
        arena.start = Day(dates.0)
        arena.end = dates.1.flatMap { Day($0) }
        draft.arenas.rows.append(arena)
      }
    }
    return ProgrammeSurvival.all(of: region)
  }

  @Test("two of three ties and one of two arenas were there a year later")
  func byHand() throws {
    let found = try survivals(
      "2020",
      // Open; ended just late enough; ended a day too early; began before; began after.
      ties: [
        ("0", "1", "2015-03", nil), ("1", "2", "2016", "2018-06-30"),
        ("2", "3", "2016", "2018-06-29"),
        ("3", "4", "2014-12-31", nil), ("0", "4", "2017-07-01", nil),
      ],
      arenas: [("2016-02", nil), ("2016-02", "2017")]
    )
    #expect(found.count == 1 && found[0].ties == (3, 2) && found[0].arenas == (2, 1))
    #expect(found[0].began == 5 && found[0].lasted == 3)
  }

  @Test("ties between participants only, where the programme names them")
  func participants() throws {
    let ties = [("0", "1", "2016", String?.none), ("1", "2", "2016", nil)]
    #expect(try survivals("2020", ties: ties, participants: ["0", "1"])[0].ties == (1, 1))
  }

  @Test("too early to say: the data end less than a year after the programme")
  func censored() throws {
    let ties = [("0", "1", "2016", String?.none)]
    #expect(try survivals("2018-06-29", ties: ties).isEmpty)
    #expect(try survivals("2018-06-30", ties: ties).count == 1)
    // Without a date of the region the data end with their last date.
    #expect(try survivals(nil, ties: ties).isEmpty)
    #expect(try survivals(nil, ties: ties + [("1", "2", "2019", nil)]).count == 1)
  }

  @Test("nothing began: nothing to say")
  func nothing() throws { #expect(try survivals("2020", ties: []).isEmpty) }

  @Test(
    "twelve months later",
    arguments: [
      ("2017-06-30", "2018-06-30"), ("2016-02-29", "2017-02-28"), ("2017", "2018-12-31"),
      ("2017-05", "2018-05-31"), ("2017-12-31", "2018-12-31"),
    ]
  )
  func months(day: String, later: String) throws {
    #expect(try #require(Day(day)).monthsLater(12) == Day(later)?.lastDayNumber)
  }
}
