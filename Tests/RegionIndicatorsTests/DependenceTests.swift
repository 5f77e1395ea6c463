import GraphCore
import NetworkMetrics
import TestSupport
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

  @Test("somebody alone is missed by nobody")
  func alone() throws {
    let loss = try graph(1, [], .directed).departure(of: 0)
    #expect(loss == Departure(node: 0, pairsCut: 0, pairsBefore: 0, cutOff: 0))
    #expect(loss.shareCut == nil)
  }

  /// Who reaches whom when `gone` is not there, by trying every way.
  private func reachable(_ graph: Graph, without gone: Int?, directed: Bool = true) -> [Set<Int>] {
    (0..<graph.nodeCount).map { start in
      guard start != gone else { return [] }
      var found: Set<Int> = [start]
      var grown = true
      while grown {
        grown = false
        for v in found {
          let next =
            graph.out[v].map { Int($0) } + (directed ? [] : graph.incoming[v].map { Int($0) })
          for u in next where u != gone && found.insert(u).inserted { grown = true }
        }
      }
      return found
    }
  }

  private func departure(_ graph: Graph, of node: Int) -> Departure {
    let before = reachable(graph, without: nil)
    let after = reachable(graph, without: node)
    let others = (0..<graph.nodeCount).filter { $0 != node }
    func pairs(_ sets: [Set<Int>]) -> Int {
      others.reduce(0) { sum, v in sum + others.count { $0 != v && sets[v].contains($0) } }
    }
    let whole = reachable(graph, without: nil, directed: false)[node].subtracting([node])
    let rest = reachable(graph, without: node, directed: false)
    let largest = whole.map { rest[$0].count }.max() ?? 0
    return Departure(
      node: node,
      pairsCut: pairs(before) - pairs(after),
      pairsBefore: pairs(before),
      cutOff: whole.count - largest
    )
  }

  @Test(
    "as counted pair by pair",
    arguments: RandomGraphs.shapes.filter { (1...15).contains($0.graph.nodeCount) } + [
      RandomGraphs.gilbert(12, 0.1, .directed, seed: 31),
      RandomGraphs.gilbert(12, 0.15, .undirected, seed: 32),
      RandomGraphs.gilbert(18, 0.12, .directed, seed: 33),
      RandomGraphs.gilbert(18, 0.08, .undirected, seed: 34),
      RandomGraphs.clustered(blocks: 2, size: 5, .directed, seed: 35),
    ]
  )
  func oracle(named: NamedGraph) throws {
    for node in 0..<named.graph.nodeCount {
      #expect(try named.graph.departure(of: node) == departure(named.graph, of: node))
    }
  }

  @Test("a run that is stopped has no result")
  func stopped() throws {
    let control = RunControl()
    control.cancel()
    let ring = RandomGraphs.cycle(9, .directed).graph
    #expect(throws: MetricError.cancelled) { try ring.departure(of: 0, control: control) }
  }
}
