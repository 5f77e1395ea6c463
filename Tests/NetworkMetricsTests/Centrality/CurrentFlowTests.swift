import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Current flow")
struct CurrentFlowTests {
  static let samples = RandomGraphs.zoo.filter { $0.graph.nodeCount <= 15 }

  @Test("betweenness is the current between others that passes", arguments: samples)
  func betweenness(_ sample: NamedGraph) throws {
    let whole = sample.graph.symmetrized(.weak)
    var raw = [Double?](repeating: nil, count: whole.nodeCount)
    var share = raw
    for members in try whole.weakComponents().partition.members where members.count >= 3 {
      let sums = CircuitOracle(whole.induced(on: members)).throughput()
      let pairs = Double((members.count - 1) * (members.count - 2)) / 2
      for (place, v) in members.enumerated() {
        raw[v] = sums[place]
        share[v] = sums[place] / pairs
      }
    }
    #expect(firstDifference(try sample.graph.currentFlowBetweenness().values, raw) == nil)
    #expect(
      firstDifference(try sample.graph.currentFlowBetweenness(.normalized).values, share) == nil
    )
  }

  @Test("information is the inverse of the summed resistances", arguments: samples)
  func information(_ sample: NamedGraph) throws {
    let whole = sample.graph.symmetrized(.weak)
    var wanted = [Double?](repeating: nil, count: whole.nodeCount)
    for members in try whole.weakComponents().partition.members where members.count >= 2 {
      let sums = CircuitOracle(whole.induced(on: members)).resistances()
      for (place, v) in members.enumerated() { wanted[v] = 1 / sums[place] }
    }
    #expect(firstDifference(try sample.graph.informationCentrality().values, wanted) == nil)
  }

  @Test("on a tree current takes the shortest path", arguments: [UInt64(3), 8])
  func tree(_ seed: UInt64) throws {
    let tree = RandomGraphs.tree(60, .undirected, seed: seed).graph
    let flow = try tree.currentFlowBetweenness().values
    #expect(firstDifference(flow, try tree.betweenness().values) == nil)
  }

  @Test("any number of threads gives the same bits", arguments: RandomGraphs.random.prefix(30))
  func threads(_ sample: NamedGraph) throws {
    let one = try sample.graph.currentFlowBetweenness(control: RunControl(threads: 1))
    #expect(try sample.graph.currentFlowBetweenness(control: RunControl(threads: 2)) == one)
    #expect(try sample.graph.currentFlowBetweenness(control: RunControl(threads: 8)) == one)
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
