import GraphCore
import TestSupport
import Testing

@testable import NetworkMetrics

/// Everybody takes the highest label around, and books are kept of how many have each label.
private struct HighestLabel: LabelChoice, @unchecked Sendable {
  let rows: Adjacency
  let labels: UnsafeMutablePointer<Int32>
  let holders: UnsafeMutablePointer<Int>

  func choice(of node: Int, _ scratch: MoveScratch.Table) -> Int32 {
    rows[node].reduce(labels[node]) { max($0, labels[Int($1)]) }
  }

  func book(_ node: Int, from: Int32, to: Int32, _ owner: LabelOwner) {
    if owner.keeps(from) { holders[Int(from)] -= 1 }
    if owner.keeps(to) { holders[Int(to)] += 1 }
  }
}

@Suite("Label rounds")
struct LabelRoundsTests {
  /// Sweeps until nobody changes, and checks the books after each sweep.
  private func spread(_ graph: Graph, threads: Int, _ everybody: Bool) -> (
    labels: [Int32], sweeps: Int
  ) {
    let n = graph.nodeCount
    var labels = (0..<n).map { Int32($0) }
    var holders = [Int](repeating: 1, count: n)
    var sweeps = 0
    labels.withUnsafeMutableBufferPointer { labels in
      holders.withUnsafeMutableBufferPointer { holders in
        let choice = HighestLabel(
          rows: graph.out,
          labels: labels.baseAddress!,
          holders: holders.baseAddress!
        )
        let rounds = LabelRounds(graph.out, workers: threads)
        var random = RandomStream(seed: 7)
        var changes = 1
        while changes > 0 {
          changes = rounds.sweep(
            graph.out,
            labels.baseAddress!,
            choice,
            everybody: everybody && sweeps == 0,
            &random,
            control: RunControl(threads: threads)
          )
          sweeps += 1
          var counts = [Int](repeating: 0, count: n)
          for label in labels { counts[Int(label)] += 1 }
          #expect(counts == Array(holders))
        }
      }
    }
    return (labels, sweeps)
  }

  @Test(
    "labels reach everybody in a component, on any number of threads",
    arguments: [false, true]
  )
  func spreading(everybody: Bool) throws {
    let graph = RandomGraphs.clustered(blocks: 30, size: 40, .undirected, seed: 3).graph
    let components = try graph.weakComponents().componentOf
    var highest = [Int32](repeating: -1, count: graph.nodeCount)
    for v in highest.indices { highest[Int(components[v])] = Int32(v) }
    let one = spread(graph, threads: 1, everybody)
    #expect(one.labels == components.map { highest[Int($0)] })
    for threads in [2, 8] {
      let more = spread(graph, threads: threads, everybody)
      #expect(more.labels == one.labels && more.sweeps == one.sweeps)
    }
  }

  @Test("neighbouring numbers share a batch by runs of 256 only")
  func batches() {
    let together = (1..<4_096).filter { LabelRounds.meet(0, $0) }
    #expect(together == Array(1..<256))
    #expect(LabelRounds.meet(0, 4_096) && LabelRounds.meet(13, 4_351))
    #expect(!LabelRounds.meet(13, 4_352))
  }
}
