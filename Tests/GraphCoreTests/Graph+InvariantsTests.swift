import GraphCore
import TestSupport
import Testing

/// The checker itself: what is sound passes, and every fault that can be planted is found.
struct GraphInvariantsTests {
  private func rows(_ offsets: [Int], _ targets: [Int32], _ weights: [Double]? = nil) -> Adjacency {
    Adjacency(offsets: offsets, targets: targets, weights: weights)
  }

  @Test(arguments: RandomGraphs.zoo)
  func soundGraphsPass(_ named: NamedGraph) {
    #expect(named.graph.checkInvariants() == nil)
    #expect(named.graph.transposed().checkInvariants() == nil)
  }

  @Test func rowsOutOfOrderAreFound() {
    let back = rows([0, 0, 1, 2], [0, 0])
    let graph = Graph(out: rows([0, 2, 2, 2], [2, 1]), incoming: back)
    #expect(graph.checkInvariants() == "out: row 0 is not ascending")
  }

  @Test func repeatsAreFound() {
    let graph = Graph(out: rows([0, 2, 2], [1, 1]), incoming: rows([0, 0, 2], [0, 0]))
    #expect(graph.checkInvariants() == "out: row 0 is not ascending")
  }

  @Test func loopsAreFound() {
    #expect(
      Graph(symmetric: rows([0, 1, 1], [0])).checkInvariants() == "out: row 0 holds a loop"
    )
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func strengthsThatAreNotFiniteAreFound(_ weight: Double) {
    let graph = Graph(symmetric: rows([0, 1, 2], [1, 0], [1, weight]))
    #expect(graph.checkInvariants() == "out: row 1 has a strength that is not finite")
  }

  @Test func aMissingMirrorIsFound() {
    let graph = Graph(symmetric: rows([0, 1, 1], [1]))
    #expect(graph.checkInvariants() == "0 → 1 is missing in the other direction")
    let crossed = Graph(out: rows([0, 1, 1], [1]), incoming: rows([0, 1, 1], [1]))
    #expect(crossed.checkInvariants() == "0 → 1 is missing in the other direction")
  }

  @Test func twoStrengthsForOneTieAreFound() {
    let graph = Graph(symmetric: rows([0, 1, 2], [1, 0], [1, 2]))
    #expect(graph.checkInvariants() == "0 → 1 has two strengths")
    let halfWeighted = Graph(
      out: rows([0, 1, 1], [1], [3]),
      incoming: rows([0, 0, 1], [0])
    )
    #expect(halfWeighted.checkInvariants() == "0 → 1 has two strengths")
  }

  @Test func faultsOfTheOtherDirectionAreNamed() {
    let graph = Graph(
      out: rows([0, 1, 2], [1, 0]),
      incoming: rows([0, 2, 2], [1, 1])
    )
    #expect(graph.checkInvariants() == "incoming: row 0 is not ascending")
  }
}
