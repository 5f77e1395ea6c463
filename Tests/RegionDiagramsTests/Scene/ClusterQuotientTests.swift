import Testing

@testable import RegionDiagrams

@Suite("The map of the groups")
struct ClusterQuotientTests {
  private let words = MapWords(.english)

  @Test("Members and weights are summed, ties inside a group are not drawn")
  func sums() throws {
    let map = try TestMaps.small().quotient(limit: 10, words: words).map
    #expect(map.labels == ["North (3)", "South (2)", "no cluster (1)"])
    #expect(map.size?.values == [3, 2, 1])
    // North → South: 2→3 (trust); 0–3 (board) keeps its relation; South → North: 4→0 (board).
    #expect(map.ties.sources == [0, 0, 1])
    #expect(map.ties.targets == [1, 1, 0])
    #expect(map.ties.relations == [0, 1, 1])
    #expect(map.ties.weights == [1, 1, 1])
  }

  @Test(
    "Weights between groups add up to those of the ties between them",
    arguments: [5, 6] as [UInt64]
  )
  func definition(seed: UInt64) throws {
    let input = TestMaps.random(actors: 40, ties: 300, groups: 6, seed: seed)
    let map = try input.quotient(limit: 10, words: words).map
    for a in 0..<6 {
      for b in 0..<6 where a != b {
        let expected = input.ties.sources.indices.count {
          Int(input.ties.sources[$0]) % 6 == a && Int(input.ties.targets[$0]) % 6 == b
        }
        let found = map.ties.sources.indices
          .filter { map.ties.sources[$0] == Int32(a) && map.ties.targets[$0] == Int32(b) }
          .reduce(0.0) { $0 + map.ties.weights[$1] }
        #expect(found == Double(expected))
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
