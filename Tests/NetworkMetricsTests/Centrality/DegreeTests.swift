import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Degree")
struct DegreeTests {
  @Test("counts arcs one by one", arguments: RandomGraphs.zoo)
  func degree(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let outward = (0..<graph.nodeCount).map { v in table.indices.count { table.has(v, $0) } }
    let inward = (0..<graph.nodeCount).map { v in table.indices.count { table.has($0, v) } }
    #expect(graph.degree(.outgoing) == outward)
    #expect(graph.degree(.incoming) == inward)
    #expect(graph.degree() == (graph.isDirected ? zip(outward, inward).map(+) : outward))
    #expect(graph.transposed().degree(.outgoing) == inward)
  }

  @Test("strength sums weights", arguments: RandomGraphs.zoo)
  func strength(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let outward = table.indices.map { v in
      table.indices.reduce(0.0) { $0 + table.weight(v, $1) }
    }
    #expect(firstDifference(try graph.strength(.outgoing).values, outward) == nil)
    let all = try graph.strength().values
    let wanted = table.indices.map { v in
      graph.isDirected
        ? outward[v] + table.indices.reduce(0.0) { $0 + table.weight($1, v) } : outward[v]
    }
    #expect(firstDifference(all, wanted) == nil)
  }

  @Test("normalised values are shares of the possible")
  func normalised() throws {
    let clique = RandomGraphs.clique(5, .directed).graph
    for direction in TieDirection.allCases {
      #expect(
        clique.degreeCentrality(direction, normalization: .normalized).values
          == [1, 1, 1, 1, 1]
      )
      #expect(try clique.strength(direction, normalization: .normalized).values == [1, 1, 1, 1, 1])
    }
    let star = RandomGraphs.star(5, .undirected).graph
    #expect(
      star.degreeCentrality(normalization: .normalized).values == [1, 0.25, 0.25, 0.25, 0.25]
    )
    #expect(star.degreeCentrality().values == [4, 1, 1, 1, 1])
    let one = RandomGraphs.empty(1, .undirected).graph
    #expect(one.degreeCentrality(normalization: .normalized).values == [nil])
    #expect(try one.strength(normalization: .normalized).values == [nil])
  }

  @Test("a strength below zero is refused")
  func refused() throws {
    let negative = try ArcList(sources: [0], targets: [1], weights: [-2])
      .makeGraph(nodeCount: 2, .directed)
    #expect(throws: MetricError.negativeWeight(source: 0, target: 1, weight: -2)) {
      try negative.strength()
    }
  }
}
