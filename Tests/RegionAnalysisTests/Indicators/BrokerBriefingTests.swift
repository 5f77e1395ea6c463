import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("A briefing on brokers")
struct BrokerBriefingTests {
  /// Enterprises 0 1 2 around hub, institutes 3 4 around desk; hub – kari – desk.
  private func region() throws -> Region {
    let types = [
      "enterprise", "enterprise", "enterprise", "research_institute", "research_institute",
    ]
    return try TinyRegions.region(
      types.enumerated().map { .init("o\($0)", type: $1) } + [
        .init("hub", type: "enterprise"), .init("desk", type: "research_institute"),
        .init("kari", label: "Kari Nordmann", type: "person"),
      ],
      "o0-hub o1-hub o2-hub o3-desk o4-desk hub-kari kari-desk"
    )
  }

  private func briefing(
    _ rule: Naming.Rule = .organisations,
    change: (inout BrokerBriefing.Request) -> Void = { _ in }
  ) throws -> BrokerBriefing {
    let region = try region()
    let graph = try region.graph()
    var request = BrokerBriefing.Request()
    change(&request)
    return try BrokerBriefing(
      try LearningBrokers(of: graph, grouping: try Grouping(by: "sphere", of: region, graph)),
      of: graph,
      in: region,
      request,
      naming: Naming(rule, of: region, seed: 1)
    )
  }

  @Test("without groups the highest betweenness comes first")
  func ranking() throws {
    let found = try briefing()
    // Through the hub go 3 pairs of its own and 3·4 across; through kari 4·3, through the desk 1 + 2·5.
    #expect(found.table.rows.map { $0[1] } == [.text("hub"), .text("person-1"), .text("desk")])
    #expect(found.table.rows.map { $0[6] } == [.number(15), .number(12), .number(11)])
    // Kari is a person: nobody suggests whom to tie to.
    #expect(found.ties.rows.count == 3)
    #expect(found.ties.rows.allSatisfy { $0[0] != .text("person-1") && $0[1] != .text("person-1") })
    // Of eight actors the first alone is the highest tenth; it connects all six pairs around it by itself.
    #expect(found.bottlenecks.rows.map { $0[0] } == [.text("hub")])
    #expect(found.bottlenecks.rows.map { $0[2] } == [.number(1)] && found.bottleneckPersons == 0)
    #expect(
      found.terminal(.english).hasPrefix(
        "Brokers\n  1. hub, work_life\n     hub is number 1 of 8 by"
      )
    )
  }

  @Test("between two groups only those who connect them, the person under a pseudonym")
  func between() throws {
    let found = try briefing { $0.between = ("work_life", "research") }
    // Kari connects hub and desk; the desk connects Kari (of work life) with o3 and o4.
    #expect(found.table.rows.map { $0[1] } == [.text("desk"), .text("person-1")])
    #expect(found.table.rows.map { $0[4] } == [.integer(2), .integer(1)])
    let page = found.terminal(.english)
    #expect(
      page.contains(
        "Connects 2 pairs of work_life and research that are not tied themselves; nobody else does."
      )
    )
    // The desk and o3, o4 have only work life left to be tied to.
    let research: [Cell] = [.text("o3"), .text("o4"), .text("desk")]
    #expect(
      found.ties.rows.allSatisfy { research.contains($0[0]) != research.contains($0[1]) }
    )
    #expect(found.ties.rows.count == 3)
    #expect(!page.contains("Kari") && !found.json(.norwegian).text().contains("kari"))
    #expect(try briefing(.everybody).terminal(.english).contains("Kari Nordmann"))
  }

  @Test("groups that are not there, and one group twice")
  func wrong() throws {
    for pair in [("work_life", "reserch"), ("research", "research")] {
      #expect(throws: MetricError.self) { try briefing { $0.between = pair } }
    }
  }

  @Test("new ties by strength say so")
  func byStrength() throws {
    let found = try briefing { $0.byStrength = true }
    #expect(found.notes.assumptions.contains { $0.hasPrefix("new ties by strength") })
    #expect(found.ties.rows.count == 3)
  }
}
