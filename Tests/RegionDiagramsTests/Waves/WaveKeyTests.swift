import Testing

@testable import RegionDiagrams

@Suite("The legend of small multiples")
struct WaveKeyTests {
  private func key(panels: Int, cell: Double) throws -> WaveKey {
    let map = TestMaps.small()
    let scene = MapScene(map, options: MapOptions())
    let sizes = try TextSizes(of: []) { bytes throws(DrawingError) in bytes }
    let legend = Legend(map, scene: scene, words: MapWords(.english), sizes: sizes)
    return WaveKey(
      legend,
      columns: 2,
      rows: 2,
      panels: panels,
      cell: (width: cell, height: cell),
      gap: 30
    )
  }

  @Test("Three panels leave a cell for it, four do not, and a small cell has no room")
  func places() throws {
    let free = try key(panels: 3, cell: 900)
    #expect(free.corner.x == 900 && free.corner.y == 900)
    #expect(free.width <= 900 && free.height <= 1_800)
    let full = try key(panels: 4, cell: 900)
    #expect(full.corner.x == 1_800 && full.corner.y == 0)
    let small = try key(panels: 3, cell: 60)
    #expect(small.corner.x == 120 && small.corner.y == 0)
    #expect(small.furniture.count == free.furniture.count)
  }
}
