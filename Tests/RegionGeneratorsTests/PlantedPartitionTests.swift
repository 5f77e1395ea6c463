import RegionGenerators
import Testing

@Suite("Planted partitions")
struct PlantedPartitionTests {
  @Test(arguments: [0, 0.2, 0.5])
  func ofKnownMixing(mixing: Double) throws {
    let planted = try PlantedPartition(
      nodes: 9_999,
      ties: 40_001,
      groups: 40,
      mixing: mixing,
      seed: 1
    )
    let ties = try GeneratedTies(planted)
    let crossing = ties.pairs.filter {
      planted.groups(of: $0.low) != planted.groups(of: $0.high)
    }
    #expect(crossing.count == Int(40_001 * mixing))
    #expect(ties.count == 40_001)
  }

  @Test(arguments: [(10, 3), (10, 5), (9_001, 7), (5_000, 1), (20_000, 1234)])
  func groupsAreOfEqualSize(nodes: Int, groups: Int) throws {
    let planted = try PlantedPartition(nodes: nodes, ties: 1, groups: groups, mixing: 0, seed: 6)
    var sizes = [Int](repeating: 0, count: groups)
    for node in 0..<nodes { sizes[planted.groups(of: node)[0]] += 1 }
    #expect(sizes.allSatisfy { $0 == nodes / groups || $0 == nodes / groups + 1 })
  }

  @Test func labelsDoNotTellTheGroup() throws {
    let planted = try PlantedPartition(nodes: 10_000, ties: 1, groups: 100, mixing: 0, seed: 6)
    let neighbours = (1..<10_000).filter { planted.groups(of: $0) == planted.groups(of: $0 - 1) }
    #expect(neighbours.count < 200)
  }

  @Test(arguments: [
    (2, 1, 1, 0.1), (100, 0, 4, 0.1), (100, 100, 0, 0.1), (100, 100, 51, 0.1), (100, 100, 4, 1.5),
    (100, 100, 4, -0.1), (100, 100, 4, .nan), (100, 3000, 4, 0.5), (100, 1000, 10, 0),
    (1 << 40, 100, 4, 0.1),
  ])
  func sizesOutOfBounds(nodes: Int, ties: Int, groups: Int, mixing: Double) {
    #expect(throws: GeneratorError.self) {
      try PlantedPartition(nodes: nodes, ties: ties, groups: groups, mixing: mixing, seed: 1)
    }
  }
}
