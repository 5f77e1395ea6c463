import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Katz centrality")
struct KatzTests {
  @Test("solves its own equations for a given α", arguments: RandomGraphs.zoo)
  func equations(_ sample: NamedGraph) throws {
    let graph = sample.graph.unweighted()
    // Below 1/λ for every graph: λ is at most the highest degree.
    let highest = (0..<graph.nodeCount).map { graph.out.degree(of: $0) }.max() ?? 0
    let alpha = 0.9 / Double(max(1, highest))
    let x = try graph.katzCentrality(KatzOptions(alpha: alpha)).scores.values.map { $0 ?? .nan }
    #expect(x.count == graph.nodeCount)
    check(graph, x, alpha)
  }

  @Test("takes 0.85 / λ where no α is given", arguments: RandomGraphs.zoo)
  func defaultAlpha(_ sample: NamedGraph) throws {
    let graph = sample.graph
    let strong = try graph.strongComponents()
    guard strong.count == 1, graph.nodeCount > 1 else { return }
    let vector = try graph.eigenvectorCentrality().scores.values.map { $0 ?? 0 }
    let first = graph.incoming.arcs(of: 0).reduce(0.0) {
      $0 + graph.incoming.weight(at: $1) * vector[Int(graph.incoming.targets[$1])]
    }
    let x = try graph.katzCentrality().scores.values.map { $0 ?? .nan }
    check(graph, x, 0.85 / (first / vector[0]))
  }

  @Test("by hand: a directed path needs α, which then counts walks")
  func byHand() throws {
    let path = RandomGraphs.path(3, .directed).graph
    #expect(throws: MetricError.self) { try path.katzCentrality() }
    let x = try path.katzCentrality(KatzOptions(alpha: 0.5)).scores.values
    let norm = (1 + 2.25 + 1.75 * 1.75).squareRoot()
    #expect(firstDifference(x, [1 / norm, 1.5 / norm, 1.75 / norm]) == nil)
  }

  @Test("α at or above 1/λ, or below 0, is refused", arguments: [0.5, 1.0, -0.1, .nan])
  func tooLarge(_ alpha: Double) {
    #expect(throws: MetricError.self) {
      try RandomGraphs.clique(3, .undirected).graph.katzCentrality(KatzOptions(alpha: alpha))
    }
  }

  private func check(_ graph: Graph, _ x: [Double], _ alpha: Double) {
    guard !x.isEmpty else { return }
    #expect(agree(x.reduce(0) { $0 + $1 * $1 }, 1, 1e-12))
    // x − α·Aᵀx is the same for every node: the 1 of the definition, scaled.
    let rest = (0..<x.count).map { v in
      x[v]
        - alpha
        * graph.incoming.arcs(of: v).reduce(0.0) {
          $0 + graph.incoming.weight(at: $1) * x[Int(graph.incoming.targets[$1])]
        }
    }
    for v in x.indices { #expect(rest[v] > 0 && agree(rest[v], rest[0], 1e-10)) }
  }
}
