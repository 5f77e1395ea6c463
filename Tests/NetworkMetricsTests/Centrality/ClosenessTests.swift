import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Closeness")
struct ClosenessTests {
  @Test(
    "is Wasserman and Faust's, outward and inward",
    arguments: RandomGraphs.zoo,
    [nil, LengthRule.inverse]
  )
  func definition(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    for direction in PathDirection.allCases {
      let turned = direction == .outward ? sample.graph : sample.graph.transposed()
      let oracle = PathOracle(
        turned,
        lengths: try rule.map { try ArcLengths(of: turned.out, $0).values }
      )
      let wanted = (0..<oracle.n).map { v -> Double? in
        let reached = oracle.reached(v)
        let r = Double(reached.count)
        return r == 0 ? 0 : r / reached.reduce(0, +) * r / Double(oracle.n - 1)
      }
      let scores = try sample.graph.closeness(
        DistanceOptions(direction: direction, lengths: rule)
      )
      #expect(firstDifference(scores.values, wanted) == nil)
    }
  }

  @Test("by hand: a directed path of three")
  func byHand() throws {
    let path = RandomGraphs.path(3, .directed).graph
    #expect(try path.closeness().values == [2.0 / 3, 0.5, 0])
    #expect(
      try path.closeness(DistanceOptions(direction: .inward)).values == [0, 0.5, 2.0 / 3]
    )
  }

  @Test("all reached at length 0: undefined")
  func zeroLengths() throws {
    var arcs = ArcList()
    arcs.append(from: 0, to: 1, weight: 0)
    let graph = try arcs.makeGraph(nodeCount: 2, .undirected)
    #expect(try graph.closeness(DistanceOptions(lengths: .weight)).values == [nil, nil])
  }
}
