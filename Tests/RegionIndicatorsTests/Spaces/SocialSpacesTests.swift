import GraphCore
import LearningRegion
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Three social spaces")
struct SocialSpacesTests {
  /// Ties written `0-1:team`, `0-1:practice`, `0-1:network`.
  private func region(_ count: Int, _ ties: String, arenas: [[Int]] = []) throws -> Region {
    try SmallRegions.region(
      types: Array(repeating: "enterprise", count: count),
      "",
      directed: false
    ) {
      draft in
      for text in ties.split(separator: " ") {
        let parts = text.split(separator: ":")
        let ends = parts[0].split(separator: "-").map(String.init)
        var tie = Tie(source: 0, target: 0)
        switch parts[1] {
        case "team": tie.space = .workTeam
        case "practice": tie.space = .communityOfPractice
        default: tie.space = .socialNetwork
        }
        draft.appendTie(from: ends[0], to: ends[1], tie)
      }
      for (number, members) in arenas.enumerated() {
        var arena = Arena(id: "a\(number)")
        arena.space = .communityOfPractice
        draft.arenas.rows.append(arena)
        for member in members {
          draft.participation.rows.append(Participation(actor: String(member), arena: "a\(number)"))
        }
      }
    }
  }

  @Test("an actor with ties in all three spaces spans them")
  func spanning() throws {
    // 1 is in a team with 0, in a community with 2 and in a network with 3.
    let spaces = try SocialSpaces(
      of: try IndicatorInput(try region(5, "0-1:team 1-2:practice 1-3:network"))
    )
    #expect(spaces.spanning.any == [0, 1, 2, 3] && spaces.spanning.all == [1])
    #expect(spaces.rows(of: .workTeam) == [0, 1] && spaces.rows(of: .socialNetwork) == [1, 3])
  }

  @Test("one of two equally short ways passes the community: one half")
  func bridging() throws {
    // From 0 (team) over 1 or over 2 to 4 (network); only 2 meets in the arena, with 3.
    let region = try region(
      5,
      "0-1:team 0-2:team 1-4:network 2-4:network",
      arenas: [[2, 3]]
    )
    let spaces = try SocialSpaces(of: try IndicatorInput(region))
    let bridging = try spaces.bridging(seed: 1)
    // 1 and 2 are in both a team and a network, so only the pair 0–4 counts.
    #expect(bridging.pairs == 1 && bridging.share == 0.5 && !bridging.isSampled)
  }

  @Test("the indicator: ten pairs of which each has one of two ways through the community")
  func indicator() throws {
    let ties = (4...13).map { "1-\($0):network 2-\($0):network" }.joined(separator: " ")
    let region = try region(14, "0-1:team 0-2:team \(ties)", arenas: [[2, 3]])
    let found = try IndicatorFamily.networkLearning.indicators(
      try IndicatorInput(region),
      RunControl()
    )
    let bridging = try #require(found.first { $0.name == "cop_bridging" })
    // Pairs 0–4 … 0–13, each over 1 or over 2, who alone is of the community: (10 · ½)/10.
    #expect(bridging.value == 0.5 && bridging.measurement?.n == 10)
    let alternatives = try #require(found.first { $0.name == "alternatives" })
    #expect(alternatives.outcome == .tooFew(n: 2, minimum: 5))
  }

  /// The share over all shortest ways, walked one by one.
  private func naive(_ graph: Graph, _ s: Int, _ t: Int, _ isMarked: [Bool]) -> Double? {
    var level = [[s]]
    var seen: Set<Int> = [s]
    while !level.isEmpty {
      let there = level.filter { $0[$0.count - 1] == t }
      if !there.isEmpty {
        let marked = there.count { way in way.contains { isMarked[$0] } }
        return Double(marked) / Double(there.count)
      }
      let next = level.flatMap { way in
        graph.out.targets[graph.out.arcs(of: way[way.count - 1])].map { Int($0) }
          .filter { !seen.contains($0) }.map { way + [$0] }
      }
      seen.formUnion(next.map { $0[$0.count - 1] })
      level = next
    }
    return nil
  }

  @Test("as counted way by way on random networks", arguments: 1...8)
  func oracle(seed: Int) {
    let graph = RandomGraphs.gilbert(14, 0.2, .undirected, seed: UInt64(70 + seed)).graph
    let isMarked = (0..<14).map { $0 % 3 == seed % 3 }
    for s in 0..<14 {
      let isTarget = (0..<14).map { $0 != s && $0 % 2 == 0 }
      let wanted = (0..<14).filter { isTarget[$0] }.compactMap { naive(graph, s, $0, isMarked) }
      let found = SocialSpaces.passing(graph, from: s, isMarked, isTarget)
      #expect(found.pairs == wanted.count)
      #expect(abs(found.share - wanted.reduce(0, +)) < 1e-12)
    }
  }

  @Test("two thousand diamonds in a row do not leave the numbers")
  func longChain() throws {
    var arcs = ArcList()
    for diamond in 0..<2_000 as Range<Int32> {
      let start = 3 * diamond
      for (a, b) in [
        (start, start + 1), (start, start + 2), (start + 1, start + 3), (start + 2, start + 3),
      ] {
        arcs.append(from: a, to: b, weight: 1)
      }
    }
    let graph = try arcs.makeGraph(nodeCount: 6_001, .undirected)
    var isMarked = [Bool](repeating: false, count: 6_001)
    isMarked[1] = true
    var isTarget = [Bool](repeating: false, count: 6_001)
    isTarget[6_000] = true
    let found = SocialSpaces.passing(graph, from: 0, isMarked, isTarget)
    #expect(found.pairs == 1 && found.share == 0.5)
  }

  @Test("a crowd is not taken for people who meet one another")
  func crowd() throws {
    let region = try region(70, "", arenas: [Array(0..<70), [0, 1, 2]])
    let spaces = try SocialSpaces(of: try IndicatorInput(region))
    #expect(spaces.arenasSkipped == 1 && spaces.practice.edgeCount == 3)
    #expect(spaces.rows(of: .communityOfPractice).count == 70)
  }

  @Test("outsiders within two steps, by hand")
  func withinTwoSteps() throws {
    // 0 – 1 – 2 – 3, 0 – 4: within two steps of 0 are 1, 4 and 2.
    let graph = try ArcList(sources: [0, 1, 2, 0], targets: [1, 2, 3, 4]).makeGraph(
      nodeCount: 5,
      .undirected
    )
    #expect(graph.countsWithinTwoSteps(of: [0, 3]) { _ in true } == [3, 2])
    #expect(graph.countsWithinTwoSteps(of: [0]) { $0 >= 3 } == [1])
  }

  @Test("no actors at all")
  func empty() throws {
    let region = try SmallRegions.region(types: [], "", directed: false)
    let spaces = try SocialSpaces(of: try IndicatorInput(region))
    #expect(spaces.spanning.any.isEmpty)
    #expect(try spaces.bridging(seed: 1).share == nil)
  }
}
