import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Small world")
struct SmallWorldTests {
  @Test("a ring of neighbours with shortcuts is one, a random graph is not")
  func wattsStrogatz() throws {
    let n = 120
    var random = RandomStream(seed: 1)
    var arcs = ArcList()
    for v in 0..<Int32(n) {
      for step in 1...3 as ClosedRange<Int32> {
        let shortcut = random.next(below: 20) == 0
        arcs.append(from: v, to: shortcut ? Int32(random.next(below: n)) : (v + step) % Int32(n))
      }
    }
    let graph = try arcs.makeGraph(nodeCount: n, .undirected)
    let options = SmallWorldOptions(samples: 4)
    let found = try graph.smallWorld(options)
    #expect(agree(found.clustering, try graph.meanClustering()))
    #expect(agree(found.meanDistance, try graph.distanceTotals().meanDistance))
    #expect(found.sigma! > 3)
    #expect(found.randomClustering < 0.15 && found.latticeClustering > 0.3)
    let plain = RandomGraphs.gilbert(120, 0.05, .undirected, seed: 5).graph
    let control = try plain.smallWorld(options)
    #expect(control.sigma! < 2 && control.omega! > 0.4)
    #expect(try graph.smallWorld(options, control: RunControl(threads: 4)) == found)
  }

  @Test("no ties, no samples")
  func refused() {
    #expect(throws: MetricError.self) { try RandomGraphs.empty(3, .undirected).graph.smallWorld() }
    #expect(throws: MetricError.self) {
      try RandomGraphs.cycle(4, .undirected).graph.smallWorld(SmallWorldOptions(samples: 0))
    }
  }
}
