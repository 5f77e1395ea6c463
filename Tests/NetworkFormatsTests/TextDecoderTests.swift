import Testing

@testable import NetworkFormats

@Suite struct TextDecoderTests {
  private enum Outcome: Equatable {
    case text(String, TextEncoding)
    case refused(DecodingProblem)
  }

  private func decode(_ bytes: [UInt8]) -> Outcome {
    bytes.withUnsafeBytes { raw in
      do throws(DecodingProblem) {
        let source = try SourceText(name: "f", raw: raw)
        return .text(source.string(0..<source.bytes.count), source.encoding)
      } catch {
        return .refused(error)
      }
    }
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func utf8WithAndWithoutMark() {
    let text = "Sjøbris,Ålesund\r\n𝄞 \u{2028}"
    #expect(decode(Array(text.utf8)) == .text(text, .utf8))
    #expect(decode([0xef, 0xbb, 0xbf] + Array(text.utf8)) == .text(text, .utf8WithMark))
    #expect(decode([]) == .text("", .utf8))
    #expect(decode([0xef, 0xbb, 0xbf]) == .text("", .utf8WithMark))
  }

  @Test(arguments: [true, false])
  func utf16InBothOrders(bigEndian: Bool) {
    let text = "source,target\nSjøbris,𝄞lesund\n"
    let encoding: TextEncoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
    let mark: [UInt8] = bigEndian ? [0xfe, 0xff] : [0xff, 0xfe]
    let bytes = utf16(text, bigEndian: bigEndian)
    #expect(decode(mark + bytes) == .text(text, encoding))
    #expect(decode(bytes) == .text(text, encoding), "recognised without a mark")
    #expect(decode(mark + bytes.dropLast()) == .refused(.badUTF16(offset: bytes.count)))
  }

  @Test func utf16WithHalfACharacterIsRefused() {
    #expect(decode([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]) == .refused(.badUTF16(offset: 2)))
    #expect(decode([0xff, 0xfe, 0x41, 0x00, 0x00, 0xdc]) == .refused(.badUTF16(offset: 4)))
    #expect(
      decode([0xff, 0xfe, 0x41, 0x00, 0x00, 0x00, 0x42, 0x00]) == .refused(.binary(offset: 4))
    )
    #expect(decode([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]) == .refused(.utf32))
  }

  @Test func windows1252IsRecognisedAsAWhole() {
    let bytes: [UInt8] = Array("a,Sj".utf8) + [0xf8] + Array("bris ".utf8) + [0x80, 0x96]
    #expect(decode(bytes) == .text("a,Sjøbris €–", .windows1252))
    // 0x81 means nothing there.
    #expect(decode(bytes + [0x81]) == .refused(.badByte(offset: 4, value: 0xf8)))
    // Valid UTF-8 elsewhere: a mixture, not Windows-1252.
    #expect(decode(Array("ø".utf8) + bytes) == .refused(.badByte(offset: 6, value: 0xf8)))
  }

  @Test(
    arguments: [
      [0xc0, 0x80], [0xc1, 0xbf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80], [0xff], [0xe2, 0x82], [0xc3],
    ] as [[UInt8]]
  )
  func invalidSequencesAreFound(bad: [UInt8]) {
    for prefix in ["", "abc", "abcdefgh", "abcdefghijklmnop", "ø"] {
      let bytes = Array(prefix.utf8) + bad + Array("x".utf8)
      let finding = bytes.withUnsafeBytes { UTF8Check.scan($0) }
      #expect(finding.firstBad == prefix.utf8.count)
    }
  }

  /// The validator against the standard library on random bytes near the limits.
  @Test func agreesWithTheStandardLibrary() {
    var random = Seeded(seed: 3)
    let pool: [UInt8] = [
      0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee,
      0xef,
      0xf0, 0xf1, 0xf4, 0xf5, 0xff,
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &random)
      let bytes = (0..<count).map { _ in pool.randomElement(using: &random)! }
      let isValid = bytes.withUnsafeBytes { UTF8Check.scan($0) }.firstBad == nil
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test func binaryFilesAreNamed() {
    #expect(
      decode([0x50, 0x4b, 3, 4, 1, 2])
        == .refused(.recognised(name: "a ZIP archive or an Excel workbook (.xlsx)"))
    )
    #expect(decode(Array("ab".utf8) + [0] + Array("cde".utf8)) == .refused(.binary(offset: 2)))
    #expect(decode([0x41, 0xf8, 0x42, 0, 0x43]) == .refused(.binary(offset: 3)))
    #expect(decode([1, 2, 3, 65]) == .refused(.binary(offset: 0)))
    #expect(decode(Array("%PDF-1.7".utf8)) == .refused(.recognised(name: "a PDF document")))
  }

  @Test func placeOfABadByteIsShown() {
    let bytes = Array("source,target\nø,b\nSø".utf8) + [0xf8] + Array("x,y\n".utf8)
    let result = NetworkReader.read(bytes: bytes, name: "e.csv")
    #expect(result.region == nil)
    #expect(result.places == ["e.csv:3:3 bad-encoding"])
    #expect(
      result.report.diagnostics.rendered() == """
        e.csv:3:3: error: byte 0xF8 is not UTF-8
         3 | Sø\u{fffd}x,y
           |   ^
        hint: the file mixes encodings or is damaged here; save it as UTF-8

        """
    )
  }

  @Test func marksAndEncodingsAreReported() {
    let text = "source;target\nÅ;B\n"
    let marked = NetworkReader.read(bytes: [0xef, 0xbb, 0xbf] + Array(text.utf8), name: "e")
    #expect(marked.ties == ["Å>B tie 1"])
    #expect(
      marked.report.assumptions.contains {
        $0.subject == .encoding && $0.text == "UTF-8 with byte order mark"
      }
    )
    let latin = NetworkReader.read(
      bytes: Array("source;target\n".utf8) + [0xc5] + Array(";B".utf8),
      name: "e"
    )
    #expect(latin.ties == ["Å>B tie 1"])
    #expect(latin.places == ["e assumed-encoding"])
    let wide = NetworkReader.read(bytes: [0xff, 0xfe] + utf16(text, bigEndian: false), name: "e")
    #expect(wide.ties == ["Å>B tie 1"])
  }

  /// Overlong forms, surrogates and what is past U+10FFFF are no text in any encoding.
  @Test(arguments: [
    [0xc0, 0x80], [0xc0, 0xaf], [0xc1, 0xbf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80],
    [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80],
  ])
  func forbiddenSequencesAreNotTakenForWindows1252(bytes: [UInt8]) {
    let text = Array("source,target\na,".utf8) + bytes + [0x0a]
    let result = NetworkReader.read(bytes: text, name: "x.csv")
    #expect(result.places == ["x.csv:2:3 bad-encoding"])
  }

  @Test func aSpaceThatDoesNotBreakAfterACapitalAWithGraveIsText() {
    let text = Array("source,target\n".utf8) + [0xc0, 0xa0, 0x62, 0x2c, 0x62, 0x0a]
    #expect(NetworkReader.read(bytes: text, name: "x.csv").region?.actors.ids[0] == "À\u{a0}b")
  }
}
