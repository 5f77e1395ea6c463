import Foundation
import Testing

@testable import RegionAnalysis

@Suite("Clusters against a column")
struct ClusterComparisonTests {
  private func comparison(_ rule: Naming.Rule = .everybody) throws -> ClusterComparison {
    try #require(try TwoTriangles.study(.truss(k: 3), compare: "town", rule).comparison)
  }

  @Test("agreement over those with a value, from the definitions")
  func agreement() throws {
    let found = try comparison()
    #expect(found.column == "town" && found.compared == 5 && found.left == 2)
    // Clusters {a b c} {x y} against {a b} {c x y}: overlaps 2, 1, 2 of five.
    let entropy = -(0.6 * log2(0.6) + 0.4 * log2(0.4))
    let information = 0.8 * log2(0.4 / 0.24) + 0.2 * log2(0.2 / 0.36)
    let agreement = try #require(found.agreement)
    #expect(abs(agreement.normalizedMutualInformation - information / entropy) < 1e-12)
    #expect(abs(agreement.variationOfInformation - 2 * (entropy - information)) < 1e-12)
    // Pairs together in both: ab, xy. Expected 4·4/10.
    #expect(abs(agreement.adjustedRandIndex - (2 - 1.6) / (4 - 1.6)) < 1e-12)
    #expect(found.notes.warnings == ["2 actors have no town and are left out of the comparison"])
  }

  @Test("the values of each cluster, and who is not of the usual one")
  func straddling() throws {
    let found = try comparison()
    #expect(found.values.columns == ["cluster", "size", "value", "actors", "share"])
    #expect(
      found.values.rows[0].prefix(4) == [.integer(1), .integer(3), .text("Bergen"), .integer(2)]
    )
    #expect(
      found.values.rows[1].prefix(4) == [.integer(1), .integer(3), .text("Voss"), .integer(1)]
    )
    #expect(
      found.values.rows[2] == [.integer(2), .integer(3), .text("Voss"), .integer(2), .number(1)]
    )
    #expect(found.straddlingClusters == 1)
    #expect(
      found.straddlers.rows == [
        [.text("c"), .text("c"), .integer(1), .text("Voss"), .text("Bergen"), .number(0.5)]
      ]
    )
  }

  @Test("where nobody is named, neither are groups of fewer than five")
  func hidden() throws {
    let found = try comparison(.nobody)
    #expect(found.values.rows.allSatisfy { $0[2] == .missing })
    #expect(found.straddlers.rows.allSatisfy { $0[3] == .missing && $0[4] == .missing })
  }

  @Test("clusters that overlap have values and straddlers but no agreement")
  func overlapping() throws {
    let found = try #require(try TwoTriangles.study(.links, compare: "town").comparison)
    #expect(found.agreement == nil)
    // The bridge c–x is a cluster of two from Voss.
    #expect(
      found.values.rows.last == [.integer(3), .integer(2), .text("Voss"), .integer(2), .number(1)]
    )
  }

  @Test("a column that is not there")
  func unknown() {
    #expect(throws: (any Error).self) { try TwoTriangles.study(compare: "county") }
  }
}
