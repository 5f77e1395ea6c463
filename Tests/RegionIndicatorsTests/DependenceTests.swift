import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("What breaks when somebody leaves")
struct DependenceTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)], _ direction: Direction) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1)).makeGraph(nodeCount: n, direction)
  }

  private func made(
    _ node: Int,
    cut: Int,
    of pairs: Int,
    alone: Int,
    steps: (before: Double?, after: Double?)
  ) -> Departure {
    Departure(
      node: node,
      pairsCut: cut,
      pairsBefore: pairs,
      cutOff: alone,
      stepsBefore: steps.before,
      stepsAfter: steps.after
    )
  }

  @Test("a ring of five: the neighbours of who left have to go round")
  func ring() throws {
    let loss = try graph(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)], .undirected).departure(of: 0)
    // Before, among 1 2 3 4: 1–2, 2–3, 3–4 at 1, 1–3, 2–4, 1–4 at 2: 9/6. After, on the path 1 2 3 4: 1–4 is at 3: 10/6.
    #expect(loss == made(0, cut: 0, of: 12, alone: 0, steps: (1.5, 20.0 / 12)))
  }

  @Test("a path of three: the middle holds the two ends together")
  func path() throws {
    let loss = try graph(3, [(0, 1), (1, 2)], .undirected).departure(of: 1)
    // Before: 0–2 in both orders, through 1. After: none. One of the two is outside the largest rest.
    #expect(loss == made(1, cut: 2, of: 2, alone: 1, steps: (2, nil)))
    #expect(loss.shareCut == 1)
  }

  @Test("a triangle loses nothing")
  func triangle() throws {
    let loss = try graph(3, [(0, 1), (1, 2), (2, 0)], .undirected).departure(of: 1)
    #expect(loss == made(1, cut: 0, of: 2, alone: 0, steps: (1, 1)))
  }

  @Test("arcs count in their own direction")
  func directed() throws {
    // 0→1→2 and 2→0: without 1 only 2→0 is left of 0→2 (2 steps) and 2→0 (1 step).
    let loss = try graph(3, [(0, 1), (1, 2), (2, 0)], .directed).departure(of: 1)
    #expect(loss == made(1, cut: 1, of: 2, alone: 0, steps: (1.5, 1)))
  }

  @Test("other components do not count as cut off")
  func elsewhere() throws {
    let loss = try graph(5, [(0, 1), (1, 2), (3, 4)], .undirected).departure(of: 0)
    #expect(loss == made(0, cut: 0, of: 4, alone: 0, steps: (1, 1)))
  }

  @Test("somebody alone is missed by nobody")
  func alone() throws {
    let loss = try graph(1, [], .directed).departure(of: 0)
    #expect(loss == made(0, cut: 0, of: 0, alone: 0, steps: (nil, nil)))
    #expect(loss.shareCut == nil)
  }

  /// Who reaches whom when `gone` is not there, by trying every way.
  private func reachable(_ graph: Graph, without gone: Int?, directed: Bool = true) -> [Set<Int>] {
    (0..<graph.nodeCount).map { start in
      guard start != gone else { return [] }
      var found: Set<Int> = [start]
      var grown = true
      while grown {
        grown = false
        for v in found {
          let next =
            graph.out[v].map { Int($0) } + (directed ? [] : graph.incoming[v].map { Int($0) })
          for u in next where u != gone && found.insert(u).inserted { grown = true }
        }
      }
      return found
    }
  }

  private func departure(_ graph: Graph, of node: Int) -> Departure {
    let before = reachable(graph, without: nil)
    let after = reachable(graph, without: node)
    let others = (0..<graph.nodeCount).filter { $0 != node }
    func pairs(_ sets: [Set<Int>]) -> Int {
      others.reduce(0) { sum, v in sum + others.count { $0 != v && sets[v].contains($0) } }
    }
    let whole = reachable(graph, without: nil, directed: false)[node].subtracting([node])
    let rest = reachable(graph, without: node, directed: false)
    let largest = whole.map { rest[$0].count }.max() ?? 0
    /// Mean steps over the ordered pairs of some nodes that have a way.
    func mean(_ distance: [[Double]], _ nodes: [Int]) -> Double? {
      let known = nodes.flatMap { i in nodes.map { $0 == i ? .infinity : distance[i][$0] } }
        .filter { $0.isFinite }
      return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
    return made(
      node,
      cut: pairs(before) - pairs(after),
      of: pairs(before),
      alone: whole.count - largest,
      steps: (
        mean(PathOracle(graph).distance, others),
        mean(PathOracle(graph.induced(on: others)).distance, Array(others.indices))
      )
    )
  }

  @Test(
    "as counted pair by pair",
    arguments: RandomGraphs.shapes.filter { (1...15).contains($0.graph.nodeCount) } + [
      RandomGraphs.gilbert(12, 0.1, .directed, seed: 31),
      RandomGraphs.gilbert(12, 0.15, .undirected, seed: 32),
      RandomGraphs.gilbert(18, 0.12, .directed, seed: 33),
      RandomGraphs.gilbert(18, 0.08, .undirected, seed: 34),
      RandomGraphs.clustered(blocks: 2, size: 5, .directed, seed: 35),
    ]
  )
  func oracle(named: NamedGraph) throws {
    for node in 0..<named.graph.nodeCount {
      #expect(try named.graph.departure(of: node) == departure(named.graph, of: node))
    }
  }

  @Test("a run that is stopped has no result")
  func stopped() throws {
    let control = RunControl()
    control.cancel()
    let ring = RandomGraphs.cycle(9, .directed).graph
    #expect(throws: MetricError.cancelled) { try ring.departure(of: 0, control: control) }
  }
}
