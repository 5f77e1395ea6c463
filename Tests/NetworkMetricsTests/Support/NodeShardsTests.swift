import GraphCore
import TestSupport
import Testing

@testable import NetworkMetrics

@Suite("Stretches of nodes")
struct NodeShardsTests {
  @Test("cover all nodes, each once, with about as much work", arguments: [0, 1, 5_000, 60_000])
  func cover(_ n: Int) throws {
    var random = RandomStream(seed: 5)
    var arcs = ArcList()
    for v in 0..<n {
      for _ in 0..<random.next(below: 9) {
        arcs.append(from: Int32(v), to: Int32(random.next(below: n)))
      }
    }
    let rows = try arcs.makeGraph(nodeCount: n, .directed).out
    let shards = NodeShards(rows)
    #expect((0..<shards.count).flatMap { Array(shards.range($0)) } == Array(0..<n))
    let work = (0..<shards.count).map { shard in
      shards.range(shard).reduce(0) { $0 + 1 + rows.degree(of: $1) }
    }
    #expect(shards.nodeCount == n)
    #expect(shards.count == max(1, min(64, (rows.arcCount + n) / 4_096)))
    for each in work { #expect(abs(each - (rows.arcCount + n) / shards.count) <= 20) }
  }
}
