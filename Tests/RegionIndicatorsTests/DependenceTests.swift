import GraphCore
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("What breaks when somebody leaves")
struct DependenceTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)], _ direction: Direction) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1)).makeGraph(nodeCount: n, direction)
  }

  @Test("a path of three: the middle holds the two ends together")
  func path() throws {
    let loss = try graph(3, [(0, 1), (1, 2)], .undirected).departure(of: 1)
    // Before: 0–2 in both orders, through 1. After: none. One of the two is outside the largest rest.
    #expect(loss == Departure(node: 1, pairsCut: 2, pairsBefore: 2, cutOff: 1))
    #expect(loss.shareCut == 1)
  }

  @Test("a triangle loses nothing")
  func triangle() throws {
    let loss = try graph(3, [(0, 1), (1, 2), (2, 0)], .undirected).departure(of: 1)
    #expect(loss == Departure(node: 1, pairsCut: 0, pairsBefore: 2, cutOff: 0))
  }

  @Test("arcs count in their own direction")
  func directed() throws {
    // 0→1→2 and 2→0: without 1 only 2→0 is left of 0→2, 2→0.
    let loss = try graph(3, [(0, 1), (1, 2), (2, 0)], .directed).departure(of: 1)
    #expect(loss == Departure(node: 1, pairsCut: 1, pairsBefore: 2, cutOff: 0))
  }

  @Test("other components do not count as cut off")
  func elsewhere() throws {
    let loss = try graph(5, [(0, 1), (1, 2), (3, 4)], .undirected).departure(of: 0)
    #expect(loss == Departure(node: 0, pairsCut: 0, pairsBefore: 4, cutOff: 0))
  }
}
