import GraphCore
import Testing

struct MemoryEstimateTests {
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
