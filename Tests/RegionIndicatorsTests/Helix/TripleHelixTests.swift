import GraphCore
import Testing

@testable import RegionIndicators

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Mutual information in three dimensions")
struct TripleHelixTests {
  /// T from a dictionary of counts per combination, straight from the definition.
  private func naive(_ columns: [[Int]]) -> Double {
    let n = Double(columns[0].count)
    func entropy(_ chosen: [Int]) -> Double {
      var counts: [[Int]: Int] = [:]
      for row in columns[0].indices { counts[chosen.map { columns[$0][row] }, default: 0] += 1 }
      return counts.values.sorted().reduce(0) { $0 - Double($1) / n * log2(Double($1) / n) }
    }
    return entropy([0]) + entropy([1]) + entropy([2]) - entropy([0, 1]) - entropy([0, 2])
      - entropy([1, 2]) + entropy([0, 1, 2])
  }

  private func columns(_ n: Int, _ sizes: [Int], seed: UInt64) -> [[Int]] {
    var stream = RandomStream(seed: seed)
    return sizes.map { size in (0..<n).map { _ in stream.next(below: size) } }
  }

  private func table(_ columns: [[Int]]) -> HelixTable {
    HelixTable(
      columns[0].map { Optional($0) },
      columns[1].map { Optional($0) },
      columns[2].map { Optional($0) }
    )
  }

  /// Third attribute = exclusive or of the first two: any pair says nothing, all three say everything.
  private func exclusiveOr(_ times: Int) -> [[Int]] {
    let rows = (0..<times).flatMap { _ in [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] }
    return (0..<3).map { column in rows.map { $0[column] } }
  }

  @Test("exclusive or: three single bits, three pairs of two bits, two bits in all, so T = −1")
  func synergy() throws {
    let helix = try TripleHelix(table(exclusiveOr(5)), permutations: 99, seed: 1)
    #expect(helix.cases == 20 && helix.occupiedCells == 4)
    // 3·1 − 3·2 + 2 = −1.
    #expect(abs(helix.transmission + 1) < 1e-12)
    #expect(helix.isSynergy && helix.pValue == 0.01 && helix.excess < -0.8)
  }

  @Test("three times the same attribute: every entropy is one bit, so T = 1, no synergy")
  func redundancy() throws {
    let same = (0..<20).map { $0 % 2 }
    let helix = try TripleHelix(table([same, same, same]), permutations: 99, seed: 1)
    #expect(abs(helix.transmission - 1) < 1e-12 && !helix.isSynergy && helix.pValue == 1)
  }

  @Test("as computed from the definition on random tables", arguments: 1...10)
  func oracle(seed: Int) throws {
    let columns = columns(400, [3, 2, 4], seed: UInt64(seed))
    let helix = try TripleHelix(table(columns), permutations: 19, seed: 2)
    #expect(abs(helix.transmission - naive(columns)) < 1e-12)
    #expect(helix.chance < 0 && (0...1).contains(helix.pValue))
  }

  @Test("sparse tables are counted the other way with the same result")
  func sparse() {
    let wide = columns(50, [1_000, 1_000, 1_000], seed: 8)
    // So many values that no combination comes twice but by chance.
    #expect(abs(table(wide).entropies().transmission - naive(wide)) < 1e-12)
  }

  @Test("fewer than five cases per occupied cell are refused")
  func refused() {
    let few = columns(100, [10, 5, 8], seed: 3)
    let fault = #expect(throws: TripleHelix.Fault.self) {
      try TripleHelix(table(few), permutations: 9, seed: 1)
    }
    guard case .tooFewCases(let cases, let cells)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(cases == 100 && cells > 20)
    #expect(throws: TripleHelix.Fault.noCases) {
      try TripleHelix(HelixTable([nil], [1], [1]), permutations: 9, seed: 1)
    }
    #expect(throws: TripleHelix.Fault.tooFewCases(cases: 1, occupiedCells: 1)) {
      try TripleHelix(HelixTable([1], [1], [1]), permutations: 9, seed: 1)
    }
  }

  @Test("the threads change nothing, the names of values change nothing, the seed does")
  func invariance() throws {
    let columns = columns(300, [2, 3, 2], seed: 9)
    let one = try TripleHelix(table(columns), permutations: 49, seed: 4)
    let many = try TripleHelix(
      table(columns),
      permutations: 49,
      seed: 4,
      control: RunControl(threads: 4)
    )
    #expect(one == many)
    let renamed = columns.map { $0.map { 7 - $0 } }
    #expect(
      abs(try TripleHelix(table(renamed), permutations: 9, seed: 4).transmission - one.transmission)
        < 1e-12
    )
    #expect(try TripleHelix(table(columns), permutations: 49, seed: 5).chance != one.chance)
    let stopped = RunControl()
    stopped.cancel()
    #expect(throws: TripleHelix.Fault.cancelled) {
      try TripleHelix(table(columns), permutations: 9, seed: 1, control: stopped)
    }
  }

  @Test("regions add up to the whole", arguments: 11...16)
  func decomposition(seed: Int) throws {
    let columns = columns(500, [9, 3, 3], seed: UInt64(seed))
    // Places 0 1 2 lie in region 0, 3 4 5 in 1, 6 7 8 in 2.
    let regions = Partition(labels: columns[0].map { $0 / 3 })
    let parts = try #require(TripleHelix.decompose(table(columns), regions: regions))
    let sum = parts.between + parts.parts.reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - parts.transmission) < 1e-12)
    #expect(
      abs(parts.between - naive([columns[0].map { $0 / 3 }, columns[1], columns[2]])) < 1e-12
    )
    #expect(parts.parts.reduce(0) { $0 + $1.cases } == 500)
  }

  @Test("a place in two regions cannot be taken apart")
  func straddling() {
    let table = HelixTable([1, 1, 2], [1, 2, 1], [1, 1, 2])
    #expect(TripleHelix.decompose(table, regions: Partition(labels: [0, 1, 1])) == nil)
  }
}
