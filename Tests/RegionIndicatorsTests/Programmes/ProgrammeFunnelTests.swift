import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Funnels of programmes")
struct ProgrammeFunnelTests {
  private let funnel = ProgrammeFunnel(
    id: "p",
    label: "P",
    stages: [.init("began", 80), .init("passed", 63), .init("asked", nil), .init("took", 15)]
  )

  @Test("from stage to stage, over the unknown one, and overall")
  func conversions() throws {
    // 63/80 = .7875 and 15/63; overall 15/80 = .1875.
    #expect(funnel.steps.map(\.share) == [63.0 / 80, 15.0 / 63])
    #expect(funnel.steps.map(\.to) == [1, 3])
    let overall = try #require(funnel.overall)
    #expect(overall.share == 0.1875 && overall.n == 80)
    // Wilson for 15 of 80: (.1875 + 3.8415/160 ± 1.96·√(.1875·.8125/80 + 3.8415/25600)) / (1 + 3.8415/80) = .1170 … .2866.
    let interval = try #require(overall.interval)
    #expect(abs(interval.lowerBound - 0.1170) < 5e-4 && abs(interval.upperBound - 0.2866) < 5e-4)
    #expect(funnel.conversion(from: 1, to: 2) == nil)
  }

  @Test("figures that are about something, and growing counts, have no interval")
  func noInterval() {
    let about = ProgrammeFunnel(
      id: "a",
      label: "A",
      stages: [.init("first", 450, isAbout: true), .init("last", 30)]
    )
    #expect(about.overall?.interval == nil && about.overall?.share == 30.0 / 450)
    let growing = ProgrammeFunnel(id: "g", label: "G", stages: [.init("a", 3), .init("b", 6)])
    #expect(growing.overall?.share == 2 && growing.overall?.interval == nil)
  }

  @Test("nobody at the first stage, one stage, no stage")
  func degenerate() {
    let none = ProgrammeFunnel(id: "n", label: "N", stages: [.init("a", 0), .init("b", 0)])
    #expect(none.overall == nil && none.steps.isEmpty)
    #expect(ProgrammeFunnel(id: "o", label: "O", stages: [.init("a", 3)]).overall == nil)
    #expect(ProgrammeFunnel(id: "e", label: "E", stages: []).steps.isEmpty)
  }

  @Test("stages by their order, figures marked in a column of the user's own")
  func reading() throws {
    let region = try SmallRegions.region(types: [], "", directed: false) { draft in
      draft.programmes.rows = [Programme(id: "q"), Programme(id: "p")]
      draft.funnel.rows = [
        FunnelStep(programme: "p", stage: "end", order: 2, count: 7),
        FunnelStep(programme: "p", stage: "start", order: 1, count: 140),
      ]
      var about = AttributeColumn(name: "About")
      about.values[1] = "yes"
      draft.funnel.attributes = [about]
    }
    let funnels = ProgrammeFunnel.all(of: region)
    #expect(funnels.map(\.id) == ["p"])
    #expect(funnels[0].stages == [.init("start", 140, isAbout: true), .init("end", 7)])
  }

  @Test("published funnels: 30 of about 450, 7 of about 140, 15 of 80")
  func references() throws {
    let shares = ReferenceFunnels.all.map { $0.funnel.overall?.share }
    #expect(shares == [30.0 / 450, 0.05, 0.1875])
    #expect(
      ReferenceFunnels.all.map { $0.funnel.overall?.interval != nil } == [false, false, true]
    )
  }
}
