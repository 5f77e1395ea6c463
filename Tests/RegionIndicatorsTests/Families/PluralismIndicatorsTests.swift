import GraphCore
import LearningRegion
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Pluralism and robustness")
struct PluralismIndicatorsTests {
  private func value(_ name: String, _ region: Region) throws -> Indicator {
    let input = try IndicatorInput(region)
    let all = try PluralismIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("four firms, a school, an institute, two without type")
  func diversity() throws {
    let types: [String?] = [
      "enterprise", "enterprise", "school", "enterprise", nil, "research_institute", "enterprise",
      nil,
    ]
    let region = try SmallRegions.region(types: types, "", directed: true)
    let kinds = try value("actor_type_diversity", region)
    // Shares ⅔, ⅙, ⅙ of 6: order 0 is 3, order 2 is 1/(4/9 + 2/36) = 2.
    #expect(kinds.measurement?.n == 6 && kinds.parts[0].value == 3)
    #expect(abs((kinds.parts[2].value ?? 0) - 2) < 1e-12)
    #expect(kinds.parts.map(\.key).suffix(3) == ["enterprise", "research_institute", "school"])
    #expect(
      try value("hierarchy_diversity", region).outcome
        == .notMeasured([DataGap("actors.csv", "parent")])
    )
  }

  @Test("arenas per actor: 2, 1, 1, 0, 1")
  func arenas() throws {
    let region = try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: 5),
      "",
      directed: true
    ) { draft in
      draft.arenas.rows = [Arena(id: "a"), Arena(id: "b")]
      draft.participation.rows = ["0a", "0a", "0b", "1a", "2b", "4b"].map {
        Participation(actor: String($0.prefix(1)), arena: String($0.suffix(1)))
      }
    }
    let arenas = try value("arenas_per_actor", region)
    #expect(arenas.value == 1 && arenas.parts[1].value == 0.2)
    // Gini of 0, 1, 1, 1, 2: Σ(2i − n − 1)x = −2·1 + 0·1 + 2·1 + 4·2 = 8; /(5·5) = .32.
    #expect(abs((arenas.parts[0].value ?? 0) - 0.32) < 1e-12)
  }

  @Test("nothing there")
  func missing() throws {
    for name in [
      "actor_type_diversity", "sphere_diversity", "arenas_per_actor", "channels",
      "one_sided_removal",
    ] {
      let indicator = try value(name, try Region(RegionDraft()))
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(name)")
        continue
      }
      #expect(gaps.count == 1)
    }
  }
}

@Suite("Independent channels")
struct ChannelsTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)]) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1))
      .makeGraph(nodeCount: n, .undirected)
  }

  @Test("two triangles with a node in common, and a tail")
  func byHand() throws {
    let bow = try graph(6, [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (4, 5)])
    // 3 pairs in each triangle; the tie 4–5 is a bridge.
    #expect(try Channels.pairsWithTwoWays(bow, RunControl()) == 6)
    var ways = DisjointPaths(bow)
    #expect(ways.count(0, 1) == 2 && ways.count(0, 4) == 1 && ways.count(4, 5) == 1)
    // Fifteen pairs: six with two ways, nine with one: 21/15.
    let mean = try Channels.meanWays(bow, seed: 1, RunControl())
    #expect(mean.pairs == 15 && abs((mean.mean ?? 0) - 1.4) < 1e-12)
  }

  @Test("everybody tied to everybody has n − 1 ways; nobody has none")
  func extremes() throws {
    let full = try graph(6, (0..<6).flatMap { a in (0..<a).map { (a, $0) } })
    var ways = DisjointPaths(full)
    #expect(ways.count(0, 5) == 5)
    var none = DisjointPaths(try graph(3, []))
    #expect(none.count(0, 2) == 0)
    #expect(try Channels.meanWays(try graph(1, []), seed: 1, RunControl()).mean == nil)
  }

  /// The most paths without a common inner node, by taking out every set of inner nodes (Menger: the smallest that separates).
  private func separator(_ graph: Graph, _ a: Int, _ b: Int) -> Int {
    let others = (0..<graph.nodeCount).filter { $0 != a && $0 != b }
    var smallest = others.count
    for mask in 0..<(1 << others.count) {
      let gone = Set(others.indices.filter { mask >> $0 & 1 == 1 }.map { others[$0] })
      guard gone.count < smallest || mask == 0 else { continue }
      var found: Set<Int> = [a]
      var open = [a]
      while let v = open.popLast() {
        for target in graph.out[v] where !gone.contains(Int(target)) {
          // The direct tie does not count here.
          if v == a && Int(target) == b { continue }
          if found.insert(Int(target)).inserted { open.append(Int(target)) }
        }
      }
      if !found.contains(b) { smallest = min(smallest, gone.count) }
    }
    return smallest + (graph.hasArc(from: a, to: b) ? 1 : 0)
  }

  @Test("as Menger's theorem has it, on random graphs", arguments: 0..<30)
  func menger(seed: Int) throws {
    let n = 4 + seed % 6
    let graph = RandomGraphs.gilbert(n, 0.45, .undirected, seed: UInt64(500 + seed)).graph
    var ways = DisjointPaths(graph)
    var two = 0
    for a in 0..<n {
      for b in (a + 1)..<n {
        let expected = separator(graph, a, b)
        #expect(ways.count(a, b) == expected && ways.count(b, a) == expected, "\(a)–\(b)")
        if expected > 1 { two += 1 }
      }
    }
    #expect(try Channels.pairsWithTwoWays(graph, RunControl()) == two)
  }
}

@Suite("What one hierarchy's exit costs")
struct OneSidedRemovalTests {
  @Test("a path through a firm and its department")
  func byHand() throws {
    // 0 – 1 – 2 – 3 – 4 – 5, 1 is part of 2: without both, 0 is alone.
    let region = try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: 6),
      "0-1 1-2 2-3 3-4 4-5",
      directed: false
    ) { draft in
      var actors = ActorTable()
      for row in 0..<6 {
        var actor = draft.actors[row]
        if row == 1 { actor.parent = "2" }
        actors.append(actor)
      }
      draft.actors = actors
    }
    let input = try IndicatorInput(region)
    #expect(OneSidedRemoval.hierarchies(input).map(\.members) == [[1, 2]])
    let loss = try #require(
      try OneSidedRemoval.loss(input.network.graph, without: [1, 2], seed: 1, RunControl())
    )
    // Lost among 0, 3, 4, 5: 0–3 (⅓), 0–4 (¼), 0–5 (⅕), both ways, over 12 ordered pairs.
    #expect(abs(loss - 2 * (1.0 / 3 + 0.25 + 0.2) / 12) < 1e-12)
    let indicator = try OneSidedRemoval.indicator(input, RunControl())
    #expect(indicator.value == loss && indicator.statements[0].actors == [2])
    #expect((indicator.measurement?.chance ?? -1) > 0)
  }

  @Test("in a full network nobody's exit costs anything")
  func full() throws {
    let graph = RandomGraphs.gilbert(8, 1, .undirected, seed: 1).graph
    #expect(try OneSidedRemoval.loss(graph, without: [0, 3], seed: 1, RunControl()) == 0)
    #expect(try OneSidedRemoval.loss(graph, without: Array(0..<7), seed: 1, RunControl()) == nil)
  }
}
