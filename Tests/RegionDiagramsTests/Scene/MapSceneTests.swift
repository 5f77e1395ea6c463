import Testing

@testable import RegionDiagrams

@Suite("How nodes look")
struct MapSceneTests {
  @Test("Areas above the smallest are proportional to values, whatever the shape")
  func areas() {
    let radii = 6.0...22
    func area(_ value: Double) -> Double {
      let radius = MapScene.radius(value, largest: 8, in: radii)
      return radius * radius - 36
    }
    #expect(abs(area(4) / area(8) - 0.5) < 1e-12)
    #expect(abs(area(2) / area(8) - 0.25) < 1e-12)
    #expect(MapScene.radius(0, largest: 8, in: radii) == 6)
    #expect(MapScene.radius(-3, largest: 8, in: radii) == 6)
    #expect(MapScene.radius(5, largest: 0, in: radii) == 6)
  }

  @Test("A square and a diamond have the area of the disc")
  func shapes() {
    let side = 2 * NodeShape.box.halfSide
    #expect(abs(side * side - Double.pi) < 0.01)
    let half = NodeShape.diamond.halfSide
    #expect(abs(2 * half * half - Double.pi) < 0.01)
  }

  @Test("Numbers of the legend have three digits that matter")
  func numbers() {
    let english = MapWords(.english)
    let cases: [(Double, String)] = [
      (0, "0"), (324, "324"), (11.333333, "11.3"), (75_269.4, "75269"), (0.012345, "0.0123"),
      (5, "5"), (1_000_000, "1000000"), (0.5, "0.5"), (99.96, "100"),
    ]
    for (value, text) in cases { #expect(english.number(value) == text) }
    #expect(MapWords(.norwegian).number(11.3333) == "11,3")
  }
}
