import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Measures of ties as a table")
struct TieAnalysisTests {
  private func table(
    _ region: Region,
    _ names: [String] = ["all"],
    _ rule: Naming.Rule = .everybody
  ) throws -> ResultTable {
    try TieAnalysis(
      of: try region.graph(),
      try Catalogue.tieMeasures(named: names),
      naming: Naming(rule, of: region, seed: 1)
    ).table
  }

  @Test("a triangle with a tail, worked out by hand")
  func undirected() throws {
    // a – b – c – a, c – d.
    let found = try table(try TinyRegions.region("a b c d", "b-a b-c c-a d-c:2.5"))
    #expect(
      found.columns == [
        "source", "target", "edge_betweenness", "bridge", "span", "embeddedness", "reciprocated",
        "weight",
      ]
    )
    // Ties once, from the actor that comes first, in the order of the actors.
    let text = found.csv(.off).split(separator: "\n").dropFirst().map(String.init)
    #expect(text == ["a,b,1,0,2,1,,1", "a,c,2,0,2,1,,1", "b,c,2,0,2,1,,1", "c,d,3,1,,0,,2.5"])
  }

  @Test("directed: both arcs of a pair have rows, and the one is no way round the other")
  func directed() throws {
    let found = try table(
      try TinyRegions.region("a b c", "a-b b-a b-c", directed: true),
      ["span", "reciprocated", "bridge", "embeddedness"]
    )
    let text = found.csv(.off).split(separator: "\n").dropFirst().map(String.init)
    #expect(text == ["a,b,,1,1,0", "b,a,,1,1,0", "b,c,,0,1,0"])
  }

  @Test("a tie to somebody who did not answer may be returned or not")
  func silent() throws {
    let region = try TinyRegions.region("a b c", "a-b b-a a-c", directed: true) { draft in
      draft.roster = RegionTable([
        RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: true),
        RosterEntry(respondent: "c", answered: false),
      ])
    }
    let found = try table(region, ["reciprocated"])
    #expect(found.rows.map { $0[2] } == [.number(1), .missing, .number(1)])
  }

  @Test("without names neither the order of rows nor that of the ends follows the data")
  func anonymous() throws {
    let ids = (0..<12).map { "n\($0)" }
    let ties = (1..<12).map { "n0-n\($0)" }
    let region = try TinyRegions.region(
      ids.joined(separator: " "),
      ties.joined(separator: " ")
    )
    let found = try table(region, ["weight"], .nobody)
    let ends = found.rows.map { [$0[0].forReading, $0[1].forReading] }
    #expect(ends.allSatisfy { $0.allSatisfy { $0.hasPrefix("actor-") } })
    let numbers = ends.map { $0.compactMap { Int($0.dropFirst("actor-".count)) } }
    #expect(numbers.allSatisfy { $0[0] < $0[1] })
    let keys: [Int] = numbers.map { $0[0] * 100 + $0[1] }
    #expect(keys == keys.sorted())
  }

  @Test("no ties, no rows")
  func empty() throws {
    #expect(try table(try TinyRegions.region("a b", "")).rows.isEmpty)
  }

  @Test("a name that no measure has")
  func unknown() {
    #expect(
      throws: UnknownName(name: "spann", what: "measure of ties", near: ["span"])
    ) { try Catalogue.tieMeasures(named: ["spann"]) }
  }
}
