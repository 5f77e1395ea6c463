import GraphCore
import TestSupport
import Testing

struct GraphTests {
  @Test(arguments: RandomGraphs.zoo)
  func countsAndSumsFollowTheTies(_ named: NamedGraph) {
    let graph = named.graph
    let naive = NaiveGraph(graph)
    #expect(graph.edgeCount == naive.strengths.count)
    #expect(agree(graph.totalWeight, naive.strengths.values.reduce(0, +)))
    #expect(graph.hasNegativeWeight == naive.strengths.values.contains { $0 < 0 })
    #expect(naive.difference(from: graph) == nil)
  }

  @Test(arguments: RandomGraphs.zoo)
  func unweightedKeepsTheTiesOnly(_ named: NamedGraph) {
    let plain = named.graph.unweighted()
    #expect(!plain.isWeighted)
    #expect(plain.out.targets == named.graph.out.targets)
    #expect(plain.incoming.targets == named.graph.incoming.targets)
    #expect(plain.totalWeight == Double(plain.edgeCount))
    #expect(plain.checkInvariants() == nil)
  }

  @Test func negativeStrengthsAreSeen() throws {
    let list = ArcList(sources: [0, 1], targets: [1, 2], weights: [2, -1])
    #expect(try list.makeGraph(nodeCount: 3, .undirected).hasNegativeWeight)
    #expect(!RandomGraphs.path(3, .undirected).graph.hasNegativeWeight)
  }

  @Test func equalityIsAboutTiesNotAboutWhatWasDropped() throws {
    let clean = ArcList(sources: [0], targets: [1], weights: [2])
    let untidy = ArcList(sources: [0, 1, 0], targets: [1, 1, 1])
    let directed = try clean.makeGraph(nodeCount: 2, .directed)
    #expect(try untidy.makeGraph(nodeCount: 2, .directed) == directed)
    #expect(try clean.makeGraph(nodeCount: 2, .undirected) != directed)
    #expect(try clean.makeGraph(nodeCount: 3, .directed) != directed)
    #expect(directed.unweighted() != directed)
  }

  @Test func directionsOfDifferentSizeAreAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      let one = Adjacency(offsets: [0, 1, 1], targets: [1], weights: nil)
      let none = Adjacency(offsets: [0, 0, 0], targets: [], weights: nil)
      _ = Graph(out: one, incoming: none)
    }
  }
}
