import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Information centrality")
struct InformationTests {
  @Test(
    "information is the inverse of the summed resistances",
    arguments: RandomGraphs.zoo.filter { $0.graph.nodeCount <= 15 }
  )
  func information(_ sample: NamedGraph) throws {
    let whole = sample.graph.symmetrized(.weak)
    var wanted = [Double?](repeating: nil, count: whole.nodeCount)
    for members in try whole.weakComponents().partition.members where members.count >= 2 {
      let sums = CircuitOracle(whole.induced(on: members)).resistances()
      for (place, v) in members.enumerated() { wanted[v] = 1 / sums[place] }
    }
    #expect(firstDifference(try sample.graph.informationCentrality().values, wanted) == nil)
  }

  @Test("a tie of strength 0 conducts nothing, a negative one is refused")
  func strengths() throws {
    var arcs = ArcList()
    arcs.append(from: 0, to: 1, weight: 2)
    arcs.append(from: 1, to: 2, weight: 0)
    let graph = try arcs.makeGraph(nodeCount: 3, .undirected)
    #expect(firstDifference(try graph.informationCentrality().values, [2, 2, nil]) == nil)
    var bad = ArcList()
    bad.append(from: 0, to: 1, weight: -2)
    let refused = try bad.makeGraph(nodeCount: 2, .undirected)
    #expect(throws: MetricError.negativeWeight(source: 0, target: 1, weight: -2)) {
      try refused.informationCentrality()
    }
  }
}
