import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Edge betweenness")
struct EdgeBetweennessTests {
  @Test(
    "is the share of shortest paths over a tie",
    arguments: RandomGraphs.zoo,
    [nil, LengthRule.inverse, .weight]
  )
  func ties(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    let graph = sample.graph
    let oracle = PathOracle(
      graph,
      lengths: try rule.map { try ArcLengths(of: graph.out, $0).values }
    )
    let wanted = graph.ties().map { tie in
      graph.isDirected
        ? oracle.edgeBetweenness(tie.source, tie.target)
        : (oracle.edgeBetweenness(tie.source, tie.target)
          + oracle.edgeBetweenness(tie.target, tie.source)) / 2
    }
    let scores = try graph.edgeBetweenness(BetweennessOptions(lengths: rule))
    #expect(firstDifference(scores.values, wanted) == nil)
  }

  @Test("normalised by the pairs there are", arguments: RandomGraphs.shapes)
  func normalized(_ sample: NamedGraph) throws {
    let n = Double(sample.graph.nodeCount)
    let pairs = (sample.graph.isDirected ? 1 : 0.5) * n * (n - 1)
    let raw = try sample.graph.edgeBetweenness().values
    let scores = try sample.graph.edgeBetweenness(
      BetweennessOptions(normalization: .normalized)
    )
    #expect(firstDifference(scores.values, raw.map { ($0 ?? 0) / pairs }) == nil)
  }

  @Test("by hand: a directed path, and a star whose ties carry one node each")
  func byHand() throws {
    #expect(try RandomGraphs.path(4, .directed).graph.edgeBetweenness().values == [3, 4, 3])
    #expect(try RandomGraphs.star(5, .undirected).graph.edgeBetweenness().values == [4, 4, 4, 4])
  }

  @Test("sums over ties to the distances of all pairs", arguments: RandomGraphs.zoo)
  func sum(_ sample: NamedGraph) throws {
    // Every pair passes as many ties as it is steps apart.
    let ties = try sample.graph.edgeBetweenness().values.reduce(0) { $0 + ($1 ?? 0) }
    let distances = try sample.graph.distanceTotals().total.reduce(0, +)
    #expect(agree(ties, sample.graph.isDirected ? distances : distances / 2))
  }

  @Test(
    "any number of threads gives the same bits",
    arguments: RandomGraphs.random,
    [nil, LengthRule.inverse]
  )
  func threads(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    let options = BetweennessOptions(lengths: rule)
    let one = try sample.graph.edgeBetweenness(options, control: RunControl(threads: 1))
    for threads in [2, 8] {
      #expect(
        try sample.graph.edgeBetweenness(options, control: RunControl(threads: threads)) == one
      )
    }
  }
}
