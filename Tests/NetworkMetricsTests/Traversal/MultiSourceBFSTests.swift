import GraphCore
import Testing
import TestSupport

@testable import NetworkMetrics

@Suite("Bit-parallel searches")
struct MultiSourceBFSTests {
  /// More than one batch, dense and sparse levels.
  static let samples = [
    RandomGraphs.gilbert(1_300, 0.004, .undirected, seed: 31),
    RandomGraphs.gilbert(700, 0.01, .directed, seed: 32),
    RandomGraphs.path(600, .undirected), RandomGraphs.path(530, .directed),
    RandomGraphs.tree(900, .undirected, seed: 33),
  ]

  @Test("equal single searches from every node", arguments: samples)
  func single(_ sample: NamedGraph) throws {
    let graph = sample.graph
    let rows = graph.out
    let together = try graph.levelTotals(
      .outward,
      deepest: .max,
      sources: Array(0..<graph.nodeCount),
      control: RunControl(threads: 2)
    )
    // Deep graphs are searched singly.
    let chosen = try graph.levelTotals(.outward, deepest: .max, control: RunControl())
    var search = BreadthFirstSearch(nodeCount: graph.nodeCount)
    for (v, totals) in zip(together, chosen).enumerated() {
      rows.withUnsafeRows { search.run(from: v, offsets: $0, targets: $1) }
      let steps = (1..<search.reached).map { Int(search.distance[Int(search.order[$0])]) }
      #expect([totals.0.reached, totals.1.reached] == [Int](repeating: steps.count, count: 2))
      #expect([totals.0.levels, totals.1.levels] == [Int](repeating: steps.reduce(0, +), count: 2))
      #expect([totals.0.highest, totals.1.highest] == [Int](repeating: steps.max() ?? 0, count: 2))
      #expect(
        [totals.0.near, totals.1.near] == [Int](repeating: steps.count { $0 <= 2 }, count: 2)
      )
      let inverse = steps.reduce(0) { $0 + 1 / Double($1) }
      #expect(agree(totals.0.inverse, inverse, 1e-12) && agree(totals.1.inverse, inverse, 1e-12))
    }
  }

  @Test("any number of threads gives the same bits", arguments: samples.prefix(2))
  func threads(_ sample: NamedGraph) throws {
    let one = try sample.graph.distanceTotals(control: RunControl(threads: 1))
    #expect(try sample.graph.distanceTotals(control: RunControl(threads: 2)) == one)
    #expect(try sample.graph.distanceTotals(control: RunControl(threads: 8)) == one)
  }
}
