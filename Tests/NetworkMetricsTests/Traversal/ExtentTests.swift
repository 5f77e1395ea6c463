import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Diameter and radius")
struct ExtentTests {
  @Test("are the extremes over the largest component of the skeleton", arguments: RandomGraphs.zoo)
  func extremes(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph.skeleton())
    let members = try sample.graph.weakComponents().partition.members.first ?? []
    let farthest = members.map { v in Int(oracle.reached(v).max() ?? 0) }
    let extent = try sample.graph.extent()
    #expect(extent == Extent(diameter: farthest.max(), radius: farthest.min()))
  }

  @Test("known shapes")
  func known() throws {
    #expect(
      try RandomGraphs.path(1_001, .directed).graph.extent() == Extent(diameter: 1_000, radius: 500)
    )
    #expect(
      try RandomGraphs.star(50, .undirected).graph.extent() == Extent(diameter: 2, radius: 1)
    )
    #expect(
      try RandomGraphs.empty(0, .directed).graph.extent() == Extent(diameter: nil, radius: nil)
    )
    #expect(
      try RandomGraphs.empty(3, .directed).graph.extent() == Extent(diameter: 0, radius: 0)
    )
  }

  /// Single searches do not settle these: batches have to.
  @Test("where many nodes are nearly alike", arguments: [21, 22, 23] as [UInt64])
  func alike(seed: UInt64) throws {
    for sample in [
      RandomGraphs.scattered(1_500, arcs: 3_000, .undirected, seed: seed),
      RandomGraphs.scattered(1_500, arcs: 6_000, .directed, seed: seed),
      RandomGraphs.cycle(1_300 + Int(seed), .undirected),
    ] {
      let graph = sample.graph.skeleton()
      let farthest = try graph.weakComponents().members(of: 0).map { source in
        try graph.distances(from: source).reduce(0) { max($0, $1 ?? 0) }
      }
      #expect(
        try sample.graph.extent() == Extent(diameter: farthest.max(), radius: farthest.min())
      )
    }
  }
}
