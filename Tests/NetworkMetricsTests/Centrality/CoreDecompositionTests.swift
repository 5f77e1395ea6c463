import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Core numbers")
struct CoreDecompositionTests {
  @Test("equal pruning the skeleton for every k", arguments: RandomGraphs.zoo)
  func definition(_ sample: NamedGraph) throws {
    let skeleton = sample.graph.skeleton()
    var wanted = [Int](repeating: 0, count: skeleton.nodeCount)
    for k in stride(from: 1, through: skeleton.nodeCount, by: 1) {
      var inside = [Bool](repeating: true, count: skeleton.nodeCount)
      var shrinking = true
      while shrinking {
        shrinking = false
        for v in 0..<skeleton.nodeCount where inside[v] {
          if skeleton.out[v].count(where: { inside[Int($0)] }) < k {
            inside[v] = false
            shrinking = true
          }
        }
      }
      for v in 0..<skeleton.nodeCount where inside[v] { wanted[v] = k }
    }
    #expect(try sample.graph.coreNumbers() == wanted)
  }
}
