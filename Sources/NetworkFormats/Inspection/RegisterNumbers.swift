/// Organisation numbers of the Norwegian register of entities.
///
/// Nine digits; the last is 11 − (Σ wᵢ dᵢ mod 11) with the weights 3, 2, 7, 6, 5, 4, 3, 2, where 11 is
/// 0 and a number that would need 10 is never given out.
enum OrganisationNumber {
  enum Fault: Equatable {
    case notNineDigits
    /// The last digit is another one than the others call for.
    case wrongCheckDigit
  }

  private static let weights = [3, 2, 7, 6, 5, 4, 3, 2]

  /// The nine digits of a number as people write it: spaces, points and hyphens left out, and `NO`
  /// before or `MVA` after them, as in numbers of value-added tax.
  static func digits(_ text: String) -> String {
    var letters = text.uppercased().unicodeScalars.filter { scalar in
      switch scalar {
      case ".", "-", "\t": false
      default: scalar.properties.generalCategory != .spaceSeparator
      }
    }
    if letters.starts(with: "NO".unicodeScalars) { letters.removeFirst(2) }
    if letters.suffix(3).elementsEqual("MVA".unicodeScalars) { letters.removeLast(3) }
    return String(String.UnicodeScalarView(letters))
  }

  /// What is wrong with a number, nil where nothing is.
  static func fault(_ text: String) -> Fault? {
    let digits = Array(digits(text).utf8)
    guard digits.count == 9, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .notNineDigits
    }
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1 - 0x30) }
    let check = (11 - sum % 11) % 11
    return check == Int(digits[8] - 0x30) ? nil : .wrongCheckDigit
  }

  /// Whether a heading names a column of organisation numbers.
  static func isHeading(_ heading: String) -> Bool {
    headings.contains(RegisterHeading.letters(heading))
  }

  private static let headings: Set<String> = [
    "orgnr", "orgnummer", "organisasjonsnr", "organisasjonsnummer", "orgno", "orgnumber",
    "organisationno", "organisationnr", "organisationnumber", "organizationno",
    "organizationnr", "organizationnumber", "organizationid", "organisationid",
  ]
}

/// Municipality numbers of Statistics Norway: four digits, text, because a leading zero counts.
enum MunicipalityNumber {
  enum Fault: Equatable {
    /// Three digits: a spreadsheet took 0301 for a number.
    case lostZero
    case notFourDigits
  }

  static func fault(_ text: String) -> Fault? {
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, text.utf8.count == 4 { return nil }
    return isNumber && text.utf8.count == 3 ? .lostZero : .notFourDigits
  }

  static func isHeading(_ heading: String) -> Bool {
    headings.contains(RegisterHeading.letters(heading))
  }

  private static let headings: Set<String> = [
    "kommunenr", "kommunenummer", "komnr", "knr", "municipalityno", "municipalitynr",
    "municipalitynumber", "municipalitycode", "kommunekode",
  ]
}

/// Headings compared by their letters alone: `Org.nr`, `org_nr` and `ORGNR` are one.
enum RegisterHeading {
  static func letters(_ heading: String) -> String {
    String(
      String.UnicodeScalarView(
        heading.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }
      )
    )
  }
}
