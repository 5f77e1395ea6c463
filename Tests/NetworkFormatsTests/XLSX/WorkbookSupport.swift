import SafeFiles

@testable import NetworkFormats

/// A ZIP archive written by hand, part by part as it stands, so that every lie can be told.
struct HandmadeZip {
  struct Part {
    var name: String
    var bytes: [UInt8]
    /// Added to the checksum that is right.
    var wrongChecksum: UInt32 = 0
    /// Added to the sizes that are right.
    var wrongSize: UInt32 = 0
    /// Bit 0 says that the part is encrypted.
    var flags: UInt16 = 0
    var method: UInt16 = 0
  }
  var parts: [Part] = []
  /// What the directory says of the number of parts; nil is the truth.
  var announced: UInt16?

  /// CRC-32 from its definition, bit by bit.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
  }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
    func four(_ value: UInt32) -> [UInt8] {
      two(UInt16(value & 65_535)) + two(UInt16(value >> 16))
    }
    for part in parts {
      let name = Array(part.name.utf8)
      let size = UInt32(part.bytes.count) &+ part.wrongSize
      let crc = Self.checksum(part.bytes) &+ part.wrongChecksum
      let common =
        two(20) + two(part.flags) + two(part.method) + two(0) + two(33) + four(crc) + four(size)
        + four(size) + two(UInt16(name.count)) + two(0)
      directory += [0x50, 0x4b, 1, 2] + two(20) + common + two(0) + two(0) + two(0) + four(0)
      directory += four(UInt32(out.count)) + name
      out += [0x50, 0x4b, 3, 4] + common + name + part.bytes
    }
    let count = announced ?? UInt16(parts.count)
    let end =
      [0x50, 0x4b, 5, 6] + two(0) + two(0) + two(count) + two(count)
      + four(UInt32(directory.count)) + four(UInt32(out.count)) + two(0)
    return out + directory + end
  }
}

/// A workbook written by hand.
struct HandmadeWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Names of sheets and what is inside of `worksheet`.
  var sheets: [(name: String, content: String)]
  var shared = ""
  var styles = ""
  var properties = ""
  /// Other parts, or others instead.
  var others: [(name: String, text: String)] = []

  init(_ content: String, name: String = "Sheet1") { sheets = [(name, content)] }
  init(sheets: [(name: String, content: String)]) { self.sheets = sheets }

  /// Rows of cells with the text of each as it stands; `=` of a reference is left out.
  static func rows(_ rows: [[String]]) -> String {
    var out = "<sheetData>"
    for (row, cells) in rows.enumerated() {
      out += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        out += "<c r=\"\(CellReference.letters(of: column + 1))\(row + 1)\" t=\"inlineStr\"><is><t"
        out += " xml:space=\"preserve\">\(XMLText.escaped(cell))</t></is></c>"
      }
      out += "</row>"
    }
    return out + "</sheetData>"
  }

  var zip: HandmadeZip {
    var tabs = ""
    var links = ""
    var parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"\(Self.links)/officeDocument\""
          + " Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    for (number, sheet) in sheets.enumerated() {
      tabs += "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"1\" r:id=\"s\(number)\"/>"
      links += "<Relationship Id=\"s\(number)\" Type=\"\(Self.links)/worksheet\""
      links += " Target=\"worksheets/sheet\(number).xml\"/>"
      parts.append(
        (
          "xl/worksheets/sheet\(number).xml",
          "<worksheet xmlns=\"\(Self.main)\">\(sheet.content)</worksheet>"
        )
      )
    }
    if !shared.isEmpty {
      links +=
        "<Relationship Id=\"x\" Type=\"\(Self.links)/sharedStrings\" Target=\"strings.xml\"/>"
      parts.append(("xl/strings.xml", "<sst xmlns=\"\(Self.main)\">\(shared)</sst>"))
    }
    if !styles.isEmpty {
      links += "<Relationship Id=\"y\" Type=\"\(Self.links)/styles\" Target=\"/xl/styles.xml\"/>"
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\">\(properties)"
          + "<sheets>\(tabs)</sheets></workbook>"
      )
    )
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"))
    for other in others {
      parts.removeAll { $0.0 == other.name }
      parts.append(other)
    }
    return HandmadeZip(
      parts: parts.map { HandmadeZip.Part(name: $0.0, bytes: Array($0.1.utf8)) }
    )
  }

  func read(_ format: NetworkFormat? = nil) -> ReadingResult {
    NetworkReader.read(bytes: zip.bytes, name: "book.xlsx", format: format)
  }
}

/// Reads one of the files that other programs made.
func readFixture(_ name: String, _ format: NetworkFormat? = nil) throws -> ReadingResult {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.dropLast(3).joined(separator: "/") + "/Fixtures/formats/"
  return try NetworkReader.read(folder + name, format: format)
}

extension ReadingResult {
  /// Every problem as its place and its code.
  var cells: [String] {
    report.diagnostics.shown.map { problem in
      (problem.location.map { $0.cell?.text ?? $0.text } ?? "") + " " + problem.code.rawValue
    }
  }
}
