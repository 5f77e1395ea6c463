import Testing

@testable import NetworkFormats

@Suite struct CSVScannerTests {
  /// All rows as texts; a malformed row as its problem and line.
  private func rows(
    _ text: String,
    _ separator: CellSeparator = .comma,
    comments: CSVScanner.Comments = .none
  ) -> [[String]] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { raw in
      guard let source = try? SourceText(name: "f", raw: raw) else { return [] }
      var scanner = CSVScanner(source.bytes, separator: separator, comments: comments)
      var rows: [[String]] = []
      while true {
        switch scanner.next() {
        case .end: return rows
        case .row:
          rows.append((0..<scanner.fieldCount).map { CellText.text(scanner[$0], source) })
        case .malformed(let problem, _, let line): rows.append(["!\(problem) \(line)"])
        }
      }
    }
  }

  @Test func plainRows() {
    #expect(rows("a,b\nc,d\n") == [["a", "b"], ["c", "d"]])
    #expect(rows("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(rows("") == [])
    #expect(rows("\n\r\n\r  \n\n") == [])
    #expect(rows("a") == [["a"]])
    #expect(rows("a,") == [["a", ""]])
    #expect(rows(",\n,,") == [["", ""], ["", "", ""]])
    // As many cells as bytes allow.
    #expect(rows(",") == [["", ""]])
    #expect(rows(String(repeating: ",", count: 4095)).first?.count == 4096)
    #expect(rows(String(repeating: ",", count: 4096)) == [["!tooManyColumns 1"]])
  }

  @Test func everyLineEnd() {
    #expect(rows("a\r\nb\rc\nd") == [["a"], ["b"], ["c"], ["d"]])
    #expect(rows("a\u{2028}b\u{85}c\n") == [["a\u{2028}b\u{85}c"]])
  }

  @Test func bytesAreNotCharacters() {
    // A comma and a following combining mark are one Character and still a separator.
    #expect(rows("a,\u{301}b\n") == [["a", "\u{301}b"]])
    #expect(rows("\"a\"\u{301},b\n") == [["!textAfterQuote 1"]])
    #expect(rows("a\r\u{301}\nb") == [["a"], ["\u{301}"], ["b"]])
  }

  @Test func quotes() {
    #expect(rows("\"a,b\",\"c \"\"d\"\"\"\n") == [["a,b", "c \"d\""]])
    #expect(rows("\"a\nb\r\nc\",d\ne,f") == [["a\nb\r\nc", "d"], ["e", "f"]])
    #expect(rows("\"\",\"\"\"\"\n") == [["", "\""]])
    #expect(rows(" \" a \" , b \n") == [[" a ", "b"]])
    #expect(rows("\"a\"") == [["a"]])
  }

  @Test func malformedRowsAreNamedAndPassed() {
    #expect(rows("a,b\"c\nd,e") == [["!strayQuote 1"], ["d", "e"]])
    #expect(rows("\"a\"b,c\nd,e") == [["!textAfterQuote 1"], ["d", "e"]])
    #expect(rows("x\n\"a,b\nc") == [["x"], ["!unterminatedQuote 2"]])
    #expect(rows("x\n\"") == [["x"], ["!unterminatedQuote 2"]])
    #expect(rows("\"a\nb\"x\ny") == [["!textAfterQuote 2"], ["y"]])
  }

  @Test func otherSeparators() {
    #expect(rows("a;b,c;d", .semicolon) == [["a", "b,c", "d"]])
    #expect(rows("a\tb c\t\td", .tab) == [["a", "b c", "", "d"]])
    #expect(rows("  a  b\tc \n d", .blanks) == [["a", "b", "c"], ["d"]])
    #expect(rows("\"a b\" c\n", .blanks) == [["a b", "c"]])
  }

  @Test func comments() {
    let text = "# x\n%y,\"\na,b\n  # z\nc,#d\n#"
    #expect(rows(text, comments: .hashAndPercent) == [["a", "b"], ["c", "#d"]])
    #expect(rows("#a,b\n") == [["#a", "b"]])
  }

  @Test func caps() {
    let wide = String(repeating: ",", count: 100_000) + "\nx,y"
    #expect(rows(wide) == [["!tooManyColumns 1"], ["x", "y"]])
    let long = String(repeating: "x", count: CSVScanner.longestField)
    #expect(rows(long + ",b")[0][1] == "b")
    #expect(rows(long + "x,b\nc") == [["!fieldTooLong 1"], ["c"]])
    #expect(rows("\"" + long + "\nx\",b\nc") == [["!fieldTooLong 2"], ["c"]])
  }

  /// Cells from a splitter written from the RFC's grammar, one character at a time.
  private func oracle(_ text: [UInt8]) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var quoted = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      if quoted {
        if byte == 0x22 {
          if i + 1 < text.count, text[i + 1] == 0x22 {
            cell.append(0x22)
            i += 1
          } else {
            quoted = false
          }
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        quoted = true
      } else if byte == 0x2c {
        row.append(cell)
        cell = []
      } else if byte == 0x0a {
        rows.append(row + [cell])
        (row, cell) = ([], [])
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return rows
  }

  @Test func writerAndScannerAreInverse() {
    var random = Seeded(seed: 5)
    let pieces = [
      "a", "ø", ",", "\"", "\n", "\r", "\r\n", ";", "\t", " ", "#", "%", "\u{301}", "|", "",
    ]
    for _ in 0..<500 {
      let width = Int.random(in: 1...4, using: &random)
      let table = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<width).map { column in
          // The first cell is not empty, so that no row is blank.
          (column == 0 ? "x" : "")
            + (0..<Int.random(in: 0...6, using: &random)).map { _ in
              pieces.randomElement(using: &random)!
            }.joined()
        }
      }
      var writer = CSVWriter()
      for row in table {
        for cell in row { writer.cell(cell) }
        writer.endRow()
      }
      let text = String(decoding: writer.bytes, as: UTF8.self)
      let expected = table.map { $0.map { Array(NormalForm.text($0).utf8) } }
      #expect(rows(text).map { $0.map { Array($0.utf8) } } == expected)
      let plain = oracle(writer.bytes).map { $0.map { String(decoding: $0, as: UTF8.self) } }
      #expect(plain == table)
    }
  }
}
