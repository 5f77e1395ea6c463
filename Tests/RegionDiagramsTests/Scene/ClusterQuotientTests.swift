import Testing

@testable import RegionDiagrams

@Suite("The map of the groups")
struct ClusterQuotientTests {
  private let words = MapWords(.english)

  @Test("Members and ties are counted, ties inside a group are not drawn")
  func counts() throws {
    var input = TestMaps.small()
    input.groups?.absence = .noCluster
    let map = try input.quotient(limit: 10, words: words).map
    #expect(map.labels == ["North (3)", "South (2)", "no cluster (1)"])
    #expect(map.size?.values == [3, 2, 1])
    // North → South: 2→3 (trust), 0–3 (board); South → North: 4→0 (board). One line for all three.
    #expect(map.ties.sources == [0] && map.ties.targets == [1] && map.ties.weights == [3])
    #expect(map.relations.map(\.name) == ["Of all relations"])
    #expect(map.relations.allSatisfy { !$0.isDirected })
    // Whoever has no group is grey, not of a colour of their own.
    #expect(map.color?.categories == [0, 1, -1])
    #expect(
      try TestMaps.small().quotient(limit: 10, words: words).map.labels.last == "not given (1)"
    )
  }

  @Test(
    "A line is as wide as there are ties between two groups, either way",
    arguments: [5, 6] as [UInt64]
  )
  func definition(seed: UInt64) throws {
    let input = TestMaps.random(actors: 40, ties: 300, groups: 6, seed: seed)
    let map = try input.quotient(limit: 10, words: words).map
    for a in 0..<6 {
      for b in 0..<6 where a < b {
        let expected = input.ties.sources.indices.count {
          let ends = [Int(input.ties.sources[$0]) % 6, Int(input.ties.targets[$0]) % 6]
          return ends == [a, b] || ends == [b, a]
        }
        let found = map.ties.sources.indices
          .filter { map.ties.sources[$0] == Int32(a) && map.ties.targets[$0] == Int32(b) }
          .map { map.ties.weights[$0] }
        #expect(found == (expected > 0 ? [Double(expected)] : []))
      }
    }
  }

  @Test("Small groups beyond the limit are counted, the largest stay")
  func limit() throws {
    let result = try TestMaps.small().quotient(limit: 1, words: words)
    #expect(result.map.labels == ["North (3)"])
    #expect(result.leftOut == 2)
  }

  @Test("Without groups the error says what to name")
  func missing() {
    var map = TestMaps.small()
    map.groups = nil
    #expect(throws: DrawingError.self) { try map.quotient(limit: 5, words: words) }
  }
}
