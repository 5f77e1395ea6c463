import GraphCore
import LearningRegion
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Bottlenecks")
struct BottlenecksTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)]) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1)).makeGraph(
      nodeCount: n,
      .undirected
    )
  }

  @Test("a star of four: the middle holds three pairs, leaves nobody two steps apart otherwise")
  func star() throws {
    let star = try graph(4, [(0, 1), (0, 2), (0, 3)])
    #expect(try star.weakDeparture(of: 0) == WeakDeparture(pairsCut: 3, pairsBefore: 3, cutOff: 2))
    #expect(star.soleShare(of: 0, seed: 1) == 1)
    #expect(try star.weakDeparture(of: 1).pairsCut == 0 && star.soleShare(of: 1, seed: 1) == nil)
  }

  @Test("somebody else connects one of the three pairs")
  func alternatives() throws {
    // 4 is a second go-between of 1 and 2.
    let network = try graph(5, [(0, 1), (0, 2), (0, 3), (4, 1), (4, 2)])
    #expect(network.soleShare(of: 0, seed: 1) == 2.0 / 3)
  }

  @Test(
    "as what Dependence finds, where ties have no direction",
    arguments: [
      RandomGraphs.gilbert(14, 0.12, .undirected, seed: 81),
      RandomGraphs.gilbert(14, 0.2, .undirected, seed: 82),
    ]
  )
  func oracle(named: NamedGraph) throws {
    for node in 0..<named.graph.nodeCount {
      let weak = try named.graph.weakDeparture(of: node)
      let full = try named.graph.departure(of: node)
      // Ordered pairs there, unordered ones here.
      #expect(2 * weak.pairsCut == full.pairsCut && 2 * weak.pairsBefore == full.pairsBefore)
      #expect(weak.cutOff == full.cutOff)
    }
  }

  @Test("drawn pairs come near the share of all")
  func drawn() throws {
    let network = RandomGraphs.gilbert(60, 0.3, .undirected, seed: 83).graph
    let hub = try #require(network.degree().enumerated().max { $0.element < $1.element }?.offset)
    let all = network.soleShare(of: hub, seed: 1) ?? 0
    let some = network.soleShare(of: hub, most: 50, seed: 1) ?? 0
    #expect(abs(all - some) < 0.3)
    #expect(network.soleShare(of: hub, most: 50, seed: 1) == some)
  }

  @Test("the one who holds two circles together is found, the others are not")
  func planted() throws {
    // Two cliques of five, node 10 tied to one of each.
    var pairs: [(Int32, Int32)] = [(10, 0), (10, 5)]
    for base in [0, 5] as [Int32] {
      for a in 0..<5 as Range<Int32> {
        for b in (a + 1)..<5 as Range<Int32> { pairs.append((base + a, base + b)) }
      }
    }
    let types: [String?] = (0..<11).map { $0 < 5 ? "x" : "y" }
    let region = try SmallRegions.region(
      types: types,
      pairs.map { "\($0.0)-\($0.1)" }.joined(separator: " "),
      directed: false
    )
    let graph = try region.graph()
    let brokers = try LearningBrokers(
      of: graph,
      grouping: try Grouping(by: "type", of: region, graph)
    )
    let found = try brokers.bottlenecks(of: graph.graph, seed: 1)
    // The tenth of eleven actors are two, 10 and one of 0 and 5 (whose own pairs it alone connects too).
    let held = try #require(found.first { $0.node == 10 })
    #expect(
      held.soleShare == 1 && held.loss == WeakDeparture(pairsCut: 25, pairsBefore: 45, cutOff: 5)
    )
    #expect(found.allSatisfy { [0, 5, 10].contains($0.node) })
    let ring = RandomGraphs.cycle(12, .undirected).graph
    let round = try SmallRegions.region(ring, groups: 2)
    let none = try round.graph()
    let alike = try LearningBrokers(of: none, grouping: try Grouping(by: "type", of: round, none))
    #expect(try alike.bottlenecks(of: ring, seed: 1).isEmpty)
  }
}
