import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Quality of a partition")
struct ModularityTests {
  @Test("sums over pairs", arguments: RandomGraphs.zoo, [0.0, 0.5, 1, 2.5])
  func pairs(_ named: NamedGraph, _ gamma: Double) throws {
    let graph = named.graph
    let table = Table(graph)
    var random = RandomStream(seed: 21)
    let partition = Partition(labels: table.indices.map { _ in random.next(below: 4) })
    let together = { (a: Int, b: Int) in partition.clusterOf[a] == partition.clusterOf[b] }
    let sym = { (a: Int, b: Int) in
      graph.isDirected ? table.weight(a, b) + table.weight(b, a) : table.weight(a, b)
    }
    let k = table.indices.map { a in table.indices.reduce(0) { $0 + sym(a, $1) } }
    let out = table.indices.map { a in table.indices.reduce(0) { $0 + table.weight(a, $1) } }
    let into = table.indices.map { a in table.indices.reduce(0) { $0 + table.weight($1, a) } }
    let twoM = k.reduce(0, +)
    let m = out.reduce(0, +)
    var (undirected, directed, potts) = (0.0, 0.0, 0.0)
    for a in table.indices {
      for b in table.indices where together(a, b) {
        undirected += (sym(a, b) - gamma * k[a] * k[b] / twoM) / twoM
        directed += (table.weight(a, b) - gamma * out[a] * into[b] / m) / m
        if a < b { potts += sym(a, b) - gamma }
      }
    }
    let none = m == 0
    #expect(
      agree(
        try graph.quality(of: partition, .modularity(resolution: gamma)),
        none ? nil : undirected
      )
    )
    #expect(
      agree(
        try graph.quality(of: partition, .directedModularity(resolution: gamma)),
        none ? nil : directed
      )
    )
    #expect(agree(try graph.quality(of: partition, .cpm(resolution: gamma)), potts))
  }

  @Test("a bad resolution is refused", arguments: [-1, .nan, .infinity])
  func refused(_ gamma: Double) {
    let graph = RandomGraphs.path(3, .undirected).graph
    #expect(throws: MetricError.self) {
      try graph.quality(of: .singletons(3), .modularity(resolution: gamma))
    }
  }
}
