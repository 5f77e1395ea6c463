import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Centralization")
struct CentralizationTests {
  @Test("a star reaches 1, a ring 0", arguments: [3, 4, 9])
  func extremes(_ n: Int) throws {
    let star = RandomGraphs.star(n, .undirected).graph
    let ring = RandomGraphs.cycle(n, .undirected).graph
    for direction in [TieDirection.all, .incoming, .outgoing] {
      let measure: CentralizationMeasure =
        direction == .all ? .degree : direction == .incoming ? .inDegree : .outDegree
      #expect(agree(star.centralization(star.degreeCentrality(direction), of: measure), 1))
      #expect(agree(ring.centralization(ring.degreeCentrality(direction), of: measure), 0))
    }
    // Between all others, once per pair; distances 1 from the hub, 2 (once 1) from the rest.
    let others = n - 1
    let between = NodeScores(
      [Double(others * (others - 1) / 2)] + [Double](repeating: 0, count: others)
    )
    #expect(agree(star.centralization(between, of: .betweenness), 1))
    let rest = Double(others) / Double(2 * others - 1)
    let close = NodeScores([1] + [Double](repeating: rest, count: others))
    #expect(agree(star.centralization(close, of: .closeness), 1))
  }

  @Test("directed stars")
  func directed() {
    let star = RandomGraphs.star(6, .directed).graph
    #expect(agree(star.centralization(star.degreeCentrality(.outgoing), of: .outDegree), 1))
    #expect(agree(star.centralization(star.degreeCentrality(.incoming), of: .inDegree), 0.04))
    let both = star.degreeCentrality()
    #expect(agree(star.centralization(both, of: .degree), 20.0 / 40))
  }

  @Test("small and undefined")
  func undefined() {
    for n in 0...2 {
      let graph = RandomGraphs.empty(n, .undirected).graph
      #expect(graph.centralization(graph.degreeCentrality(), of: .degree) == nil)
    }
    let graph = RandomGraphs.path(3, .undirected).graph
    #expect(graph.centralization(NodeScores([1, nil, 0]), of: .degree) == nil)
  }
}
