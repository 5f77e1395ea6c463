import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionAnalysis

@Suite("Every measure of the catalogue on one, two and eight threads")
struct CatalogueThreadsTests {
  /// Small for what takes long; with so many ties that sweeps are cut into several shards; with so many nodes that searches are.
  static let graphs = [
    RandomGraphs.gilbert(50, 0.2, .directed, .real, seed: 91),
    RandomGraphs.gilbert(50, 0.3, .undirected, .real, seed: 92),
    RandomGraphs.gilbert(150, 0.5, .directed, .real, seed: 93),
    RandomGraphs.gilbert(700, 0.005, .directed, .real, seed: 94),
  ]

  private func options(_ graph: Graph) -> MeasureOptions {
    var options = MeasureOptions()
    options.ties = .weighted
    options.nullSamples = 2
    options.permutations = 19
    options.groups = MeasureGroups(
      column: "team",
      names: ["a", "b", "c"],
      groupOf: (0..<graph.nodeCount).map { Int32($0 % 3) }
    )
    return options
  }

  /// Runs `body` on each number of threads and compares the bits of what it gives.
  private func compare<Values: Equatable>(
    _ sample: NamedGraph,
    _ more: (inout MeasureOptions) -> Void = { _ in },
    _ body: (MeasureContext) throws -> Values
  ) throws {
    var options = options(sample.graph)
    more(&options)
    let found = try [1, 2, 8].map { threads in
      try body(
        MeasureContext(sample.graph, answered: nil, options, RunControl(threads: threads))
      )
    }
    #expect(found[1] == found[0], "2 threads")
    #expect(found[2] == found[0], "8 threads")
  }

  /// Each measure is taken where it is cut into more shards, unless that takes long without optimisation.
  private static func isSkipped(_ traits: MeasureTraits, _ sample: NamedGraph) -> Bool {
    switch sample.graph.nodeCount {
    case 0..<100: false
    case 100..<200: !traits.isDisjoint(with: [.circuits, .onRequest, .bounds, .shortestPaths])
    default: traits.isDisjoint(with: [.distances, .shortestPaths, .reachability])
    }
  }

  @Test("of actors", arguments: Catalogue.nodeMeasures.map(\.name), graphs)
  func nodes(name: String, sample: NamedGraph) throws {
    let measure = try #require(Catalogue.nodeMeasures.first { $0.name == name })
    if Self.isSkipped(measure.traits, sample) { return }
    try compare(sample) { try measure.compute($0) }
    if let estimate = measure.estimate {
      try compare(
        sample,
        {
          $0.approximation = Approximation()
          $0.approximation?.samples = 100
        }
      ) { try estimate($0) }
    }
    if measure.traits.contains(.distances) || measure.traits.contains(.shortestPaths) {
      try compare(sample, { $0.lengths = .inverse }) { try measure.compute($0) }
    }
  }

  @Test("of ties", arguments: Catalogue.tieMeasures.map(\.name), graphs)
  func ties(name: String, sample: NamedGraph) throws {
    let measure = try #require(Catalogue.tieMeasures.first { $0.name == name })
    if Self.isSkipped(measure.traits, sample) { return }
    try compare(sample) { try measure.compute($0) }
  }

  @Test("of the network", arguments: Catalogue.networkMeasures.map(\.name), graphs)
  func network(name: String, sample: NamedGraph) throws {
    let measure = try #require(Catalogue.networkMeasures.first { $0.name == name })
    if Self.isSkipped(measure.traits, sample) { return }
    try compare(sample) { try measure.compute($0) }
  }
}
