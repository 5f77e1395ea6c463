import Testing

@testable import RegionDiagrams

@Suite("Lines grow thin where they would cover the map")
struct LineFinenessTests {
  private func scene(ties: Int) -> MapScene {
    MapScene(
      TestMaps.random(actors: 60, ties: ties, groups: 3, seed: 2),
      options: MapOptions()
    )
  }

  private func centers(side: Double) -> [Point] {
    (0..<60).map { Point(x: Double($0 % 8) * side / 8, y: Double($0 / 8) * side / 8) }
  }

  @Test("Few ties on much paper keep their width; the fuller the finer, down to a floor")
  func factor() {
    #expect(scene(ties: 40).fineness(centers: centers(side: 2_000)) == 1)
    let factors = [200, 800, 3_000].map { scene(ties: $0).fineness(centers: centers(side: 600)) }
    #expect(factors[0] > factors[1] && factors[1] > factors[2])
    #expect(factors[2] >= LineFineness.least)
    #expect(scene(ties: 9_000).fineness(centers: centers(side: 60)) == LineFineness.least)
  }

  @Test("Above the floor the share of the map under ink falls by the square of the factor")
  func ink() {
    let scene = scene(ties: 800)
    let (small, large) = (centers(side: 900), centers(side: 1_100))
    // As lengths grow with the side and the area with its square, ink per area falls with the side.
    let ratio = scene.fineness(centers: small) / scene.fineness(centers: large)
    #expect(abs(ratio * ratio - 900.0 / 1_100) < 0.02)
  }

  @Test("Thin lines stay visible, arrowheads more so")
  func floors() {
    var style = TieStyle(relation: 0, heads: .none, share: 0, palette: MapPalette(.light))
    style.thin(to: 0.1)
    #expect(style.width == 0.35)
    style.thin(to: 0.1)
    #expect(style.width == 0.35)
    #expect(TieCurve.arrowLength(fineness: 0.1) == TieCurve.arrowLength * 0.6)
    #expect(TieCurve.arrowLength(fineness: 1) == TieCurve.arrowLength)
  }
}
