import LearningRegion
import Testing

@testable import NetworkFormats

/// Workbooks made to do harm, or broken on the way: each ends in an error with a place.
@Suite struct WorkbookHostileTests {
  private static let good = HandmadeWorkbook(
    HandmadeWorkbook.rows([["source", "target"], ["a", "b"]])
  )

  private func expect(
    _ bytes: [UInt8],
    _ code: DiagnosticCode,
    _ word: String,
    _ comment: Comment? = nil
  ) {
    let result = NetworkReader.read(bytes: bytes, name: "book.xlsx")
    #expect(result.region == nil, comment)
    let text = result.report.diagnostics.rendered()
    let first = result.report.diagnostics.shown.first { $0.severity == .error }
    #expect(first?.code == code, "\(text)")
    #expect(first?.location != nil, comment)
    #expect(text.contains(word), "\(text)")
  }

  @Test func theGoodOneIsRead() {
    #expect(Self.good.read().ties == ["a>b tie 1"])
  }

  // MARK: The archive

  @Test func everyBeginningIsRefused() {
    let bytes = Self.good.zip.bytes
    for count in stride(from: 4, to: bytes.count, by: 7) {
      let result = NetworkReader.read(bytes: Array(bytes[..<count]), name: "book.xlsx")
      #expect(result.region == nil, "\(count) bytes")
      #expect(result.report.diagnostics.hasErrors)
    }
  }

  @Test(arguments: 0..<8)
  func wrongChecksumsAndSizes(part: Int) {
    var zip = Self.good.zip
    guard part < zip.parts.count else { return }
    let isRead = zip.parts[part].name != "[Content_Types].xml"
    zip.parts[part].wrongChecksum = 1
    if isRead { expect(zip.bytes, .badArchive, "CRC") }
    zip.parts[part].wrongChecksum = 0
    for wrong: UInt32 in [1, UInt32.max] {
      zip.parts[part].wrongSize = wrong
      if isRead { expect(zip.bytes, .badArchive, "damaged") }
    }
  }

  @Test(
    arguments: [
      "../evil.xml", "/etc/passwd", "xl/../../evil.xml", "C:\\evil.xml", "xl\\evil.xml", "a\u{1}b",
      "./x", "..",
    ]
  )
  func namesThatTravel(name: String) {
    var zip = Self.good.zip
    zip.parts.append(HandmadeZip.Part(name: name, bytes: [1]))
    expect(zip.bytes, .badArchive, "leads out of it")
  }

