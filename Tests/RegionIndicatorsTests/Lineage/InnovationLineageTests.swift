import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("What grew out of what")
struct InnovationLineageTests {
  static func region(_ rows: [(String, String?, InnovationKind?, [String])]) throws -> Region {
    try SmallRegions.region(types: ["enterprise", "enterprise", "union"], "", directed: true) {
      draft in
      draft.innovations = RegionTable(
        rows.map { id, actor, kind, sources in
          var innovation = Innovation(id: id)
          innovation.actor = actor
          innovation.kind = kind
          innovation.sources = sources
          innovation.status = .adopted
          return innovation
        }
      )
    }
  }

  /// A laundry bin was moved; tidying up and a buddy scheme followed; both led to fewer cars.
  static func laundry() throws -> Region {
    try region([
      ("bin", "0", .incremental, []), ("tidy", "0", .incremental, ["bin"]),
      ("buddy", "1", .incremental, ["bin"]), ("cars", "1", .radical, ["tidy", "buddy"]),
      ("alone", "2", .radical, []),
    ])
  }

  @Test("radical innovations with and without small steps behind them")
  func ancestry() throws {
    let lineage = try InnovationLineage(of: try Self.laundry())
    #expect(lineage.innovationCount == 5 && lineage.descended == 3 && lineage.kindKnown == 5)
    #expect(lineage.radicalCount == 2 && lineage.radicalWithIncrementalAncestor == 1)
    // Of the equal sides the one told first: bin, tidy, cars.
    #expect(lineage.mainPath == [0, 1, 3])
    #expect(lineage.keyRoutes == [[0, 1, 3], [0, 2, 3]])
  }

  @Test("what each actor gave, by hand")
  func contributions() throws {
    let lineage = try InnovationLineage(of: try Self.laundry())
    // Three ways in all: bin-tidy-cars, bin-buddy-cars, alone. Passing: bin 2/3, tidy 1/3, buddy 1/3, cars 2/3, alone 1/3; in all 7/3.
    let found = lineage.contributions
    #expect(found.map(\.actor) == [0, 1, 2])
    for (share, wanted) in zip(found.map(\.share), [3.0 / 7, 3.0 / 7, 1.0 / 7]) {
      #expect(abs(share - wanted) < 1e-12)
    }
    #expect(found.map(\.innovations) == [2, 2, 1] && found.map(\.adopted) == [2, 2, 1])
    // Actor 1 built on bin (the buddy scheme) and on tidying up (the cars), both of actor 0.
    #expect(found.map(\.builtOnByOthers) == [2, 0, 0])
  }

  @Test("the same whatever the order of rows")
  func relabelling() throws {
    let rows: [(String, String?, InnovationKind?, [String])] = [
      ("cars", "1", .radical, ["buddy", "tidy"]), ("alone", "2", .radical, []),
      ("buddy", "1", .incremental, ["bin"]), ("bin", "0", .incremental, []),
      ("tidy", "0", .incremental, ["bin"]),
    ]
    let turned = try InnovationLineage(of: try Self.region(rows))
    let plain = try InnovationLineage(of: try Self.laundry())
    #expect(turned.contributions == plain.contributions)
    #expect(turned.paths.total == plain.paths.total && turned.mainPath.count == 3)
  }

  @Test("no innovations, and one")
  func small() throws {
    let none = try InnovationLineage(of: try Self.region([]))
    #expect(none.innovationCount == 0 && none.mainPath.isEmpty && none.contributions.isEmpty)
    let one = try InnovationLineage(of: try Self.region([("a", nil, nil, [])]))
    #expect(one.innovationCount == 1 && one.paths.total == 1 && one.contributions.isEmpty)
  }
}
