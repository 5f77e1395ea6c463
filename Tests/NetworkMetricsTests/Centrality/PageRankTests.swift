import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("PageRank")
struct PageRankTests {
  @Test("solves its own equations", arguments: RandomGraphs.zoo)
  func equations(_ sample: NamedGraph) throws {
    let graph = sample.graph
    let n = graph.nodeCount
    let result = try graph.pageRank()
    let x = result.scores.values.map { $0 ?? .nan }
    #expect(x.count == n)
    #expect(result.convergence.converged)
    guard n > 0 else { return }
    #expect(agree(x.reduce(0, +), 1, 1e-12))
    // One step of the walk written out pair by pair leaves the scores as they are.
    var next = [Double](repeating: 0.15 / Double(n), count: n)
    for u in 0..<n {
      let strength = (0..<n).reduce(0.0) { $0 + weight(graph, u, $1) }
      for v in 0..<n {
        let step = strength > 0 ? weight(graph, u, v) / strength : 1 / Double(n)
        next[v] += 0.85 * x[u] * step
      }
    }
    for v in 0..<n { #expect(agree(next[v], x[v], 1e-11)) }
  }

  @Test("by hand: a node tied to another that leads nowhere")
  func byHand() throws {
    // x0 = 0.075 + 0.425 x1, x1 = x0 + 0.85 x0.
    let scores = try RandomGraphs.path(2, .directed).graph.pageRank().scores.values
    #expect(agree(scores[0], 1 / 2.85))
    #expect(agree(scores[1], 1.85 / 2.85))
  }

  @Test("any number of threads gives the same bits", arguments: RandomGraphs.random)
  func threads(_ sample: NamedGraph) throws {
    let one = try sample.graph.pageRank(control: RunControl(threads: 1))
    #expect(try sample.graph.pageRank(control: RunControl(threads: 2)) == one)
    #expect(try sample.graph.pageRank(control: RunControl(threads: 8)) == one)
  }

  @Test("too few sweeps are an error that says how far it came")
  func notConverged() throws {
    let graph = RandomGraphs.star(9, .undirected).graph
    let error = #expect(throws: MetricError.self) {
      try graph.pageRank(PageRankOptions(maximumIterations: 3))
    }
    guard case .notConverged(let end) = error else {
      Issue.record("wanted notConverged, got \(String(describing: error))")
      return
    }
    #expect(end.iterations == 3)
    #expect(!end.converged && end.residual > 1e-12)
  }

  @Test(
    "options out of range are refused",
    arguments: [
      PageRankOptions(damping: 1), PageRankOptions(damping: -0.1), PageRankOptions(damping: .nan),
      PageRankOptions(tolerance: 0), PageRankOptions(maximumIterations: 0),
    ]
  )
  func options(_ options: PageRankOptions) {
    #expect(throws: MetricError.self) {
      try RandomGraphs.star(4, .directed).graph.pageRank(options)
    }
  }

  @Test("a negative weight is refused with its place")
  func negative() throws {
    var arcs = ArcList()
    arcs.append(from: 0, to: 1, weight: 2)
    arcs.append(from: 1, to: 2, weight: -1)
    let graph = try arcs.makeGraph(nodeCount: 3, .directed)
    #expect(throws: MetricError.negativeWeight(source: 1, target: 2, weight: -1)) {
      try graph.pageRank()
    }
  }

  private func weight(_ graph: Graph, _ u: Int, _ v: Int) -> Double {
    graph.out.arc(from: u, to: v).map { graph.out.weight(at: $0) } ?? 0
  }
}
