import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Harmonic centrality")
struct HarmonicTests {
  @Test(
    "is the sum of inverse distances",
    arguments: RandomGraphs.zoo,
    Normalization.allCases
  )
  func definition(_ sample: NamedGraph, _ normalization: Normalization) throws {
    for direction in PathDirection.allCases {
      let turned = direction == .outward ? sample.graph : sample.graph.transposed()
      let oracle = PathOracle(turned)
      let wanted = (0..<oracle.n).map { v -> Double? in
        let sum = oracle.reached(v).reduce(0) { $0 + 1 / $1 }
        switch normalization {
        case .raw: return sum
        case .normalized: return oracle.n > 1 ? sum / Double(oracle.n - 1) : nil
        }
      }
      let scores = try sample.graph.harmonic(
        HarmonicOptions(direction: direction, normalization: normalization)
      )
      #expect(firstDifference(scores.values, wanted) == nil)
    }
  }

  @Test("two nodes at length 0 have no harmonic centrality")
  func zeroLengths() throws {
    var arcs = ArcList()
    arcs.append(from: 0, to: 1, weight: 0)
    let graph = try arcs.makeGraph(nodeCount: 2, .undirected)
    #expect(throws: MetricError.self) {
      try graph.harmonic(HarmonicOptions(lengths: .weight))
    }
  }
}
