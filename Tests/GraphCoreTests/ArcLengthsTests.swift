import GraphCore
import TestSupport
import Testing

struct ArcLengthsTests {
  let rows = Adjacency(offsets: [0, 2, 3, 3], targets: [1, 2, 0], weights: [4, 0.5, 2])

  @Test func inverseMakesStrongTiesShort() throws {
    #expect(try ArcLengths(of: rows, .inverse).values == [0.25, 2, 0.5])
  }

  @Test func weightTakesTheNumberAsItIs() throws {
    #expect(try ArcLengths(of: rows, .weight).values == [4, 0.5, 2])
  }

  @Test(arguments: [LengthRule.inverse, .weight])
  func withoutStrengthsEveryArcIsOneLong(_ rule: LengthRule) throws {
    let plain = Adjacency(offsets: [0, 2, 2, 2], targets: [1, 2], weights: nil)
    #expect(try ArcLengths(of: plain, rule).values == [1, 1])
  }

  @Test(arguments: [0, -0.0, -1, Double.leastNonzeroMagnitude])
  func strengthsWithoutAnInverseAreRefused(_ weight: Double) {
    let rows = Adjacency(offsets: [0, 0, 1], targets: [0], weights: [weight])
    #expect(throws: LengthError.unusable(source: 1, target: 0, weight: weight)) {
      try ArcLengths(of: rows, .inverse)
    }
  }

  @Test(arguments: [-1, -Double.leastNonzeroMagnitude, .infinity, -.infinity])
  func lengthsBelowZeroOrWithoutEndAreRefused(_ weight: Double) {
    let rows = Adjacency(offsets: [0, 1, 2], targets: [1, 0], weights: [3, weight])
    #expect(throws: LengthError.unusable(source: 1, target: 0, weight: weight)) {
      try ArcLengths(of: rows, .weight)
    }
  }

  @Test func notANumberIsNoLength() {
    let rows = Adjacency(offsets: [0, 1, 1], targets: [1], weights: [.nan])
    for rule in [LengthRule.inverse, .weight] {
      #expect(throws: LengthError.self) { try ArcLengths(of: rows, rule) }
    }
  }

  @Test func zeroIsALength() throws {
    let rows = Adjacency(offsets: [0, 1, 1], targets: [1], weights: [0])
    #expect(try ArcLengths(of: rows, .weight).values == [0])
  }
}
