import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Eigenvector centrality")
struct EigenvectorTests {
  @Test("is a positive eigenvector of the largest strong component", arguments: RandomGraphs.zoo)
  func equations(_ sample: NamedGraph) throws {
    let graph = sample.graph
    let strong = try graph.strongComponents()
    guard let size = strong.sizes.first, size > 1 else {
      #expect(throws: MetricError.self) { try graph.eigenvectorCentrality() }
      return
    }
    let x = try graph.eigenvectorCentrality().scores.values
    let members = strong.members(of: 0)
    for v in 0..<graph.nodeCount { #expect((x[v] == nil) == (strong.componentOf[v] != 0)) }
    #expect(agree(members.reduce(0) { $0 + (x[$1] ?? 0) * (x[$1] ?? 0) }, 1, 1e-12))
    // An eigenvector that is positive everywhere on an irreducible matrix is the Perron vector: no other has one sign.
    let image = members.map { v in
      graph.incoming.arcs(of: v).reduce(0.0) {
        $0 + graph.incoming.weight(at: $1) * (x[Int(graph.incoming.targets[$1])] ?? 0)
      }
    }
    let root = image.reduce(0, +) / members.reduce(0) { $0 + (x[$1] ?? 0) }
    for (place, v) in members.enumerated() {
      #expect((x[v] ?? 0) > 0)
      #expect(agree(image[place], root * (x[v] ?? 0), 1e-11))
    }
  }

  @Test("by hand: a star, a directed ring and a path of three")
  func byHand() throws {
    let star = try RandomGraphs.star(5, .undirected).graph.eigenvectorCentrality().scores.values
    let half = (1.0 / 2).squareRoot()
    let leaf = (1.0 / 8).squareRoot()
    #expect(firstDifference(star, [half, leaf, leaf, leaf, leaf]) == nil)
    let ring = try RandomGraphs.cycle(4, .directed).graph.eigenvectorCentrality().scores.values
    #expect(firstDifference(ring, [0.5, 0.5, 0.5, 0.5]) == nil)
    let path = try RandomGraphs.path(3, .undirected).graph.eigenvectorCentrality().scores.values
    #expect(firstDifference(path, [0.5, half, 0.5]) == nil)
  }

  @Test("a path of 150 nodes, where eigenvalues crowd, comes out as the sine it is")
  func path() throws {
    let n = 150
    let x = try RandomGraphs.path(n, .undirected).graph.eigenvectorCentrality().scores.values
    // Of the path the Perron vector is sin(π(v+1)/(n+1)): tested by the ratio of neighbours' sums, without a sine.
    let root = (x[1] ?? 0) / (x[0] ?? 1)
    for v in 1..<n - 1 {
      #expect(agree((x[v - 1] ?? 0) + (x[v + 1] ?? 0), root * (x[v] ?? 0), 1e-9))
      #expect(agree(x[v], x[n - 1 - v], 1e-7))
    }
  }

  @Test("too few rounds are an error that says how far it came")
  func notConverged() {
    #expect(throws: MetricError.self) {
      try RandomGraphs.path(150, .undirected).graph.eigenvectorCentrality(
        SpectralOptions(maximumRestarts: 1)
      )
    }
  }

  @Test(
    "options out of range are refused",
    arguments: [
      SpectralOptions(tolerance: 0), SpectralOptions(tolerance: .nan),
      SpectralOptions(maximumRestarts: 0),
    ]
  )
  func options(_ options: SpectralOptions) {
    #expect(throws: MetricError.self) {
      try RandomGraphs.clique(4, .directed).graph.eigenvectorCentrality(options)
    }
  }
}
