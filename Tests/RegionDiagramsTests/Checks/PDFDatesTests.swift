import Testing

@testable import RegionDiagrams

@Suite("Dates inside a PDF")
struct PDFDatesTests {
  private static let date = MapInput.Date(year: 2021, month: 3, day: 9)

  @Test(
    "The date is overwritten in place and the length stays",
    arguments: [
      ("(D:20261123012653Z)", "(D:20210309000000Z)"),
      ("(D:20261123012653+01'00)", "(D:20210309000000Z     )"),
      ("(D:20261123)", "(D:20210309)"),
    ]
  )
  func overwritten(old: String, new: String) throws {
    let before = "%PDF-1.5\n<< /Producer (x)\n /CreationDate \(old) >> /ModDate \(old)\n%%EOF"
    let after = "%PDF-1.5\n<< /Producer (x)\n /CreationDate \(new) >> /ModDate \(new)\n%%EOF"
    var bytes = Array(before.utf8)
    try PDFDates.overwrite(&bytes, with: Self.date)
    #expect(String(decoding: bytes, as: UTF8.self) == after)
    #expect(bytes.count == before.utf8.count)
  }

  @Test(
    "A file that is no PDF, or hides its date, is refused",
    arguments: ["", "PNG", "%PDF-1.5\nno date", "%PDF-1.5\n/CreationDate (D:2026"]
  )
  func refused(text: String) {
    var bytes = Array(text.utf8)
    #expect(throws: DrawingError.self) { try PDFDates.overwrite(&bytes, with: Self.date) }
  }
}
