import GraphCore
import TestSupport
import Testing

@testable import RegionAnalysis

@Suite("Measures that a network is too large for")
struct PatienceTests {
  private func refused(_ graph: Graph, _ options: MeasureOptions = MeasureOptions()) throws
    -> [String]
  {
    var patience = Patience(graph, RunControl())
    var names: [String] = []
    for (name, traits) in Catalogue.entries.map({ ($0.name, $0.traits) })
    where try patience.refusal(of: traits, options) != nil {
      names.append(name)
    }
    return names
  }

  @Test("nothing is left out of a small network", arguments: [Direction.directed, .undirected])
  func small(_ direction: Direction) throws {
    #expect(try refused(RandomGraphs.gilbert(60, 0.1, direction, seed: 1).graph).isEmpty)
    #expect(try refused(RandomGraphs.empty(0, direction).graph).isEmpty)
  }

  @Test("pairs of strong components are compared only where there are few")
  func bounds() throws {
    #expect(try refused(RandomGraphs.star(25_000, .directed).graph).contains("krackhardt_lub"))
    #expect(!(try refused(RandomGraphs.star(25_000, .undirected).graph)).contains("krackhardt_lub"))
    #expect(!(try refused(RandomGraphs.empty(25_000, .directed).graph)).contains("krackhardt_lub"))
  }

  @Test("what looks at all pairs is left out of a network of a million")
  func pairs() throws {
    let names = Set(try refused(RandomGraphs.empty(1_100_000, .undirected).graph))
    for name in [
      "closeness", "harmonic", "eccentricity", "betweenness", "edge_betweenness", "mean_distance",
      "global_efficiency", "centralization_betweenness", "centralization_closeness",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(
      try refused(RandomGraphs.empty(1_100_000, .directed).graph).contains("krackhardt_hierarchy")
    )
    for name in [
      "krackhardt_hierarchy", "degree", "pagerank", "clustering", "core_number", "density",
      "diameter",
    ] {
      #expect(!names.contains(name), "\(name)")
    }
  }

  @Test("searches by length are given up earlier, and what is estimated never")
  func kinds() throws {
    let graph = RandomGraphs.empty(400_000, .undirected).graph
    var options = MeasureOptions()
    #expect(!(try refused(graph, options)).contains("closeness"))
    options.lengths = .inverse
    #expect(try refused(graph, options).contains("closeness"))
    var patience = Patience(graph, RunControl())
    #expect(
      try patience.refusal(of: .shortestPaths, MeasureOptions(), isEstimated: true) == nil
    )
    #expect(try patience.refusal(of: .shortestPaths, MeasureOptions()) != nil)
  }
}
