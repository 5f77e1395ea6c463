import LearningRegion
import Testing

@testable import NetworkFormats

/// Workbooks as people have them, made by openpyxl and LibreOffice or written by hand.
@Suite struct WorkbookReaderTests {
  // MARK: Made by other programs

  @Test(arguments: ["openpyxl", "libreoffice"])
  func aNorwegianSheet(program: String) throws {
    let result = try readFixture("norwegian-\(program).xlsx")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(
      result.ties == [
        "Sjøbris AS>Ærlig Fisk tillit 0.5", "Ærlig Fisk>Høgskulen tillit 1.25",
        "Høgskulen>Sjøbris AS råd 3",
      ]
    )
    #expect(result.tieColumns.contains("start: 2024-02-29, 2024-02-29, ·"))
    #expect(result.actorColumns.contains("Kommune: 0301, 1103, 4640"))
    #expect(result.assumed.contains("decimal_mark: decimal comma"))
    #expect(result.report.assumptions.first?.text == "Excel workbook")
  }

  @Test(arguments: ["openpyxl", "libreoffice"])
  func cellsOfEveryType(program: String) throws {
    let result = try readFixture("types-\(program).xlsx")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["a", "301", "b & <c>"])
    #expect(
      result.ties.map { $0.split(separator: " ").last } == ["1", "2", "0.001"]
    )
    #expect(result.tieColumns.contains("start: 1900-01-01, 1900-03-01, 2024-12-31"))
    #expect(result.tieColumns.contains("sann: true, false, ·"))
    #expect(result.tieColumns.contains("klokke: 13:45:00, ·, ·"))
    #expect(result.tieColumns.contains("tall: 1e+21, -0.1, 123456789012345"))
    #expect(result.tieColumns.contains("formel: x, '=1+1, ·"))
  }

  @Test(arguments: ["openpyxl", "libreoffice"])
  func sheetsNamedLikeTheFilesOfARegion(program: String) throws {
    let result = try readFixture("region-\(program).xlsx")
    #expect(result.report.diagnostics.rendered() == "")
    let region = try #require(result.region)
    #expect(region.actors.count == 2)
    #expect(region.actors[0].needs == ["sveising", "robot"])
    #expect(region.arenas.rows.map(\.label) == ["Møte"])
    #expect(region.participation.rows.map { $0.date?.description } == ["2024-05-01"])
    #expect(result.ties == ["a>b trust 2", "b>a advice 1"])
    #expect(
      result.report.assumptions.contains { $0.text.contains("its name says (ignore)") }
    )
  }

  @Test(arguments: [NetworkFormat.kumu, nil])
  func elementsAndConnections(format: NetworkFormat?) throws {
    let result = try readFixture("kumu-openpyxl.xlsx", format)
    // No row is about Sunset.
    #expect(result.cells == ["Connections!B2 unknown-actor"])
    #expect(result.ids == ["Pipeline", "Waimea", "Sunset"])
    #expect(
      result.ties == [
        "Pipeline>Waimea tie 2", "Pipeline>Sunset tie 2", "Waimea>Pipeline tie 1",
        "Pipeline>Waimea tie 1", "Sunset>Waimea tie 3", "Waimea>Sunset tie 3",
      ]
    )
    #expect(result.actorColumns.contains("Tags: Oahu|surf, stor, ·"))
  }

  @Test func daysFrom1904() throws {
    #expect(try readFixture("from1904-openpyxl.xlsx").tieColumns == ["start: 2024-05-17"])
  }

  @Test func formulas() throws {
    let without = try readFixture("formula-openpyxl.xlsx")
    #expect(without.cells == ["Ark1!C2 bad-cell"])
    #expect(without.region == nil)
    #expect(try readFixture("formula-libreoffice.xlsx").ties == ["a>b tie 2"])
  }

  @Test(arguments: ["region-libreoffice.ods", "region-libreoffice.xls"])
  func otherSpreadsheetsAreRefusedWithAHint(name: String) throws {
    let result = try readFixture(name)
    #expect(result.region == nil)
    let problem = try #require(result.report.diagnostics.shown.first)
    #expect(problem.code == .formatNotRead)
    #expect(problem.message.contains(String(name.suffix(4))))
    #expect(problem.hint?.contains(".xlsx") == true)
  }

  @Test(
    arguments: [("utf8", "UTF-8"), ("cp1252", "Windows-1252"), ("utf16", "UTF-16 little endian")]
  )
  func tablesSavedAsCSV(encoding: String, name: String) throws {
    let result = try readFixture("table-\(encoding)-libreoffice.csv")
    #expect(result.report.diagnostics.hasErrors == false)
    #expect(
      result.ties == [
        "Sjøbris AS>Ærlig Fisk tie 0.5", "Ærlig Fisk>Høgskulen tie 1.25",
        "Høgskulen>Sjøbris AS tie 3",
      ]
    )
    #expect(result.tieColumns.last == "note: hei; du, sa \"ja\", Å")
    #expect(result.assumed.contains("separator: cells are separated by semicolons"))
    #expect(result.assumed.contains("decimal_mark: decimal comma"))
    #expect(encoding == "utf8" || result.assumed.contains("encoding: \(name)"))
  }

  // MARK: By hand

  @Test func runsAreJoinedAndSoundsLeftOut() {
    var book = HandmadeWorkbook(
      "<sheetData><row><c t=\"inlineStr\"><is><t>source</t></is></c>"
        + "<c t=\"inlineStr\"><is><r><t>tar</t></r><r><rPr><b/></rPr><t>get</t></r></is></c></row>"
        + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></sheetData>"
    )
    book.shared =
      "<si><r><t>Sjø</t></r><r><t>bris</t></r><rPh sb=\"0\" eb=\"1\"><t>lyd</t></rPh><phoneticPr/></si>"
      + "<si><t>a_x000D_b_x005F_x0041_</t></si>"
    #expect(book.read().ids == ["Sjøbris", "a\rb_x0041_"])
  }

  @Test func strictWorkbooksAreRead() {
    var zip = HandmadeWorkbook(HandmadeWorkbook.rows([["source", "target"], ["a", "b"]])).zip
    for index in zip.parts.indices {
      zip.parts[index].bytes = Array(
        String(decoding: zip.parts[index].bytes, as: UTF8.self)
          .replacing(HandmadeWorkbook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replacing(
            HandmadeWorkbook.links,
            with: "http://purl.oclc.org/ooxml/officeDocument/relationships"
          ).utf8
      )
    }
    let result = NetworkReader.read(bytes: zip.bytes, name: "strict.xlsx")
    #expect(result.ties == ["a>b tie 1"])
  }

  /// Where decimals have a comma a spreadsheet makes 27 June of 27.6.
  @Test func aDateThatWasANumberIsTold() {
    let head = HandmadeWorkbook.rows([["source", "target", "weight"]])
      .dropLast("</sheetData>".count)
    let book = HandmadeWorkbook(
      head + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c><c r=\"B2\" t=\"str\"><v>b</v></c>"
        + "<c r=\"C2\" t=\"d\"><v>2026-06-27T00:00:00</v></c></row></sheetData>"
    )
    let result = book.read()
    #expect(result.cells == ["Sheet1!C2 bad-number"])
    #expect(result.report.diagnostics.shown.first?.hint?.contains("such as 27.6") == true)
  }

  @Test func datesTruthsAndErrors() {
    var book = HandmadeWorkbook(
      "<sheetData><row r=\"1\"><c t=\"str\"><v>source</v></c><c t=\"str\"><v>target</v></c>"
        + "<c t=\"str\"><v>start</v></c><c t=\"str\"><v>ok</v></c><c t=\"str\"><v>x</v></c></row>"
        + "<row r=\"2\"><c t=\"str\"><f>A1</f><v>a</v></c><c><v>1.0</v></c>"
        + "<c t=\"d\"><v>2024-05-17T00:00:00</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"
        + "<row r=\"3\"><c><v>1</v></c><c t=\"str\"><v>a</v></c><c s=\"1\"><v>45429.5</v></c></row>"
        + "</sheetData>"
    )
    book.styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm\\ yyyy;@\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
    let result = book.read()
    #expect(result.ties == ["a>1 tie 1", "1>a tie 1"])
    #expect(result.tieColumns.contains("start: 2024-05-17, 2024-05-17"))
    #expect(result.tieColumns.contains("ok: true, ·"))
    #expect(result.cells == ["Sheet1!E2 cell-error"])
  }

  @Test func twoBlankRowsBeginATableAndSoDoesAHeadingAfterOne() {
    let result = HandmadeWorkbook(
      HandmadeWorkbook.rows([
        ["Nettverket"], [], ["id", "label"], ["a", "A"], ["b", "B"], [], ["source", "target"],
        ["a", "b"], [], ["b", "a"], [], [], ["Sum", "2"], ["Snitt", "1"],
      ])
    ).read()
    #expect(result.ties == ["a>b tie 1", "b>a tie 1"])
    #expect(result.region?.actors.count == 2)
    #expect(result.cells == ["Sheet1!A13 table-not-read"])
  }

  @Test func tablesSideBySide() {
    let result = HandmadeWorkbook(
      HandmadeWorkbook.rows([
        ["id", "", "from", "to", "", "weight"], ["a", "", "a", "b", "", "2"],
        ["b", "", "b", "a", "", "3"], ["c"],
      ])
    ).read()
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["a", "b", "c"])
    #expect(result.ties == ["a>b tie 2", "b>a tie 3"])
  }

  @Test func mergedCells() {
    let headings = HandmadeWorkbook(
      HandmadeWorkbook.rows([
        ["source", "target", "Styrke", ""], ["", "", "weight", "etter"], ["a", "b", "2", "4"],
        ["", "c", "3", "5"],
      ])
        + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/>"
        + "<mergeCell ref=\"A3:A4\"/></mergeCells>"
    ).read()
    #expect(headings.ties == ["a>b tie 2", "a>c tie 3"])
    #expect(headings.tieColumns.contains("etter: 4, 5"))
    #expect(
      headings.assumed.contains("columns: cells merged over several rows hold for each of them")
    )
  }

  @Test func severalRelations() {
    let result = HandmadeWorkbook(sheets: [
      ("tillit", HandmadeWorkbook.rows([["source", "target"], ["a", "b"]])),
      ("råd", HandmadeWorkbook.rows([["", "a", "b"], ["a", "", "2"], ["b", "1", "0"]])),
    ]).read()
    #expect(result.ties == ["a>b tillit 1", "a>b råd 2", "b>a råd 1"])
  }

  @Test func theWayOfR() {
    let result = HandmadeWorkbook(sheets: [
      (
        "edges",
        HandmadeWorkbook.rows([["p1", "p2", "note"], ["Ann", "Bo", "x"], ["Bo", "Cy", "y"]])
      ),
      (
        "vertices",
        HandmadeWorkbook.rows([["who", "age"], ["Cy", "3"], ["Ann", "1"], ["Bo", "2"]])
      ),
    ]).read()
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["Cy", "Ann", "Bo"])
    #expect(result.ties == ["Ann>Bo tie 1", "Bo>Cy tie 1"])
    #expect(result.actorColumns == ["age: 3, 1, 2"])
  }

  @Test func problemsNameSheetAndCell() {
    let result = HandmadeWorkbook(sheets: [
      ("Mine data", HandmadeWorkbook.rows([["", "id"], ["", "a"], ["", "b"], ["", "a"]])),
      (
        "Ark2",
        HandmadeWorkbook.rows([
          ["to", "", "from", "weight"], ["a", "", "b", "x1"], ["b", "", "q", ""],
        ])
      ),
    ]).read()
    #expect(
      result.cells == [
        "'Mine data'!B4 duplicate-id", "Ark2!D2 bad-number", "Ark2!C3 unknown-actor",
      ]
    )
    let text = result.report.diagnostics.rendered()
    #expect(text.contains("book.xlsx:Ark2!D2: error: \"x1\" is not a number"))
    #expect(text.contains("is already used in row 2"))
  }

  @Test func unreadTablesAndSpacesAreTold() {
    let result = HandmadeWorkbook(sheets: [
      ("Ark1", HandmadeWorkbook.rows([["source ", "target"], ["a", "b "], [" a", "b"]])),
      ("Ark2", HandmadeWorkbook.rows([["x", "y"], ["1", "2"]])),
    ]).read()
    #expect(result.cells == ["Ark1!B2 outer-spaces", "Ark2!A1 table-not-read"])
    #expect(result.ids == ["a", "b ", " a", "b"])
  }

  @Test func marksOfNumbersAreThoseOfTexts() {
    func read(_ weights: [String]) -> ReadingResult {
      var rows = "<sheetData><row><c t=\"str\"><v>source</v></c><c t=\"str\"><v>target</v></c>"
      rows += "<c t=\"str\"><v>weight</v></c></row>"
      for weight in weights {
        rows += "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c>\(weight)</row>"
      }
      return HandmadeWorkbook(rows + "</sheetData>").read()
    }
    let good = read([
      "<c><v>0.5</v></c>", "<c t=\"str\"><v>0,25</v></c>", "<c><v>1.0000000000000002</v></c>",
    ])
    #expect(good.ties == ["a>b tie 0.5", "a>b tie 0.25", "a>b tie 1.0000000000000002"])
    let bad = read(["<c t=\"str\"><v>0.5</v></c>", "<c t=\"str\"><v>0,25</v></c>"])
    #expect(bad.cells == ["Sheet1!C3 mixed-decimal-marks"])
  }
}
