import Testing

@testable import RegionAnalysis

@Suite("Tables as Markdown")
struct MarkdownTextTests {
  @Test("numbers to the right, rounded for reading")
  func whole() {
    var table = ResultTable(columns: ["id", "value"])
    table.append([.text("a"), .number(1.0 / 3)])
    table.append([.text("b"), .missing])
    #expect(
      table.markdown() == "| id | value |\n|---|---:|\n| a | 0.3333 |\n| b |  |\n"
    )
  }

  @Test(
    "a name ends no cell and starts no markup",
    arguments: [
      ("a|b", "a\\|b"), ("*bold*", "\\*bold\\*"), ("[x](y)", "\\[x\\](y)"),
      ("<img>", "\\<img>"), ("two\nlines\r", "two lines "), ("`code`", "\\`code\\`"),
      ("\u{1B}[31mred\u{202E}", "\u{FFFD}\\[31mred"), ("under_score", "under\\_score"),
    ]
  )
  func escaping(text: String, markdown: String) {
    var table = ResultTable(columns: ["id"])
    table.append([.text(text)])
    #expect(table.markdown() == "| id |\n|---|\n| \(markdown) |\n")
  }
}
