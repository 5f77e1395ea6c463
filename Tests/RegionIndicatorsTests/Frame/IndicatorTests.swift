import Testing

@testable import RegionIndicators

@Suite("What becomes of an indicator")
struct IndicatorTests {
  private let pairs = Words("pairs", "par")

  private func said(_ outcome: IndicatorOutcome) -> [String] {
    let indicator = Indicator("x", outcome, unit: .share, cases: pairs)
    return IndicatorLanguage.allCases.flatMap { language in
      indicator.statements.map { $0.text(language) { "actor \($0)" } }
    }
  }

  @Test("a share with its interval")
  func share() throws {
    let indicator = Indicator("x", .share(8, of: 10, minimum: 5), unit: .share, cases: pairs)
    let measured = try #require(indicator.measurement)
    #expect(measured.value == 0.8 && measured.n == 10 && indicator.statements.isEmpty)
    #expect(measured.interval == WilsonInterval.of(8, in: 10))
  }

  @Test("below its minimum an indicator has no value, and says so in both languages")
  func tooFew() {
    #expect(IndicatorOutcome.share(1, of: 4, minimum: 5) == .tooFew(n: 4, minimum: 5))
    #expect(IndicatorOutcome.share(0, of: 0, minimum: 0) == .tooFew(n: 0, minimum: 1))
    #expect(IndicatorOutcome.value(2, n: 2, minimum: 3) == .tooFew(n: 2, minimum: 3))
    #expect(
      said(.tooFew(n: 4, minimum: 5)) == [
        "Too few to say: 4 pairs, at least 5 are needed.",
        "For få til å si noe: 4 par, det trengs minst 5.",
      ]
    )
  }

  @Test("what has no value is not a number")
  func undefined() {
    #expect(IndicatorOutcome.value(nil, n: 9, minimum: 3) == .undefined)
    #expect(IndicatorOutcome.value(.nan, n: 9, minimum: 3) == .undefined)
    #expect(IndicatorOutcome.value(.infinity, n: 9, minimum: 3) == .undefined)
  }

  @Test("what is missing is named with file and column")
  func notMeasured() {
    #expect(
      said(.notMeasured([DataGap("flows.csv", "amount", "amount_unit"), DataGap("ratings.csv")]))
        == [
          "Not measured; it takes flows.csv with amount and amount_unit or ratings.csv.",
          "Ikke målt; det krever flows.csv med amount og amount_unit eller ratings.csv.",
        ]
    )
    #expect(
      said(.notMeasured([DataGap("actors.csv", "lat", "lon", "language")]))[0]
        .contains("actors.csv with lat, lon and language.")
    )
  }

  @Test("what is suppressed tells no number of people")
  func suppressed() {
    #expect(said(.suppressed).count == 2)
    #expect(said(.suppressed)[0].contains("fewer than 5 people"))
  }
}

@Suite("Sentences")
struct SentenceTests {
  @Test("numbers in the language's own writing, actors as they are to be called")
  func languages() {
    let statement = Statement(
      "\(actor: 3) gives \(number: -0.456) to \(actor: 1): \(share: 0.625) of \(7).",
      "\(actor: 3) gir \(number: -0.456) til \(actor: 1): \(share: 0.625) av \(7)."
    )
    #expect(statement.text(.english) { "A\($0)" } == "A3 gives −0.46 to A1: 63 % of 7.")
    #expect(statement.text(.norwegian) { "A\($0)" } == "A3 gir −0,46 til A1: 63 % av 7.")
    #expect(statement.actors == [3, 1])
  }

  @Test(
    "rounding",
    arguments: [
      (0.0, "0"), (2, "2"), (0.005, "0.01"), (0.994999, "0.99"), (0.999, "1"), (-0.001, "0"),
      (1234.5, "1234.5"), (1e300, "1e+300"),
    ]
  )
  func rounding(value: Double, text: String) {
    #expect(Numerals.text(value, decimals: 2, .english) == text)
  }
}
