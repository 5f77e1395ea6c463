import Testing

@testable import RegionAnalysis

@Suite("Tables on a terminal")
struct TerminalTextTests {
  @Test("texts to the left, numbers to the right, no spaces at the end of a line")
  func alignment() {
    var table = ResultTable(columns: ["id", "value", "note"])
    table.append([.text("long name"), .number(1.5), .text("x")])
    table.append([.text("b"), .integer(1200), .missing])
    table.append([.text("c"), .missing, .missing])
    #expect(
      table.terminal() == """
        id         value  note
        long name    1.5  x
        b           1200
        c

        """
    )
  }

  @Test(
    "columns that a text takes",
    arguments: [
      ("", 0), ("abc", 3), ("Øst", 3), ("e\u{301}", 1), ("日本", 4), ("한국어", 6), ("😀", 2),
      ("ｆｕ", 4), ("👩‍👩‍👧", 2),
    ]
  )
  func widths(text: String, columns: Int) { #expect(TerminalText.width(text) == columns) }

  @Test("wide characters keep the columns in line")
  func wideAlignment() {
    var table = ResultTable(columns: ["id", "x"])
    table.append([.text("日本"), .integer(1)])
    table.append([.text("abcd"), .integer(2)])
    #expect(table.terminal() == "id    x\n日本  1\nabcd  2\n")
  }

  @Test(
    "a name cannot command a terminal",
    arguments: [
      ("\u{1B}[2J\u{1B}]0;x\u{7}", "\u{FFFD}[2J\u{FFFD}]0;x\u{FFFD}"),
      ("a\u{9B}2J", "a\u{FFFD}2J"), ("\u{202E}evil\u{202C}", "evil"),
      ("\u{2066}x\u{2069}\u{200F}\u{61C}", "x"), ("two\nlines", "two lines"),
      ("tab\there", "tab here"), ("back\u{8}space", "back\u{FFFD}space"),
    ]
  )
  func safe(text: String, shown: String) {
    #expect(TerminalText.safe(text) == shown)
    var table = ResultTable(columns: ["x"])
    table.append([.text(text)])
    #expect(table.terminal() == "x\n\(shown)\n")
  }

  @Test(
    "long names are shortened to the width, an ellipsis included",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("日本語", 4, "日…"),
      ("日本語", 5, "日本…"), ("ab", 1, "…"),
    ]
  )
  func shortened(text: String, columns: Int, shown: String) {
    #expect(TerminalText.shortened(text, to: columns) == shown)
    #expect(TerminalText.width(shown) <= columns)
  }
}
