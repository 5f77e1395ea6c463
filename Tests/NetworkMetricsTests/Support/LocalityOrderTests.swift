import GraphCore
import Testing
import TestSupport

@testable import NetworkMetrics

@Suite("Locality order")
struct LocalityOrderTests {
  @Test("is a permutation, the same every time", arguments: RandomGraphs.zoo)
  func permutation(_ sample: NamedGraph) {
    let rows = sample.graph.skeleton().out
    let number = LocalityOrder.numbering(of: rows)
    #expect(number.sorted() == (0..<Int32(sample.graph.nodeCount)).map { $0 })
    #expect(LocalityOrder.numbering(of: rows) == number)
  }

  @Test("keeps the nodes of a clique together")
  func cliques() {
    let pair = RandomGraphs.sideBySide(
      RandomGraphs.clique(6, .undirected),
      RandomGraphs.clique(9, .undirected)
    )
    let number = LocalityOrder.numbering(of: pair.graph.out)
    #expect(Set(number[6...]) == Set(0..<9))
    #expect(Set(number[..<6]) == Set(9..<15))
  }
}
