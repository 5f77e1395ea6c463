import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Current-flow betweenness")
struct CurrentFlowBetweennessTests {
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
}
