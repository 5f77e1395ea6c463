import GraphCore
import Testing

@testable import RegionIndicators

@Suite("Gini")
struct GiniTests {
  @Test("1, 2, 3 by hand")
  func byHand() throws {
    // Σ|xᵢ−xⱼ| over ordered pairs = 2·(1+2+1) = 8; 8 / (2·9·2) = 2/9.
    let gini = try #require(Gini.of([3, 1, 2]))
    #expect(abs(gini - 2.0 / 9) < 1e-12)
    // Equality: 1 − (2/9)·(3/2) = 2/3.
    let equality = try #require(Gini.equality([3, 1, 2]))
    #expect(abs(equality - 2.0 / 3) < 1e-12)
  }

  @Test("all the same, one with everything, nobody with anything")
  func edges() {
    #expect(Gini.of([4, 4, 4]) == 0)
    #expect(Gini.of([0, 0, 0, 8]) == 0.75)
    #expect(Gini.of([0, 0]) == nil && Gini.of([Double]()) == nil)
    #expect(Gini.of([5]) == 0)
    #expect(Gini.equality([5]) == nil)
    #expect(Gini.equality([0, 0, 9]) == 0 && Gini.equality([2, 2]) == 1)
  }

  @Test("as from every pair")
  func pairs() throws {
    for seed in 0..<40 {
      var stream = RandomStream(seed: UInt64(seed))
      let x = (0..<(2 + stream.next(below: 12))).map { _ in Double(stream.next(below: 9)) }
      let total = x.reduce(0, +)
      guard total > 0 else { continue }
      var differences = 0.0
      for a in x { for b in x { differences += abs(a - b) } }
      let gini = try #require(Gini.of(x))
      #expect(abs(gini - differences / (2 * Double(x.count) * total)) < 1e-12)
    }
  }
}
