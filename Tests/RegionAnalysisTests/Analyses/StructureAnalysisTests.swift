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

  @Test("how ties run between the groups of a column")
  func groups() throws {
    // Inside x: a → b, inside y: d → e; between: b → d, e → a; f has no group.
    let region = try TinyRegions.region(
      "a b d e f",
      "a-b d-e b-d e-a f-a",
      directed: true
    ) { draft in
      draft.actors.attributes = [TinyRegions.column("team", ["x", "x", "y", "y", nil])]
    }
    let graph = try region.graph()
    var options = MeasureOptions()
    options.groups = try MeasureGroups(
      by: "team",
      of: region,
      graph,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    let analysis = try StructureAnalysis(
      of: graph,
      try Catalogue.networkMeasures(named: ["all"], including: .groups),
      options
    )
    var got: [String: Cell] = [:]
    for row in analysis.table.rows { got[row[0].forReading] = row[1] }
    #expect(got["ei_index"] == .number(0))
    #expect(got["ei_index_expected"] == .number(1.0 - 8.0 / 12))
    #expect(got["ei_index_of_x"] == .number(1.0 / 3))
    #expect(got["assortativity_team"] == .number(0))
    #expect(got["mixing_x:y"] == .integer(1) && got["mixing_y:y"] == .integer(1))
    guard case .number(let p) = got["ei_index_p"] else {
      Issue.record("no p")
      return
    }
    #expect(p > 0 && p <= 1)
    #expect(analysis.notes.warnings.contains { $0.contains("1 actor has no team") })
    #expect(analysis.json.pairs.map(\.0).contains("assortativity_team"))
  }

  @Test("ties that say reports to are turned for Krackhardt's measures alone")
  func reportsUpward() throws {
    // c and d report to b, b and e to a: downward a tree, upward nobody reaches two.
    let region = try TinyRegions.region("a b c d e", "c-b d-b b-a e-a", directed: true)
    func lub(_ ranks: RankDirection) throws -> Cell {
      var options = MeasureOptions()
      options.ranks = ranks
      let analysis = try StructureAnalysis(
        of: try region.graph(),
        try Catalogue.networkMeasures(named: ["krackhardt_lub"]),
        options
      )
      return analysis.table.rows[0][1]
    }
    #expect(try lub(.upward) == .number(1))
    // As given, c reaches b and a, and so on: (c,b), (c,a), (d,b), (d,a), (b,a), (e,a) have bounds, 4 of 10 pairs do not.
    #expect(try lub(.downward) == .number(1 - 4.0 / 6))
  }

  @Test("the order of the table")
  func order() throws {
    let names = Catalogue.networkMeasures.map(\.name)
    let wanted = [
      "nodes", "ties", "density", "mean_degree", "components", "strong_components",
      "largest_component", "isolates", "diameter", "radius", "mean_distance", "global_efficiency",
      "reciprocity", "mutual", "asymmetric", "null", "triad_census", "transitivity",
      "mean_clustering", "degeneracy", "articulation_points", "bridges", "biconnected_components",
      "assortativity_degree", "centralization_degree", "centralization_in_degree",
      "centralization_out_degree", "centralization_betweenness", "centralization_closeness",
      "krackhardt_connectedness", "krackhardt_hierarchy", "krackhardt_efficiency",
      "krackhardt_lub", "flow_hierarchy", "ei_index", "assortativity", "mixing", "core_periphery",
      "small_world",
    ]
    #expect(names.filter(wanted.contains) == wanted)
  }

  @Test(
    "a measure that the network does not allow ends the analysis, or is left out with a warning"
  )
  func failures() throws {
    let region = try TinyRegions.region("a b c", "a-b b-c", directed: true)
    let graph = try region.graph()
    let naming = Naming(.everybody, of: region, seed: 1)
    let measures = try Catalogue.nodeMeasures(named: ["eigenvector", "katz", "degree"])
    #expect(throws: (any Error).self) {
      try CentralityAnalysis(of: graph, measures, naming: naming)
    }
    let found = try CentralityAnalysis(of: graph, measures, naming: naming, failures: .warn)
    #expect(found.notes.warnings.count == 2)
    #expect(found.table.rows.map { $0[2] } == [.missing, .missing, .missing])
    #expect(found.table.rows.map { $0[4] } == [.integer(1), .integer(2), .integer(1)])
    // Whoever gives a value of alpha hears what is wrong with it.
    var options = MeasureOptions()
    options.alpha = -1
    #expect(throws: (any Error).self) {
      try CentralityAnalysis(of: graph, measures, options, naming: naming, failures: .warn)
    }
  }

  @Test("small worlds and cores: every key, missing where they mean nothing")
  func comparisons() throws {
    let names = ["small_world", "core_periphery"]
    // Two triangles that share nothing but a tie, and a tail.
    let got = try values(
      try TinyRegions.region("a b c d e f g", "a-b b-c c-a c-d d-e e-f f-d f-g"),
      names
    )
    #expect(got["core_periphery_search"] == .text("exact"))
    #expect(got["small_world_clustering"] != .missing && got["small_world_sigma"] != nil)
    let none = try values(try TinyRegions.region("a b", ""), names)
    #expect(Set(none.keys) == Set(got.keys))
    #expect(none.values.allSatisfy { $0 == .missing })
  }
}
