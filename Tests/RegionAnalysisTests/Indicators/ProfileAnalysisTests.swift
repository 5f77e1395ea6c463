import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("The profile of a learning region")
struct ProfileAnalysisTests {
  private func profile(
    _ region: Region,
    _ rule: Naming.Rule = .organisations,
    families: [IndicatorFamily] = IndicatorFamily.all
  ) throws -> ProfileAnalysis {
    try ProfileAnalysis(
      of: try IndicatorInput(region, permutations: 19),
      families: families,
      naming: Naming(rule, of: region, seed: 1)
    )
  }

  /// Ten actors around a person, who has all the ties.
  private func star() throws -> Region {
    try TinyRegions.region(
      [.init("kari", label: "Kari Nordmann", type: "person")]
        + (0..<10).map {
          .init("o\($0)", label: "Org | \($0)", type: $0 < 5 ? "enterprise" : "university")
        },
      (0..<10).map { "kari-o\($0)" }.joined(separator: " ") + " o0-o1 o1-o2"
    )
  }

  @Test("every indicator has a row, measured or with what it would take")
  func rows() throws {
    let table = try profile(try star()).table(parts: false)
    let names = IndicatorFamily.all.flatMap { family in family.texts.map(\.name) }
    let shown = table.rows.map { $0[1].forReading }
    #expect(shown.filter(names.contains) == names)
    // What else stands there are measures of the network, which are explained as such.
    #expect(shown.allSatisfy { Catalogue.entry($0) != nil })
    let outcome = try #require(table.column("outcome"))
    let value = try #require(table.column("value"))
    let needs = try #require(table.column("needs"))
    for row in table.rows {
      #expect((row[outcome] == .text("measured")) == (row[value] != .missing))
      if row[outcome] == .text("not_measured") {
        #expect(row[needs].forReading.contains(".csv"), "\(row)")
      }
    }
    #expect(table.rows.contains { $0[outcome] == .text("measured") })
  }

  @Test("parts have rows of their own, below their indicator")
  func parts() throws {
    let table = try profile(try star()).table(parts: true)
    let place = try #require(table.column("part"))
    #expect(table.rows.contains { $0[place] != .missing })
    #expect(table.rows.count > (try profile(try star()).table(parts: false)).rows.count)
  }

  @Test("no person is named anywhere, in either language, unless asked for")
  func persons() throws {
    let found = try profile(try star())
    for language in IndicatorLanguage.allCases {
      let texts = [
        found.terminal(language), found.markdown(language, title: "T"),
        found.json(language, parts: true).text(), found.table(parts: true).csv(.off),
      ]
      for text in texts { #expect(!text.contains("Kari") && !text.contains("kari")) }
    }
    let hidden = try profile(try star(), .nobody)
    #expect(!hidden.json(.english, parts: true).text().contains("Org"))
  }

  @Test("the page: sentences below values, and what is missing at the end")
  func page() throws {
    let found = try profile(try star())
    let page = found.terminal(.english)
    #expect(page.contains("Stage of growth\n  Stage of growth: 100 % (n = 11 actors)\n"))
    #expect(page.contains("      hub and spoke; centralization of betweenness is"))
    let missing = try #require(page.components(separatedBy: "Not measured\n").last)
    #expect(
      missing.contains(
        "Innovations that grew out of others: Not measured; it takes innovations.csv"
      )
    )
    let norwegian = found.terminal(.norwegian)
    #expect(norwegian.contains("Vekststadium") && norwegian.contains("Ikke målt\n"))
  }

  @Test("Markdown keeps names from ending a cell")
  func markdown() throws {
    let page = try profile(try star()).markdown(.english, title: "A | B")
    #expect(page.hasPrefix("# Learning-region profile: A \\| B\n"))
    #expect(page.contains("\n## Not measured\n"))
    #expect(!page.contains("Org | "))
  }

  @Test("a family that fails is said to, the others stay")
  func failure() throws {
    let bad = IndicatorFamily(
      13,
      "bad",
      Words("Bad", "Dårlig"),
      IndicatorFamily.all[0].texts
    ) { (_, _) throws(MetricError) in
      throw .negativeWeight(source: 0, target: 1, weight: -1)
    }
    let good = try #require(IndicatorFamily.all.first { $0.name == "growth" })
    let found = try profile(try star(), families: [bad, good])
    #expect(found.sections.map { $0.failure != nil } == [true, false])
    #expect(found.notes.warnings.contains { $0.hasPrefix("bad: ") })
    let outcome = try #require(found.table(parts: false).column("outcome"))
    #expect(found.table(parts: false).rows[0][outcome] == .text("undefined"))
    #expect(found.terminal(.english).contains("Bad: the tie from node"))
    let stopped = RunControl()
    stopped.cancel()
    #expect(throws: MetricError.cancelled) {
      try ProfileAnalysis(
        of: try IndicatorInput(try star()),
        naming: Naming(.everybody, of: try star(), seed: 1),
        control: stopped
      )
    }
  }

  @Test("families by their name or an indicator's, each once, by number")
  func choosing() throws {
    let chosen = try ProfileAnalysis.families(named: ["stability", "growth_stage", "growth"])
    #expect(chosen.map(\.name) == ["growth", "stability"])
    #expect(throws: UnknownName.self) { try ProfileAnalysis.families(named: ["grwth"]) }
  }

  @Test("nobody, one actor: nothing is measured and nothing fails")
  func small() throws {
    for ids in ["", "a"] {
      let found = try profile(try TinyRegions.region(ids, ""))
      #expect(found.sections.allSatisfy { $0.failure == nil }, "\(found.notes.warnings)")
      #expect(!found.terminal(.english).contains("  nan"))
    }
  }
}
