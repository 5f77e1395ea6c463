import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Communicative gaps")
struct GapIndicatorsTests {
  /// Actors with places, languages and municipalities.
  private func input(
    _ actors: [(lat: Double?, lon: Double?, language: String?, place: String?)],
    _ ties: String
  ) throws -> IndicatorInput {
    var draft = RegionDraft()
    var relation = Relation(name: "tie")
    relation.directed = false
    draft.relations = [relation]
    var column = AttributeColumn(name: "municipality")
    for (row, known) in actors.enumerated() {
      var actor = Actor(id: String(row))
      actor.latitude = known.lat
      actor.longitude = known.lon
      actor.language = known.language
      draft.actors.append(actor)
      column.values[row] = known.place
    }
    draft.actors.attributes = [column]
    for tie in ties.split(separator: " ") {
      let ends = tie.split(separator: "-").map(String.init)
      draft.appendTie(from: ends[0], to: ends[1])
    }
    return try IndicatorInput(try Region(draft))
  }

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try GapIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("great circles: a degree of latitude, a quarter of the globe, Oslo – Bergen")
  func distance() {
    #expect(abs(Place(0, 0).kilometres(to: Place(1, 0)) - 111.195) < 0.001)
    #expect(abs(Place(0, 0).kilometres(to: Place(0, 90)) - 10_007.557) < 0.001)
    #expect(abs(Place(59.9139, 10.7522).kilometres(to: Place(60.3913, 5.3221)) - 305) < 1)
    #expect(Place(60, 5).kilometres(to: Place(60, 5)) == 0)
    #expect(
      GapIndicators.band(0) == 0 && GapIndicators.band(5) == 1 && GapIndicators.band(1e4) == 4
    )
  }

  @Test("two towns of five, a degree apart")
  func bands() throws {
    let towns: [(lat: Double?, lon: Double?, language: String?, place: String?)] =
      (0..<10).map { ($0 < 5 ? 60 : 61, 5, nil, nil) }
    var ties: [String] = []
    for a in 0..<10 {
      for b in (a + 1)..<10 where (a < 5) == (b < 5) || (a + b) % 5 == 0 {
        ties.append("\(a)-\(b)")
      }
    }
    let bands = try value("distance_bands", input(towns, ties.joined(separator: " ")))
    // All 20 pairs inside the towns, 5 of the 25 between them: of 25 ties 20 near, expected 25·20/45.
    #expect(abs((bands.value ?? 0) - 20 / (25.0 * 20 / 45)) < 1e-12)
    #expect(abs((bands.parts[4].value ?? 0) - 5 / (25.0 * 25 / 45)) < 1e-12)
    #expect(bands.parts[2].value == nil)
  }

  @Test("ties within a language over those expected")
  func languages() throws {
    let people: [(lat: Double?, lon: Double?, language: String?, place: String?)] = [
      (nil, nil, "nb", "A"), (nil, nil, "nb", "A"), (nil, nil, "nb", "B"), (nil, nil, "en", "B"),
      (nil, nil, "en", "C"), (nil, nil, nil, "C"),
    ]
    let input = try input(people, "0-1 1-2 0-2 3-4 2-3 4-5")
    // 4 of 5 ties within; (3·2 + 2·1)/(5·4) = .4 expected: .8/.4.
    #expect(abs((try value("same_language", input).value ?? 0) - 2) < 1e-12)
    // A–B by 1–2 and 0–2, B–C by 3–4 alone; nb–en by 2–3 alone.
    let bridges = try value("gap_bridges", input)
    #expect(bridges.value == 2 && bridges.measurement?.n == 3)
    #expect(bridges.statements.map(\.actors) == [[3, 4], [2, 3]])
  }

  @Test("nothing there")
  func missing() throws {
    let empty = try input([], "")
    for indicator in try GapIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
      #expect(gaps[0].file == "actors.csv")
    }
  }
}
