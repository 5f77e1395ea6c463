import GraphCore
import Testing
import TestSupport

@testable import NetworkMetrics

@Suite("Blocks of a graph")
struct BlockSplitTests {
  @Test(
    "every tie stands in one block, masses are what hangs on a node",
    arguments: RandomGraphs.zoo
  )
  func blocks(_ sample: NamedGraph) throws {
    let graph = sample.graph.skeleton()
    let split = BlockSplit(graph.out, smallest: 2)
    let pieces = Graph(symmetric: split.rows)
    #expect(pieces.checkInvariants() == nil)
    #expect(pieces.edgeCount == graph.edgeCount)
    let size = try graph.weakComponents()
    let block = try pieces.weakComponents()
    var total = [Double](repeating: 0, count: block.count)
    for place in 0..<pieces.nodeCount { total[Int(block.componentOf[place])] += split.mass[place] }
    for place in 0..<pieces.nodeCount {
      // The nodes of a block stand for the whole component together.
      let component = size.sizes[Int(size.componentOf[Int(split.original[place])])]
      #expect(total[Int(block.componentOf[place])] == Double(component))
      // Without the ties of the block, what is left around a node is its mass.
      let members = Set(
        (0..<pieces.nodeCount).filter { block.componentOf[$0] == block.componentOf[place] }
          .map { split.original[$0] }
      )
      var arcs = ArcList()
      for tie in graph.ties() {
        let inside =
          members.contains(Int32(tie.source)) && members.contains(Int32(tie.target))
        if !inside { arcs.append(from: Int32(tie.source), to: Int32(tie.target)) }
      }
      let rest = try arcs.makeGraph(nodeCount: graph.nodeCount, .undirected).weakComponents()
      let around = rest.sizes[Int(rest.componentOf[Int(split.original[place])])]
      #expect(split.mass[place] == Double(around))
    }
  }

  @Test(
    "pairs through a node are those on different sides",
    arguments: RandomGraphs.zoo.filter { $0.graph.nodeCount <= 21 }
  )
  func through(_ sample: NamedGraph) {
    let graph = sample.graph.skeleton()
    let split = BlockSplit(graph.out, smallest: 3)
    let whole = PathOracle(graph)
    for v in 0..<graph.nodeCount {
      let others = (0..<graph.nodeCount).filter { $0 != v }
      let apart = PathOracle(graph.induced(on: others))
      var pairs = 0.0
      for (i, s) in others.enumerated() {
        for (j, t) in others.enumerated()
        where whole.distance[s][t].isFinite && !apart.distance[i][j].isFinite {
          pairs += 1
        }
      }
      #expect(split.through[v] == pairs)
    }
  }

  @Test("a star of 50 000 triangles is split in linear time")
  func manyBlocks() {
    var arcs = ArcList()
    for triangle in 0..<50_000 {
      let a = Int32(2 * triangle + 1)
      arcs.append(from: 0, to: a)
      arcs.append(from: 0, to: a + 1)
      arcs.append(from: a, to: a + 1)
    }
    let graph = try? arcs.makeGraph(nodeCount: 100_001, .undirected)
    guard let graph else {
      Issue.record("the graph was not built")
      return
    }
    let split = BlockSplit(graph.out, smallest: 3)
    #expect(split.original.count == 150_000)
    #expect(split.through[0] == 100_000.0 * 100_000 - 50_000 * 4)
  }
}
