import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("k-truss")
struct TrussTests {
  @Test("by taking weak ties away again and again", arguments: RandomGraphs.zoo)
  func byDefinition(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    var left = Set<[Int]>()
    for a in table.indices {
      for b in table.indices where a < b && table.tied(a, b) { left.insert([a, b]) }
    }
    var wanted: [[Int]: Int] = [:]
    var k = 2
    while !left.isEmpty {
      for tie in left { wanted[tie] = k }
      k += 1
      while true {
        let weak = left.filter { tie in
          let shared = table.indices.count { c in
            left.contains([min(tie[0], c), max(tie[0], c)])
              && left.contains([min(tie[1], c), max(tie[1], c)])
          }
          return shared < k - 2
        }
        if weak.isEmpty { break }
        left.subtract(weak)
      }
    }
    let found = try graph.trussDecomposition()
    for (tie, value) in zip(graph.ties(), found.tieTruss) {
      #expect(value == wanted[[min(tie.source, tie.target), max(tie.source, tie.target)]])
    }
    for v in table.indices {
      #expect(found.nodeTruss[v] == wanted.filter { $0.key.contains(v) }.values.max() ?? 0)
    }
  }

  @Test("clusters of a truss")
  func clusters() throws {
    // Two cliques of four joined by a path: the path is no part of a 4-truss.
    var arcs = ArcList()
    for clique in [Int32(0), 5] {
      for a in 0..<Int32(4) {
        for b in 0..<a { arcs.append(from: clique + a, to: clique + b) }
      }
    }
    arcs.append(from: 3, to: 4)
    arcs.append(from: 4, to: 5)
    let graph = try arcs.makeGraph(nodeCount: 9, .undirected)
    #expect(try graph.trussClusters(4) == Partition(labels: [0, 0, 0, 0, 1, 2, 2, 2, 2]))
    #expect(try graph.trussClusters(2).count == 1)
    #expect(try graph.trussDecomposition().largest == 4)
    #expect(throws: MetricError.self) { try graph.trussClusters(1) }
  }
}
