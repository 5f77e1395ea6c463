import Testing

@testable import NetworkMetrics

@Suite("Counts of paths of any size")
struct ScaledCountTests {
  @Test("sums and ratios of small counts are those of numbers")
  func small() {
    for a in stride(from: 0.0, through: 40, by: 1) {
      for b in stride(from: 1.0, through: 40, by: 1) {
        var sum = ScaledCount(a)
        sum += ScaledCount(b)
        #expect(sum.ratio(to: .one) == a + b)
        #expect(ScaledCount(a).ratio(to: ScaledCount(b)) == a / b)
      }
    }
  }

  @Test("doubling 5 000 times overflows nothing")
  func large() {
    var count = ScaledCount(3)
    for _ in 0..<5_000 { count += count }
    var more = count
    more += count
    #expect(more.ratio(to: count) == 2)
    #expect(count.exponent == 5_001)
    #expect(ScaledCount.one.ratio(to: count) == 0)
  }
}
