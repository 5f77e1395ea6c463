import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Betweenness")
struct BetweennessTests {
  @Test(
    "is the share of shortest paths through a node",
    arguments: RandomGraphs.zoo,
    [nil, LengthRule.inverse, .weight]
  )
  func nodes(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    let graph = sample.graph
    let oracle = PathOracle(
      graph,
      lengths: try rule.map { try ArcLengths(of: graph.out, $0).values }
    )
    let pairs = graph.isDirected ? 1.0 : 2.0
    let wanted = (0..<oracle.n).map { oracle.betweenness($0) / pairs }
    let scores = try graph.betweenness(BetweennessOptions(lengths: rule))
    #expect(firstDifference(scores.values, wanted) == nil)
  }

  @Test("normalised by the pairs that could pass", arguments: RandomGraphs.shapes)
  func normalized(_ sample: NamedGraph) throws {
    let graph = sample.graph
    let n = Double(graph.nodeCount)
    let pairs = (graph.isDirected ? 1 : 0.5) * (n - 1) * (n - 2)
    let raw = try graph.betweenness().values
    let scores = try graph.betweenness(BetweennessOptions(normalization: .normalized)).values
    #expect(firstDifference(scores, raw.map { n < 3 ? nil : ($0 ?? 0) / pairs }) == nil)
  }

  @Test("by hand: star, path and ring")
  func byHand() throws {
    let star = try RandomGraphs.star(6, .undirected).graph.betweenness().values
    #expect(star == [10, 0, 0, 0, 0, 0])
    let path = try RandomGraphs.path(5, .undirected).graph.betweenness().values
    #expect(path == [0, 3, 4, 3, 0])
    let ring = try RandomGraphs.cycle(4, .undirected).graph.betweenness().values
    #expect(ring == [0.5, 0.5, 0.5, 0.5])
  }

  @Test("a chain of 2 000 diamonds, with 2²⁰⁰⁰ paths, is exact")
  func diamonds() throws {
    let count = 2_000
    let chain = RandomGraphs.diamonds(count, .undirected).graph
    let scores = try chain.betweenness(control: RunControl(threads: 2)).values
    for diamond in 0...count {
      let before = Double(3 * diamond)
      let behind = Double(3 * (count - diamond))
      // Everything before a tip reaches everything behind it, and a tip joins half of the two middles on either side.
      let sides = (diamond > 0 ? 0.5 : 0) + (diamond < count ? 0.5 : 0)
      #expect(agree(scores[3 * diamond], before * behind + sides))
      guard diamond < count else { continue }
      // A middle node carries half of what crosses its diamond.
      let crossing = (before + 1) * (behind - 2) / 2
      #expect(agree(scores[3 * diamond + 1], crossing))
      #expect(agree(scores[3 * diamond + 2], crossing))
    }
  }

  @Test("relabelling moves the scores with the nodes", arguments: RandomGraphs.random)
  func relabelling(_ sample: NamedGraph) throws {
    let number = RandomGraphs.permutation(sample.graph.nodeCount, seed: 5)
    let moved = try sample.graph.relabelled(number).betweenness().values
    let scores = try sample.graph.betweenness().values
    #expect(firstDifference(number.map { moved[Int($0)] }, scores) == nil)
  }

  @Test("two networks side by side keep their scores", arguments: RandomGraphs.random)
  func additivity(_ sample: NamedGraph) throws {
    let other = RandomGraphs.gilbert(
      17,
      0.2,
      sample.graph.isDirected ? .directed : .undirected,
      .real,
      seed: 77
    )
    let both = try RandomGraphs.sideBySide(sample, other).graph.betweenness().values
    let apart = try sample.graph.betweenness().values + other.graph.betweenness().values
    #expect(firstDifference(both, apart) == nil)
  }

  @Test("turning every arc round changes nothing", arguments: RandomGraphs.random)
  func duality(_ sample: NamedGraph) throws {
    let turned = try sample.graph.transposed().betweenness().values
    #expect(firstDifference(turned, try sample.graph.betweenness().values) == nil)
  }

  @Test(
    "any number of threads gives the same bits",
    arguments: RandomGraphs.random,
    [nil, LengthRule.inverse]
  )
  func threads(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    let options = BetweennessOptions(lengths: rule)
    let one = try sample.graph.betweenness(options, control: RunControl(threads: 1))
    for threads in [2, 8] {
      let control = RunControl(threads: threads)
      #expect(try sample.graph.betweenness(options, control: control) == one)
    }
  }

  @Test("a length of 0 is refused: paths over it cannot be counted")
  func zeroLength() throws {
    var arcs = ArcList()
    arcs.append(from: 0, to: 1, weight: 2)
    arcs.append(from: 1, to: 2, weight: 0)
    let graph = try arcs.makeGraph(nodeCount: 3, .undirected)
    #expect(throws: MetricError.lengthUnusable(source: 1, target: 2, weight: 0)) {
      try graph.betweenness(BetweennessOptions(lengths: .weight))
    }
  }

  @Test("a cancelled run ends with an error, a run tells how far it is")
  func control() throws {
    let stopped = RunControl(threads: 2)
    stopped.cancel()
    let graph = RandomGraphs.gilbert(40, 0.1, .undirected, seed: 3).graph
    #expect(throws: MetricError.cancelled) { try graph.betweenness(control: stopped) }
    let heard = Heard()
    _ = try graph.betweenness(control: RunControl(threads: 2) { heard.hear($0) })
    #expect(heard.complete == ["betweenness"])
  }
}
