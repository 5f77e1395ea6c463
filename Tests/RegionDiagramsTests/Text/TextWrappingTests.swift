import Testing

@testable import RegionDiagrams

@Suite("Names that fit")
struct TextWrappingTests {
  @Test(
    "Lines break where words end",
    arguments: [
      ("Sjøbris Havbruk AS", 12, 3, "Sjøbris\nHavbruk AS"),
      ("NFDI4Biodiversity", 18, 3, "NFDI4Biodiversity"),
      ("North-West Development Agency", 12, 3, "North-West\nDevelopment\nAgency"),
      ("a b c d e f", 3, 2, "a b\nc…"),
      ("  two   blanks  ", 20, 2, "two blanks"),
      ("", 10, 2, ""),
    ]
  )
  func wrapped(text: String, columns: Int, lines: Int, expected: String) {
    #expect(TextWrapping.wrapped(text, columns: columns, lines: lines) == expected)
  }

  @Test(
    "Names of nodes: one line where they are short, else lines of about the same length",
    arguments: [
      ("Research institute 1", "Research institute 1"),
      ("Women's rights organisation", "Women's rights\norganisation"),
      ("Regional office for adult education 3", "Regional office\nfor adult\neducation 3"),
    ]
  )
  func named(text: String, expected: String) {
    #expect(TextWrapping.named(text) == expected)
  }

  @Test("Three hundred letters without a blank stay within the box")
  func long() {
    let lines = TextWrapping.wrapped(String(repeating: "x", count: 300), columns: 18, lines: 3)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { TextWrapping.width(of: $0) <= 22 })
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test("Wide letters count twice, joined ones once")
  func widths() {
    #expect(TextWrapping.width(of: "漢字") == 4)
    #expect(TextWrapping.width(of: "e\u{301}") == 1)
    #expect(TextWrapping.shortened("漢字漢字", to: 5) == "漢字…")
  }

  @Test("Control characters become blanks")
  func control() {
    #expect(TextWrapping.clean("a\u{0}\tb\r\n\u{85}c") == "a b c")
  }
}
