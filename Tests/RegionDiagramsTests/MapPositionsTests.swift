import Testing

@testable import RegionDiagrams

@Suite("positions for those who draw a map themselves")
struct MapPositionsTests {
  @Test("one place per actor, those without ties aside, the same every time")
  func places() throws {
    let map = TestMaps.small()
    let found = try TestMaps.renderer.positions(map)
    #expect(found.nodes.count == map.labels.count && found.engine == .neato)
    #expect(found.nodes.map(\.isAside) == [false, false, false, false, false, true])
    #expect(found.nodes.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.radius > 0 })
    // Downwards is positive: whoever stands aside is below everybody else.
    let lowest = found.nodes.prefix(5).map(\.y).max() ?? 0
    #expect(found.nodes[5].y > lowest)
    // Larger values have larger discs.
    #expect(found.nodes[0].radius > found.nodes[1].radius)
    #expect(try TestMaps.renderer.positions(map) == found)
  }

  @Test("no two actors of a map stand on each other")
  func apart() throws {
    let map = TestMaps.random(actors: 60, ties: 150, groups: 4, seed: 5)
    let nodes = try TestMaps.renderer.positions(map).nodes
    for first in nodes.indices {
      for second in nodes.indices.dropFirst(first + 1) {
        let (dx, dy) = (nodes[first].x - nodes[second].x, nodes[first].y - nodes[second].y)
        let room = nodes[first].radius + nodes[second].radius
        #expect((dx * dx + dy * dy).squareRoot() > room, "\(first) and \(second)")
      }
    }
  }

  @Test("more actors than a map can show are refused, whatever the level asked for")
  func tooMany() {
    let map = TestMaps.random(actors: 5_001, ties: 10, groups: 4, seed: 5)
    var options = MapOptions()
    options.level = .clusters
    #expect(throws: DrawingError.tooManyActors(5_001, limit: 5_000)) {
      try TestMaps.renderer.positions(map, options: options)
    }
  }
}
