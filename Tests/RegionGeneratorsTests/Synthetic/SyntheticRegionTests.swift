import GraphCore
import LearningRegion
import NetworkMetrics
import RegionGenerators
import RegionIndicators
import Testing

@Suite("Synthetic regions")
struct SyntheticRegionTests {
  private static func made(_ preset: RegionPreset, seed: UInt64 = 1) throws -> Region {
    try SyntheticRegion(preset.recipe, seed: seed, command: "test").region
  }

  private static func ofType(_ type: String, _ region: Region) -> [Actor] {
    (0..<region.actors.count).map { region.actors[$0] }.filter { $0.type == type }
  }

  @Test("it says of itself that it is invented", arguments: RegionPreset.allCases)
  func labelled(preset: RegionPreset) throws {
    let region = try Self.made(preset)
    let header = region.header
    #expect(header.title?.hasPrefix("Synthetic region (invented)") == true)
    #expect(header.purpose?.hasPrefix("Synthetic") == true)
    #expect(header.sources == ["Synthetic: test --seed 1"])
    #expect(header.consent?.contains("invented") == true)
    #expect(header.boundary.rule?.hasPrefix("Synthetic") == true)
  }

  @Test("every file is filled", arguments: RegionPreset.allCases)
  func filled(preset: RegionPreset) throws {
    let region = try Self.made(preset)
    #expect(region.ties.count > 4 * region.actors.count)
    let rows = [
      region.arenas.rows.count, region.participation.rows.count, region.jointActions.rows.count,
      region.flows.rows.count, region.innovations.rows.count, region.adoptions.rows.count,
      region.programmes.rows.count, region.funnel.rows.count, region.assessments.rows.count,
      region.probes.rows.count, region.ratings.rows.count, region.roster.rows.count,
    ]
    #expect(rows.allSatisfy { $0 > 0 }, "\(rows)")
    #expect(region.waves.map(\.name) == ["2020", "2022", "2024"])
  }

  @Test("published sizes are met")
  func sizes() throws {
    func employees(_ region: Region) -> Double {
      Self.ofType("enterprise", region).filter { $0.inside == true }.compactMap(\.employees)
        .reduce(0, +)
    }
    func column(_ name: String, _ region: Region) -> [String] {
      let column = region.actors.attributes.first { $0.name == name }
      return (0..<region.actors.count).compactMap { column?.values[$0] }
    }
    let nordvest = try Self.made(.nordvestForum)
    let membership = column("membership", nordvest)
    #expect(membership.count { $0 == "owner" } == 50 && membership.count { $0 == "user" } == 100)
    #expect(employees(nordvest) == 10_000)
    let sunnhordland = try Self.made(.sunnhordland)
    #expect(Self.ofType("enterprise", sunnhordland).count { $0.inside == true } == 20)
    #expect(employees(sunnhordland) == 5_000)
    #expect(Self.ofType("network", sunnhordland).count { $0.inside == false } == 10)
    let grenland = try Self.made(.grenland)
    #expect(column("inhabitants", grenland).compactMap { Int($0) }.reduce(0, +) == 100_000)
    let finland = try Self.made(.finland)
    #expect(Self.ofType("network", finland).count == 10)
    let organisations = (0..<finland.actors.count).map { finland.actors[$0] }
      .count { $0.inside == true && $0.type != "person" && $0.type != "network" }
    #expect((190...240).contains(organisations))
    let life = try Self.made(.laeringslivet)
    #expect(Self.ofType("enterprise", life).count { $0.inside == true } == 4)
    #expect(Self.ofType("person", life).count == 80)
    #expect(life.innovations.rows.count == 18)
    #expect(life.funnel.rows.map(\.count) == [80, 63, 36, 15])
    let arendal = try Self.made(.arendal)
    let departments = Self.ofType("enterprise", arendal).filter { $0.inside == true }
    #expect(departments.count == 4)
    #expect(departments.allSatisfy { $0.label?.hasPrefix("Municipal department ") == true })
  }

  @Test("the seed decides everything")
  func seeds() throws {
    let recipe = try RegionRecipe(actors: 80)
    let one = try SyntheticRegion(recipe, seed: 5, command: "test")
    #expect(one.region == (try SyntheticRegion(recipe, seed: 5, command: "test").region))
    #expect(one.region != (try SyntheticRegion(recipe, seed: 6, command: "test").region))
  }

