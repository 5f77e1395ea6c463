import GraphCore
import LearningRegion
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Brokers with their ranks and in sentences")
struct BrokerStandingsTests {
  private func brokers(_ region: Region) throws -> LearningBrokers {
    let graph = try region.graph()
    return try LearningBrokers(of: graph, grouping: try Grouping(by: "type", of: region, graph))
  }

  @Test(
    "equal values share the better rank, missing ones have none",
    arguments: [
      ([3, 5, 5, nil, 1], true, [3, 1, 1, nil, 4]), ([3, 5, 5, nil, 1], false, [2, 3, 3, nil, 1]),
      ([nil], true, [nil]), ([], true, []),
    ] as [([Double?], Bool, [Int?])]
  )
  func ranks(values: [Double?], descending: Bool, ranks: [Int?]) {
    #expect(LearningBrokers.ranks(values, descending: descending) == ranks)
  }

  @Test("the middle of a path between two kinds, by hand")
  func path() throws {
    // 0 (x) – 1 (x) – 2 (y): through 1 go 0→2 and 2→0, one in each direction between the groups.
    let region = try SmallRegions.region(types: ["x", "x", "y"], "0-1 1-2", directed: false)
    let found = try brokers(region)
    let middle = found.standings[1]
    #expect(middle.betweenness == (1, 1) && middle.constraint == (0.5, 1))
    #expect(middle.effectiveSize == (2, 1) && middle.brokerage == (2, 1))
    #expect(middle.crossShare == 1 && middle.isArticulationPoint)
    let end = found.standings[0]
    #expect(end.betweenness == (0, 2) && end.crossShare == nil && !end.isArticulationPoint)
  }

  @Test("ways between members of one group are not across")
  func within() throws {
    // 1 connects 0 with 2 (same group) and each with 3 (another): of three pairs two are across.
    let region = try SmallRegions.region(
      types: ["x", "x", "x", "y"],
      "0-1 1-2 1-3",
      directed: false
    )
    #expect(try brokers(region).crossShare(of: 1) == 2.0 / 3)
  }

  private func said(_ region: Region, _ node: Int, _ language: IndicatorLanguage = .english) throws
    -> [String]
  {
    let found = try brokers(region)
    let departure = try region.graph().graph.departure(of: node)
    return found.sentences(about: found.standings[node], row: node, departure: departure)
      .map { $0.text(language) { "<\($0)>" } }
  }

  @Test("what is said about a broker, in both languages, and names only by number")
  func sentences() throws {
    let region = try SmallRegions.region(
      types: ["x", "x", "y", "y", "x"],
      "0-1 1-2 1-3 1-4",
      directed: false
    )
    #expect(
      try said(region, 1) == [
        "<1> is number 1 of 5 by the ways between others that pass it.",
        "Its contacts hardly know each other: they are worth 4 separate ones, and it is number 1 by freedom from constraint.",
        "Of the 12 open ways through it, 67 % join actors of different groups.",
        "If it leaves, 100 % of the connections between others are lost and 3 of them are cut off from the rest.",
      ]
    )
    let norwegian = try said(region, 1, .norwegian)
    #expect(norwegian.count == 4 && norwegian[0].contains("<1> er nummer 1 av 5"))
    #expect(
      try said(region, 0) == [
        "No shortest way between others passes <0>.",
        "If it leaves, everybody else can still reach whom they could reach before.",
      ]
    )
  }

  @Test("a role is named only where chance would give five or more")
  func outstandingRole() throws {
    // Two groups of twelve in which everybody knows everybody; 0 alone knows all of the other.
    var ties = (12..<24).map { "0-\($0)" }
    for base in [0, 12] {
      for a in 0..<12 {
        for b in (a + 1)..<max(12, a + 1) { ties.append("\(base + a)-\(base + b)") }
      }
    }
    let types = (0..<24).map { $0 < 12 ? "x" : "y" }
    let region = try SmallRegions.region(types: types, ties.joined(separator: " "), directed: false)
    let found = try brokers(region)
    let z = try #require(found.roles[.gatekeeper].z[0])
    let expected = try #require(found.roles[.gatekeeper].expected[0])
    let text = try said(region, 0).joined(separator: " ")
    #expect(z > 2 && expected >= 5 && text.contains("more often than chance would have it"))
    let small = try SmallRegions.region(types: ["x", "x", "y"], "0-1 1-2", directed: false)
    #expect(try !said(small, 1).joined().contains("more often than chance"))
  }
}
