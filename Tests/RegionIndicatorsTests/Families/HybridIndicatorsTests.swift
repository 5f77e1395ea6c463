import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Hybrids")
struct HybridIndicatorsTests {
  /// Adoptions written `0 scrum 2 2024` (who, what, from whom or `external`, when); `-` is nothing.
  private func input(types: [String?], _ lines: String...) throws -> IndicatorInput {
    let region = try SmallRegions.region(types: types, "", directed: true) { draft in
      draft.adoptions.rows = lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        var adoption = Adoption(actor: words[0], practice: words[1])
        if words[2] != "-" { adoption.source = AdoptionSource(words[2]) }
        adoption.date = words.count > 3 ? Day(words[3]) : nil
        return adoption
      }
    }
    return try IndicatorInput(region)
  }

  private let types: [String?] = ["enterprise", "enterprise", "school", "consultant"]

  @Test("from a school twice, a firm and outside")
  func byHand() throws {
    let input = try input(
      types: types,
      "0 a 2",
      "0 b 2",
      "0 c 1",
      "0 d external",
      "0 e -",
      "1 a 3"
    )
    let mixes = input.sourceMixes()
    #expect(mixes.map(\.actor) == [0, 1] && mixes.map(\.adoptions) == [4, 1])
    // p = ½ (school), ¼ (firm), ¼ (outside): Blau 1 − (¼ + 2/16) = .625; e^H = 2^1.5.
    #expect(mixes[0].blau == 0.625 && mixes[0].externalShare == 0.25)
    #expect(abs(mixes[0].effectiveSources - 2.8284271247461903) < 1e-12)
    // School and firm differ in type and sphere: d = 1 everywhere, as Blau.
    #expect(abs(mixes[0].raoStirling - 0.625) < 1e-12)
  }

  @Test("sources that agree in sphere are nearer")
  func distances() throws {
    // A firm and a consultant share the sphere and not the type: d = ½; 2·½·½·½ = .25.
    let mixes = try input(types: types, "2 a 0", "2 b 3").sourceMixes()
    #expect(mixes[0].raoStirling == 0.25 && mixes[0].blau == 0.5)
    let unknown = try input(types: [nil, nil, nil], "2 a 0", "2 b 1").sourceMixes()
    #expect(unknown[0].raoStirling == 0.5)
  }

  @Test("how practices spread")
  func curves() throws {
    let input = try input(
      types: types,
      "0 a - 2024-02",
      "1 a - 2023",
      "2 a - 2024-02",
      "2 a - 2025",
      "3 a -",
      "0 b -"
    )
    let curves = input.spreadCurves()
    #expect(curves.map(\.practice) == ["a", "b"] && curves.map(\.adopters) == [4, 1])
    #expect(curves[0].steps.map(\.date) == ["2023", "2024-02"].compactMap { Day($0) })
    #expect(curves[0].steps.map(\.adopters) == [1, 3])
    let more = try HybridIndicators.indicators(input, RunControl())
    #expect(more[2].outcome == .tooFew(n: 2, minimum: 3))
  }

  @Test("shares of the region")
  func shares() throws {
    let input = try input(
      types: types,
      "0 a 2",
      "0 b external",
      "1 a 0",
      "1 c external",
      "2 a 1",
      "2 d 0"
    )
    let found = try HybridIndicators.indicators(input, RunControl())
    #expect(abs((found[1].value ?? 0) - 1.0 / 3) < 1e-12 && found[1].measurement?.n == 6)
    #expect(found[2].value == 0.25 && found[2].parts[0].value == 3)
  }

  @Test("nothing there")
  func missing() throws {
    let empty = try IndicatorInput(try Region(RegionDraft()))
    for indicator in try HybridIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
      #expect(gaps[0].file == "adoptions.csv")
    }
  }
}
