import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("What an actor connects between two groups")
struct PairsBetweenTests {
  /// Pair by pair from the definition.
  private func naive(_ graph: Graph, _ v: Int, _ a: Int32, _ b: Int32, _ group: [Int32]) -> Int {
    func tied(_ x: Int, _ y: Int) -> Bool {
      graph.hasArc(from: x, to: y) || graph.hasArc(from: y, to: x)
    }
    var count = 0
    for x in 0..<graph.nodeCount where x != v && group[x] == a && tied(v, x) {
      for y in 0..<graph.nodeCount where y != v && group[y] == b && tied(v, y) && !tied(x, y) {
        count += 1
      }
    }
    return count
  }

  /// Pairs of groups 0 and 2 around `v` that are at two steps, and farther when `v` is taken away.
  private func naiveSole(_ graph: Graph, _ v: Int, _ group: [Int32]) -> Int {
    let network = graph.skeleton()
    func tied(_ x: Int, _ y: Int) -> Bool { network.hasArc(from: x, to: y) }
    var count = 0
    for x in 0..<graph.nodeCount where group[x] == 0 && tied(v, x) {
      for y in 0..<graph.nodeCount where group[y] == 2 && tied(v, y) && !tied(x, y) {
        let others = (0..<graph.nodeCount).count { $0 != v && tied($0, x) && tied($0, y) }
        if others == 0 { count += 1 }
      }
    }
    return count
  }

  @Test(
    "as counted pair by pair",
    arguments: [
      RandomGraphs.gilbert(15, 0.25, .directed, seed: 101),
      RandomGraphs.gilbert(15, 0.3, .undirected, seed: 102),
      RandomGraphs.clustered(blocks: 3, size: 5, .undirected, seed: 103),
    ]
  )
  func oracle(named: NamedGraph) throws {
    let group = (0..<named.graph.nodeCount).map { Int32($0 % 4) - 1 }
    let found = try named.graph.pairsBetween(0, 2, groupOf: group)
    for v in 0..<named.graph.nodeCount { #expect(found[v] == naive(named.graph, v, 0, 2, group)) }
    #expect(try named.graph.pairsBetween(2, 0, groupOf: group) == found)
    // Nobody else in common: the pair is counted for one node alone.
    for v in 0..<named.graph.nodeCount {
      let sole = named.graph.solePairsBetween(0, 2, groupOf: group, at: v)
      #expect(sole == naiveSole(named.graph, v, group))
      #expect(sole <= found[v])
    }
  }

  @Test("one in the middle of two and three: six pairs, five when two are tied")
  func byHand() throws {
    let star = try ArcList(sources: [0, 0, 0, 0, 0], targets: [1, 2, 3, 4, 5]).makeGraph(
      nodeCount: 6,
      .undirected
    )
    let group: [Int32] = [-1, 0, 0, 1, 1, 1]
    #expect(try star.pairsBetween(0, 1, groupOf: group) == [6, 0, 0, 0, 0, 0])
    let tied = try ArcList(sources: [0, 0, 0, 0, 0, 1], targets: [1, 2, 3, 4, 5, 3]).makeGraph(
      nodeCount: 6,
      .undirected
    )
    #expect(try tied.pairsBetween(0, 1, groupOf: group)[0] == 5)
  }
}
