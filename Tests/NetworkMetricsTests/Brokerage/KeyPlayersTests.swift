import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Key players and suggested ties")
struct KeyPlayersTests {
  /// The two goals from tables of distances.
  private func value(_ goal: KeyPlayerGoal, _ graph: Graph, _ players: [Int]) -> Double {
    let n = graph.nodeCount
    switch goal {
    case .fragmentation:
      let rest = (0..<n).filter { !players.contains($0) }
      let distance = PathOracle(graph.induced(on: rest)).distance
      var sum = 0.0
      for i in rest.indices {
        for j in rest.indices where i != j { sum += 1 / distance[i][j] }
      }
      return 1 - sum / Double(rest.count * (rest.count - 1))
    case .reach:
      let distance = PathOracle(graph).distance
      let worth = (0..<n).map { j in
        players.contains(j) ? 1 : 1 / players.map { distance[$0][j] }.min()!
      }
      return worth.reduce(0, +) / Double(n)
    }
  }

  static let graphs = [
    RandomGraphs.gilbert(9, 0.25, .directed, seed: 1),
    RandomGraphs.gilbert(9, 0.25, .undirected, seed: 2),
    RandomGraphs.tree(10, .undirected, seed: 3),
    RandomGraphs.gilbert(8, 0.1, .undirected, seed: 4), RandomGraphs.diamonds(3, .directed),
    RandomGraphs.gilbert(15, 0.16, .undirected, seed: 5),
  ]

  @Test("exact search finds the first best set", arguments: graphs, KeyPlayerGoal.allCases)
  func exact(_ named: NamedGraph, _ goal: KeyPlayerGoal) throws {
    let graph = named.graph
    let n = graph.nodeCount
    for count in 1...3 {
      var best = (value: -1.0, players: [Int]())
      for code in 0..<(1 << n) where code.nonzeroBitCount == count {
        let players = (0..<n).filter { code >> $0 & 1 == 1 }
        let worth = value(goal, graph, players)
        if worth > best.value + 1e-12 { best = (worth, players) }
      }
      let found = try graph.keyPlayers(goal, count: count, control: RunControl(threads: 2))
      #expect(found.isExact && found.bound == found.value)
      #expect(agree(found.value, best.value))
      #expect(agree(value(goal, graph, found.players), best.value))
      let grown = try graph.keyPlayers(goal, count: count, exactUpTo: 0)
      #expect(!grown.isExact)
      #expect(agree(grown.value, value(goal, graph, grown.players)))
      #expect(grown.value <= best.value + 1e-9 && grown.bound >= best.value - 1e-9)
    }
  }

  @Test("a star without its hub is in pieces, and the hub reaches all")
  func star() throws {
    let star = RandomGraphs.star(8, .undirected).graph
    let cut = try star.keyPlayers(.fragmentation, count: 1)
    #expect(cut.players == [0] && cut.value == 1)
    let near = try star.keyPlayers(.reach, count: 1)
    #expect(near.players == [0] && near.value == 1)
  }

  @Test("more than 64 nodes, the same on any number of threads")
  func wide() throws {
    let graph = RandomGraphs.clustered(blocks: 7, size: 10, .undirected, seed: 6).graph
    for goal in KeyPlayerGoal.allCases {
      let found = try graph.keyPlayers(goal, count: 2, control: RunControl(threads: 1))
      #expect(found.isExact)
      #expect(agree(found.value, value(goal, graph, found.players)))
      #expect(try graph.keyPlayers(goal, count: 2, control: RunControl(threads: 8)) == found)
    }
  }

  @Test("counts that do not fit")
  func refused() {
    let graph = RandomGraphs.path(4, .undirected).graph
    #expect(throws: MetricError.self) { try graph.keyPlayers(.reach, count: 0) }
    #expect(throws: MetricError.self) { try graph.keyPlayers(.reach, count: 5) }
    #expect(throws: MetricError.self) { try graph.keyPlayers(.fragmentation, count: 3) }
    #expect(throws: MetricError.self) { try graph.suggestedTies(count: -1) }
  }

  @Test(
    "suggested ties raise efficiency most, one after the other; of all, or between some",
    arguments: graphs.prefix(5),
    [false, true]
  )
  func suggested(_ named: NamedGraph, isBetween: Bool) throws {
    var graph = named.graph
    let nodes = 0..<graph.nodeCount
    let ends =
      isBetween
      ? TieEnds(one: nodes.map { $0 % 3 == 0 }, other: nodes.map { $0 % 3 == 1 }) : nil
    let all = try graph.suggestedTies(count: 3, ends: ends, control: RunControl(threads: 2))
    #expect(!all.isEmpty)
    for found in all {
      let before = try graph.distanceTotals().globalEfficiency!
      var best = (gain: -1.0, source: -1, target: -1)
      var next = graph
      for a in 0..<graph.nodeCount {
        for b in 0..<graph.nodeCount where a != b && (graph.isDirected || a < b) {
          if graph.hasArc(from: a, to: b) { continue }
          if isBetween, Set([a % 3, b % 3]) != [0, 1] { continue }
          var arcs = ArcList()
          for tie in graph.ties() { arcs.append(from: Int32(tie.source), to: Int32(tie.target)) }
          arcs.append(from: Int32(a), to: Int32(b))
          let trial = try arcs.makeGraph(
            nodeCount: graph.nodeCount,
            graph.isDirected ? .directed : .undirected
          )
          let gain = try trial.distanceTotals().globalEfficiency! - before
          if gain > best.gain + 1e-12 { best = (gain, a, b) }
          if (a, b) == (found.source, found.target) { next = trial }
        }
      }
      #expect(agree(found.gain, best.gain))
      let after = try next.distanceTotals().globalEfficiency!
      #expect(agree(after - before, best.gain))
      graph = next
    }
  }

  @Test("nothing left to suggest")
  func complete() throws {
    #expect(try RandomGraphs.clique(4, .directed).graph.suggestedTies(count: 2) == [])
    #expect(try RandomGraphs.empty(0, .directed).graph.suggestedTies(count: 2) == [])
    #expect(try RandomGraphs.path(3, .undirected).graph.suggestedTies(count: 5).count == 1)
  }
}
