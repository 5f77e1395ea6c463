import Testing

@testable import RegionAnalysis

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "exact digits read back as the same number, whole numbers without a point",
    arguments: [
      (0.0, "0"), (3.0, "3"), (-2.0, "-2"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
      (123.96984126984127, "123.96984126984127"), (1e15, "1000000000000000"), (1e17, "1e+17"),
      (5e-324, "5e-324"),
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

  @Test func percent() {
    #expect(NumberText.percent(0.625) == "63 %")
    #expect(NumberText.percent(1) == "100 %")
  }
}
