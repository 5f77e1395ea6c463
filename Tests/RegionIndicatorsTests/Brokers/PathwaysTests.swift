import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Natural pathways and shortcuts of trust")
struct PathwaysTests {
  private func graph(
    _ n: Int,
    _ ties: [(Int32, Int32, Double)],
    _ direction: Direction
  ) throws -> Graph {
    try ArcList(sources: ties.map(\.0), targets: ties.map(\.1), weights: ties.map(\.2))
      .makeGraph(nodeCount: n, direction)
  }

  @Test("a directed circle carries the same everywhere; flows add up to one")
  func circle() throws {
    let found = try RandomGraphs.cycle(5, .directed).graph.naturalPathways()
    #expect(found.allSatisfy { abs($0.flow - 0.2) < 1e-9 } && found.count == 5)
    #expect(found.map(\.source) == [0, 1, 2, 3, 4])
  }

  @Test("the stronger of two ways carries three times as much")
  func fork() throws {
    let found = try graph(3, [(0, 1, 3), (0, 2, 1)], .directed).naturalPathways()
    #expect(found.map(\.target) == [1, 2])
    #expect(abs(found[0].flow - 0.75) < 1e-9 && abs(found[1].flow - 0.25) < 1e-9)
  }

  @Test("no ties, no ways")
  func empty() throws {
    #expect(try graph(3, [], .directed).naturalPathways().isEmpty)
    #expect(try graph(0, [], .directed).naturalPathways().isEmpty)
  }

  /// Σ 1/d over ordered pairs by Floyd and Warshall.
  private func efficiency(_ graph: Graph) -> Double {
    let n = graph.nodeCount
    var d = [[Double]](repeating: [Double](repeating: .infinity, count: n), count: n)
    for v in 0..<n {
      d[v][v] = 0
      for arc in graph.out.arcs(of: v) {
        d[v][Int(graph.out.targets[arc])] = 1 / graph.out.weight(at: arc)
      }
    }
    for k in 0..<n {
      for i in 0..<n { for j in 0..<n { d[i][j] = min(d[i][j], d[i][k] + d[k][j]) } }
    }
    var sum = 0.0
    for i in 0..<n { for j in 0..<n where i != j { sum += 1 / d[i][j] } }
    return sum / Double(n * (n - 1))
  }

  private func with(_ graph: Graph, _ u: Int, _ v: Int, _ weight: Double) throws -> Graph {
    var arcs = ArcList()
    for tie in graph.ties() {
      arcs.append(
        from: Int32(tie.source),
        to: Int32(tie.target),
        weight: graph.out.weight(at: tie.arc)
      )
    }
    arcs.append(from: Int32(u), to: Int32(v), weight: weight)
    return try arcs.makeGraph(
      nodeCount: graph.nodeCount,
      graph.isDirected ? .directed : .undirected
    )
  }

  @Test(
    "the first suggestion is the best of all candidates, and the gains are true",
    arguments: [
      RandomGraphs.gilbert(10, 0.25, .undirected, .powersOfTwo, seed: 91),
      RandomGraphs.gilbert(10, 0.25, .undirected, .real, seed: 92),
      RandomGraphs.gilbert(9, 0.3, .directed, .real, seed: 93),
    ]
  )
  func bruteForce(named: NamedGraph) throws {
    let graph = named.graph
    let found = try graph.trustShortcuts(count: 3)
    #expect(abs(found.efficiency - efficiency(graph)) < 1e-12)
    let steps = try (0..<graph.nodeCount).map { try graph.skeleton().distances(from: $0) }
    var best = 0.0
    for u in 0..<graph.nodeCount {
      for v in 0..<graph.nodeCount
      where u != v && !graph.hasArc(from: u, to: v) && (graph.isDirected || u < v)
        && (steps[u][v] ?? .max) <= 2
      {
        best = max(best, efficiency(try with(graph, u, v, found.newStrength)) - efficiency(graph))
      }
    }
    #expect(abs((found.ties.first?.gain ?? 0) - best) < 1e-12)
    var grown = graph
    for tie in found.ties {
      let next = try with(grown, tie.source, tie.target, found.newStrength)
      #expect(abs(efficiency(next) - efficiency(grown) - tie.gain) < 1e-12)
      grown = next
    }
  }

  @Test("only ties between those asked for are compared")
  func between() throws {
    let network = RandomGraphs.gilbert(12, 0.2, .undirected, .real, seed: 95).graph
    let nodes = 0..<12
    let ends = TieEnds(one: nodes.map { $0 < 4 }, other: nodes.map { $0 >= 8 })
    let found = try network.trustShortcuts(count: 4, ends: ends)
    #expect(!found.ties.isEmpty)
    #expect(found.ties.allSatisfy { $0.source < 4 && $0.target >= 8 })
  }

  @Test("a path of three: the ends, by hand")
  func path() throws {
    // Strengths 1 and .5: lengths 1 and 2, so 0–2 is at 3. The median strength .5 gives a tie of length 2.
    let found = try graph(3, [(0, 1, 1), (1, 2, 0.5)], .undirected).trustShortcuts(count: 5)
    #expect(found.newStrength == 0.5 && found.ties.map(\.source) == [0])
    // (1 + 1/2 + 1/3)/3 before; the new tie turns 1/3 into 1/2.
    #expect(abs(found.efficiency - 11.0 / 18) < 1e-12)
    #expect(abs(found.ties[0].gain - 1.0 / 18) < 1e-12)
  }

  @Test("threads change nothing; without ties there is nothing to go by")
  func limits() throws {
    let network = RandomGraphs.gilbert(30, 0.1, .undirected, .real, seed: 94).graph
    #expect(
      try network.trustShortcuts(count: 3)
        == network.trustShortcuts(count: 3, control: RunControl(threads: 4))
    )
    #expect(throws: MetricError.self) { try graph(3, [], .directed).trustShortcuts(count: 1) }
    #expect(throws: MetricError.self) {
      try graph(2, [(0, 1, -1)], .directed).trustShortcuts(count: 1)
    }
    let stopped = RunControl()
    stopped.cancel()
    #expect(throws: MetricError.cancelled) {
      try network.trustShortcuts(count: 1, control: stopped)
    }
  }
}
