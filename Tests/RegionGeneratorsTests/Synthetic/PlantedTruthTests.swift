import GraphCore
import LearningRegion
import RegionGenerators
import RegionIndicators
import Testing

@Suite("Planted truths")
struct PlantedTruthTests {
  private static func region(_ seed: UInt64) throws -> SyntheticRegion {
    try SyntheticRegion(RegionRecipe(actors: 100), seed: seed, command: "test")
  }

  private static func indicators(
    _ family: Int,
    of region: Region
  ) throws -> [String: Indicator] {
    let input = try IndicatorInput(region, seed: 1, permutations: 9)
    let family = try #require(IndicatorFamily.all.first { $0.number == family })
    let found = try family.indicators(input, RunControl())
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
  }

  private static func texts(_ indicator: Indicator?, of region: Region) -> [String] {
    (indicator?.statements ?? []).map { $0.text(.english) { region.actors.ids[$0] } }
  }

  @Test("every truth is found", arguments: UInt64(1)...50)
  func found(seed: UInt64) throws {
    let made = try Self.region(seed)
    #expect(Set(made.truths.map(\.kind)) == Set(PlantedTruth.Kind.allCases))
    try Self.check(made)
  }

  @Test("at published sizes too", arguments: RegionPreset.allCases, [1, 2] as [UInt64])
  func presets(preset: RegionPreset, seed: UInt64) throws {
    try Self.check(try SyntheticRegion(preset.recipe, seed: seed, command: "test"))
  }

  private static func check(_ made: SyntheticRegion) throws {
    let region = made.region
    let families = [2, 3, 6, 12]
    var all: [String: Indicator] = [:]
    for family in families {
      all.merge(try Self.indicators(family, of: region)) { first, _ in first }
    }
    for truth in made.truths {
      let indicator = try #require(all[truth.indicator])
      let actor = try #require(region.actors.index(of: truth.actor))
      let texts = Self.texts(indicator, of: region)
      switch truth.kind {
      case .broker:
        #expect(
          texts.contains { $0.hasPrefix("Dependence on \(truth.actor), the first broker") },
          "\(texts)"
        )
      case .bottleneck:
        #expect(indicator.parts.contains { $0.actor == actor && ($0.value ?? 0) > 0 }, "\(texts)")
        #expect(texts.contains { $0.hasPrefix("Dependence on \(truth.actor):") }, "\(texts)")
      case .transmission:
        let pair = indicator.parts.first { $0.key == "work_life ↔ education" }
        let balance = try #require(pair?.value)
        #expect(balance <= 0.2)
        #expect(texts.contains { $0.hasPrefix("work life ↔ education: transmission") }, "\(texts)")
      case .star:
        let share = try #require(indicator.value)
        #expect(share > 0.4)
        #expect(texts.contains { $0.contains("of all flow comes from \(truth.actor)") }, "\(texts)")
      case .noBackStage:
        let places = indicator.parts.filter { $0.key == "workplace" }
        #expect(places.filter { $0.value == 0 }.map(\.actor) == [actor])
        #expect(places.count >= 2)
      }
    }
  }

  @Test("symbiosis with research is told apart from transmission")
  func symbiosis() throws {
    let made = try Self.region(1)
    let mutuality = try #require(try Self.indicators(2, of: made.region)["mutuality"])
    let pair = mutuality.parts.first { $0.key == "work_life ↔ research" }
    #expect(try #require(pair?.value) > 2.0 / 3)
    let texts = Self.texts(mutuality, of: made.region)
    #expect(texts.contains { $0.hasPrefix("work life ↔ research: symbiotic") }, "\(texts)")
  }
}
