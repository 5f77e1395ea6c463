import LearningRegion
import NetworkFormats
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("Funnels as a table")
struct FunnelAnalysisTests {
  @Test("a region's own first, the published ones after it, unknown counts passed over")
  func table() throws {
    let region = try TinyRegions.region("a", "") { draft in
      draft.programmes.rows = [Programme(id: "p")]
      draft.funnel.rows = [
        FunnelStep(programme: "p", stage: "began", order: 1, count: 40),
        FunnelStep(programme: "p", stage: "asked", order: 2, count: nil),
        FunnelStep(programme: "p", stage: "ended", order: 3, count: 10),
      ]
    }
    let found = FunnelAnalysis(of: region)
    #expect(found.table.rows.count == 3 + 10 && found.notes.warnings.isEmpty)
    #expect(found.notes.assumptions.count == 3)
    let ended = found.table.rows[2]
    let place = try #require(found.table.column("from_previous"))
    #expect(ended[place] == .number(0.25) && ended[place + 3] == .number(0.25))
    #expect(found.table.rows[1][place] == .missing && found.table.rows[0][place] == .missing)
    #expect(FunnelAnalysis(of: region, withPublished: false).table.rows.count == 3)
  }

  @Test("a region without one says what it takes")
  func missing() throws {
    let found = FunnelAnalysis(of: try TinyRegions.region("a", ""))
    #expect(found.notes.warnings.first?.contains("funnel.csv") == true)
    #expect(found.table.rows.allSatisfy { $0[0] == .text("published") })
  }

  @Test("the data set of published funnels holds the figures that are built in")
  func dataset() throws {
    let region = try Fixtures.region("reference-funnels")
    #expect(ProgrammeFunnel.all(of: region) == ReferenceFunnels.all.map(\.funnel))
    #expect(FunnelAnalysis(of: region).table.rows.allSatisfy { $0[0] == .text("data") })
  }
}
