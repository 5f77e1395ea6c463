import GraphCore
import LearningRegion
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Stage of growth")
struct GrowthStageTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)]) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1)).makeGraph(
      nodeCount: n,
      .undirected
    )
  }

  @Test("three of ten actors hang together: fragments")
  func fragments() throws {
    let shape = try GrowthShape(of: try graph(10, [(0, 1), (1, 2), (3, 4)]), seed: 1)
    #expect(shape.stage == .fragments && shape.largestShare == 0.3 && shape.actors == 10)
    #expect(shape.centralization == nil && shape.hubs == nil && shape.coreCorrelation == nil)
  }

  @Test("a star is centralised to 1: hub and spoke")
  func star() throws {
    let shape = try GrowthShape(of: try graph(9, (1...8).map { (0, $0) }), seed: 1)
    #expect(shape.stage == .hubAndSpoke && shape.centralization == 1 && shape.hubs == 1)
    #expect(shape.largestShare == 1 && !shape.isSampled)
  }

  @Test("five who all know each other, each with two of its own: core and periphery")
  func core() throws {
    var pairs: [(Int32, Int32)] = []
    for a in 0..<5 as Range<Int32> {
      for b in (a + 1)..<5 as Range<Int32> { pairs.append((a, b)) }
      pairs += [(a, 5 + 2 * a), (a, 6 + 2 * a)]
    }
    let shape = try GrowthShape(of: try graph(15, pairs), seed: 1)
    // Nothing between peripheral actors, everything inside the core: the pattern fits to the full.
    #expect(shape.stage == .corePeriphery && shape.coreSize == 5)
    #expect(abs((shape.coreCorrelation ?? 0) - 1) < 1e-12)
  }

  @Test("three stars whose middles know each other: several hubs")
  func hubs() throws {
    let leaves = (0..<3 as Range<Int32>).flatMap { hub in (0..<4).map { (hub, 3 + 4 * hub + $0) } }
    let shape = try GrowthShape(of: try graph(15, leaves + [(0, 1), (1, 2), (2, 0)]), seed: 1)
    // Betweenness of each middle: C(4,2) pairs of its own leaves and 4·10 with all others = 46 of C(14,2) = 91.
    #expect(shape.stage == .multiHub && shape.hubs == 3)
    // (12·46)/(14²·13/2) = 552/1274. The three make a perfect core, but a core takes four.
    #expect(abs((shape.centralization ?? 0) - 552.0 / 1274) < 1e-12)
  }

  @Test("two stars side by side are still hub and spoke: the rule that comes first decides")
  func twoStars() throws {
    let pairs: [(Int32, Int32)] =
      (2...7).map { (0, $0) } + (8...13).map { (1, $0) } + [(0, 1)]
    let shape = try GrowthShape(of: try graph(14, pairs), seed: 1)
    // 57 of 78 pairs each; (12·57)/(13²·12/2) = 684/1014 = .675.
    #expect(shape.stage == .hubAndSpoke && shape.hubs == 2)
    #expect(abs((shape.centralization ?? 0) - 684.0 / 1014) < 1e-12)
  }

  @Test("a ring has no clear shape")
  func ring() throws {
    let shape = try GrowthShape(of: RandomGraphs.cycle(30, .undirected).graph, seed: 1)
    #expect(shape.centralization == 0 && shape.stage != .hubAndSpoke && shape.stage != .fragments)
  }

  @Test("names of nodes change nothing")
  func relabelling() throws {
    let named = RandomGraphs.gilbert(24, 0.12, .undirected, seed: 61)
    let turned = named.graph.relabelled((0..<24).map { Int32(23 - $0) })
    let (a, b) = (
      try GrowthShape(of: named.graph, seed: 1), try GrowthShape(of: turned, seed: 1)
    )
    #expect(a.stage == b.stage && a.largestShare == b.largestShare && a.hubs == b.hubs)
    #expect(abs((a.centralization ?? 0) - (b.centralization ?? 0)) < 1e-12)
  }

  @Test("nobody has no stage; one actor and two are too few for a shape")
  func small() throws {
    #expect(throws: MetricError.emptyGraph) { try GrowthShape(of: try graph(0, []), seed: 1) }
    #expect(try GrowthShape(of: try graph(1, []), seed: 1).stage == .fragments)
    #expect(try GrowthShape(of: try graph(2, [(0, 1)]), seed: 1).stage == .fragments)
  }
}

@Suite("A region wave by wave")
struct WaveGrowthTests {
  private func region() throws -> Region {
    let types: [String?] = [
      "enterprise", "enterprise", "union", "university", "municipality", "municipality",
    ]
    return try SmallRegions.region(types: types, "", directed: false) { draft in
      let (first, second) = (draft.waveIndex("1"), draft.waveIndex("2"))
      for (a, b, wave) in [(0, 1, first), (0, 1, second), (1, 2, second), (2, 4, second)] {
        var tie = Tie(source: 0, target: 0)
        tie.wave = wave
        draft.appendTie(from: String(a), to: String(b), tie)
      }
    }
  }

  @Test("who is there in each wave, who is public, who came when")
  func steps() throws {
    let growth = try WaveGrowth(of: try IndicatorInput(try region()))
    #expect(growth.steps.map(\.wave) == ["1", "2"])
    #expect(growth.steps.map(\.present) == [2, 4] && growth.steps.map(\.entered) == [2, 2])
    #expect(growth.steps.map(\.publicActors) == [0, 1])
    #expect(growth.entries.map(\.type) == ["enterprise", "municipality", "union"])
    #expect(growth.entries.map(\.wave) == [0, 1, 1])
  }

  @Test("without waves there is one step for all")
  func noWaves() throws {
    let region = try SmallRegions.region(types: ["enterprise", nil], "0-1", directed: false)
    let growth = try WaveGrowth(of: try IndicatorInput(region))
    #expect(growth.steps.map(\.wave) == [nil] && growth.steps.map(\.present) == [2])
  }
}
