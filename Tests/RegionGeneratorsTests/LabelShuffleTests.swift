import Testing

@testable import RegionGenerators

@Suite("Shuffled labels")
struct LabelShuffleTests {
  @Test(arguments: [1, 2, 3, 4, 5, 63, 64, 65, 1000, 4097])
  func isAPermutationThatTurnsRound(count: Int) {
    let shuffle = LabelShuffle(count: count, seed: 42)
    let labels = (0..<count).map { shuffle.label(of: $0) }
    #expect(labels.sorted() == Array(0..<count))
    for (position, label) in labels.enumerated() {
      #expect(shuffle.position(of: label) == position)
    }
  }

  @Test func theSeedDecides() {
    let one = LabelShuffle(count: 1000, seed: 1)
    let other = LabelShuffle(count: 1000, seed: 2)
    #expect((0..<1000).filter { one.label(of: $0) == other.label(of: $0) }.count < 20)
  }

  @Test func noNeighbourStaysANeighbour() {
    let shuffle = LabelShuffle(count: 100_000, seed: 3)
    let kept = (1..<100_000).filter { abs(shuffle.label(of: $0) - shuffle.label(of: $0 - 1)) == 1 }
    #expect(kept.count < 20)
  }
}
