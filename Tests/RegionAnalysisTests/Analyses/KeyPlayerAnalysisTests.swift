import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Key players and ties worth making as tables")
struct KeyPlayerAnalysisTests {
  /// Two stars whose centres are tied: h with a, b and k with c, d.
  private func region() throws -> Region {
    try TinyRegions.region(
      [
        .init("h", type: "person"), .init("a"), .init("b"), .init("k"), .init("c"), .init("d"),
      ],
      "h-a h-b h-k k-c k-d"
    )
  }

  private func analysis(
    _ region: Region,
    _ count: Int,
    _ rule: Naming.Rule = .everybody
  ) throws -> KeyPlayerAnalysis {
    try KeyPlayerAnalysis(
      of: try region.graph(),
      count: count,
      naming: Naming(rule, of: region, seed: 1)
    )
  }

  @Test("the two centres hold the network together and reach everybody")
  func sets() throws {
    let found = try analysis(region(), 2)
    #expect(
      found.table.columns == ["goal", "id", "label", "value", "bound", "search", "before"]
    )
    #expect(
      found.table.rows.map { $0[0].forReading + " " + $0[1].forReading } == [
        "fragmentation h", "fragmentation k", "reach h", "reach k",
      ]
    )
    // Without them nobody reaches anybody; with them everybody is a member or a neighbour.
    #expect(found.table.rows.allSatisfy { $0[3] == .number(1) && $0[4] == .number(1) })
    #expect(found.table.rows.allSatisfy { $0[5] == .text("exact") })
    // Pairs at 1: 5, at 2: 6, at 3: 4, of 15.
    guard case .number(let before) = found.table.rows[0][6] else {
      Issue.record("no fragmentation before")
      return
    }
    let wanted: Double = 1 - (5.0 + 3.0 + 4.0 / 3.0) / 15.0
    #expect(abs(before - wanted) < 1e-12)
    #expect(found.table.rows[2][6] == .missing)
    #expect(found.json.pairs.map(\.0) == ["count", "fragmentation", "reach"])
  }

  @Test("persons appear under pseudonyms")
  func persons() throws {
    let found = try analysis(region(), 2, .organisations)
    #expect(
      found.table.rows.map { $0[1] } == [
        .text("person-1"), .text("k"), .text("person-1"), .text("k"),
      ]
    )
    #expect(!found.json.text().contains("\"h\""))
  }

  @Test("as many players as actors: nobody is left to be fragmented")
  func everybody() throws {
    let found = try analysis(try TinyRegions.region("a b", "a-b"), 2)
    #expect(found.table.rows.map { $0[0] } == [.text("reach"), .text("reach")])
    #expect(found.notes.warnings.contains { $0.contains("fewer than two actors") })
    #expect(throws: (any Error).self) { try analysis(region(), 7) }
    #expect(throws: (any Error).self) { try analysis(region(), 0) }
  }

  @Test("the tie that shortens most, and what efficiency is with it")
  func ties() throws {
    // A path of five: closing it to a ring brings three pairs nearer.
    let region = try TinyRegions.region("a b c d e", "a-b b-c c-d d-e")
    let found = try SuggestedTieAnalysis(
      of: try region.graph(),
      count: 10,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    #expect(
      found.table.columns == [
        "source", "target", "source_label", "target_label", "gain", "global_efficiency",
      ]
    )
    #expect(Array(found.table.rows[0].prefix(2)) == [.text("a"), .text("e")])
    guard case .number(let gain) = found.table.rows[0][4],
      case .number(let last) = try #require(found.table.rows.last)[5]
    else {
      Issue.record("no numbers")
      return
    }
    // a – e from 1/4 to 1, a – d and b – e from 1/3 to 1/2; over ten pairs.
    let wanted: Double = (0.75 + 1.0 / 3) / 10
    #expect(abs(gain - wanted) < 1e-12)
    // Six ties are missing; with all of them everybody is next to everybody.
    #expect(found.table.rows.count == 6 && abs(last - 1) < 1e-12)
    #expect(found.notes.assumptions.contains { $0.contains("only 6 ties are missing") })
  }
}
