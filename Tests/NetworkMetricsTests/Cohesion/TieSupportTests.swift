import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Embeddedness and span")
struct TieSupportTests {
  @Test("shared alters counted", arguments: RandomGraphs.zoo)
  func embeddedness(_ named: NamedGraph) throws {
    let table = Table(named.graph)
    let wanted = named.graph.ties().map { tie in
      table.indices.count {
        $0 != tie.source && $0 != tie.target && table.tied($0, tie.source)
          && table.tied($0, tie.target)
      }
    }
    #expect(try named.graph.embeddedness(control: RunControl(threads: 2)) == wanted)
  }

  @Test("the way round by taking the tie out", arguments: RandomGraphs.zoo)
  func span(_ named: NamedGraph) throws {
    let graph = named.graph
    let found = try graph.tieSpan(control: RunControl(threads: 2))
    let ties = graph.ties()
    #expect(found.count == ties.count)
    for (place, tie) in ties.enumerated() {
      var arcs = ArcList()
      for (other, left) in ties.enumerated() where other != place {
        arcs.append(from: Int32(left.source), to: Int32(left.target))
      }
      let rest = try arcs.makeGraph(
        nodeCount: graph.nodeCount,
        graph.isDirected ? .directed : .undirected
      )
      #expect(found[place] == (try rest.distances(from: tie.source))[tie.target])
    }
  }
}
