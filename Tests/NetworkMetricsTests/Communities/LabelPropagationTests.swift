import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Label propagation")
struct LabelPropagationTests {
  @Test("in the end every node has a strongest label", arguments: RandomGraphs.zoo)
  func strongest(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let found = try graph.labelPropagation()
    #expect(found.converged)
    let cluster = found.partition.clusterOf
    for v in table.indices {
      var votes = [Double](repeating: 0, count: found.partition.count)
      for u in table.indices where u != v {
        votes[Int(cluster[u])] += table.weight(v, u) + (graph.isDirected ? table.weight(u, v) : 0)
      }
      guard let most = votes.max(), most > 0 else {
        #expect(cluster.count { $0 == cluster[v] } == 1)
        continue
      }
      #expect(votes[Int(cluster[v])] >= most * (1 - 1e-12))
    }
  }

  @Test("cliques joined by single ties come apart")
  func cliques() throws {
    var arcs = ArcList()
    for clique in 0..<Int32(8) {
      for a in 0..<Int32(6) {
        for b in 0..<a { arcs.append(from: 6 * clique + a, to: 6 * clique + b) }
      }
      arcs.append(from: 6 * clique, to: (6 * clique + 7) % 48)
    }
    let graph = try arcs.makeGraph(nodeCount: 48, .undirected)
    let found = try graph.labelPropagation()
    #expect(found.partition == Partition(labels: (0..<48).map { $0 / 6 }))
  }

  @Test("threads change nothing, seeds may")
  func threads() throws {
    var random = RandomStream(seed: 99)
    var arcs = ArcList()
    let n = 17_000
    for v in 0..<n {
      for _ in 0..<3 {
        let near = min(n - 1, v / 20 * 20 + random.next(below: 20))
        let u = random.next(below: 10) == 0 ? random.next(below: n) : near
        arcs.append(from: Int32(v), to: Int32(u))
      }
    }
    let graph = try arcs.makeGraph(nodeCount: n, .undirected)
    let options = LabelPropagationOptions(seed: 4)
    let one = try graph.labelPropagation(options, control: RunControl(threads: 1))
    #expect(try graph.labelPropagation(options, control: RunControl(threads: 2)) == one)
    #expect(try graph.labelPropagation(options, control: RunControl(threads: 8)) == one)
    #expect(try graph.labelPropagation(LabelPropagationOptions(seed: 5)) != one)
  }

  @Test("no sweep is no way")
  func refused() {
    #expect(throws: MetricError.self) {
      try RandomGraphs.path(3, .undirected).graph
        .labelPropagation(LabelPropagationOptions(mostSweeps: 0))
    }
  }
}
