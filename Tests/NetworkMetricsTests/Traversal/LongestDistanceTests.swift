import GraphCore
import TestSupport
import Testing

@testable import NetworkMetrics

@Suite("A bound of the longest distance")
struct LongestDistanceTests {
  static let samples =
    RandomGraphs.shapes + [
      RandomGraphs.gilbert(60, 0.03, .directed, seed: 71),
      RandomGraphs.gilbert(60, 0.02, .undirected, seed: 72),
      RandomGraphs.gilbert(40, 0.2, .directed, seed: 73),
      RandomGraphs.clustered(blocks: 4, size: 6, .directed, seed: 74),
      RandomGraphs.diamonds(9, .directed), RandomGraphs.path(40, .directed),
    ]

  @Test("no path is longer", arguments: samples)
  func bound(_ sample: NamedGraph) throws {
    let farthest = try sample.graph.distanceTotals().farthest.max() ?? 0
    let bound = try sample.graph.longestDistanceBound(control: RunControl())
    #expect(Double(bound) >= farthest)
    #expect(bound < max(1, sample.graph.nodeCount))
  }

  @Test("on directed chains it is their length, on small worlds far below the number of nodes")
  func narrow() throws {
    let chain = RandomGraphs.path(40, .directed).graph
    #expect(try chain.longestDistanceBound(control: RunControl()) == 39)
    let dense = RandomGraphs.gilbert(200, 0.1, .directed, seed: 75).graph
    #expect(try dense.longestDistanceBound(control: RunControl()) <= 8)
  }
}
