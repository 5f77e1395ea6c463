import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

/// Regions in which people meet, in a line each.
enum MeetingRegions {
  /// People `0 ..< levels.count` with these levels, all of the firm `firm` unless `workplace` says otherwise; the arenas; entries
  /// written `0 arena 2024-01-01 3` (date and turns may be `-`).
  static func input(
    levels: [String?],
    arenas: [Arena],
    _ entries: String...,
    ties: String = "",
    workplace: (Int) -> String = { _ in "firm" }
  ) throws -> IndicatorInput {
    var draft = RegionDraft()
    var relation = Relation(name: "tie")
    relation.directed = false
    draft.relations = [relation]
    let firms = Set(levels.indices.map(workplace)).sorted()
    for (row, level) in levels.enumerated() {
      var actor = Actor(id: String(row))
      actor.type = "person"
      actor.level = level
      actor.parent = workplace(row)
      draft.actors.append(actor)
    }
    for firm in firms {
      var actor = Actor(id: firm)
      actor.type = "enterprise"
      draft.actors.append(actor)
    }
    draft.arenas.rows = arenas
    for entry in entries {
      let words = entry.split(separator: " ").map(String.init)
      var row = Participation(actor: words[0], arena: words[1])
      row.date = words.count > 2 ? Day(words[2]) : nil
      row.turns = words.count > 3 ? Int(words[3]) : nil
      draft.participation.rows.append(row)
    }
    for tie in ties.split(separator: " ") {
      let ends = tie.split(separator: "-").map(String.init)
      draft.appendTie(from: ends[0], to: ends[1])
    }
    return try IndicatorInput(try Region(draft))
  }

  static func arena(
    _ id: String,
    _ stage: Stage?,
    _ organisation: ArenaOrganisation? = nil,
    end: String? = nil
  ) -> Arena {
    var arena = Arena(id: id)
    arena.stage = stage
    arena.organisation = organisation
    arena.end = end.flatMap { Day($0) }
    return arena
  }
}

@Suite("On stage and back stage")
struct StageIndicatorsTests {
  private let on = MeetingRegions.arena("on", .on, .work)
  private let back = MeetingRegions.arena("back", .back, .development)

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try StageIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("three of six people have a place back stage")
  func coverage() throws {
    let input = try MeetingRegions.input(
      levels: ["manager", "employee", "employee", "employee", "employee", "employee"],
      arenas: [on, back],
      "0 back",
      "1 back",
      "2 back",
      "2 back",
      "3 on"
    )
    let coverage = try value("back_stage_coverage", input)
    #expect(coverage.value == 0.5 && coverage.measurement?.n == 6)
    // One manager is too few to tell; of five employees two.
    #expect(coverage.parts[0].outcome == .suppressed && coverage.parts[1].value == 0.4)
    #expect(coverage.parts[2].actor == 6 && coverage.parts[2].value == 0.5)
  }

