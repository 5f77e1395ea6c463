import GraphCore
import TestSupport
import Testing

/// Graphs large enough for several shards and many buckets, beside rows made the plain way.
struct UndirectedRowsTests {
  /// Random arcs, loops and repeats among them, a hub, and nodes without ties.
  private func list(nodes: Int, arcs: Int, seed: UInt64) -> (sources: [Int32], targets: [Int32]) {
    var random = RandomStream(seed: seed)
    let sources = (0..<arcs).map { _ in Int32(random.next(below: nodes)) }
    let targets = (0..<arcs).map { arc in
      arc % 5 == 0 ? Int32(nodes / 2) : Int32(random.next(below: nodes))
    }
    return (sources, targets)
  }

  @Test(arguments: [
    (1, 10), (2, 10), (255, 3_000), (256, 3_000), (257, 3_000), (5_000, 4_000),
    (70_000, 300_000), (200_000, 600_000),
  ])
  func rowsAreWhatTheDefinitionSays(nodes: Int, arcs: Int) throws {
    let (sources, targets) = list(nodes: nodes, arcs: arcs, seed: UInt64(nodes))
    var rows = [[Int32: Double]](repeating: [:], count: nodes)
    var loops = 0
    for (source, target) in zip(sources, targets) {
      if source == target {
        loops += 1
        continue
      }
      rows[Int(source)][target, default: 0] += 1
      rows[Int(target)][source, default: 0] += 1
    }
    for threads in [1, 3] {
      let arcList = ArcList(sources: sources, targets: targets)
      let graph = try arcList.makeGraph(nodeCount: nodes, .undirected, threads: threads)
      #expect(graph.checkInvariants() == nil)
      #expect(graph.loopsDropped == loops)
      let entries = rows.reduce(0) { $0 + $1.count }
      #expect(graph.out.arcCount == entries)
      #expect(graph.parallelMerged == arcs - loops - entries / 2)
      let isWrong = (0..<nodes).contains { node in
        Array(graph.out[node]) != rows[node].keys.sorted()
          || graph.out.arcs(of: node).contains {
            graph.out.weight(at: $0) != rows[node][graph.out.targets[$0]]
          }
      }
      #expect(!isWrong)
    }
  }

  @Test func aPlainGraphCarriesNoStrengths() throws {
    let count: Int32 = 300_000
    let path = ArcList(sources: Array((0..<count)), targets: Array((1..<count + 1)))
    let graph = try path.makeGraph(nodeCount: Int(count) + 1, .undirected, threads: 2)
    #expect(!graph.isWeighted)
    #expect(graph.edgeCount == Int(count))
    #expect(graph.checkInvariants() == nil)
    #expect(Array(graph.out[1000]) == [999, 1001])
  }
}