  @Test func otherLiesOfArchives() {
    var twice = Self.good.zip
    twice.parts.append(HandmadeZip.Part(name: "XL/Workbook.xml", bytes: Array("<x/>".utf8)))
    expect(twice.bytes, .badArchive, "two parts")
    var secret = Self.good.zip
    secret.parts[2].flags = 1
    expect(secret.bytes, .badArchive, "password")
    var strange = Self.good.zip
    strange.parts[2].method = 12
    expect(strange.bytes, .badArchive, "packed in a way")
    var many = Self.good.zip
    many.announced = 9
    expect(many.bytes, .badArchive, "damaged")
    var crowd = HandmadeZip()
    for number in 0...ZipArchive.mostEntries {
      crowd.parts.append(HandmadeZip.Part(name: "\(number)", bytes: []))
    }
    expect(crowd.bytes, .badArchive, "more than")
    expect(
      [0x50, 0x4b, 5, 6] + [UInt8](repeating: 0, count: 18),
      .formatNotRead,
      "without a workbook"
    )
    expect([0x50, 0x4b, 3, 4], .badArchive, "damaged")
    expect([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], .formatNotRead, ".xls")
    expect(
      [0xd0, 0xcf, 0x11, 0xe0] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] },
      .badArchive,
      "password"
    )
  }

  /// A directory of 64 bits that speaks of a billion parts costs nothing.
  @Test func aBillionParts() {
    func eight(_ value: UInt64) -> [UInt8] { (0..<8).map { UInt8(value >> ($0 * 8) & 255) } }
    let record: [UInt8] =
      [0x50, 0x4b, 6, 6] + eight(44) + [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8)
      + eight(1 << 30) + eight(1 << 30) + eight(0) + eight(0)
    let locator: [UInt8] = [0x50, 0x4b, 6, 7, 0, 0, 0, 0] + eight(4) + [1, 0, 0, 0]
    let end: [UInt8] =
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 255, count: 12) + [0, 0]
    expect([0x50, 0x4b, 3, 4] + record + locator + end, .badArchive, "more than")
  }

  @Test func bombs() {
    // 3 MB of spaces inside of a sheet.
    let zip = ZipOutput()
    for part in Self.good.zip.parts {
      let bytes = UnpackedBytes(expecting: 0)
      bytes.add(String(decoding: part.bytes, as: UTF8.self))
      if part.name.contains("sheet0") { bytes.add(String(repeating: " ", count: 3_000_000)) }
      zip.add(part.name, bytes)
    }
    expect(zip.finish(), .fileTooLarge, "100 times its size")
    // A long text that many cells share.
    let cell = "<c t=\"s\"><v>0</v></c>"
    var book = HandmadeWorkbook(
      HandmadeWorkbook.rows([["source", "target"]]).replacing("</sheetData>", with: "")
        + String(repeating: "<row>" + cell + cell + "</row>", count: 2000) + "</sheetData>"
    )
    book.shared = "<si><t>\(String(repeating: "x", count: 100_000))</t></si>"
    expect(book.zip.bytes, .fileTooLarge, "100 times its size")
  }

  // MARK: The parts

  @Test(
    arguments: [
      ("_rels/.rels", "<Relationships/>", "where its workbook is"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"../../x.xml\"/></Relationships>",
        "where its workbook is"
      ),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"nowhere.xml\"/></Relationships>",
        "\"nowhere.xml\" is missing"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships/>", "has no part"),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"http://e/x\" TargetMode=\"External\"/></Relationships>",
        "outside of the file"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"worksheets/sheet9.xml\"/></Relationships>",
        "sheet9.xml\" is missing"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"workbook.xml\"/></Relationships>",
        "no sheet with cells"
      ),
      ("xl/workbook.xml", "<workbook/>", "no workbook"),
      ("xl/workbook.xml", "<workbook xmlns=\"\(HandmadeWorkbook.main)\"/>", "no sheets"),
      ("xl/worksheets/sheet0.xml", "<worksheet/>", "no sheet"),
      ("xl/worksheets/sheet0.xml", "<worksheet", "complete"),
      (
        "xl/worksheets/sheet0.xml",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet xmlns=\"\(HandmadeWorkbook.main)\">&a;</worksheet>",
        "document type declaration"
      ),
      (
        "xl/worksheets/sheet0.xml",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
        "document type declaration"
      ),
      ("xl/worksheets/sheet0.xml", "\u{0}\u{0}", "sheet0.xml"),
      ("xl/worksheets/sheet0.xml", "", "sheet0.xml"),
      ("xl/worksheets/sheet0.xml", String(repeating: "<x>", count: 100_000), "sheet0.xml"),
    ]
  )
  func parts(name: String, text: String, word: String) {
    var book = Self.good
    book.others = [(name, text)]
    let result = book.read()
    #expect(result.region == nil)
    let shown = result.report.diagnostics.rendered()
    #expect(shown.contains(word), "\(shown)")
    #expect(result.report.diagnostics.shown.allSatisfy { $0.location != nil })
  }

  @Test func aSheetThatIsItsOwnRelationshipsEndsToo() {
    var book = Self.good
    book.others = [
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"s0\" Type=\"x/worksheet\" Target=\"_rels/workbook.xml.rels\"/></Relationships>"
      )
    ]
    #expect(book.read().region == nil)
  }

  // MARK: Cells

  @Test(
    arguments: [
      ("<row r=\"1\"><c r=\"ZZZZ99999999\"><v>1</v></c></row>", "no cell of a sheet"),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "no cell of a sheet"),
      ("<row r=\"1\"><c r=\"A0\"><v>1</v></c></row>", "no cell of a sheet"),
      ("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "no cell of a sheet"),
      ("<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>", "is in row 1"),
      ("<row r=\"1048577\"/>", "no row of a sheet"), ("<row r=\"0\"/>", "no row of a sheet"),
      ("<row r=\"-1\"/>", "no row of a sheet"),
      ("<row r=\"99999999999999999999\"/>", "no row of a sheet"),
      ("<row r=\"2\"/><row r=\"2\"/>", "comes after"),
      ("<row><c r=\"A1\"/><c r=\"A1\"/></row>", "twice or out of order"),
      ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "twice or out of order"),
      ("<row><c r=\"XFD1\"/><c/></row>", "twice or out of order"),
      ("<row><c t=\"s\"><v>5</v></c></row>", "no shared text"),
      ("<row><c t=\"s\"><v>-1</v></c></row>", "no shared text"),
      ("<row><c t=\"s\"><v>x</v></c></row>", "no shared text"),
      ("<row><c t=\"z\"><v>5</v></c></row>", "no type of a cell"),
      ("<row><c t=\"b\"><v>5</v></c></row>", "neither true nor false"),
      ("<row><c><v>nan</v></c></row>", "is no number"),
      ("<row><c><v>0x1p4</v></c></row>", "is no number"),
      ("<row><c><v>1,5</v></c></row>", "is no number"),
      ("<row><c><v>1e999</v></c></row>", "is no number"),
    ]
  )
  func cells(rows: String, word: String) {
    let result = HandmadeWorkbook("<sheetData>\(rows)</sheetData>").read()
    #expect(result.region == nil)
    let shown = result.report.diagnostics.rendered()
    #expect(shown.contains(word), "\(shown)")
    #expect(result.report.diagnostics.shown[0].location?.line == 1)
  }

  @Test func aCellAtTheFarEnd() {
    let rows =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>source</v></c><c r=\"B1\" t=\"str\"><v>target</v></c>"
      + "</row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"B2\" t=\"str\"><v>b</v></c></row>"
      + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"
    #expect(HandmadeWorkbook(rows).read().ties == ["a>b tie 1"])
  }

  /// Merged cells that overlap a million times are given up, not followed.
  @Test func mergedCellsWithoutEnd() {
    let rows = (1...2000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let merge = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 2000)
    let result = HandmadeWorkbook("<sheetData>\(rows)</sheetData><mergeCells>\(merge)</mergeCells>")
      .read()
    #expect(result.report.diagnostics.rendered().contains("overlap"))
  }

  @Test func whateverChangesThereIsARegionOrAnError() throws {
    var random = Seeded(seed: 77)
    let bytes = try #require(
      try? NetworkWriter.bytes(PlainRegion.make(seed: 3), as: .xlsx)
    )
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(
          in: 0...255,
          using: &random
        )
      }
      let result = NetworkReader.read(bytes: changed, name: "x")
      #expect((result.region == nil) == result.report.diagnostics.hasErrors)
    }
  }

  /// Parts that are changed inside, so that the archive around them is right.
  @Test func changedPartsGiveARegionOrAnError() throws {
    var random = Seeded(seed: 78)
    let pieces = [
      "<c>", "</c>", "<v>", "</v>", "r=\"", "t=\"s\"", "t=\"e\"", "\"", "<row>", "</row>", "&amp;",
      "&#0;",
      "<is>", "1048576", "-", "_x0041_", "<mergeCell ref=\"A1:B9\"/>", "source", "id", "\u{301}",
    ]
    var zip = Self.good.zip
    let sheet = try #require(zip.parts.firstIndex { $0.name.contains("sheet0") })
    let original = zip.parts[sheet].bytes
    for _ in 0..<1500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes.replaceSubrange(at..<at, with: pieces.randomElement(using: &random)!.utf8)
      }
      zip.parts[sheet].bytes = bytes
      let result = NetworkReader.read(bytes: zip.bytes, name: "x")
      #expect((result.region == nil) == result.report.diagnostics.hasErrors)
    }
  }
}
