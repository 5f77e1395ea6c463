import Testing

@testable import RegionGenerators

@Suite("Shards")
struct ShardStreamTests {
  @Test(arguments: [(0, 4), (1, 4), (3, 4), (4, 4), (7, 4), (9, 4), (1000, 7)])
  func evenShardsCoverTheirRange(total: Int, size: Int) {
    let shards = EvenShards(of: total, size: size)
    #expect((0..<shards.count).flatMap { Array(shards[$0]) } == Array(0..<total))
    if total >= size { #expect((0..<shards.count).allSatisfy { shards[$0].count >= size }) }
  }

  @Test func sharesAreExactAndDoNotOverflow() {
    #expect(Share.floor(10, 1, of: 3) == 3)
    #expect(Share.floor(10, 3, of: 3) == 10)
    #expect(Share.floor(Int.max, Int.max - 1, of: Int.max) == Int.max - 1)
    #expect(Share.floor(0, 5, of: 7) == 0)
  }

  @Test func aPairIsInTheSetOnce() {
    var set = PairSet(capacity: 500)
    let tries = [(3, 4), (4, 3), (3, 5)].map { set.insert($0, $1) }
    #expect(tries == [true, false, true])
    let first = (10..<500).filter { set.insert(7, $0) }
    #expect(first.count == 490)
    let again = (10..<500).filter { set.insert($0, 7) }
    #expect(again.isEmpty)
    #expect(set.count == 492)
  }

  @Test(arguments: [3, 4, 9, 50])
  func exactlyOneEndOwnsAPair(count: Int) {
    for first in [0, 1, 1001] {
      for a in first..<first + count {
        let others = (first..<first + count).filter { $0 != a }
        #expect(others.contains { PairOwner.owns(a, $0) })
        for b in others { #expect(PairOwner.owns(a, b) != PairOwner.owns(b, a)) }
      }
    }
  }
}
