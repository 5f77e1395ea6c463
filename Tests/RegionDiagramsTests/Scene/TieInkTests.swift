import Testing

@testable import RegionDiagrams

@Suite("Ties far apart are paler")
struct TieInkTests {
  private func scene(_ farTies: MapOptions.FarTies, ties: Int) -> MapScene {
    var options = MapOptions()
    options.farTies = farTies
    return MapScene(TestMaps.random(actors: 60, ties: ties, groups: 3, seed: 2), options: options)
  }

  private let line = (0..<60).map { Point(x: Double($0 * $0), y: 0) }

  @Test("The longer the paler, down to a floor; nothing where ties are few or shall be full")
  func inks() {
    let scene = scene(.faint, ties: 300)
    let inks = scene.inks(centers: line)
    let lengths = scene.ties.map { (line[$0.tail] - line[$0.head]).length }
    for (a, b) in zip(inks.indices, inks.indices.dropFirst()) where lengths[a] < lengths[b] {
      #expect(inks[a] >= inks[b])
    }
    #expect(scene.fades(centers: line) && (inks.min() ?? 0) > 0.1 && inks.max() == 1)
    #expect(!self.scene(.full, ties: 300).fades(centers: line))
    #expect(!self.scene(.faint, ties: 60).fades(centers: line))
  }

  @Test("Where lines lie thick all are paler")
  func crowded() {
    #expect((scene(.faint, ties: 3_000).inks(centers: line).max() ?? 1) < 0.7)
  }

  @Test(
    "Fading takes ink, not colour",
    arguments: [
      ("#112233", 0.5, "#11223380"), ("#11223380", 0.5, "#11223340"), ("#112233ff", 0, "#11223300"),
    ]
  )
  func fading(color: String, share: Double, faded: String) {
    var style = TieStyle(relation: 0, heads: .none, share: nil, palette: MapPalette(.light))
    style.color = color
    style.fade(to: share)
    #expect(style.color == faded)
  }
}
