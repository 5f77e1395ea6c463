import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Two-step reach")
struct TwoStepReachTests {
  @Test("counts the others within two steps, both ways", arguments: RandomGraphs.zoo)
  func definition(_ sample: NamedGraph) throws {
    for direction in PathDirection.allCases {
      let turned = direction == .outward ? sample.graph : sample.graph.transposed()
      let wanted = (0..<turned.nodeCount).map { v -> Int in
        let direct = Set(turned.out[v].map { Int($0) })
        let indirect = direct.flatMap { turned.out[$0].map { Int($0) } }
        return direct.union(indirect).subtracting([v]).count
      }
      #expect(try sample.graph.twoStepReach(direction) == wanted)
    }
  }
}
