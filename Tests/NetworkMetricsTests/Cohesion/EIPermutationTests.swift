import GraphCore
import NetworkMetrics
import Testing

@Suite("Permutations of the E-I index")
struct EIPermutationTests {
  private func graph(_ n: Int, _ pairs: [(Int32, Int32)], directed: Bool) throws -> Graph {
    try ArcList(sources: pairs.map(\.0), targets: pairs.map(\.1))
      .makeGraph(nodeCount: n, directed ? .directed : .undirected)
  }

  @Test("two cliques that are the groups: hardly any permutation keeps ties inside so far")
  func cliques() throws {
    var pairs: [(Int32, Int32)] = []
    for a in 0..<6 {
      for b in 0..<a { pairs += [(Int32(a), Int32(b)), (Int32(a + 6), Int32(b + 6))] }
    }
    let graph = try graph(12, pairs, directed: false)
    let group = (0..<12).map { Int32($0 / 6) }
    let found = try graph.eiPermutation(group: group, groupCount: 2, permutations: 199, seed: 3)
    // Only the groups themselves and the same groups swapped do: 2 of 924 divisions.
    let p = try #require(found.pValue)
    #expect(p >= 1.0 / 200 && p <= 5.0 / 200)
    #expect(found.groupPValues.allSatisfy { $0.map { $0 <= 5.0 / 200 } ?? false })
  }

  @Test("as often as all divisions say, with every one of them looked at")
  func exhaustive() throws {
    // A path of six, directed; three of each group.
    let pairs: [(Int32, Int32)] = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
    let graph = try graph(6, pairs, directed: true)
    let group: [Int32] = [0, 0, 1, 0, 1, 1]
    func index(_ isFirst: (Int) -> Bool) -> Double {
      let external = pairs.count { isFirst(Int($0.0)) != isFirst(Int($0.1)) }
      return Double(2 * external - 5) / 5
    }
    let expected: Double = 0.2
    let distance = abs(index { group[$0] == 0 } - expected)
    var (far, all) = (0, 0)
    for mask in 0..<64 where mask.nonzeroBitCount == 3 {
      all += 1
      if abs(index { mask >> $0 & 1 == 1 } - expected) >= distance - 1e-12 { far += 1 }
    }
    let found = try graph.eiPermutation(group: group, groupCount: 2, permutations: 4_000)
    let share = Double(far) / Double(all)
    #expect(abs(try #require(found.pValue) - share) < 0.04)
  }

  @Test("the same bits on 1, 2 and 8 threads")
  func threads() throws {
    let pairs: [(Int32, Int32)] = (0..<40).map { (v: Int) in (Int32(v), Int32((v * 7 + 3) % 41)) }
    let graph = try graph(41, pairs, directed: true)
    // Every eleventh node has no group.
    let group: [Int32] = (0..<41).map { (v: Int) -> Int32 in v % 11 == 0 ? -1 : Int32(v % 3) }
    let one = try graph.eiPermutation(
      group: group,
      groupCount: 3,
      permutations: 50,
      control: RunControl(threads: 1)
    )
    for threads in [2, 8] {
      let more = try graph.eiPermutation(
        group: group,
        groupCount: 3,
        permutations: 50,
        control: RunControl(threads: threads)
      )
      #expect(more == one)
    }
  }

  @Test("without ties there is no p; without permutations an error")
  func none() throws {
    let graph = try graph(3, [], directed: false)
    let found = try graph.eiPermutation(group: [0, 0, 1], groupCount: 2, permutations: 3)
    #expect(found.pValue == nil && found.groupPValues == [nil, nil])
    #expect(throws: MetricError.self) {
      try graph.eiPermutation(group: [0, 0, 1], groupCount: 2, permutations: 0)
    }
    #expect(throws: MetricError.self) {
      try graph.eiPermutation(group: [0, 0, 5], groupCount: 2, permutations: 3)
    }
  }
}
