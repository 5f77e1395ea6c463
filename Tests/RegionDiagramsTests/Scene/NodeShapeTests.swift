import Testing

@testable import RegionDiagrams

@Suite("Shapes of nodes")
struct NodeShapeTests {
  @Test("No shape means two categories unless it says that it stands for the rest")
  func distinct() {
    for count in 1...8 {
      let shapes = Set((0..<count).map { NodeShape.shape($0, of: count) })
      #expect(shapes.count == count)
      #expect(!shapes.contains(NodeShape.shape(nil, of: count)))
    }
    let shapes = (0..<13).map { NodeShape.shape($0, of: 13) }
    #expect(Set(shapes).count == 8 && Set(shapes[7...]).count == 1)
    #expect(!shapes[..<7].contains(shapes[7]))
  }

  @Test("Legend: the rest of the types share a line, few of them by name")
  func legend() throws {
    func texts(types: Int) throws -> [String] {
      var map = TestMaps.random(actors: 40, ties: 60, groups: 2, seed: 4)
      map.shape = .init(
        title: "Type",
        names: (0..<types).map { "kind \($0)" },
        categories: (0..<40).map { Int32($0 % types) }
      )
      let scene = MapScene(map, options: MapOptions())
      return try Legend.texts(map, scene: scene, words: MapWords(.english)).map(\.text)
    }
    let few = try texts(types: 8)
    #expect(few.filter { $0.hasPrefix("kind ") }.count == 8)
    let nine = try texts(types: 9)
    #expect(nine.contains("kind 7, kind 8 (8)") && nine.contains("kind 6 (4)"))
    #expect(try texts(types: 20).contains("other (26)"))
  }
}
