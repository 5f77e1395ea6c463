import GraphCore
import TestSupport
import Testing

struct PartitionTests {
  @Test func clustersAreNumberedBySizeThenByFirstNode() {
    let partition = Partition(labels: ["x", "b", "a", "a", "b", "c", "a"])
    // a has three members; b two; x and c one each, x first.
    #expect(partition.clusterOf == [2, 1, 0, 0, 1, 3, 0])
    #expect(partition.count == 4)
    #expect(partition.sizes == [3, 2, 1, 1])
    #expect(partition.members == [[2, 3, 6], [1, 4], [0], [5]])
    #expect(partition.nodeCount == 7)
  }

  @Test(arguments: [UInt64](1...20))
  func namesOfTheLabelsDoNotCount(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    let labels = (0..<40).map { _ in random.next(below: 12) }
    let names = RandomGraphs.permutation(12, seed: seed + 1).map { "cluster \($0)" }
    let partition = Partition(labels: labels)
    #expect(Partition(labels: labels.map { names[$0] }) == partition)
    #expect(Partition(labels: partition.clusterOf) == partition)
    #expect(partition.sizes == partition.sizes.sorted(by: >))
    #expect(partition.sizes == partition.members.map(\.count))
    for a in 0..<40 {
      for b in 0..<40 {
        #expect((labels[a] == labels[b]) == (partition.clusterOf[a] == partition.clusterOf[b]))
      }
    }
    let firsts = partition.members.map { $0[0] }
    for cluster in 1..<partition.count
    where partition.sizes[cluster] == partition.sizes[cluster - 1] {
      #expect(firsts[cluster - 1] < firsts[cluster])
    }
  }

  @Test(arguments: [UInt64](1...20))
  func numbersGiveWhatOtherLabelsGive(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    // Dense numbers take the way over a table; negative and far ones do not.
    let dense = (0..<60).map { _ in Int32(random.next(below: 40)) }
    let wanted = Partition(labels: dense.map { "cluster \($0)" })
    #expect(Partition(labels: dense) == wanted)
    #expect(Partition(labels: dense.map { $0 - 20 }) == wanted)
    #expect(Partition(labels: dense.map { $0 * 1_000_000 }) == wanted)
  }

  @Test func noNodesAndSingletons() {
    let none = Partition(labels: [Int]())
    #expect(none.count == 0)
    #expect(none.sizes.isEmpty)
    #expect(Partition(labels: [Int32]()) == none)
    #expect(Partition.singletons(3).clusterOf == [0, 1, 2])
    #expect(Partition.singletons(0) == none)
  }
}
