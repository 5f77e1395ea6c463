import Testing

@testable import RegionDiagrams

@Suite("Colours")
struct MapPaletteTests {
  @Test("Fourteen categories look different, the rest and no category are grey")
  func distinct() {
    for theme in MapOptions.Theme.allCases {
      let palette = MapPalette(theme)
      let looks = (0..<14).map { "\(palette.paint($0))" }
      #expect(Set(looks).count == 14)
      #expect(palette.paint(14) == palette.paint(nil))
      #expect(palette.paint(nil).fill == palette.other)
    }
  }

  @Test(
    "Ink on a disc is the more readable of black and white",
    arguments: [
      ("#ffffff", "#000000"), ("#000000", "#ffffff"), ("#f0e442", "#000000"),
      ("#0072b2", "#ffffff"),
    ]
  )
  func ink(fill: String, expected: String) {
    #expect(MapPalette.inkOn(fill) == expected)
  }

  @Test("Mixing goes from one colour to the other")
  func mix() {
    #expect(MapPalette.mix("#000000", "#ffffff", 0.5) == "#808080")
    #expect(MapPalette.mix("#0a0b0c", "#ffffff", 0) == "#0a0b0c")
  }
}
