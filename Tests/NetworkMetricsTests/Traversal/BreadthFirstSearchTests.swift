import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Distances from one node")
struct BreadthFirstSearchTests {
  @Test("steps equal the table of all pairs, both ways", arguments: RandomGraphs.zoo)
  func steps(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph)
    for source in 0..<oracle.n {
      let outward = try sample.graph.distances(from: source)
      let inward = try sample.graph.distances(from: source, .inward)
      for v in 0..<oracle.n {
        #expect(outward[v].map { Double($0) } ?? .infinity == oracle.distance[source][v])
        #expect(inward[v].map { Double($0) } ?? .infinity == oracle.distance[v][source])
      }
    }
  }
}
