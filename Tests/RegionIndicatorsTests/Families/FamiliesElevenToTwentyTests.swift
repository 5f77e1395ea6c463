import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("Families 11 to 20: what they say and when they do not")
struct FamiliesElevenToTwentyTests {
  private func indicators(
    _ family: IndicatorFamily,
    _ region: Region
  ) throws -> [String: Indicator] {
    let input = try IndicatorInput(region, permutations: 99)
    let found = try family.indicators(input, RunControl())
    #expect(found.map(\.name) == family.texts.map(\.name))
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
  }

  private func said(_ indicator: Indicator?) -> [String] {
    (indicator?.statements ?? []).map { $0.text(.english) { "<\($0)>" } }
  }

  private func files(_ indicator: Indicator?) -> [String] {
    guard case .notMeasured(let gaps)? = indicator?.outcome else { return [] }
    return gaps.map(\.file)
  }

  @Test(
    "each has a number, every indicator a text, and nobody is measured from nothing",
    arguments: IndicatorFamily.growthAndSurvival.map(\.number)
  )
  func nothing(number: Int) throws {
    let family = try #require(IndicatorFamily.growthAndSurvival.first { $0.number == number })
    for types in [[], ["enterprise"]] as [[String?]] {
      let region = try SmallRegions.region(types: types, "", directed: true)
      for indicator in try indicators(family, region).values {
        #expect(indicator.measurement == nil, "\(indicator.name)")
        #expect(!files(indicator).isEmpty, "\(indicator.name) names the file it needs")
        #expect(said(indicator).first?.hasPrefix("Not measured; it takes ") == true)
      }
    }
  }

  @Test("lineage: one of three radical innovations has none before it")
  func lineage() throws {
    let rows: [(String, String?, InnovationKind?, [String])] = [
      ("a", "0", .incremental, []), ("b", "0", .radical, ["a"]), ("c", "1", .radical, ["b"]),
      ("d", "1", .radical, []), ("e", "1", .incremental, ["a"]),
    ]
    let found = try indicators(.lineage, try InnovationLineageTests.region(rows))
    #expect(found["descended_share"]?.value == 0.6)
    // The wider of the two sides: a → b → c has two steps.
    #expect(found["main_path_length"]?.value == 2)
    let radical = try #require(found["radical_from_incremental"])
    #expect(radical.value == 2.0 / 3 && radical.measurement?.interval != nil)
    #expect(said(found["main_path_length"]) == ["The main path runs a → b → c."])
    #expect(found["lineage_contribution"]?.parts.map(\.actor) == [0, 1])
  }

  @Test("brokers: the middle of two circles is named, a person is not")
  func brokers() throws {
    func region(_ type: String) throws -> Region {
      var ties = "10-0 10-5"
      for base in [0, 5] {
        for a in 0..<5 { for b in (a + 1)..<5 { ties += " \(base + a)-\(base + b)" } }
      }
      let types: [String?] = (0..<10).map { $0 < 5 ? "enterprise" : "university" } + [type]
      return try SmallRegions.region(types: types, ties, directed: false)
    }
    let found = try indicators(.brokers, try region("consultant"))
    // Of the C(10, 2) pairs of others 25 lie across.
    #expect(found["broker_dependence"]?.value == 25.0 / 45)
    #expect(said(found["broker_dependence"]).first?.contains("Dependence on <10>") == true)
    #expect(found["bottlenecks"]?.parts.contains { $0.actor == 10 } == true)
    let hidden = try indicators(.brokers, try region("person"))
    #expect(hidden["bottlenecks"]?.parts.contains { $0.actor == 10 } == false)
    #expect(said(hidden["broker_dependence"]).allSatisfy { !$0.contains("<10>") })
    #expect(said(hidden["bottlenecks"]).contains { $0.contains("persons, who are not listed") })
    for indicator in found.values {
      #expect(said(indicator).allSatisfy { !$0.contains("problem") })
    }
    // A star of persons: without its hub all C(8, 2) ways between others are lost, and nobody is named.
    let ties = (1...8).map { "0-\($0)" }.joined(separator: " ")
    let types = [String?](repeating: "person", count: 9)
    let people = try indicators(
      .brokers,
      try SmallRegions.region(types: types, ties, directed: false)
    )
    #expect(people["broker_dependence"]?.value == 1)
    #expect(said(people["broker_dependence"]).first?.hasPrefix("Dependence on one person") == true)
  }

