import Testing

@testable import RegionIndicators

@Suite("Wilson's interval")
struct WilsonIntervalTests {
  @Test("8 of 10, as Wilson's formula gives it with z = 1.96")
  func byHand() throws {
    // z² = 3.8415: middle (.8 + .19207)/1.38415 = .71674; spread √(.016 + .0096037)·1.95996/1.38415 = .22658.
    let interval = try #require(WilsonInterval.of(8, in: 10))
    #expect(abs(interval.lowerBound - 0.4902) < 1e-4)
    #expect(abs(interval.upperBound - 0.9433) < 1e-4)
  }

  @Test("none, all, no cases")
  func edges() throws {
    let none = try #require(WilsonInterval.of(0, in: 10))
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.2775) < 1e-4)
    let all = try #require(WilsonInterval.of(10, in: 10))
    #expect(all.upperBound == 1 && abs(all.lowerBound - 0.7225) < 1e-4)
    #expect(WilsonInterval.of(0, in: 0) == nil)
  }

  @Test("holds the share, mirrors, narrows with more cases")
  func properties() throws {
    for n in 1...40 {
      for k in 0...n {
        let interval = try #require(WilsonInterval.of(k, in: n))
        let mirrored = try #require(WilsonInterval.of(n - k, in: n))
        let larger = try #require(WilsonInterval.of(4 * k, in: 4 * n))
        #expect(interval.contains(Double(k) / Double(n)))
        #expect(abs(interval.lowerBound - (1 - mirrored.upperBound)) < 1e-12)
        #expect(
          larger.upperBound - larger.lowerBound < interval.upperBound - interval.lowerBound
        )
      }
    }
  }
}
