import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Boundaries")
struct BoundaryIndicatorsTests {
  /// Two full circles of five joined by the tie 4–5; the first four live in A, the others in B.
  private func input(
    place: (Int) -> String? = { $0 < 4 ? "A" : "B" }
  ) throws -> IndicatorInput {
    var ties = ["4-5"]
    for start in [0, 5] {
      for a in start..<(start + 5) { for b in start..<a { ties.append("\(b)-\(a)") } }
    }
    let region = try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: 10),
      ties.joined(separator: " "),
      directed: false
    ) { draft in
      var column = AttributeColumn(name: "municipality")
      for row in 0..<10 { column.values[row] = place(row) }
      draft.actors.attributes = [column]
    }
    return try IndicatorInput(region, permutations: 99)
  }

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try BoundaryIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("two circles: E-I, conductance and levels by hand")
  func byHand() throws {
    let input = try input()
    let index = try #require(try value("cluster_ei_index", input).measurement)
    // One of 21 ties crosses: (1 − 20)/21; by chance 1 − 2·(2·5·4)/(10·9) = 1/9.
    #expect(abs(index.value + 19.0 / 21) < 1e-12)
    #expect(abs((index.chance ?? 0) - 1.0 / 9) < 1e-12 && (index.p ?? 1) <= 0.05)
    // Cut 1 over a volume of 21 tie ends.
    let open = try value("cluster_conductance", input)
    #expect(abs((open.value ?? 0) - 1.0 / 21) < 1e-12 && open.measurement?.n == 2)
    let levels = try value("levels", input)
    #expect(levels.value == 1)
    #expect(levels.statements[0].text(.english) { _ in "" }.contains("2 clusters of 5, 5"))
  }

  @Test("somebody without ties is no cluster to a reader")
  func alone() throws {
    let region = try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: 8),
      "0-1 1-2 0-2 3-4 4-5 3-5 2-3",
      directed: false
    )
    let index = try value("cluster_ei_index", try IndicatorInput(region, permutations: 9))
    #expect(index.statements[0].text(.english) { _ in "" }.hasPrefix("2 clusters; "))
    #expect(index.statements[0].text(.norwegian) { _ in "" }.hasPrefix("2 klynger; "))
  }

  @Test("clusters against municipalities: one actor lives across the border")
  func administration() throws {
    let fit = try value("administrative_fit", input())
    // I = H(C) − H(C|A) with C = 5/5, A = 4/6: H(C|A) = .6·H(1/6) = .6·.650022 = .390013; H(A) = .970951.
    #expect(abs((fit.value ?? 0) - (1 - 0.390013) / ((1 + 0.970951) / 2)) < 1e-5)
    #expect(fit.statements[0].text(.english) { _ in "" }.hasPrefix("1 of 2 clusters"))
    let exact = try value("administrative_fit", input { $0 < 5 ? "A" : "B" })
    #expect(abs((exact.value ?? 0) - 1) < 1e-12 && abs((exact.parts[1].value ?? 0) - 1) < 1e-12)
  }

  @Test("nobody's place, nobody's ties")
  func missing() throws {
    #expect(
      try value("administrative_fit", input { _ in nil }).outcome == .tooFew(n: 0, minimum: 5)
    )
    let empty = try IndicatorInput(try Region(RegionDraft()))
    for indicator in try BoundaryIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
    }
  }
}
