import LearningRegion
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("The lineage of innovations as tables")
struct LineageAnalysisTests {
  private func region() throws -> Region {
    try TinyRegions.region(
      [
        .init("works", label: "Works", type: "enterprise"),
        .init("kari", label: "Kari", type: "person"),
      ],
      ""
    ) { draft in
      for (id, actor, sources) in [
        ("bin", "works", []), ("tidy", "kari", ["bin"]), ("buddy", "works", ["bin"]),
        ("cars", "kari", ["tidy", "buddy"]),
      ] as [(String, String, [String])] {
        var innovation = Innovation(id: id)
        innovation.actor = actor
        innovation.label = "The \(id)"
        innovation.sources = sources
        draft.innovations.rows.append(innovation)
      }
    }
  }

  private func analysis(_ rule: Naming.Rule) throws -> LineageAnalysis {
    let region = try region()
    return try LineageAnalysis(
      of: region,
      keyArcs: 4,
      naming: Naming(rule, of: region, seed: 1)
    )
  }

  private func column(_ table: ResultTable, _ name: String) throws -> [Cell] {
    let place = try #require(table.column(name))
    return table.rows.map { $0[place] }
  }

  @Test("one row per innovation with its ways and its place on the main path")
  func innovations() throws {
    let table = try analysis(.everybody).innovations
    #expect(try column(table, "paths") == [.text("2"), .text("1"), .text("1"), .text("2")])
    #expect(try column(table, "main_path") == [.integer(1), .integer(2), .missing, .integer(3)])
    #expect(try column(table, "key_route") == [.integer(1), .integer(1), .integer(2), .integer(1)])
    #expect(try column(table, "share") == [.number(1), .number(0.5), .number(0.5), .number(1)])
  }

  @Test("steps with their counts; the main path told in the notes")
  func links() throws {
    let found = try analysis(.everybody)
    #expect(try column(found.links, "spc") == Array(repeating: .text("1"), count: 4))
    #expect(found.notes.assumptions == ["the main path: bin → tidy → cars"])
  }

  @Test("persons under pseudonyms; where nobody is named, innovations neither")
  func naming() throws {
    let persons = try analysis(.organisations)
    #expect(try column(persons.actors, "label").contains(.text("person-1")))
    #expect(!persons.json.text().contains("kari") && persons.json.text().contains("works"))
    let nobody = try analysis(.nobody)
    for word in ["kari", "works", "bin", "The"] {
      #expect(!nobody.innovations.csv(.off).contains(word), "\(word)")
      #expect(!nobody.json.text().contains("\"\(word)"), "\(word)")
    }
  }

  @Test("no innovations: says what it takes")
  func missing() throws {
    let region = try TinyRegions.region("a", "")
    let found = try LineageAnalysis(
      of: region,
      keyArcs: 3,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    #expect(found.innovations.rows.isEmpty && found.actors.rows.isEmpty)
    #expect(found.notes.warnings == ["not measured: it takes innovations.csv with id and sources"])
  }
}
