import Testing

@testable import NetworkFormats

/// References, days and numbers of cells.
@Suite struct CellValueTests {
  @Test(
    arguments: [
      ("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384),
      ("BC99", 99, 55),
    ]
  )
  func references(text: String, row: Int, column: Int) {
    let place = CellReference.parse(text)
    #expect(place?.row == row && place?.column == column)
    #expect(CellReference.letters(of: column) + "\(row)" == text)
  }

  @Test(arguments: ["", "A", "1", "a1", "A01", "A-1", "XFE1", "A1048577", "AAAA1", "A1B", "Å1"])
  func noReferences(text: String) { #expect(CellReference.parse(text) == nil) }

  /// Days that Excel's documentation and calendars give.
  @Test(
    arguments: [
      (1.0, ExcelDate.System.from1900, "1900-01-01"), (59, .from1900, "1900-02-28"),
      (61, .from1900, "1900-03-01"), (25_569, .from1900, "1970-01-01"),
      (39_448, .from1900, "2008-01-01"), (45_351, .from1900, "2024-02-29"),
      (2_958_465, .from1900, "9999-12-31"), (0, .from1904, "1904-01-01"),
      (37_986, .from1904, "2008-01-01"), (43_967.999999, .from1904, "2024-05-18"),
    ]
  )
  func days(serial: Double, system: ExcelDate.System, text: String) {
    #expect(ExcelDate.text(serial, system, hasTime: false) == text)
  }

  @Test func timesOfDays() {
    #expect(ExcelDate.text(45_429.573, .from1900, hasTime: true) == "2024-05-17T13:45:07")
    #expect(ExcelDate.text(45_429, .from1900, hasTime: true) == "2024-05-17")
    #expect(ExcelDate.text(0.5, .from1900, hasTime: true) == "12:00:00")
    for nothing in [-1, 60.5, 2_958_466, .infinity, .nan] {
      #expect(ExcelDate.text(nothing, .from1900, hasTime: true) == nil)
    }
  }

  @Test(
    arguments: [
      ("General", NumberStyle.plain), ("0.00", .plain), ("#,##0 \"kr per day\"", .plain),
      ("[h]:mm", .plain), ("[mm]:ss", .plain), ("0000", .padded(4)), ("dd.mm.yyyy", .date),
      ("[$-414]d. mmmm yyyy;@", .date), ("yyyy\\-mm\\-dd hh:mm", .dateAndTime),
      ("hh:mm:ss AM/PM", .time),
      ("mmm", .date), ("mm:ss", .time), ("[Red]0.0", .plain), ("0E+00", .plain), ("0", .plain),
      ("_-* #,##0_-;-* #,##0_-", .plain), ("@", .plain), ("\"", .plain), ("[", .plain),
      ("\\", .plain),
    ]
  )
  func styles(code: String, style: NumberStyle) { #expect(NumberStyle(code: code) == style) }

  @Test func numbers() {
    func text(_ raw: String, _ style: NumberStyle = .plain) -> String? {
      style.text(raw, .from1900)
    }
    #expect(text("301") == "301")
    #expect(text("301.0") == "301")
    #expect(text("1.0000000000000002") == "1.0000000000000002")
    #expect(text("3.01E2") == "301")
    #expect(text("12345678901234567890") == "12345678901234567890")
    #expect(text("301", .padded(4)) == "0301")
    #expect(text("-1", .date) == "-1")
    #expect(text("x") == nil)
  }
}
