import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Density, reciprocity and dyads")
struct ReciprocityTests {
  @Test("pair by pair", arguments: RandomGraphs.zoo, [false, true])
  func pairs(_ named: NamedGraph, _ someSilent: Bool) throws {
    let graph = named.graph
    let table = Table(graph)
    var random = RandomStream(seed: 5)
    let answered = someSilent ? table.indices.map { _ in random.nextUnit() < 0.7 } : nil
    let speaks = { (v: Int) in answered?[v] ?? true }
    var (mutual, asymmetric, null, arcs, places) = (0, 0, 0, 0, 0)
    for a in table.indices {
      for b in table.indices where a != b {
        if graph.isDirected ? speaks(a) : (a < b && (speaks(a) || speaks(b))) {
          places += 1
          if table.has(a, b) { arcs += 1 }
        }
        guard a < b && speaks(a) && speaks(b) else { continue }
        switch (table.has(a, b), table.has(b, a)) {
        case (true, true): mutual += 1
        case (false, false): null += 1
        default: asymmetric += 1
        }
      }
    }
    #expect(
      graph.dyadCensus(answered: answered)
        == DyadCensus(mutual: mutual, asymmetric: asymmetric, null: null)
    )
    #expect(
      agree(
        graph.density(answered: answered),
        places > 0 ? Double(arcs) / Double(places) : nil
      )
    )
    let tied = 2 * mutual + asymmetric
    #expect(
      agree(
        graph.reciprocity(answered: answered),
        tied > 0 ? Double(2 * mutual) / Double(tied) : nil
      )
    )
  }

  @Test("per tie and per node", arguments: RandomGraphs.zoo)
  func perTie(_ named: NamedGraph) {
    let graph = named.graph
    let table = Table(graph)
    let returned = graph.reciprocatedTies().values
    for (tie, value) in zip(graph.ties(), returned) {
      #expect(value == (table.has(tie.target, tie.source) ? 1 : 0))
    }
    let shares = graph.nodeReciprocity().values
    for v in table.indices {
      let alters = table.indices.filter { $0 != v && table.tied(v, $0) }
      let both = alters.count { table.has(v, $0) && table.has($0, v) }
      #expect(agree(shares[v], alters.isEmpty ? nil : Double(both) / Double(alters.count)))
    }
  }

  @Test("two silent of three")
  func silent() throws {
    // 0 ⇄ 1, 2 → 0; only 0 answered: its row has two places, one of them taken.
    let graph = try ArcList(sources: [0, 1, 2], targets: [1, 0, 0])
      .makeGraph(nodeCount: 3, .directed)
    #expect(graph.density(answered: [true, false, false]) == 0.5)
    #expect(graph.reciprocity(answered: [true, false, false]) == nil)
    #expect(graph.reciprocity(answered: [true, true, false]) == 1)
    #expect(graph.reciprocity() == 2.0 / 3)
    #expect(graph.density(answered: [false, false, false]) == nil)
  }
}
