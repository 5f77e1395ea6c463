import GraphCore
import Testing
import TestSupport

@testable import NetworkMetrics

@Suite("Levels of many searches")
struct LevelSetsTests {
  @Test("every node has every search at its distance, and no other", arguments: RandomGraphs.zoo)
  func distances(_ sample: NamedGraph) {
    let graph = sample.graph
    let oracle = PathOracle(graph)
    var sets = LevelSets(nodeCount: graph.nodeCount)
    // Twice, so that what a run leaves behind would show.
    for sources in [0..<min(64, graph.nodeCount), 0..<min(3, graph.nodeCount)] {
      sets.run(sources: sources, push: graph.out, pull: graph.incoming)
      var level = [[Int?]](
        repeating: [Int?](repeating: nil, count: graph.nodeCount),
        count: sources.count
      )
      for depth in 0..<sets.levelCount {
        for entry in sets.entries(of: depth) {
          for bit in 0..<64 where sets.searches[entry] >> UInt64(bit) & 1 == 1 {
            #expect(level[bit][Int(sets.nodes[entry])] == nil)
            level[bit][Int(sets.nodes[entry])] = depth
          }
        }
      }
      for (bit, source) in sources.enumerated() {
        for v in 0..<graph.nodeCount {
          #expect(level[bit][v].map { Double($0) } ?? .infinity == oracle.distance[source][v])
        }
      }
    }
  }
}
