import RegionGenerators
import Testing

@Suite("Nested regions")
struct NestedRegionTests {
  @Test(arguments: [(9, 9), (16, 30), (100, 560), (5_000, 28_000), (20_000, 112_000)])
  func everybodyHasATie(nodes: Int, ties: Int) throws {
    let generated = try GeneratedTies(NestedRegion(nodes: nodes, ties: ties, seed: 1))
    #expect(generated.count == ties)
    #expect(generated.degrees(of: nodes).allSatisfy { $0 > 0 })
  }

  @Test func circlesNest() throws {
    let region = try NestedRegion(nodes: 20_000, ties: 20_000, seed: 2)
    var above: [[Int: Int]] = [[:], [:]]
    for node in 0..<20_000 {
      let groups = region.groups(of: node)
      #expect(groups.count == region.groupNames.count)
      for level in 0..<2 {
        let known = above[level].updateValue(groups[level + 1], forKey: groups[level])
        #expect(known == nil || known == groups[level + 1])
      }
    }
    #expect(above[0].count > 5 * above[1].count)
  }

  @Test func mostTiesAreNear() throws {
    let region = try NestedRegion(nodes: 20_000, ties: 112_000, seed: 3)
    var shared = [0, 0, 0]
    for tie in try GeneratedTies(region).pairs {
      let (one, other) = (region.groups(of: tie.low), region.groups(of: tie.high))
      for level in 0..<3 where one[level] == other[level] { shared[level] += 1 }
    }
    let shares = shared.map { Double($0) / 112_000 }
    #expect((0.45...0.65).contains(shares[0]))
    #expect((0.70...0.88).contains(shares[1]))
    #expect((0.88...0.97).contains(shares[2]))
  }

  @Test func sizesAndDegreesAreHeavyTailed() throws {
    let region = try NestedRegion(nodes: 20_000, ties: 112_000, seed: 4)
    var sizes: [Int: Int] = [:]
    for node in 0..<20_000 { sizes[region.groups(of: node)[0], default: 0] += 1 }
    let bySize = sizes.values.sorted()
    #expect(bySize[bySize.count / 2] < 20)
    #expect(bySize[bySize.count - 1] > 200)
    let degrees = try GeneratedTies(region).degrees(of: 20_000).sorted()
    #expect(degrees[10_000] < 12)
    #expect(degrees[19_999] > 200)
  }

  @Test(arguments: [
    (8, 8), (0, 0), (-5, 10), (100, 99), (100, 1238), (1 << 32, 1 << 33), (9, 10), (100, -1),
    (100, Int.max),
  ])
  func sizesOutOfBounds(nodes: Int, ties: Int) {
    #expect(throws: GeneratorError.self) { try NestedRegion(nodes: nodes, ties: ties, seed: 1) }
  }
}