  @Test("a workplace without back stage is named")
  func without() throws {
    let input = try MeetingRegions.input(
      levels: [String?](repeating: nil, count: 10),
      arenas: [on, back],
      "0 back",
      "7 on",
      workplace: { $0 < 5 ? "a" : "b" }
    )
    let statements = try value("back_stage_coverage", input).statements
    #expect(statements.last?.actors == [11])
    #expect(
      statements.last?.text(.norwegian) { _ in "B" } == "Ingen hos B har en plass bak scenen."
    )
  }

  @Test("days between meetings: 7, 14 and 10, 10 in another arena")
  func interval() throws {
    let other = MeetingRegions.arena("other", .back)
    let input = try MeetingRegions.input(
      levels: [nil, nil],
      arenas: [on, back, other],
      "0 back 2024-01-01",
      "1 back 2024-01-08",
      "0 back 2024-01-08",
      "0 back 2024-01-22",
      "0 other 2024-03-01",
      "0 other 2024-03-11",
      "1 other 2024-03-21",
      "1 on 2024-03-22"
    )
    let interval = try value("back_stage_interval", input)
    // 7, 10, 10, 14: the median is 10.
    #expect(interval.value == 10 && interval.measurement?.n == 4)
  }

  @Test("switches over 2ab/n, for those with three entries on each stage")
  func alternation() throws {
    // on, back, on, back, on, back: 5 switches; 2·3·3/6 = 3.
    func entries(_ actor: Int) -> [String] {
      ["on", "back", "on", "back", "on", "back"].enumerated().map {
        "\(actor) \($1) 2024-0\($0 + 1)"
      }
    }
    let input = try MeetingRegions.input(
      levels: [String?](repeating: nil, count: 6),
      arenas: [on, back],
      entries(0)[0],
      entries(0)[1],
      entries(0)[2],
      entries(0)[3],
      entries(0)[4],
      entries(0)[5],
      entries(1)[5],
      entries(1)[4],
      entries(1)[3],
      entries(1)[2],
      entries(1)[1],
      entries(1)[0],
      "2 on 2024"
    )
    let few = try value("alternation", input)
    #expect(few.outcome == .tooFew(n: 2, minimum: 5))
    var draft = input.region.draft
    for actor in 2..<5 {
      for entry in entries(actor) {
        let words = entry.split(separator: " ").map(String.init)
        var row = Participation(actor: words[0], arena: words[1])
        row.date = Day(words[2])
        draft.participation.rows.append(row)
      }
    }
    draft.participation.rows.removeAll { $0.actor == "2" && $0.date == Day("2024") }
    let five = try value("alternation", IndicatorInput(try Region(draft)))
    #expect(abs((five.value ?? 0) - 5.0 / 3) < 1e-12 && five.measurement?.chance == 1)
  }

  @Test("turns 4, 1, 1, 0 and 0: equality .25")
  func voice() throws {
    let input = try MeetingRegions.input(
      levels: [String?](repeating: nil, count: 5),
      arenas: [on, back],
      "0 on 2024 3",
      "0 on 2024 1",
      "1 on 2024 1",
      "2 on 2024 1",
      "3 on",
      "4 on 2024 0",
      "0 back"
    )
    let voice = try value("voice_equality", input)
    // Gini: (−4·0 − 2·0 + 0·1 + 2·1 + 4·4)/(5·6) = .6; 1 − .6·5/4 = .25.
    #expect(abs((voice.value ?? 0) - 0.25) < 1e-12 && voice.parts.count == 1)
    let few = try MeetingRegions.input(
      levels: [nil, nil],
      arenas: [on],
      "0 on 2024 2",
      "1 on 2024 2"
    )
    #expect(try value("voice_equality", few).outcome == .suppressed)
    // An arena of few does not count in the mean: it could be told by the difference.
    let both = try MeetingRegions.input(
      levels: [String?](repeating: nil, count: 5),
      arenas: [on, back],
      "0 on 2024 4",
      "1 on 2024 1",
      "2 on 2024 1",
      "3 on",
      "4 on",
      "0 back 2024 2",
      "1 back 2024 2"
    )
    let mean = try value("voice_equality", both)
    #expect(abs((mean.value ?? 0) - 0.25) < 1e-12 && mean.measurement?.n == 1)
    #expect(mean.parts.map(\.outcome).contains(.suppressed))
  }

  @Test("entries where no end is set")
  func permanence() throws {
    let project = MeetingRegions.arena("p", .on, .project, end: "2024")
    let input = try MeetingRegions.input(
      levels: [nil, nil, nil],
      arenas: [back, project],
      "0 back",
      "1 back",
      "0 p",
      "1 p",
      "2 p"
    )
    #expect(try value("permanence", input).value == 0.4)
  }

  @Test("ties of project participants: two home, four among themselves")
  func encapsulation() throws {
    let project = MeetingRegions.arena("p", .on, .project)
    let input = try MeetingRegions.input(
      levels: [String?](repeating: nil, count: 10),
      arenas: [project],
      "0 p",
      "1 p",
      "5 p",
      "6 p",
      ties: "0-1 1-5 5-6 0-6 0-2 5-7 0-8 3-4",
      workplace: { $0 < 5 ? "a" : "b" }
    )
    let index = try value("encapsulation", input)
    // 0–8 leads to another workplace and does not count: (2 − 4)/6.
    #expect(abs((index.value ?? 0) + 1.0 / 3) < 1e-12 && index.measurement?.n == 6)
    #expect(index.parts.map(\.value) == [0.4, 0.4])
  }

  @Test("employers and unions together in two of three arenas")
  func parties() throws {
    let arenas = ["a", "b", "c"].map { MeetingRegions.arena($0, nil) }
    let input = try MeetingRegions.input(
      levels: ["manager", "union_rep", "employee", "employee", "manager", nil],
      arenas: arenas,
      "0 a",
      "1 a",
      "4 b",
      "1 b",
      "2 c",
      "3 c",
      "5 c"
    )
    let breadth = try value("party_breadth", input)
    #expect(abs((breadth.value ?? 0) - 2.0 / 3) < 1e-12)
    // Five participants of known party: two managers, one union, two employees.
    #expect(breadth.parts.map(\.value) == [0.4, 0.2, 0.4])
  }

  @Test("nothing there")
  func missing() throws {
    let empty = try IndicatorInput(try Region(RegionDraft()))
    for indicator in try StageIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
      #expect(!gaps.isEmpty)
    }
  }
}
