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
    let totals = try graph.levelTotals(.outward, deepest: .max, control: RunControl(threads: 2))
    var search = BreadthFirstSearch(nodeCount: graph.nodeCount)
    for v in 0..<graph.nodeCount {
      rows.withUnsafeRows { search.run(from: v, offsets: $0, targets: $1) }
      let steps = (1..<search.reached).map { Int(search.distance[Int(search.order[$0])]) }
      #expect(totals[v].reached == steps.count)
      #expect(totals[v].levels == steps.reduce(0, +))
      #expect(totals[v].highest == steps.max() ?? 0)
      #expect(totals[v].near == steps.count { $0 <= 2 })
      #expect(agree(totals[v].inverse, steps.reduce(0) { $0 + 1 / Double($1) }, 1e-12))
    }
  }

  @Test("any number of threads gives the same bits", arguments: samples.prefix(2))
  func threads(_ sample: NamedGraph) throws {
    let one = try sample.graph.distanceTotals(control: RunControl(threads: 1))
    #expect(try sample.graph.distanceTotals(control: RunControl(threads: 2)) == one)
    #expect(try sample.graph.distanceTotals(control: RunControl(threads: 8)) == one)
  }
}
