import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Distances by length")
struct DijkstraTests {
  @Test(
    "lengths equal the table of all pairs",
    arguments: RandomGraphs.zoo,
    [LengthRule.inverse, .weight]
  )
  func lengths(_ sample: NamedGraph, _ rule: LengthRule) throws {
    let oracle = PathOracle(
      sample.graph,
      lengths: try ArcLengths(of: sample.graph.out, rule).values
    )
    for source in 0..<oracle.n {
      let outward = try sample.graph.distances(from: source, rule)
      let inward = try sample.graph.distances(from: source, rule, .inward)
      for v in 0..<oracle.n {
        #expect(agree(outward[v] ?? .infinity, oracle.distance[source][v], 1e-12))
        #expect(agree(inward[v] ?? .infinity, oracle.distance[v][source], 1e-12))
      }
    }
  }

  @Test("a length of 0 joins two nodes at no distance")
  func zeroLength() throws {
    let graph = try weighted([(0, 1, 0), (1, 2, 3), (0, 2, 5)])
    #expect(try graph.distances(from: 0, .weight) == [0, 0, 3])
  }

  @Test("a negative length is refused with its place")
  func negative() throws {
    let graph = try weighted([(0, 1, 1), (1, 2, -3)])
    #expect(throws: MetricError.lengthUnusable(source: 1, target: 2, weight: -3)) {
      try graph.distances(from: 0, .weight)
    }
  }

  @Test("a strength of 0 has no inverse")
  func noInverse() throws {
    let graph = try weighted([(0, 1, 1), (1, 2, 0)])
    #expect(throws: MetricError.lengthUnusable(source: 1, target: 2, weight: 0)) {
      try graph.distances(from: 0, .inverse)
    }
  }

  @Test("sums beyond the range of Double are an error, not infinity")
  func tooLong() throws {
    let graph = try weighted([(0, 1, 0x1p-1023), (1, 2, 0x1p-1023)])
    #expect(throws: MetricError.notFinite(measure: "distance")) {
      try graph.distances(from: 0, .inverse)
    }
  }

  private func weighted(_ arcs: [(Int32, Int32, Double)]) throws -> Graph {
    var list = ArcList()
    for (source, target, weight) in arcs { list.append(from: source, to: target, weight: weight) }
    return try list.makeGraph(nodeCount: 3, .directed)
  }
}
