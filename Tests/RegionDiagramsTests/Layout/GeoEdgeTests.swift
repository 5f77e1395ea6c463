import Testing

@testable import RegionDiagrams

@Suite("Places far away")
struct GeoEdgeTests {
  private let town = (0..<25).map { Point(x: Double($0 % 5), y: Double($0 / 5)) }

  @Test("A few stand at the edge, in the direction where they are; the region keeps its shape")
  func edge() {
    let far = [Point(x: 300, y: 2), Point(x: 2, y: -90)]
    let gathered = GeoEdge(town + far + [nil])
    #expect(gathered.movedCount == 2 && gathered.points[27] == nil)
    #expect(gathered.points[..<25].compactMap { $0 } == town)
    let (east, south) = (gathered.points[25]!, gathered.points[26]!)
    #expect(east.x > 4 && east.x < 6 && abs(east.y - 2) < 1e-9)
    #expect(south.y < 0 && south.y > -2 && abs(south.x - 2) < 1e-9)
  }

  @Test("Nobody is moved where many are far, where all are near, where there are few")
  func untouched() {
    let second = town.map { $0 + Point(x: 300, y: 0) }
    for points in [town + second, town, Array(town.prefix(5)) + [Point(x: 300, y: 2)]] {
      #expect(GeoEdge(points).movedCount == 0)
      #expect(GeoEdge(points).points.compactMap { $0 } == points)
    }
  }
}
