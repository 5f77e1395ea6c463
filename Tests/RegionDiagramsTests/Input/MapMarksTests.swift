import Testing

@testable import RegionDiagrams

@Suite("Marks, ranks and outlines of a map")
struct MapMarksTests {
  @Test("What does not fit the actors and ties is refused", arguments: 0..<7)
  func refused(fault: Int) throws {
    var map = TestMaps.nested()
    try map.check()
    switch fault {
    case 0: map.halos = .init(title: "h", isMarked: [true])
    case 1: map.tieMarks = .init(title: "t", isMarked: [])
    case 2: map.ranks?.rankOf.removeLast()
    case 3: map.ranks?.rankOf[3] = 9
    case 4: map.ranks?.parents[3] = 77
    case 5: map.ranks?.rankOf[1] = 2
    default:
      map.outline = [.init(kind: .area, points: [.init(latitude: 95, longitude: 0)])]
    }
    #expect(throws: DrawingError.self) { try map.check() }
  }

  @Test("The lines of a nesting are a relation of their own; a map without one stays as it is")
  func nesting() {
    let map = TestMaps.nested()
    let drawn = map.withNesting()
    #expect(drawn.relations.map(\.name) == ["Part of", "trust"])
    #expect(drawn.ties.relations == [1, 0, 0, 0, 0])
    #expect(drawn.ties.sources == [3, 1, 2, 3, 4] && drawn.ties.targets == [2, 0, 0, 1, 1])
    #expect(TestMaps.small().withNesting().ties.sources == TestMaps.small().ties.sources)
  }

  @Test("Ranks run across the page where a row of names would be too wide")
  func across() {
    var ranks = MapInput.Ranks(
      names: ["a", "b"],
      rankOf: [0] + [Int32](repeating: 1, count: 12),
      parents: [-1] + [Int32](repeating: 0, count: 12),
      title: ""
    )
    #expect(!ranks.runsAcross)
    ranks.rankOf.append(1)
    #expect(ranks.runsAcross && ranks.widest == 13)
  }
}