  @Test("from a few to many to the politics and administration")
  func growth() throws {
    let region = try Self.made(.nordvestForum)
    func present(_ wave: String, _ type: String?) -> Int {
      (0..<region.actors.count).count { row in
        let waves = region.actors.waves(of: row)
        return (waves.isEmpty || waves.contains(wave))
          && (type == nil || region.actors.type(of: row) == type)
      }
    }
    #expect(present("2020", nil) * 2 < present("2022", nil))
    #expect(present("2022", nil) < present("2024", nil))
    #expect(present("2022", "municipality") == 0 && present("2024", "municipality") == 9)
    var perWave = [0, 0, 0]
    for row in 0..<region.ties.count { perWave[Int(region.ties.wave(at: row) ?? 0)] += 1 }
    #expect(perWave[0] * 2 < perWave[1] && perWave[1] < perWave[2])
  }

  @Test("what is told as trust follows what was done together")
  func trust() throws {
    let region = try Self.made(.nordvestForum)
    var options = TrustFromActionOptions()
    options.asOf = Day("2024-05")
    let derived = try region.trustFromAction(options)
    var told: [[Int]: Double] = [:]
    for row in 0..<region.ties.count {
      let tie = region.ties[row]
      guard tie.relation == 2, tie.wave == 2 else { continue }
      let (low, high) = (
        min(Int(tie.source), Int(tie.target)), max(Int(tie.source), Int(tie.target))
      )
      told[[low, high]] = tie.weight
    }
    let pairs = derived.ties.compactMap { pair in
      told[[pair.first, pair.second]].map { (pair.trust, $0) }
    }
    #expect(pairs.count > 200)
    // Trust told as 4 or 5 rests on more than trust told as 1.
    func mean(_ levels: ClosedRange<Double>) -> Double {
      let chosen = pairs.filter { levels.contains($0.1) }.map(\.0)
      return chosen.reduce(0, +) / Double(chosen.count)
    }
    #expect(mean(4...5) > 1.5 * mean(1...1))
    // Nobody tells of trust in somebody they did nothing with.
    #expect(Set(told.keys).isSubset(of: Set(derived.ties.map { [$0.first, $0.second] })))
  }

  @Test("ties decay with distance")
  func distance() throws {
    let input = try IndicatorInput(try Self.made(.nordvestForum))
    let gaps = try #require(IndicatorFamily.all.first { $0.number == 8 })
    let found = try gaps.indicators(input, RunControl())
    let bands = try #require(found.first { $0.name == "distance_bands" })
    let ratios = bands.parts.compactMap(\.value)
    // The farthest band has the outside actors in it, who are tied to somebody without regard to distance.
    let near = ratios.prefix(3)
    #expect(near.count == 3 && ratios[0] > 2)
    #expect(zip(near, near.dropFirst()).allSatisfy { $0 > $1 }, "\(ratios)")
    #expect(ratios.dropFirst(3).allSatisfy { $0 < 0.5 }, "\(ratios)")
  }

  @Test("what did not answer says nothing")
  func roster() throws {
    let region = try Self.made(.nordvestForum)
    let silent = Set(
      region.roster.rows.filter { !$0.answered && $0.wave == "2024" }.map(\.respondent)
    )
    #expect(!silent.isEmpty)
    for row in 0..<region.ties.count {
      let tie = region.ties[row]
      let relation = region.relations[Int(tie.relation)]
      guard tie.wave == 2, ["knowledge", "trust", "advice"].contains(relation.name) else {
        continue
      }
      #expect(!silent.contains(region.actors.ids[Int(tie.source)]))
    }
  }

  @Test(
    "sizes that are not possible are refused",
    arguments: [
      { (recipe: inout RegionRecipe) in recipe.workplaces = 3 }, { $0.owners = 1_000 },
      { $0.employees = 2 }, { $0.municipalities = 1 }, { $0.peopled = (1, 8) },
      { $0.peopled = (4, 5) }, { $0.ties = 10 }, { $0.ties = 1_000_000 }, { $0.institutes = 1 },
      { $0.workplaces = 2_000_000 },
    ] as [@Sendable (inout RegionRecipe) -> Void]
  )
  func refused(change: @Sendable (inout RegionRecipe) -> Void) throws {
    var recipe = try RegionRecipe(actors: 100)
    change(&recipe)
    #expect(throws: StreamError<GeneratorError>.self) {
      try SyntheticRegion(recipe, seed: 1, command: "test")
    }
  }

  @Test(arguments: [59, 1_000_001, -1, Int.max])
  func actorsOutOfBounds(actors: Int) {
    #expect(throws: GeneratorError.self) { try RegionRecipe(actors: actors) }
  }
}
