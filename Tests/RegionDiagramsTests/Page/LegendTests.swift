import Testing

@testable import RegionDiagrams

@Suite("The legend")
struct LegendTests {
  private func legend(_ map: MapInput) throws -> Legend {
    let sizes = try TextSizes(of: []) { bytes throws(DrawingError) in bytes }
    return Legend(
      map,
      scene: MapScene(map, options: MapOptions()),
      words: MapWords(.english),
      sizes: sizes
    )
  }

  private func texts(_ furniture: [Furniture]) -> [(text: String, box: Box)] {
    furniture.compactMap { item in
      if case .text(let text, _, let box, _) = item { return (text, box) }
      return nil
    }
  }

  @Test("In columns of any height every line stands once and none on another")
  func columns() throws {
    var legend = try legend(TestMaps.small())
    legend.addKey([0, 1, 2, 3, 4, 5])
    let all = texts(legend.columns(height: 1e9).furniture).map(\.text)
    for height in stride(from: 20.0, through: 700, by: 40) {
      let lines = texts(legend.columns(height: height).furniture)
      #expect(lines.map(\.text) == all)
      for (index, line) in lines.enumerated() {
        for other in lines[(index + 1)...] { #expect(!line.box.overlaps(other.box)) }
      }
    }
  }

  @Test("The area key stays in one column")
  func together() throws {
    let legend = try legend(TestMaps.small())
    for height in stride(from: 160.0, through: 500, by: 10) {
      let lines = texts(legend.columns(height: height).furniture)
      let start = try #require(lines.firstIndex { $0.text == "Area: Betweenness" })
      let heading = lines[start].box
      for line in lines[(start + 1)...(start + 3)] { #expect(line.box.top < heading.bottom) }
    }
  }

  @Test("Facts without words leave no mark")
  func emptyFacts() throws {
    var map = TestMaps.small()
    map.facts = [""]
    let empty = texts(try legend(map).columns(height: 900).furniture).map(\.text)
    map.facts = []
    #expect(texts(try legend(map).columns(height: 900).furniture).map(\.text) == empty)
  }

  @Test("A colour of its own for every node needs no legend")
  func ownColors() throws {
    let map = try TestMaps.small().quotient(limit: 9, words: MapWords(.english)).map
    #expect(
      !texts(try legend(map).columns(height: 900).furniture).contains { $0.text == "Cluster" }
    )
  }

  @Test("On a map of many groups too colours need no legend, and lines are not counted")
  func manyGroups() throws {
    let map = TestMaps.random(actors: 60, ties: 90, groups: 20, seed: 2)
    let quotient = try map.quotient(limit: 30, words: MapWords(.english)).map
    let lines = texts(try legend(quotient).columns(height: 900).furniture).map(\.text)
    #expect(!lines.contains { $0.hasSuffix("(1)") } && !lines.contains { $0.hasPrefix("G1") })
    #expect(lines.contains { $0.hasPrefix("width: ties 1–") })
  }

  @Test("Why somebody has no category is said", arguments: MapInput.Division.Absence.allCases)
  func absence(_ absence: MapInput.Division.Absence) throws {
    var map = TestMaps.small()
    map.color?.absence = absence
    let names: [MapInput.Division.Absence: String] = [
      .notGiven: "not given (1)", .noCluster: "no cluster (1)", .neighbour: "neighbours (1)",
    ]
    let lines = texts(try legend(map).columns(height: 900).furniture).map(\.text)
    #expect(lines.contains(try #require(names[absence])))
  }

  @Test("Categories beyond the fourteenth share a line")
  func manyCategories() throws {
    let map = TestMaps.random(actors: 60, ties: 90, groups: 20, seed: 2)
    let lines = texts(try legend(map).columns(height: 2_000).furniture).map(\.text)
    #expect(lines.contains("G13 (3)"))
    #expect(!lines.contains("G14 (3)"))
    #expect(lines.contains("other (18)"))
  }
}
