import GraphCore
import LearningRegion
import TestSupport
import Testing

@testable import NetworkFormats

/// The quick way and the way that knows all of CSV must find the same.
@Suite("Ties between numbers")
struct NumberedTiesTests {
  private func read(_ text: String) -> ReadingResult {
    NetworkReader.read(bytes: Array(text.utf8), name: "ties.csv", format: .edges)
  }

  /// Whether the quick way takes a text without a heading.
  private func isQuick(_ text: String, separator: UInt8 = 0x2c, threads: Int = 2) -> Bool {
    Array(text.utf8).withUnsafeBytes {
      let control = RunControl(threads: threads)
      return NumberedTies($0, from: 0, separator: separator, control: control) != nil
    }
  }

  /// The same file with a remark at its end, which only the general reader passes over.
  private func agrees(_ text: String, _ separator: UInt8 = 0x2c) throws {
    #expect(isQuick(String(text.drop { !$0.isNumber }), separator: separator), "\(text.prefix(80))")
    let quick = read(text)
    let general = read(text + (text.hasSuffix("\n") ? "" : "\n") + "# end\n")
    #expect(try #require(quick.region) == #require(general.region))
    #expect(quick.report.assumptions == general.report.assumptions.dropLast())
    #expect(quick.report.tiesRead == general.report.tiesRead)
    #expect(quick.report.actorsCreated == general.report.actorsCreated)
    #expect(quick.report.rowCounts.map(\.rows) == general.report.rowCounts.map(\.rows))
  }

  @Test(arguments: [
    "source,target\n0,1\n1,2\n", "source,target\n5,5\n", "7,8\n8,7\n7,8", "10,9\r\n9,12\r\n",
    "0,10\n1,100\n1000,10000\n65536,7\n",
  ])
  func bothReadersAgree(text: String) throws {
    try agrees(text)
  }

  @Test func aHeadingTheOtherWayRound() throws {
    let region = try #require(read("target,source\n1,2\n3,1\n").region)
    #expect((0..<3).map { region.actors.ids[$0] } == ["2", "1", "3"])
  }

  @Test(arguments: [1, 9, 10, 99_999, 1_234_567, 12_345_678, 98_765_432, 123_456_789, 999_999_999])
  func numbersOfEveryLength(number: Int) {
    // At the start of the text, in the middle, and at its end, where fewer than eight bytes are left.
    let text = Array("\(number),1\n2,\(number)\n0,\(number)\n\(number),\(number)".utf8)
    let ties = text.withUnsafeBytes {
      NumberedTies(
        $0,
        from: 0,
        separator: 0x2c,
        largestNumber: { _ in .max },
        control: RunControl()
      )
    }
    let wanted = Int32(number)
    #expect(ties?.sources == [wanted, 2, 0, wanted])
    #expect(ties?.targets == [1, wanted, wanted, wanted])
  }

  @Test func farLargerNumbersThanRowsAreLeftToTheGeneralReader() throws {
    #expect(!isQuick("1,65537\n"))
    let region = try #require(read("1,999999999\n").region)
    #expect(region.actors.ids[1] == "999999999")
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: " ")])
  func everySeparator(separator: UInt8) throws {
    let mark = String(UnicodeScalar(separator))
    try agrees((0..<50).map { "\($0)\(mark)\($0 * 7 % 51)\n" }.joined(), separator)
  }

  @Test(arguments: [UInt64](1...4))
  func randomListsOfManyParts(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let count = 150_000
    let text = (0..<count).map { _ in
      "\(random.next(below: 1 << (4 + 4 * Int(seed)))),\(random.next(below: 40_000))\n"
    }.joined()
    #expect(text.utf8.count > 1 << 20)
    try agrees("source,target\n" + text)
  }

  @Test(arguments: [
    "1,2,3\n", "1\n", "01,2\n", "1,02\n", "+1,2\n", "-1,2\n", "1, 2\n", " 1,2\n", "1,2 \n",
    "1,2\n\n3,4\n", "#1,2\n", "1,2\n# 3\n", "1,\"2\"\n", "1,2\r3,4\r", "1,2\r", "1,\n", ",1\n",
    "1.0,2\n",
    "1,2a\n", "a,2\n", "1,1234567890\n", "1234567890,1\n", "1,2\n3,4\u{A0}\n", "", "\n", "1,2\n3\n",
    "１,2\n", "00,1\n", "1,2\n3,4,\n", "1,,2\n", "12345678:,1\n", "/,1\n",
  ])
  func anythingElseIsLeftToTheGeneralReader(text: String) {
    #expect(!isQuick(text))
  }

  @Test func idsStayTextAsWritten() throws {
    let region = try #require(read("1,2\n01,2\n").region)
    #expect((0..<3).map { region.actors.ids[$0] } == ["1", "2", "01"])
  }

  @Test func threadsChangeNothing() {
    let text = Array((0..<200_000).map { "\($0),\($0 / 3)\n" }.joined().utf8)
    text.withUnsafeBytes { text in
      let all = [1, 2, 8].map {
        NumberedTies(text, from: 0, separator: 0x2c, control: RunControl(threads: $0))
      }
      #expect(all[0]?.sources.count == 200_000)
      for other in all.dropFirst() {
        #expect(other?.sources == all[0]?.sources && other?.targets == all[0]?.targets)
      }
    }
  }

  @Test func aProblemLaterInTheFileIsFoundInItsPlace() {
    let good = (0..<100_000).map { "\($0),\($0 + 1)\n" }.joined()
    let report = read("source,target\n" + good + "5,6,7\n").report
    #expect(report.diagnostics.shown.first?.location?.line == 100_002)
  }
}
