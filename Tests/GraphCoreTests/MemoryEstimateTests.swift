import GraphCore
import Testing

struct MemoryEstimateTests {
  @Test("a graph that would take too much is refused with both figures, before anything is built")
  func refused() throws {
    let list = ArcList(sources: [0, 1, 2], targets: [1, 2, 0])
    let need = MemoryEstimate.building(nodes: 1_000, arcs: 3, .directed, weighted: false)
    #expect(throws: GraphError.tooMuchMemory(needed: need, limit: need.bytes - 1)) {
      try list.makeGraph(nodeCount: 1_000, .directed, memoryLimit: need.bytes - 1)
    }
    let graph = try list.makeGraph(nodeCount: 1_000, .directed, memoryLimit: need.bytes)
    #expect(graph.edgeCount == 3)
    #expect(MachineMemory.allowance > 1 << 20)
  }

  @Test func buildingCountsTheListAndBothSorts() {
    // Undirected: the list (8) beside one sort of 2·4 bytes an edge and its notes of 2·2; weighted, two sorts.
    let plain = MemoryEstimate.building(nodes: 10, arcs: 100, .undirected, weighted: false)
    #expect(plain.bytes == 100 * (8 + 8 + 4) + 10 * 24)
    let weighted = MemoryEstimate.building(nodes: 10, arcs: 100, .undirected, weighted: true)
    #expect(weighted.bytes == 100 * (24 + 24) + 10 * 24)
    // Directed: the list (8 or 16) beside the first sort (4 or 12).
    let directed = MemoryEstimate.building(nodes: 10, arcs: 100, .directed, weighted: false)
    #expect(directed.bytes == 100 * (8 + 4) + 10 * 32)
    let both = MemoryEstimate.building(nodes: 10, arcs: 100, .directed, weighted: true)
    #expect(both.bytes == 100 * (16 + 12) + 10 * 32)
  }

  @Test(arguments: [Direction.directed, .undirected], [false, true])
  func hugeSizesSaturate(_ direction: Direction, _ weighted: Bool) {
    for (nodes, arcs) in [
      (Int.max, 1), (1, Int.max), (Int.max, Int.max), (Int.max / 20, Int.max / 20),
    ] {
      let need = MemoryEstimate.building(nodes: nodes, arcs: arcs, direction, weighted: weighted)
      #expect(need.bytes == Int.max)
      #expect(!need.fits(in: Int.max - 1))
    }
  }

  @Test func fitsUpToTheLimit() {
    #expect(MemoryEstimate(bytes: 100).fits(in: 100))
    #expect(!MemoryEstimate(bytes: 101).fits(in: 100))
    #expect(MemoryEstimate(bytes: -5).bytes == 0)
  }
}