  @Test("growth: the rule that decided is told with its value")
  func growth() throws {
    let ties = (1...9).map { "0-\($0)" }.joined(separator: " ")
    let types: [String?] = (0..<10).map { $0 == 3 ? "municipality" : "enterprise" }
    let found = try indicators(
      .growth,
      try SmallRegions.region(types: types, ties, directed: false)
    )
    #expect(
      said(found["growth_stage"]) == [
        "hub and spoke; centralization of betweenness is 1, at least .6."
      ]
    )
    #expect(found["public_share"]?.value == 0.1)
    #expect(files(found["entry_order"]) == ["ties.csv"])
    let few = try SmallRegions.region(types: types, "0-1", directed: false)
    #expect(try indicators(.growth, few)["growth_stage"]?.parts.first?.key == "fragments")
  }

  @Test("network learning: density inside a unit of three, awareness, nothing without spaces")
  func networkLearning() throws {
    let region = try SmallRegions.region(types: [], "", directed: false) { draft in
      for number in 0..<8 {
        var actor = Actor(id: String(number))
        actor.type = "enterprise"
        actor.parent = (1...3).contains(number) ? "0" : nil
        actor.inside = number != 7
        draft.actors.append(actor)
      }
      for (a, b) in [("1", "2"), ("2", "3"), ("3", "7")] { draft.appendTie(from: a, to: b) }
    }
    let found = try indicators(.networkLearning, region)
    // Two of the three pairs of the unit are tied.
    #expect(found["action"]?.value == 2.0 / 3 && found["action"]?.parts.map(\.actor) == [0])
    // 2 and 3 have the outsider within two steps, of seven.
    #expect(found["awareness"]?.value == 2.0 / 7)
    #expect(files(found["spanning"]) == ["ties.csv", "arenas.csv"])
    #expect(files(found["alternatives"]).first == "arenas.csv")
  }

  @Test("triple helix: synergy is named only beyond chance; too few cases are refused")
  func tripleHelix() throws {
    func region(_ times: Int) throws -> Region {
      try SmallRegions.region(types: [], "", directed: false) { draft in
        var town = AttributeColumn(name: "municipality")
        for number in 0..<(4 * times) {
          var actor = Actor(id: String(number))
          let (a, b) = (number % 2, number / 2 % 2)
          town.values[number] = a == 0 ? "North" : "South"
          actor.type = b == 0 ? "enterprise" : "university"
          actor.employees = a != b ? 5 : 500
          draft.actors.append(actor)
        }
        draft.actors.attributes = [town]
      }
    }
    let found = try #require(try indicators(.tripleHelix, try region(6))["triple_helix"])
    #expect(abs((found.value ?? 0) + 1) < 1e-12 && found.measurement?.p == 0.01)
    #expect(said(found).first?.hasPrefix("municipality, type, employees hang together") == true)
    let few = try #require(try indicators(.tripleHelix, try region(4))["triple_helix"])
    #expect(few.outcome == .tooFew(n: 16, minimum: 20))
  }

  @Test("programmes: beside the published ones")
  func programmes() throws {
    let region = try SmallRegions.region(types: [], "", directed: false) { draft in
      draft.programmes.rows = [Programme(id: "p")]
      draft.funnel.rows = [
        FunnelStep(programme: "p", stage: "began", order: 1, count: 40),
        FunnelStep(programme: "p", stage: "ended", order: 2, count: 10),
      ]
    }
    let found = try #require(try indicators(.programmes, region)["funnel_conversion"])
    #expect(found.value == 0.25 && found.measurement?.interval != nil)
    #expect(
      said(found) == [
        "p: 10 of 40 came from began to ended, 25 %. Published programmes: Norwegian development agreement about 7 %, LOM programme about 5 %, #Læringslivet 19 %."
      ]
    )
  }

  @Test("learning environment: few persons are suppressed, organisations are not")
  func environment() throws {
    func region(_ type: String) throws -> Region {
      try SmallRegions.region(types: [type, type, type], "", directed: false) { draft in
        for (actor, score, date) in [
          ("0", -1.0, "2020"), ("0", 1, "2021"), ("1", 2, "2020"), ("1", 2, "2022"),
          ("2", 0, "2020"),
          ("2", 1, "2021"),
        ] {
          var row = Assessment(actor: actor, category: "access", score: score)
          row.date = Day(date)
          draft.assessments.rows.append(row)
        }
      }
    }
    let found = try indicators(.learningEnvironment, try region("enterprise"))
    // (−1 + 1 + 2 + 2 + 0 + 1)/6, and changes of 2, 0 and 1.
    #expect(found["learning_environment"]?.value == 5.0 / 6)
    #expect(found["environment_change"]?.value == 1)
    #expect(files(found["probe_failure"]) == ["probes.csv"])
    let people = try indicators(.learningEnvironment, try region("person"))
    #expect(people["learning_environment"]?.outcome == .suppressed)
    #expect(people["environment_change"]?.outcome == .suppressed)
  }

  @Test("probes: four of six that ended failed, the open one is not counted")
  func probes() throws {
    let region = try SmallRegions.region(types: [], "", directed: false) { draft in
      for (number, outcome) in [
        ProbeOutcome.failed, .failed, .failed, .failed, .amplified, .dampened, .open,
      ].enumerated() {
        var probe = Probe(id: String(number))
        probe.outcome = outcome
        draft.probes.rows.append(probe)
      }
    }
    let found = try #require(try indicators(.learningEnvironment, region)["probe_failure"])
    #expect(found.value == 4.0 / 6 && found.parts.map(\.value) == [1, 1, 4, 1])
  }

  @Test("openness: shares below ten ties are too few to say")
  func openness() throws {
    let region = try SmallRegions.region(types: [], "", directed: true) { draft in
      for number in 0..<12 {
        var actor = Actor(id: String(number))
        actor.inside = number < 10
        draft.actors.append(actor)
      }
      for a in 0..<9 { draft.appendTie(from: String(a), to: String(a + 1)) }
    }
    #expect(
      try indicators(.openness, region)["external_share"]?.outcome == .tooFew(n: 9, minimum: 10)
    )
    var draft = region.draft
    draft.appendTie(from: "10", to: "0")
    let found = try indicators(.openness, try Region(draft))
    #expect(found["external_share"]?.value == 0.1)
    // A chain from the one who hears from outside: 0 + 1 + … + 9 steps.
    #expect(found["pipeline_depth"]?.value == 4.5)
    #expect(files(found["external_flow_share"]) == ["flows.csv"])
    #expect(found["gatekeepers"]?.value == 0)
    // 0 alone names an outsider (median 0), and two insiders (median 1).
    draft.appendTie(from: "0", to: "10")
    draft.appendTie(from: "0", to: "2")
    let kept = try #require(try indicators(.openness, try Region(draft))["gatekeepers"])
    #expect(kept.value == 0.1 && kept.measurement?.n == 10)
    #expect(said(kept) == ["One actor brings knowledge in and passes it on: <0>."])
  }

  @Test("stability: a wave alone and a relation alone are not measured")
  func stability() throws {
    let region = try SmallRegions.region(types: [nil, nil], "0-1", directed: false)
    let found = try indicators(.stability, region)
    #expect(
      files(found["tie_jaccard"]) == ["ties.csv"] && files(found["multiplexity"]) == ["ties.csv"]
    )
    #expect(files(found["outlives_programme"]).first == "programmes.csv")
  }
}
