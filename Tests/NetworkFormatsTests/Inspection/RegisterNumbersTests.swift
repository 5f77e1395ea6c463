import Testing

@testable import NetworkFormats

@Suite("Register numbers")
struct RegisterNumbersTests {
  /// Digits with a last one by the rule, written out step by step; nil where there is none.
  private func complete(_ eight: [Int]) -> String? {
    var sum = 0
    for (place, weight) in [3, 2, 7, 6, 5, 4, 3, 2].enumerated() { sum += weight * eight[place] }
    let rest = sum % 11
    if rest == 1 { return nil }
    return eight.map(String.init).joined() + String(rest == 0 ? 0 : 11 - rest)
  }

  @Test("exactly one last digit fits, or none")
  func checkDigit() {
    var none = 0
    for number in stride(from: 90_000_000, to: 90_000_400, by: 1) {
      let eight = String(number).compactMap(\.wholeNumberValue)
      let right = complete(eight)
      let accepted = (0...9).map { "\(number)\($0)" }.filter {
        OrganisationNumber.fault($0) == nil
      }
      #expect(accepted == [right].compactMap(\.self))
      if right == nil { none += 1 }
    }
    #expect(none > 20)
  }

  @Test(
    "as people write it",
    arguments: ["974760673", "974 760 673", "NO 974 760 673 MVA", "no974760673mva", "974.760.673"]
  )
  func written(text: String) {
    #expect(OrganisationNumber.digits(text) == "974760673")
    #expect(OrganisationNumber.fault(text) == nil)
  }

  @Test("with spaces that do not break")
  func noBreakSpaces() {
    #expect(OrganisationNumber.fault("974\u{a0}760\u{202f}673") == nil)
  }

  @Test(
    "what is none",
    arguments: [
      ("974760674", OrganisationNumber.Fault.wrongCheckDigit), ("97476067", .notNineDigits),
      ("9,74761E+08", .notNineDigits), ("", .notNineDigits), ("NO", .notNineDigits),
      ("٩٧٤٧٦٠٦٧٣", .notNineDigits), ("9747606731", .notNineDigits),
    ]
  )
  func none(text: String, fault: OrganisationNumber.Fault) {
    #expect(OrganisationNumber.fault(text) == fault)
  }

  @Test(
    "headings",
    arguments: ["orgnr", "Org.nr.", "ORG_NO", "Organisasjonsnummer", "organization number"]
  )
  func headings(heading: String) { #expect(OrganisationNumber.isHeading(heading)) }

  @Test("municipality numbers")
  func municipalities() {
    #expect(MunicipalityNumber.fault("0301") == nil)
    #expect(MunicipalityNumber.fault("301") == .lostZero)
    #expect(MunicipalityNumber.fault("30") == .notFourDigits)
    #expect(MunicipalityNumber.fault("K301") == .notFourDigits)
    #expect(MunicipalityNumber.isHeading("Kommunenr.") && MunicipalityNumber.isHeading("KNR"))
    #expect(!MunicipalityNumber.isHeading("kommune"))
  }
}
