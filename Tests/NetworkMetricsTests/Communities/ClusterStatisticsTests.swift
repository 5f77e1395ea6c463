import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Cluster statistics")
struct ClusterStatisticsTests {
  @Test("tie by tie", arguments: RandomGraphs.zoo, TieValue.allCases)
  func byDefinition(_ named: NamedGraph, _ value: TieValue) throws {
    let graph = named.graph
    var random = RandomStream(seed: 2)
    let partition = Partition(labels: (0..<graph.nodeCount).map { _ in random.next(below: 4) })
    let cluster = partition.clusterOf
    let found = try graph.statistics(of: partition, value)
    let ties = graph.ties().map { tie in
      (tie.source, tie.target, value == .binary ? 1 : graph.out.weight(at: tie.arc))
    }
    let all = ties.reduce(0) { $0 + $1.2 }
    var held = 0.0
    for c in 0..<Int32(partition.count) {
      let one = found.clusters[Int(c)]
      let within = ties.filter { cluster[$0.0] == c && cluster[$0.1] == c }
      let cut = ties.filter { (cluster[$0.0] == c) != (cluster[$0.1] == c) }
        .reduce(0) { $0 + $1.2 }
      let inside = within.reduce(0) { $0 + $1.2 }
      held += inside
      let size = cluster.count { $0 == c }
      let places = size * (size - 1) / (graph.isDirected ? 1 : 2)
      let rest = ties.reduce(0.0) { sum, tie in
        sum + (cluster[tie.0] != c ? tie.2 : 0) + (cluster[tie.1] != c ? tie.2 : 0)
      }
      let smaller = min(2 * inside + cut, rest)
      #expect(one.size == size)
      #expect(agree(one.inside, inside) && agree(one.cut, cut))
      #expect(agree(one.density, size > 1 ? Double(within.count) / Double(places) : nil))
      // A rest without ties is 0, up to the rounding of a difference of sums.
      if smaller > 1e-9 || one.conductance == nil {
        #expect(agree(one.conductance, smaller > 1e-9 ? cut / smaller : nil, 1e-7))
      }
      let sum = cut + inside
      #expect(agree(one.eiIndex, sum > 0 ? (cut - inside) / sum : nil))
    }
    #expect(agree(found.coverage, all > 0 ? held / all : nil))
  }

  @Test("distances inside")
  func distances() throws {
    let path = RandomGraphs.path(6, .undirected).graph
    let found = try path.distances(inside: Partition(labels: [0, 0, 0, 1, 0, 2]))
    // Nodes 0, 1, 2 in a row and 4 apart: pairs 01, 12 and 02.
    #expect(agree(found[0].mean, 4.0 / 3))
    #expect(found[0].largest == 2 && !found[0].isConnected)
    #expect(found[1].mean == nil && found[1].largest == 0 && found[1].isConnected)
  }
}
