import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("What a reader has to know")
struct AnalysisNotesTests {
  private func notes(
    _ region: Region,
    _ traits: MeasureTraits = [.paths],
    _ minimum: Double = 0.7,
    change: (inout GraphProjection) -> Void = { _ in }
  ) throws -> AnalysisNotes {
    var projection = GraphProjection()
    change(&projection)
    return AnalysisNotes(
      of: try region.graph(projection),
      traits: traits,
      minimumResponse: minimum
    )
  }

  @Test("nothing assumed, nothing said")
  func silence() throws {
    let region = try TinyRegions.region("a b", "a-b")
    #expect(try notes(region) == AnalysisNotes())
  }

  @Test("the direction that nobody gave")
  func direction() throws {
    let region = try TinyRegions.region("a b", "a-b", directed: nil)
    let text = try notes(region).assumptions
    #expect(text.count == 1 && text[0].hasPrefix("tie: taken as directed"))
    #expect(try notes(region) { $0.direction = .undirected }.assumptions.isEmpty)
  }

  @Test("loops and parallel ties, in the singular and the plural")
  func merged() throws {
    let one = try notes(try TinyRegions.region("a b", "a-b a-b a-a")).assumptions
    #expect(one.count == 2)
    #expect(one[0].hasPrefix("1 tie from") && one[1].hasPrefix("1 parallel tie "))
    let two = try notes(try TinyRegions.region("a b", "a-b a-b a-b a-a b-b")).assumptions
    #expect(two[0].hasPrefix("2 ties from") && two[1].hasPrefix("2 parallel ties "))
  }

  @Test("the wave that was taken because nobody chose one")
  func waves() throws {
    let region = try TinyRegions.region("a b", "") { draft in
      for wave in ["2019", "2020"] {
        var tie = Tie(source: 0, target: 0)
        tie.wave = draft.waveIndex(wave)
        draft.appendTie(from: "a", to: "b", tie)
      }
    }
    #expect(
      try notes(region).assumptions == [
        "wave 2020, the last one (--wave chooses another, --wave all unites them)"
      ]
    )
    #expect(try notes(region) { $0.wave = .named("2019") }.assumptions.isEmpty)
    #expect(try notes(region) { $0.wave = .all }.assumptions == ["1 parallel tie added to others"])
  }

  @Test("how many answered, and a warning where too few did for paths")
  func responses() throws {
    let region = try TinyRegions.region("a b c", "a-b", directed: true) { draft in
      draft.roster = RegionTable([
        RosterEntry(respondent: "a", answered: true), RosterEntry(respondent: "b", answered: true),
        RosterEntry(respondent: "c", answered: false),
      ])
    }
    let said = try notes(region)
    #expect(said.assumptions == ["2 of 3 actors that were asked answered (67 %)"])
    #expect(said.warnings == ["only 67 % answered: values that rest on paths may be far off"])
    #expect(try notes(region, []).warnings.isEmpty)
    #expect(try notes(region, [.paths], 0.66).warnings.isEmpty)
    #expect(try notes(region, [.paths], 2.0 / 3).warnings.isEmpty)
  }

  @Test("how many ties both ends report")
  func confirmation() throws {
    let region = try TinyRegions.region("a b c", "a-b b-a a-c") { draft in
      draft.roster = RegionTable(
        ["a", "b", "c"].map { RosterEntry(respondent: $0, answered: true) }
      )
    }
    #expect(try notes(region).assumptions.contains("50 % of the ties are reported by both ends"))
  }

  @Test("a network without actors is no network")
  func empty() throws {
    let region = try TinyRegions.region("a b", "a-b")
    let said = try notes(region) { $0.filters = [ActorFilter(column: "id", value: "nobody")] }
    #expect(said.warnings.count == 1 && said.warnings[0].hasPrefix("no actor is left"))
  }

  @Test("distances are not read as strengths without a word")
  func distances() throws {
    let region = try TinyRegions.region("a b", "") { draft in
      var far = Relation(name: "distance")
      far.directed = false
      draft.relations = [far]
      draft.appendTie(from: "a", to: "b", Tie(source: 0, target: 0, relation: 0, weight: 12))
    }
    func said(_ traits: MeasureTraits) throws -> [String] {
      try notes(region, traits) { $0.relations = .named(["distance"]) }.warnings
    }
    #expect(try said([.weightedByDefault]).count == 1)
    #expect(try said([.paths]).isEmpty)
  }

  @Test("several runs are told apart")
  func runs() {
    var one = AnalysisNotes()
    one.assumptions = ["x"]
    one.warnings = ["y"]
    var all = AnalysisNotes()
    all.add(one, of: [("relation", .text("trust")), ("wave", .text("2019"))])
    all.add(one)
    #expect(all.assumptions == ["relation trust, wave 2019: x", "x"])
    #expect(all.warnings == ["relation trust, wave 2019: y", "y"])
  }
}
