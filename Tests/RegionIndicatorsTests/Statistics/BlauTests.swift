import Testing

@testable import RegionIndicators

@Suite("Blau's index and entropy")
struct BlauTests {
  @Test("½ ¼ ¼ by hand")
  func byHand() throws {
    // 1 − (¼ + 1/16 + 1/16) = 5/8; ½·1 + ¼·2 + ¼·2 = 1.5 bits.
    #expect(Blau.of([2, 1, 1]) == 0.625)
    #expect(Entropy.bits([2, 1, 1]) == 1.5)
  }

  @Test("one kind, no kind, k equal kinds")
  func edges() throws {
    #expect(Blau.of([3]) == 0 && Entropy.bits([3]) == 0)
    #expect(Blau.of([Int]()) == nil && Entropy.bits([0, 0]) == nil)
    for k in 1...12 {
      let equal = [Double](repeating: 2.5, count: k)
      let blau = try #require(Blau.of(equal))
      #expect(abs(blau - (1 - 1 / Double(k))) < 1e-12)
      let hill = try #require(HillNumbers.of(equal, order: 2))
      #expect(abs(1 / (1 - blau) - hill) < 1e-9)
    }
    #expect(Entropy.bits([5, 5, 5, 5]) == 2)
  }
}
