import Testing

@testable import NetworkFormats

@Suite struct NumberReaderTests {
  private func double(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      (try? NumberReader.double(UnsafeRawBufferPointer(bytes)))?.value
    }
  }

  private func integer(_ text: String) -> Result<Int64, NumberReader.Problem> {
    var text = text
    return text.withUTF8 { bytes in
      Result { () throws(NumberReader.Problem) in
        try NumberReader.integer(UnsafeRawBufferPointer(bytes))
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("1", 1), ("-1", -1), ("+2.5", 2.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
    ("1E-3", 0.001), ("007", 7), ("1,5", 1.5), ("9007199254740993", 9_007_199_254_740_992),
    ("0.1", 0.1), ("123456789012345678901234567890", 1.2345678901234568e29),
    ("2.2250738585072014e-308", .leastNormalMagnitude),
    ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("4.9e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("0e999999999999999999999", 0),
  ])
  func readsCorrectlyRounded(text: String, value: Double) {
    #expect(double(text) == value)
  }

  @Test(arguments: [
    "", "-", "+", ".", ",", "e5", "1e", "1e+", "nan", "NaN", "inf", "-inf", "infinity", "0x10",
    "0x1p4", "1 000", "1.000,5", "1,000,000", "1.2.3", "1_000", "١٢", "½", "1e5.5", " 1", "1 ",
    "--1", "1-", "1d5", "1f", "NULL",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(double(text) == nil)
  }

  @Test(arguments: ["1e309", "-1e400", "1e99999999999999999999999"])
  func refusesWhatDoesNotFit(text: String) {
    var text = text
    let problem = text.withUTF8 { bytes -> NumberReader.Problem? in
      do throws(NumberReader.Problem) {
        _ = try NumberReader.double(UnsafeRawBufferPointer(bytes))
        return nil
      } catch { return error }
    }
    #expect(problem == .outOfRange)
  }

  /// Against the standard library's own correctly rounded parser.
  @Test func agreesWithTheStandardLibrary() {
    var random = Seeded(seed: 11)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...22, using: &random)
      var text = Bool.random(using: &random) ? "-" : ""
      let point = Int.random(in: 0...digits, using: &random)
      for place in 0..<digits {
        if place == point { text += "." }
        text += String(Int.random(in: 0...9, using: &random))
      }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -330...290, using: &random))" }
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      #expect(double(text) == expected, "\(text)")
    }
  }

  /// Numbers of 16 to 19 digits and small exponents are scaled here, and must be what the standard library reads.
  @Test func longFractionsAreRoundedRight() {
    var random = Seeded(seed: 31)
    for _ in 0..<15_000 {
      let digits = UInt64.random(in: 1...9_999_999_999_999_999_999, using: &random)
      let exponent = Int.random(in: -27...27, using: &random)
      let text = "\(digits)e\(exponent)"
      let found = double(text)
      #expect(found?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
    for _ in 0..<15_000 {
      let value = Double.random(in: 0..<1, using: &random)
      let found = double("\(value)")
      #expect(found?.bitPattern == value.bitPattern, "\(value)")
    }
  }

  /// Halfway between two numbers, and one unit beside that.
  @Test func tiesGoToEven() {
    for base in [1 << 53, 1 << 54, (1 << 53) + 2] as [UInt64] {
      for offset in 0...4 as ClosedRange<UInt64> {
        for zeros in ["", "0", "00", "000"] {
          let text = "\(base + offset)\(zeros)e-\(zeros.count)"
          #expect(double(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
      }
    }
  }

  @Test func shortestTextReadsBack() {
    var random = Seeded(seed: 12)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      guard value.isFinite else { continue }
      #expect(double(NumberText.text(value))?.bitPattern == value.bitPattern)
    }
    for (value, text) in [(3.0, "3"), (-0.5, "-0.5"), (1e21, "1e+21"), (0.1, "0.1"), (-0.0, "-0")] {
      #expect(NumberText.text(value) == text)
    }
  }

  @Test func integers() {
    #expect(integer("42") == .success(42))
    #expect(integer("-9223372036854775808") == .success(.min))
    #expect(integer("9223372036854775807") == .success(.max))
    #expect(integer("9223372036854775808") == .failure(.outOfRange))
    for text in ["", "-", "1.0", "1e3", "0x1", " 1", "1 "] {
      #expect(integer(text) == .failure(.notANumber), "\(text)")
    }
  }
}

/// SplitMix64, as published with its constants by Steele, Lea and Flood (2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
