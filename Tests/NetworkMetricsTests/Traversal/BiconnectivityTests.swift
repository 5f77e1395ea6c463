import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Biconnectivity")
struct BiconnectivityTests {
  @Test(
    "articulation points and bridges are what splits when taken out",
    arguments: RandomGraphs.zoo
  )
  func byRemoval(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let whole = table.pieces(link: table.tied)
    let found = try graph.biconnectivity()
    for v in table.indices {
      let isolated = !table.indices.contains { $0 != v && table.tied(v, $0) }
      let left = table.pieces(keep: { $0 != v }, link: table.tied)
      #expect(found.isArticulationPoint[v] == (!isolated && left > whole), "node \(v)")
    }
    var bridges: [Biconnectivity.Bridge] = []
    for a in table.indices {
      for b in table.indices where a < b && table.tied(a, b) {
        let without = table.pieces { x, y in
          (x, y) != (a, b) && (x, y) != (b, a) && table.tied(x, y)
        }
        if without > whole { bridges.append(.init(a, b)) }
      }
    }
    #expect(found.bridges == bridges)
    let indicator = try graph.bridgeIndicator().values
    for (tie, value) in zip(graph.ties(), indicator) {
      let pair = Biconnectivity.Bridge(tie.source, tie.target)
      #expect(value == (bridges.contains(pair) ? 1 : 0))
    }
  }

  @Test("ties belong together when no single node parts them", arguments: RandomGraphs.zoo)
  func componentCount(_ named: NamedGraph) throws {
    // Two ties lie in one biconnected component if they meet at a node whose removal leaves their other ends connected.
    let table = Table(named.graph)
    guard table.indices.count <= 20 else { return }
    var ties: [(Int, Int)] = []
    for a in table.indices {
      for b in table.indices where a < b && table.tied(a, b) { ties.append((a, b)) }
    }
    var label = Array(ties.indices)
    for (i, first) in ties.enumerated() {
      for (j, second) in ties.enumerated() where j > i {
        let ends = [first.0, first.1]
        guard let shared = ends.first(where: { $0 == second.0 || $0 == second.1 }) else { continue }
        let a = first.0 == shared ? first.1 : first.0
        let b = second.0 == shared ? second.1 : second.0
        let apart = table.pieces(keep: { $0 != shared }, link: table.tied)
        let joined = table.pieces(
          keep: { $0 != shared },
          link: { x, y in table.tied(x, y) || (x, y) == (a, b) || (x, y) == (b, a) }
        )
        if apart == joined {
          let (from, to) = (label[j], label[i])
          label = label.map { $0 == from ? to : $0 }
        }
      }
    }
    #expect(try named.graph.biconnectivity().componentCount == Set(label).count)
  }

  @Test("a long path needs no deep recursion")
  func longPath() throws {
    let found = try RandomGraphs.path(200_000, .undirected).graph.biconnectivity()
    #expect(found.bridges.count == 199_999)
    #expect(found.articulationPointCount == 199_998)
    #expect(found.componentCount == 199_999)
  }

  @Test("a cancelled run throws")
  func cancelled() {
    let control = RunControl()
    control.cancel()
    #expect(throws: MetricError.cancelled) {
      try RandomGraphs.path(5, .undirected).graph.biconnectivity(control: control)
    }
  }
}
