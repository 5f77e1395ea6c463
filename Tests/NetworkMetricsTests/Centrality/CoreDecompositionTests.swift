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

  @Test("shared between threads equal pruning with a queue", arguments: [1, 2, 3, 8])
  func shared(_ threads: Int) throws {
    for graph in Self.large {
      let found = try graph.coreNumbers(control: RunControl(threads: threads))
      #expect(found == Self.pruned(graph))
    }
  }

  private static let large = [
    RandomGraphs.scattered(36_000, arcs: 90_000, .undirected, seed: 5).graph,
    RandomGraphs.scattered(12_000, arcs: 40_000, .directed, seed: 6).graph,
    RandomGraphs.star(9_000, .undirected).graph,
    RandomGraphs.cycle(9_000, .undirected).graph,
    RandomGraphs.empty(9_000, .undirected).graph,
  ]

  /// For every k the nodes with fewer than k ties go, and those that have fewer than k then.
  private static func pruned(_ graph: Graph) -> [Int] {
    let rows = graph.skeleton().out
    var ties = (0..<rows.nodeCount).map { rows.degree(of: $0) }
    var core = [Int](repeating: -1, count: rows.nodeCount)
    var k = 1
    while core.contains(-1) {
      var queue = ties.indices.filter { core[$0] < 0 && ties[$0] < k }
      for v in queue { core[v] = k - 1 }
      while let v = queue.popLast() {
        for end in rows[v] where core[Int(end)] < 0 {
          ties[Int(end)] -= 1
          if ties[Int(end)] < k {
            core[Int(end)] = k - 1
            queue.append(Int(end))
          }
        }
      }
      k += 1
    }
    return core
  }

  @Test("a cancelled run ends with an error")
  func cancelled() {
    let control = RunControl()
    control.cancel()
    #expect(throws: MetricError.cancelled) {
      try RandomGraphs.path(3, .undirected).graph.coreNumbers(control: control)
    }
  }
}
