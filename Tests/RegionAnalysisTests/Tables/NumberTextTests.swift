import Testing

@testable import RegionAnalysis

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "exact digits read back as the same number, whole numbers without a point",
    arguments: [
      (0.0, "0"), (3.0, "3"), (-2.0, "-2"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
      (123.96984126984127, "123.96984126984127"), (1e15, "1000000000000000"), (1e17, "1e+17"),
      (2.5e-300, "2.5e-300"),
    ]
  )
  func exact(value: Double, text: String) {
    #expect(NumberText.exact(value) == text)
    #expect(Double(NumberText.exact(value)) == value)
  }

  @Test(
    "rounded for reading",
    arguments: [
      (0.0, "0"), (0.00004, "0"), (-0.00004, "0"), (0.00005, "0.0001"), (1.5, "1.5"),
      (2.99999, "3"), (-1.25, "-1.25"), (12345.67891, "12345.6789"),
    ]
  )
  func rounded(value: Double, text: String) {
    #expect(NumberText.rounded(value) == text)
  }

  @Test(
    "more decimals than a number has, and numbers without room for decimals",
    arguments: [(1e10, 12, "10000000000"), (1e300, 4, "1e+300"), (-2.5e15, 4, "-2500000000000000")]
  )
  func large(value: Double, decimals: Int, text: String) {
    #expect(NumberText.rounded(value, decimals: decimals) == text)
  }

  @Test(
    "for reading, only 0 is 0",
    arguments: [
      (0.0, "0"), (0.00041, "0.00041"), (-0.0000409, "-0.000041"), (0.001, "0.001"),
      (2.5e-9, "0.0000000025"), (2.5e-20, "2.5e-20"), (0.98765432, "0.9877"), (1200, "1200"),
    ]
  )
  func forReading(value: Double, text: String) {
    #expect(NumberText.forReading(value) == text)
  }

  @Test(
    "percentages: nothing and everything only where it is so",
    arguments: [
      (0.0, "0 %"), (0.0001, "under 1 %"), (0.005, "1 %"), (0.625, "63 %"), (0.994, "99 %"),
      (0.9999, "over 99 %"), (1.0, "100 %"), (1.5, "150 %"),
    ]
  )
  func percent(share: Double, text: String) {
    #expect(NumberText.percent(share) == text)
  }
}
