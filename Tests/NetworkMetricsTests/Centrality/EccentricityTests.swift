import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Eccentricity")
struct EccentricityTests {
  @Test("is the largest finite distance", arguments: RandomGraphs.zoo)
  func definition(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph)
    let wanted = (0..<oracle.n).map { oracle.reached($0).max() ?? 0 }
    #expect(try sample.graph.eccentricity().values == wanted)
  }
}
