import GraphCore
import LearningRegion
import RegionIndicators
import NetworkMetrics
import Testing

@testable import RegionAnalysis

@Suite("Measures per actor as a table")
struct CentralityAnalysisTests {
  /// a → b → c, a → c, d alone; c was asked and did not answer, d was never asked.
  private func surveyed(_ directed: Bool = true) throws -> Region {
    try TinyRegions.region("a b c d", "a-b b-c a-c", directed: directed) { draft in
      draft.roster = RegionTable([
        RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: true),
        RosterEntry(respondent: "c", answered: false),
      ])
    }
  }

  private func analysis(
    _ region: Region,
    _ names: [String],
    _ options: MeasureOptions = MeasureOptions()
  ) throws -> CentralityAnalysis {
    try CentralityAnalysis(
      of: try region.graph(),
      try Catalogue.nodeMeasures(named: names),
      options,
      naming: Naming(.everybody, of: region, seed: 1)
    )
  }

  @Test("id, label and a column per measure, in the order asked for, actors in their own")
  func layout() throws {
    let region = try TinyRegions.region(
      [.init("x", label: "The x"), .init("a"), .init("m")],
      "x-a",
      directed: true
    )
    let table = try analysis(region, ["out_degree", "degree", "constraint"]).table
    #expect(table.columns == ["id", "label", "out_degree", "degree", "constraint"])
    #expect(table.rows[0] == [.text("x"), .text("The x"), .integer(1), .integer(1), .number(1)])
    #expect(table.rows[1] == [.text("a"), .text("a"), .integer(0), .integer(1), .number(1)])
    // An isolate's constraint is 0/0.
    #expect(table.rows[2] == [.text("m"), .text("m"), .integer(0), .integer(0), .missing])
  }

  @Test(
    "what somebody who did not answer would have said is unknown, what others say of them is not"
  )
  func silence() throws {
    let own = ["degree", "out_degree", "strength", "out_strength", "closeness", "harmonic"]
    let others = ["in_degree", "in_strength", "in_closeness", "in_harmonic"]
    let table = try analysis(try surveyed(), own + others).table
    func value(_ row: Int, _ name: String) throws -> Cell {
      table.rows[row][try #require(table.column(name))]
    }
    for name in own {
      #expect(try value(2, name) == .missing, "\(name)")
      for row in [0, 1, 3] { #expect(try value(row, name) != .missing, "\(name)") }
    }
    for name in others { #expect(try value(2, name) != .missing, "\(name)") }
    #expect(try value(2, "in_degree") == .integer(2))
    #expect(try value(3, "degree") == .integer(0))
  }

  @Test("an undirected tie is there if either end reports it: nobody's value is unknown")
  func undirectedSilence() throws {
    let table = try analysis(try surveyed(false), ["degree", "closeness"]).table
    #expect(table.rows.map { $0[2] } == [2, 2, 2, 0].map { .integer($0) })
    #expect(!table.rows.contains { $0[3] == .missing })
  }

  @Test("normalised values are shares of the largest possible")
  func normalised() throws {
    var options = MeasureOptions()
    options.normalization = .normalized
    let region = try TinyRegions.region("a b c d", "a-b b-c c-d")
    let table = try analysis(region, ["degree", "betweenness", "harmonic"], options).table
    // The path of four: degrees 1 2 2 1 of 3; betweenness 0 2 2 0 of 3; harmonic (1+½+⅓)/3, (1+1+½)/3.
    let third = 1.0 / 3
    let wanted: [[Double]] = [
      [third, 2 * third, 2 * third, third], [0, 2 * third, 2 * third, 0],
      [11.0 / 18, 2.5 * third, 2.5 * third, 11.0 / 18],
    ]
    for (column, values) in wanted.enumerated() {
      for (row, value) in values.enumerated() {
        let got = try #require(table.rows[row][column + 2].numeric)
        #expect(abs(got - value) < 1e-12)
      }
    }
  }

  @Test("lengths change paths, weights change what has a weighted form")
  func weights() throws {
    // a–c directly is weaker (longer) than a–b–c.
    let region = try TinyRegions.region("a b c", "a-b:4 b-c:4 a-c:1")
    var options = MeasureOptions()
    #expect(try analysis(region, ["betweenness"], options).table.rows[1][2] == .number(0))
    options.lengths = .inverse
    #expect(try analysis(region, ["betweenness"], options).table.rows[1][2] == .number(1))
    let binary = try analysis(region, ["constraint"]).table.rows[0][2]
    options.ties = .weighted
    let weighted = try analysis(region, ["constraint"], options).table.rows[0][2]
    #expect(binary != weighted)
  }

  @Test("what was asked of measures that do not know it is said")
  func ignoredOptions() throws {
    let region = try TinyRegions.region("a b", "a-b")
    var options = MeasureOptions()
    options.normalization = .normalized
    options.ties = .weighted
    let names = ["degree", "strength", "constraint", "clustering", "core_number"]
    #expect(
      try analysis(region, names, options).notes.assumptions == [
        "--normalized changes nothing for constraint, clustering, core_number",
        "--weighted changes nothing for degree, core_number",
      ]
    )
    #expect(try analysis(region, ["degree"]).notes.assumptions.isEmpty)
  }

  @Test(
    "traits tell the truth about what options change",
    arguments: Catalogue.nodeMeasures.map(\.name)
  )
  func traits(name: String) throws {
    let measure = try #require(Catalogue.nodeMeasures.first { $0.name == name })
    let region = try TinyRegions.region(
      "a b c d e",
      "a-b:2 b-c:5 c-a:1 c-d:3 d-b:4",
      directed: true
    )
    var usual = MeasureOptions()
    // Leiden would find a single cluster.
    usual.clusters = Partition(labels: [0, 0, 1, 1, 1])
    var normalised = usual
    normalised.normalization = .normalized
    var weighted = usual
    weighted.ties = .weighted
    let plain = try analysis(region, [name], usual).table
    let shares = try analysis(region, [name], normalised).table
    #expect((shares != plain) == measure.traits.contains(.normalizable))
    let withWeights = try analysis(region, [name], weighted).table
    #expect((withWeights != plain) == measure.traits.contains(.weightedForm))
    var projection = GraphProjection()
    projection.weights = .unweighted
    let unweighted = try CentralityAnalysis(
      of: try region.graph(projection),
      [measure],
      usual,
      naming: Naming(.everybody, of: region, seed: 1)
    ).table
    #expect((unweighted != plain) == measure.traits.contains(.weightedByDefault))
  }

  @Test(
    "every measure of the catalogue can be taken of every tiny network, and is finite or missing"
  )
  func everything() throws {
    for (ids, ties) in [
      ("", ""), ("a", ""), ("a b", ""), ("a b", "a-b"), ("a b c d", "a-b b-a c-c"),
    ] {
      for directed in [true, false] {
        let region = try TinyRegions.region(ids, ties, directed: directed)
        // Not every measure is defined where there is no cycle: those are left out with a warning.
        let table = try CentralityAnalysis(
          of: try region.graph(),
          try Catalogue.nodeMeasures(named: ["all"]),
          naming: Naming(.everybody, of: region, seed: 1),
          failures: .warn
        ).table
        #expect(table.columns.count == 2 + Catalogue.nodeMeasures.count)
        #expect(table.rows.count == ids.split(separator: " ").count)
        for cell in table.rows.flatMap({ $0 }) {
          if let number = cell.numeric { #expect(number.isFinite) }
        }
      }
    }
  }

  @Test("measures of one network taken together equal measures taken one by one")
  func together() throws {
    let region = try Fixtures.region("krackhardt-managers")
    let naming = Naming(.everybody, of: region, seed: 1)
    let graph = try region.graph()
    let all = try CentralityAnalysis(of: graph, Catalogue.nodeMeasures, naming: naming).table
    for (place, measure) in Catalogue.nodeMeasures.enumerated() {
      let one = try CentralityAnalysis(of: graph, [measure], naming: naming).table
      #expect(one.rows.map { $0[2] } == all.rows.map { $0[place + 2] }, "\(measure.name)")
    }
  }

  @Test("estimates stand with an error each, and what is known of them is said")
  func estimates() throws {
    let ids = (0..<60).map { "n\($0)" }
    let ring = ids.indices.map {
      "\(ids[$0])-\(ids[($0 * 7 + 1) % 60]) \(ids[$0])-\(ids[($0 + 1) % 60])"
    }
    let region = try TinyRegions.region(
      ids.joined(separator: " "),
      ring.joined(separator: " ")
    )
    var options = MeasureOptions()
    options.approximation = Approximation()
    options.approximation?.samples = 20
    let names = ["degree", "closeness", "in_closeness", "harmonic", "in_harmonic", "betweenness"]
    let exact = try analysis(region, names).table
    let found = try analysis(region, names, options)
    #expect(
      found.table.columns == ["id", "label"] + names + names.dropFirst().map { $0 + "_error" }
    )
    for (place, name) in names.enumerated() where name != "degree" {
      let column = try #require(found.table.column(name + "_error"))
      for (row, truth) in zip(found.table.rows, exact.rows) {
        let value = try #require(row[place + 2].numeric)
        let error = try #require(row[column].numeric)
        let wanted = try #require(truth[place + 2].numeric)
        #expect(error > 0 && abs(value - wanted) <= error, "\(name)")
      }
    }
    let said = found.notes.assumptions
    #expect(said.contains("--approximate changes nothing for degree"))
    #expect(
      said.contains {
        $0.hasPrefix("betweenness is estimated from 20 random shortest paths (seed 20261123)")
          && $0.contains("certainty of 90 %")
      }
    )
    // As few actors as this are all drawn where a small error is asked for.
    options.approximation = Approximation()
    let all = try analysis(region, ["closeness", "harmonic"], options)
    #expect(all.notes.assumptions.filter { $0.contains("came out exact") }.count == 2)
    #expect(all.table.rows.allSatisfy { $0[4] == .number(0) && $0[5] == .number(0) })
  }

  @Test("participation in the clusters of a column, by hand")
  func participation() throws {
    // a is tied to b of its own team and to c and d of the other.
    let region = try TinyRegions.region("a b c d", "a-b a-c a-d") { draft in
      draft.actors.attributes = [TinyRegions.column("team", ["x", "x", "y", "y"])]
    }
    let graph = try region.graph()
    var options = MeasureOptions()
    options.clusters = try Grouping(by: "team", of: region, graph).partition
    let found = try CentralityAnalysis(
      of: graph,
      try Catalogue.nodeMeasures(named: ["participation", "within_module_z"]),
      options,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    guard case .number(let a) = found.table.rows[0][2] else {
      Issue.record("no participation")
      return
    }
    let wanted: Double = 4.0 / 9
    #expect(abs(a - wanted) < 1e-12)
    #expect(found.table.rows[1][2] == .number(0))
    // Both of x have one tie inside, both of y none: nothing varies.
    #expect(found.table.rows.allSatisfy { $0[3] == .missing })
    #expect(found.notes.assumptions.allSatisfy { !$0.contains("Leiden") })
  }

  @Test("all measures at once, and mutual ties that conduct once where weights do not count")
  func all() throws {
    let region = try TinyRegions.region("a b c", "a-b b-a b-c c-b", directed: true)
    let graph = try region.graph()
    let found = try CentralityAnalysis(
      of: graph,
      try Catalogue.nodeMeasures(named: ["all"]),
      naming: Naming(.everybody, of: region, seed: 1)
    )
    #expect(found.table.columns.count == 2 + Catalogue.nodeMeasures.count)
    let column = try #require(found.table.column("information"))
    // A path of three: resistances 1 and 2 from its end.
    guard case .number(let end) = found.table.rows[0][column] else {
      Issue.record("no information")
      return
    }
    #expect(abs(end - 1.0 / 3) < 1e-12)
    #expect(found.notes.assumptions.contains { $0.contains("Leiden clusters") })
  }
}
