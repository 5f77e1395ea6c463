import GraphCore
import TestSupport
import Testing

struct AdjacencyTests {
  let rows = Adjacency(offsets: [0, 2, 2, 5], targets: [1, 2, 0, 1, 2], weights: [1, 2, 3, 4, 5])

  @Test func rowsAreReadAsTheyStand() {
    #expect(rows.nodeCount == 3)
    #expect(rows.arcCount == 5)
    #expect((0..<3).map { rows.degree(of: $0) } == [2, 0, 3])
    #expect(rows.arcs(of: 2) == 2..<5)
    #expect(Array(rows[0]) == [1, 2])
    #expect(Array(rows[1]).isEmpty)
    #expect(rows.weight(at: 3) == 4)
    #expect(Adjacency(offsets: [0, 1], targets: [0], weights: nil).weight(at: 0) == 1)
  }

  @Test func arcsAreFoundByTheirEnds() {
    #expect(rows.arc(from: 0, to: 2) == 1)
    #expect(rows.arc(from: 2, to: 0) == 2)
    #expect(rows.arc(from: 0, to: 0) == nil)
    #expect(rows.arc(from: 1, to: 0) == nil)
    #expect(rows.arc(from: 2, to: 2) == 4)
  }

  @Test(arguments: RandomGraphs.zoo)
  func everyArcAndNoOtherIsFound(_ named: NamedGraph) {
    let out = named.graph.out
    for v in 0..<out.nodeCount {
      for w in 0..<out.nodeCount {
        let wanted = out.arcs(of: v).first { Int(out.targets[$0]) == w }
        #expect(out.arc(from: v, to: w) == wanted)
      }
    }
  }

  @Test(arguments: RandomGraphs.zoo)
  func transposingTurnsEveryArcRound(_ named: NamedGraph) {
    let out = named.graph.out
    let back = out.transposed()
    #expect(back.arcCount == out.arcCount)
    for v in 0..<out.nodeCount {
      for arc in out.arcs(of: v) {
        let mirror = back.arc(from: Int(out.targets[arc]), to: v)
        #expect(mirror.map { back.weight(at: $0) } == out.weight(at: arc))
      }
    }
    #expect(back.transposed() == out)
  }

  @Test func rawRowsAreTheRows() {
    let sum = rows.withUnsafeRows { offsets, targets in
      (0..<3).reduce(0) { sum, v in
        (offsets[v]..<offsets[v + 1]).reduce(sum) { $0 + (v + 1) * Int(targets[$1] + 1) }
      }
    }
    #expect(sum == 1 * (2 + 3) + 3 * (1 + 2 + 3))
    let isolates = Adjacency(offsets: [0, 0], targets: [], weights: nil)
    #expect(isolates.withUnsafeRows { offsets, _ in offsets[1] } == 0)
  }

  @Test func rowsThatLeaveTheGraphAreAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      _ = Adjacency(offsets: [0, 1], targets: [1], weights: nil)
    }
    await #expect(processExitsWith: .failure) {
      _ = Adjacency(offsets: [0, 1], targets: [-1], weights: nil)
    }
    await #expect(processExitsWith: .failure) {
      _ = Adjacency(offsets: [0, 3, 1], targets: [1], weights: nil)
    }
    await #expect(processExitsWith: .failure) {
      _ = Adjacency(offsets: [0, 1], targets: [0], weights: [1, 2])
    }
  }
}
