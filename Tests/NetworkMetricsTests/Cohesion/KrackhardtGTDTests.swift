import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Krackhardt's dimensions and flow hierarchy")
struct KrackhardtGTDTests {
  @Test("from the definitions", arguments: RandomGraphs.zoo)
  func byDefinition(_ named: NamedGraph) throws {
    let graph = named.graph
    let n = graph.nodeCount
    let distance = PathOracle(graph).distance
    let weak = PathOracle(graph.skeleton()).distance
    let reaches = { (a: Int, b: Int) in distance[a][b].isFinite }
    let pairs = (0..<n).flatMap { a in (a + 1..<max(a + 1, n)).map { (a, $0) } }
    let found = try graph.krackhardtGTD(control: RunControl(threads: 2))

    let together = pairs.count { weak[$0.0][$0.1].isFinite }
    #expect(
      agree(found.connectedness, n > 1 ? Double(together) / Double(pairs.count) : nil)
    )

    var components: [Int: Int] = [:]
    for v in 0..<n { components[(0...v).first { weak[v][$0].isFinite }!, default: 0] += 1 }
    let sizes = components.values
    let needed = sizes.reduce(0) { $0 + $1 - 1 }
    let room = sizes.reduce(0) { $0 + $1 * ($1 - 1) / (graph.isDirected ? 1 : 2) } - needed
    #expect(
      agree(
        found.efficiency,
        room > 0 ? 1 - Double(graph.edgeCount - needed) / Double(room) : nil
      )
    )

    guard graph.isDirected else {
      #expect(found.hierarchy == nil && found.leastUpperBound == nil)
      return
    }
    let either = pairs.count { reaches($0.0, $0.1) || reaches($0.1, $0.0) }
    let both = pairs.count { reaches($0.0, $0.1) && reaches($0.1, $0.0) }
    #expect(agree(found.hierarchy, either > 0 ? 1 - Double(both) / Double(either) : nil))

    let most = sizes.reduce(0.0) { $0 + ($1 > 2 ? Double(($1 - 1) * ($1 - 2)) / 2 : 0) }
    let violations = pairs.count { a, b in
      guard weak[a][b].isFinite else { return false }
      let root = (0...a).first { weak[a][$0].isFinite }!
      guard components[root]! > 2 else { return false }
      let bounds = (0..<n).filter { reaches($0, a) && reaches($0, b) }
      return !bounds.contains { least in bounds.allSatisfy { reaches($0, least) } }
    }
    #expect(agree(found.leastUpperBound, most > 0 ? 1 - Double(violations) / most : nil))
  }

  @Test("arcs on no cycle", arguments: RandomGraphs.zoo)
  func flow(_ named: NamedGraph) throws {
    let graph = named.graph
    let distance = PathOracle(graph).distance
    let free = graph.ties().count { !distance[$0.target][$0.source].isFinite }
    let wanted =
      graph.isDirected && graph.edgeCount > 0
      ? Double(free) / Double(graph.edgeCount) : nil
    #expect(agree(try graph.flowHierarchy(), wanted))
  }

  /// Krackhardt's managers (bundled data set `krackhardt-managers`), relation reports-to, numbered from 0: who answers to whom.
  /// sna 2.7-1 on R 4.2.2: `connectedness` 1, `hierarchy(measure = "krackhardt")` 1, `efficiency` 1, `lubness` of the transpose 1.
  @Test("a real chain of command is a perfect hierarchy")
  func managers() throws {
    let superior: [Int32] = [
      1, 6, 13, 1, 13, 20, -1, 20, 13, 17, 17, 20, 13, 6, 13, 1, 20, 6, 13, 13, 6,
    ]
    var arcs = ArcList()
    for (person, above) in superior.enumerated() where above >= 0 {
      arcs.append(from: Int32(person), to: above)
    }
    let reports = try arcs.makeGraph(nodeCount: 21, .directed).transposed()
    let found = try reports.krackhardtGTD()
    #expect(found.connectedness == 1 && found.hierarchy == 1)
    #expect(found.efficiency == 1 && found.leastUpperBound == 1)
    #expect(try reports.flowHierarchy() == 1)
  }
}
