import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Link communities")
struct LinkCommunitiesTests {
  /// Every pair of ties with a common end, merged at every level of similarity: clusters and density of the best level.
  private func naive(_ graph: Graph, _ value: TieValue) -> (labels: [Int], density: Double) {
    let table = Table(graph)
    let s = { (a: Int, b: Int) -> Double in
      guard a != b && table.tied(a, b) else { return 0 }
      if value == .binary { return 1 }
      return graph.isDirected ? table.weight(a, b) + table.weight(b, a) : table.weight(a, b)
    }
    let vector = table.indices.map { i in
      let row = table.indices.map { s(i, $0) }
      let degree = row.count { $0 > 0 }
      var own = row
      if degree > 0 { own[i] = row.reduce(0, +) / Double(degree) }
      return own
    }
    let dot = { (a: Int, b: Int) in zip(vector[a], vector[b]).reduce(0) { $0 + $1.0 * $1.1 } }
    var edges: [(Int, Int)] = []
    for a in table.indices {
      for b in table.indices where a < b && table.tied(a, b) { edges.append((a, b)) }
    }
    var joins: [(similarity: Double, e: Int, f: Int)] = []
    for e in edges.indices {
      for f in 0..<e {
        for (k, i) in [edges[e], (edges[e].1, edges[e].0)] {
          for (l, j) in [edges[f], (edges[f].1, edges[f].0)] where k == l {
            joins.append((dot(i, j) / (dot(i, i) + dot(j, j) - dot(i, j)), e, f))
          }
        }
      }
    }
    joins.sort { $0.similarity > $1.similarity }
    var labels = Array(edges.indices)
    var best = (labels: labels, density: 0.0)
    for (place, join) in joins.enumerated() {
      let (from, to) = (labels[join.e], labels[join.f])
      labels = labels.map { $0 == from ? to : $0 }
      let isLast = place == joins.count - 1
      if !isLast && joins[place + 1].similarity > join.similarity - 1e-12 { continue }
      var sum = 0.0
      for c in Set(labels) {
        let own = edges.indices.filter { labels[$0] == c }
        let m = Double(own.count)
        let n = Double(Set(own.flatMap { [edges[$0].0, edges[$0].1] }).count)
        if n > 2 { sum += m * (m - n + 1) / ((n - 2) * (n - 1)) }
      }
      let density = 2 * sum / Double(edges.count)
      if density > best.density + 1e-12 { best = (labels, density) }
    }
    return best
  }

  @Test("as the plain algorithm", arguments: RandomGraphs.zoo.filter { $0.graph.nodeCount <= 20 })
  func byDefinition(_ named: NamedGraph) throws {
    let graph = named.graph
    for value in TieValue.allCases {
      let found = try graph.linkCommunities(value)
      let wanted = naive(graph, value)
      guard graph.edgeCount > 0 else {
        #expect(found.count == 0 && found.partitionDensity == nil)
        continue
      }
      #expect(agree(found.partitionDensity, wanted.density))
      let table = Table(graph)
      var edges: [[Int]: Int] = [:]
      for a in table.indices {
        for b in table.indices where a < b && table.tied(a, b) { edges[[a, b]] = edges.count }
      }
      let ties = graph.ties()
      for (i, first) in ties.enumerated() {
        for (j, second) in ties.enumerated() where j < i {
          let e = edges[[min(first.source, first.target), max(first.source, first.target)]]!
          let f = edges[[min(second.source, second.target), max(second.source, second.target)]]!
          #expect(
            (found.clusterOfTie[i] == found.clusterOfTie[j])
              == (wanted.labels[e] == wanted.labels[f])
          )
        }
      }
      for v in table.indices {
        let own = found.memberships[v]
        let tied = table.indices.contains { $0 != v && table.tied(v, $0) }
        #expect(agree(own.reduce(0) { $0 + $1.share }, tied ? 1 : 0))
      }
    }
  }

  @Test("two cliques that share a node overlap there")
  func bowTie() throws {
    var arcs = ArcList()
    for members in [[0, 1, 2, 3], [3, 4, 5, 6]] as [[Int32]] {
      for a in members { for b in members where a < b { arcs.append(from: a, to: b) } }
    }
    let found = try arcs.makeGraph(nodeCount: 7, .undirected).linkCommunities()
    #expect(found.count == 2)
    #expect(found.partitionDensity == 1)
    #expect(
      found.memberships[3]
        == [LinkMembership(cluster: 0, share: 0.5), LinkMembership(cluster: 1, share: 0.5)]
    )
    #expect(found.memberships[0] == [LinkMembership(cluster: 0, share: 1)])
  }
}
