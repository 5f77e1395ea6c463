import GraphCore
import NetworkMetrics
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Structural holes")
struct StructuralHolesTests {
  @Test("from Burt's formulas", arguments: RandomGraphs.zoo, TieValue.allCases)
  func byDefinition(_ named: NamedGraph, _ value: TieValue) throws {
    let graph = named.graph
    let table = Table(graph)
    let a = { (i: Int, j: Int) -> Double in
      value == .binary ? (table.has(i, j) ? 1 : 0) : table.weight(i, j)
    }
    let s = { (i: Int, j: Int) in i == j ? 0 : a(i, j) + a(j, i) }
    let nodes = table.indices
    let sum = nodes.map { i in nodes.reduce(0) { $0 + s(i, $1) } }
    let most = nodes.map { i in nodes.map { s(i, $0) }.max() ?? 0 }
    let p = { (i: Int, j: Int) in s(i, j) / sum[i] }
    let found = try graph.structuralHoles(value)
    for i in nodes {
      let alters = nodes.filter { s(i, $0) > 0 }
      guard !alters.isEmpty else {
        #expect(found.constraint[i] == nil && found.effectiveSize[i] == nil)
        #expect(found.efficiency[i] == nil && found.hierarchy[i] == nil)
        continue
      }
      let parts = alters.map { j in
        let via = alters.filter { $0 != j }.reduce(0) { $0 + p(i, $1) * p($1, j) }
        return (p(i, j) + via) * (p(i, j) + via)
      }
      let constraint = parts.reduce(0, +)
      #expect(agree(found.constraint[i], constraint))
      let size = alters.reduce(0.0) { total, j in
        total + 1
          - alters.filter { $0 != j }.reduce(0) { $0 + p(i, $1) * s(j, $1) / most[j] }
      }
      #expect(agree(found.effectiveSize[i], size))
      #expect(agree(found.efficiency[i], size / Double(alters.count)))
      let n = Double(alters.count)
      let mean = constraint / n
      let hierarchy =
        n == 1 ? nil : parts.reduce(0) { $0 + $1 / mean * log($1 / mean) } / (n * log(n))
      #expect(agree(found.hierarchy[i], hierarchy))
    }
  }

  @Test("a hub among many small nodes takes the searching way and agrees")
  func hub() throws {
    // Node 0 is tied to all; the others form pairs, so that each has two contacts and the hub 400.
    var arcs = ArcList()
    for v in stride(from: Int32(1), through: 399, by: 2) {
      arcs.append(from: 0, to: v)
      arcs.append(from: 0, to: v + 1)
      arcs.append(from: v, to: v + 1)
    }
    let graph = try arcs.makeGraph(nodeCount: 401, .undirected)
    let found = try graph.structuralHoles()
    #expect(agree(found.effectiveSize[0], 399))
    // A pair member: p = 1/2 each; via the partner to the hub 1/2·1/2, via the hub to the partner 1/2·1/400.
    let wanted = (0.5 + 0.25) * (0.5 + 0.25) + (0.5 + 0.5 / 400) * (0.5 + 0.5 / 400)
    #expect(agree(found.constraint[7], wanted))
    #expect(agree(found.effectiveSize[7], 1))
  }

  @Test("ties of strength 0 are no ties, those below zero are refused")
  func strengths() throws {
    let zero = try ArcList(sources: [0, 0], targets: [1, 2], weights: [2, 0])
      .makeGraph(nodeCount: 3, .undirected)
    let found = try zero.structuralHoles(.weighted)
    #expect(found.constraint.values == [1, 1, nil])
    #expect(try zero.structuralHoles().constraint[2] == 1)
    let negative = try ArcList(sources: [0], targets: [1], weights: [-1])
      .makeGraph(nodeCount: 2, .undirected)
    #expect(throws: MetricError.negativeWeight(source: 0, target: 1, weight: -1)) {
      try negative.structuralHoles(.weighted)
    }
  }

  @Test("threads change nothing")
  func threads() throws {
    let graph = RandomGraphs.clustered(blocks: 40, size: 20, .directed, .real, seed: 2).graph
    let one = try graph.structuralHoles(.weighted, control: RunControl(threads: 1))
    #expect(try graph.structuralHoles(.weighted, control: RunControl(threads: 2)) == one)
    #expect(try graph.structuralHoles(.weighted, control: RunControl(threads: 8)) == one)
  }
}
