import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("Family 12 by hand")
struct BrokerFamilyTests {
  private func indicators(_ region: Region) throws -> [String: Indicator] {
    let input = try IndicatorInput(region, permutations: 9)
    let found = try IndicatorFamily.brokers.indicators(input, RunControl())
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
  }

  @Test("sphere_crossing: a firm between two firms, a school and an institute")
  func crossing() throws {
    // 0 is tied to 1, 2 (firms), 3 (school), 4 (institute), undirected: each open pair counts in both orders, 4·3 = 12 ways.
    // Firm–firm: 2 ways inside work life (coordinator). Firm–school, firm–institute: 2·2·2 = 8 (gatekeeper, representative).
    // School–institute: 2 ways between two others (liaison). 10 of 12 join different spheres.
    let region = try SmallRegions.region(
      types: ["enterprise", "enterprise", "enterprise", "school", "research_institute"],
      "0-1 0-2 0-3 0-4",
      directed: false
    )
    let crossing = try #require(try indicators(region)["sphere_crossing"])
    #expect(crossing.value == 10.0 / 12 && crossing.measurement?.n == 12)
    let roles = Dictionary(uniqueKeysWithValues: crossing.parts.map { ($0.key, $0.value) })
    #expect(
      roles == [
        "coordinator": 2, "itinerant": 0, "gatekeeper": 4, "representative": 4, "liaison": 2,
      ]
    )
  }

  @Test("natural_pathways: on a circle every tie carries the same")
  func pathways() throws {
    // A directed circle of 20: the busiest tenth is two ties of twenty that carry 1/20 each.
    let ties = (0..<20).map { "\($0)-\(($0 + 1) % 20)" }.joined(separator: " ")
    let region = try SmallRegions.region(
      types: [String?](repeating: nil, count: 20),
      ties,
      directed: true
    )
    let pathways = try #require(try indicators(region)["natural_pathways"])
    #expect(abs(try #require(pathways.value) - 0.1) < 1e-9)
    #expect(pathways.measurement?.n == 20)
    // One tie fewer: too few to say.
    let open = try SmallRegions.region(
      types: [String?](repeating: nil, count: 20),
      ties.split(separator: " ").dropLast().joined(separator: " "),
      directed: true
    )
    #expect(try indicators(open)["natural_pathways"]?.outcome == .tooFew(n: 19, minimum: 20))
  }

  @Test("broker_dependence counts ways in the direction of ties, as reports tell it")
  func direction() throws {
    // 0 → 1 → 2 … → 7 → 0: without one of them the others keep i → j only where it is not between.
    let ties = (0..<8).map { "\($0)-\(($0 + 1) % 8)" }.joined(separator: " ")
    let region = try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: 8),
      ties,
      directed: true
    )
    let found = try #require(try indicators(region)["broker_dependence"])
    // Of 7·6 = 42 ordered pairs of others the path of seven that is left has 6 + 5 + … + 1 = 21: half is lost, though nobody is cut off.
    #expect(found.value == 0.5)
    let text = found.statements.first?.text(.english) { "<\($0)>" }
    #expect(text?.contains("50 % of the connections between others are lost") == true)
    #expect(text?.contains("nobody is cut off") == true)
  }
}
