import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Roles between clusters")
struct ParticipationTests {
  @Test("from the formulas", arguments: RandomGraphs.zoo, TieValue.allCases)
  func byDefinition(_ named: NamedGraph, _ value: TieValue) throws {
    let graph = named.graph
    let table = Table(graph)
    var random = RandomStream(seed: 12)
    let partition = Partition(labels: table.indices.map { _ in random.next(below: 3) })
    let cluster = partition.clusterOf
    let s = { (a: Int, b: Int) -> Double in
      if value == .binary { return table.tied(a, b) && a != b ? 1 : 0 }
      return graph.isDirected ? table.weight(a, b) + table.weight(b, a) : table.weight(a, b)
    }
    let found = try graph.clusterRoles(partition, value)
    let inside = table.indices.map { v in
      table.indices.reduce(0.0) { cluster[$1] == cluster[v] ? $0 + s(v, $1) : $0 }
    }
    for v in table.indices {
      let all = table.indices.reduce(0.0) { $0 + s(v, $1) }
      var squares = 0.0
      for c in 0..<Int32(partition.count) {
        let part = table.indices.reduce(0.0) { cluster[$1] == c ? $0 + s(v, $1) : $0 }
        squares += part / all * (part / all)
      }
      #expect(agree(found.participation[v], all > 0 ? 1 - squares : nil))
      #expect(agree(found.boundaryStrength[v], all > 0 ? 1 - inside[v] / all : nil))
      let peers = table.indices.filter { cluster[$0] == cluster[v] }.map { inside[$0] }
      let mean = peers.reduce(0, +) / Double(peers.count)
      let spread = peers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(peers.count)
      let varies = spread > 1e-20
      #expect(
        agree(
          found.withinModuleZ[v],
          varies ? (inside[v] - mean) / spread.squareRoot() : nil,
          1e-7
        )
      )
    }
  }
}
