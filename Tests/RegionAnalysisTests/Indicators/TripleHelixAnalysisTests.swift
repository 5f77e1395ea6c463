import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("The triple helix as tables")
struct TripleHelixAnalysisTests {
  /// The third attribute is the exclusive or of the first two; places 0 and 1 lie in the county A.
  private func region(_ times: Int, change: (inout RegionDraft) -> Void = { _ in }) throws -> Region
  {
    try TinyRegions.region("", "") { draft in
      var (town, county, size) = (
        AttributeColumn(name: "municipality"), AttributeColumn(name: "county"),
        AttributeColumn(name: "size_class")
      )
      for number in 0..<(4 * times) {
        var actor = Actor(id: "a\(number)")
        let (a, b) = (number % 2, number / 2 % 2)
        actor.type = b == 0 ? "enterprise" : "university"
        town.values[number] = "t\(a)"
        county.values[number] = "A"
        size.values[number] = a == b ? "small" : "large"
        draft.actors.append(actor)
      }
      draft.actors.attributes = [town, county, size]
      change(&draft)
    }
  }

  private func analysis(
    _ region: Region,
    change: (inout TripleHelixAnalysis.Request) -> Void = { _ in }
  ) throws -> TripleHelixAnalysis {
    var request = TripleHelixAnalysis.Request()
    request.permutations = 99
    change(&request)
    return try TripleHelixAnalysis(
      of: region,
      request,
      naming: Naming(.everybody, of: region, seed: 1)
    )
  }

  private func value(_ found: TripleHelixAnalysis, _ name: String) -> Double? {
    found.table.rows.first { $0[0] == .text(name) }?[1].numeric
  }

  @Test("T, chance and p of the usual columns")
  func usual() throws {
    let found = try analysis(try region(6))
    #expect(abs((value(found, "transmission") ?? 0) + 1) < 1e-12)
    #expect(value(found, "cases") == 24 && value(found, "occupied_cells") == 4)
    #expect(value(found, "p") == 0.01 && value(found, "permutations") == 99)
    #expect(found.notes.assumptions.first == "attributes: municipality, type, size_class")
    #expect(found.regions.rows.isEmpty)
  }

  @Test("too few cases and missing columns: no T, but what it takes")
  func refused() throws {
    let few = try analysis(try region(4))
    #expect(value(few, "transmission") == nil && value(few, "cases_needed") == 20)
    #expect(few.notes.warnings.first?.hasPrefix("too few to say: 16 cases in 4") == true)
    let none = try analysis(try TinyRegions.region("a b", "a-b"))
    #expect(none.table.rows.isEmpty && none.notes.warnings.first?.contains("actors.csv") == true)
  }

  @Test("taken apart: parts and what is between add up")
  func regions() throws {
    let found = try analysis(try region(6)) { $0.regions = "county" }
    #expect(found.regions.rows.count == 2)
    let sum = found.regions.rows.compactMap { $0[3].numeric }.reduce(0, +)
    #expect(abs(sum - (value(found, "transmission") ?? 0)) < 1e-12)
    let straddling = try analysis(try region(6)) { $0.regions = "type" }
    #expect(straddling.regions.rows.isEmpty)
    #expect(straddling.notes.warnings.first?.contains("more than one type") == true)
  }

  @Test("persons and networks are no cases; filters and columns are the caller's")
  func cases() throws {
    let region = try region(6) { draft in
      for type in ["person", "network"] {
        var actor = Actor(id: type)
        actor.type = type
        draft.actors.append(actor)
      }
    }
    #expect(value(try analysis(region), "cases") == 24)
    let half = try analysis(region) {
      $0.filters = [ActorFilter(column: "type", value: "university")]
      $0.columns = HelixColumns("county", "municipality", "size_class")
    }
    #expect(value(half, "cases") == 12)
    #expect(throws: ProjectionError.self) {
      try analysis(region) { $0.columns = HelixColumns("nowhere", "type", "county") }
    }
  }
}
