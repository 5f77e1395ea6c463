import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

@Suite("Brokers as a table")
struct BrokerAnalysisTests {
  /// a1 → b → a2 and a1 → c1, with groups a (a1, a2), b, c (c1); n has no group.
  private func region() throws -> Region {
    try TinyRegions.region("a1 b a2 c1 n", "a1-b b-a2 b-c1 n-b", directed: true) { draft in
      draft.actors.attributes = [TinyRegions.column("group", ["a", "b", "a", "c", nil])]
    }
  }

  private func analysis(
    _ region: Region,
    _ rule: Naming.Rule = .everybody,
    permutations: Int = 0
  ) throws -> BrokerAnalysis {
    let graph = try region.graph()
    var options = BrokerOptions()
    options.permutations = permutations
    let brokers = try LearningBrokers(
      of: graph,
      grouping: try Grouping(by: "group", of: region, graph),
      options
    )
    return BrokerAnalysis(brokers, of: graph, naming: Naming(rule, of: region, seed: 1))
  }

  @Test("the columns, with and without permutations")
  func columns() throws {
    let plain = try analysis(region()).table.columns
    #expect(
      Array(plain.prefix(7)) == [
        "id", "label", "group", "betweenness", "constraint", "effective_size", "articulation",
      ]
    )
    #expect(
      Array(plain.dropFirst(7).prefix(3)) == [
        "coordinator", "coordinator_expected", "coordinator_z",
      ]
    )
    #expect(plain.count == 7 + 18)
    let tested = try analysis(region(), permutations: 9).table.columns
    #expect(tested.count == 7 + 24 && tested.contains("liaison_p"))
  }

  @Test("roles counted by hand; who has no group has none")
  func roles() throws {
    let table = try analysis(region()).table
    func value(_ row: Int, _ name: String) throws -> Cell {
      table.rows[row][try #require(table.column(name))]
    }
    // Through b: a1 → b → a2 (itinerant), a1 → b → c1 (liaison); n's ties do not count.
    #expect(try value(1, "itinerant") == .integer(1))
    #expect(try value(1, "liaison") == .integer(1))
    #expect(try value(1, "coordinator") == .integer(0))
    #expect(try value(1, "brokerage") == .integer(2))
    #expect(try value(1, "group") == .text("b"))
    // Shortest paths through b: from a1 and from n to a2 and to c1.
    #expect(try value(1, "betweenness") == .number(4))
    #expect(try value(1, "articulation") == .integer(1))
    for role in BrokerRole.allCases {
      for ending in ["", "_expected", "_z"] {
        #expect(try value(4, role.rawValue + ending) == .missing)
      }
    }
    #expect(try value(4, "group") == .missing)
  }

  @Test("totals are the sums of the rows")
  func totals() throws {
    let found = try analysis(region())
    #expect(found.totals.columns == ["role", "count", "expected", "z"])
    for row in found.totals.rows {
      let column = try #require(found.table.column(row[0].forReading))
      let sum = found.table.rows.reduce(0) { $0 + ($1[column].numeric ?? 0) }
      #expect(row[1] == .integer(Int(sum)))
    }
  }

  @Test("where the groups come from, and who has none")
  func notes() throws {
    let notes = try analysis(region()).notes
    #expect(notes.assumptions.contains("groups: the 3 values of group"))
    #expect(notes.warnings.count == 1 && notes.warnings[0].hasPrefix("1 actor has no group"))
  }

  @Test("the grouping as JSON, without the names of small groups where nobody is named")
  func grouping() throws {
    let named = try analysis(region()).groupingJSON.text(indented: false)
    #expect(named == #"{"by":{"column":"group"},"groups":{"a":2,"b":1,"c":1}}"#)
    let hidden = try analysis(region(), .nobody)
    #expect(
      hidden.groupingJSON.text(indented: false)
        == #"{"by":{"column":"group"},"groups":{},"in_groups_too_small_to_name":4}"#
    )
    #expect(hidden.table.rows.allSatisfy { $0[2] == .missing })
  }
}
