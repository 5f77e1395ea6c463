import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Measures of the whole network as a table")
struct StructureAnalysisTests {
  private func values(_ region: Region, _ names: [String] = ["all"]) throws -> [String: Cell] {
    let table = try StructureAnalysis(
      of: try region.graph(),
      try Catalogue.networkMeasures(named: names)
    ).table
    #expect(table.columns == ["measure", "value"])
    var values: [String: Cell] = [:]
    for row in table.rows { values[row[0].forReading] = row[1] }
    #expect(values.count == table.rows.count)
    return values
  }

  @Test("three actors in a row, directed, one alone, worked out by hand")
  func path() throws {
    // a → b → c, b → a, d alone.
    let got = try values(try TinyRegions.region("a b c d", "a-b b-c b-a", directed: true))
    let wanted: [String: Cell] = [
      "nodes": .integer(4), "ties": .integer(3), "total_weight": .number(3),
      "loops_dropped": .integer(0), "parallel_merged": .integer(0), "density": .number(0.25),
      "mean_degree": .number(1.5), "components": .integer(2), "strong_components": .integer(3),
      "largest_component": .integer(3), "isolates": .integer(1), "diameter": .integer(2),
      "radius": .integer(1), "mutual": .integer(1), "asymmetric": .integer(1),
      "null": .integer(4), "articulation_points": .integer(1), "bridges": .integer(2),
      "biconnected_components": .integer(2), "degeneracy": .integer(1),
      "mean_clustering": .number(0), "transitivity": .number(0),
      // Ordered pairs in reach: a→b 1, a→c 2, b→a 1, b→c 1.
      "mean_distance": .number(1.25), "global_efficiency": .number(3.5 / 12),
      "triad_102": .integer(1), "triad_012": .integer(1), "triad_111U": .integer(1),
      "triad_111D": .integer(0),
    ]
    for (name, value) in wanted { #expect(got[name] == value, "\(name)") }
    // Two of the three arcs are returned.
    #expect(got["reciprocity"] == .number(2.0 / 3))
    // Four triples: {a,b,c} is a mutual tie with an arc away from it, the others hold d.
    let triads = got.filter { $0.key.hasPrefix("triad_") }
    #expect(triads.count == 16)
    #expect(triads.values.reduce(0) { $0 + ($1.numeric ?? 0) } == 4)
  }

  @Test("what has no value in an undirected network is missing, not 0")
  func undirected() throws {
    let got = try values(try TinyRegions.region("a b c", "a-b b-c"))
    #expect(got["reciprocity"] == .missing)
    #expect(got.filter { $0.key.hasPrefix("triad_") && $0.value == .missing }.count == 16)
    #expect(got["ties"] == .integer(2) && got["mean_degree"] == .number(4.0 / 3))
  }

  @Test("nobody at all")
  func empty() throws {
    let got = try values(try TinyRegions.region("", ""))
    for name in ["density", "mean_degree", "diameter", "radius", "mean_distance", "transitivity"] {
      #expect(got[name] == .missing, "\(name)")
    }
    for name in ["nodes", "ties", "components", "isolates", "largest_component", "degeneracy"] {
      #expect(got[name] == .integer(0), "\(name)")
    }
  }

  @Test("with a roster only what was observed counts")
  func roster() throws {
    // a ↔ b, a → c, c silent: respondents' arcs 3 of 2·2 places; one pair in which both answered.
    let region = try TinyRegions.region("a b c", "a-b b-a a-c", directed: true) { draft in
      draft.roster = RegionTable([
        RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: true),
        RosterEntry(respondent: "c", answered: false),
      ])
    }
    let got = try values(region)
    #expect(got["density"] == .number(0.75))
    #expect(got["reciprocity"] == .number(1))
    #expect(got["mutual"] == .integer(1) && got["asymmetric"] == .integer(0))
    #expect(got["null"] == .integer(0))
  }

  @Test("JSON keeps the order asked for and gives the triads an object of their own")
  func json() throws {
    let region = try TinyRegions.region("a b c", "a-b b-c", directed: true)
    let analysis = try StructureAnalysis(
      of: try region.graph(),
      try Catalogue.networkMeasures(named: ["triad_census", "ties"])
    )
    #expect(analysis.json.pairs.map(\.0) == ["triad_census", "ties"])
    let census = analysis.json.pairs[0].1.pairs
    #expect(census.map(\.0).first == "003" && census.count == 16)
    #expect(census.first { $0.0 == "021C" }?.1 == .integer(1))
    #expect(analysis.json.pairs[1].1 == .integer(2))
  }
}
