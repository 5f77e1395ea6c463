#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphCore
import Testing

@testable import RegionIndicators

@Suite("Hill numbers")
struct HillNumbersTests {
  @Test("shares ½ ¼ ¼ by hand")
  func byHand() throws {
    // q=0: 3 kinds. q=1: H = ½·ln2 + 2·¼·ln4 = 1.5 ln2, e^H = 2^1.5. q=2: 1/(¼ + 1/16 + 1/16) = 8/3.
    #expect(HillNumbers.of([2, 1, 1], order: 0) == 3)
    let first = try #require(HillNumbers.of([2, 1, 1], order: 1))
    #expect(abs(first - 2.8284271247461903) < 1e-12)
    let second = try #require(HillNumbers.of([2, 1, 1], order: 2))
    #expect(abs(second - 8.0 / 3) < 1e-12)
  }

  @Test(
    "nothing has no diversity; one kind has 1; zeros do not count",
    arguments: [0.0, 1, 2, 3.5]
  )
  func edges(q: Double) throws {
    #expect(HillNumbers.of([Int](), order: q) == nil)
    #expect(HillNumbers.of([0, 0], order: q) == nil)
    #expect(HillNumbers.of([7], order: q) == 1)
    #expect(HillNumbers.of([3, 0, 1], order: q) == HillNumbers.of([3, 1], order: q))
  }

  @Test("between 1 and the number of kinds, falling with the order; equal shares have them all")
  func properties() throws {
    for seed in 0..<50 {
      var stream = RandomStream(seed: UInt64(seed))
      let amounts = (0..<(1 + stream.next(below: 9))).map { _ in stream.nextUnit() + 0.01 }
      let orders = try [0.0, 0.5, 1, 1.5, 2, 5].map {
        try #require(HillNumbers.of(amounts, order: $0))
      }
      for (higher, lower) in zip(orders, orders.dropFirst()) { #expect(lower <= higher + 1e-9) }
      #expect(orders[0] == Double(amounts.count) && orders[5] >= 1 - 1e-9)
      let equal = try #require(HillNumbers.of(amounts.map { _ in 0.3 }, order: 1))
      #expect(abs(equal - Double(amounts.count)) < 1e-9)
    }
  }

  /// (Σ pᵢ^q)^(1/(1 − q)), and exp(−Σ pᵢ ln pᵢ) where q = 1, over the kinds there are.
  private func naive(_ amounts: [Double], _ q: Double) -> Double {
    let total = amounts.reduce(0, +)
    let shares = amounts.map { $0 / total }.filter { $0 > 0 }
    if q == 1 { return exp(-shares.reduce(0) { $0 + $1 * log($1) }) }
    return pow(shares.reduce(0) { $0 + pow($1, q) }, 1 / (1 - q))
  }

  @Test("as the definition has it on random amounts", arguments: [0.0, 0.5, 1, 1.5, 2, 3])
  func oracle(q: Double) throws {
    for seed in 100..<150 {
      var stream = RandomStream(seed: UInt64(seed))
      let amounts = (0..<(1 + stream.next(below: 12))).map { _ in
        stream.next(below: 4) == 0 ? 0 : stream.nextUnit() * 100
      }
      guard amounts.contains(where: { $0 > 0 }) else { continue }
      let value = try #require(HillNumbers.of(amounts, order: q))
      #expect(abs(value - naive(amounts, q)) <= 1e-12 * value, "\(amounts) \(q)")
    }
  }

  @Test("amounts whose sum is beyond every number")
  func large() throws {
    let value = try #require(HillNumbers.of([1.7e308, 1.7e308], order: 1))
    #expect(abs(value - 2) < 1e-12)
  }
}
