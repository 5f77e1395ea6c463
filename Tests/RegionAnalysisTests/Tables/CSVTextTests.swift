import Testing

@testable import RegionAnalysis

@Suite("Tables as CSV")
struct CSVTextTests {
  private func line(_ cell: Cell, _ formulas: FormulaGuard = .apostrophe) -> String {
    var table = ResultTable(columns: ["x"])
    table.append([cell])
    return String(table.csv(formulas).dropFirst("x\n".count))
  }

  @Test("commas, line feeds, numbers exact, nothing for a missing value")
  func whole() {
    var table = ResultTable(columns: ["id", "label", "value"])
    table.append([.text("a"), .text("Øst"), .number(1.0 / 3)])
    table.append([.text("b"), .missing, .integer(12)])
    table.append([.text("c"), .text(""), .number(2)])
    #expect(table.csv() == "id,label,value\na,Øst,0.3333333333333333\nb,,12\nc,,2\n")
  }

  @Test("no rows: the headings alone")
  func empty() { #expect(ResultTable(columns: ["id", "label"]).csv() == "id,label\n") }

  @Test(
    "quotes only where they are needed",
    arguments: [
      ("plain text", "plain text\n"), ("a,b", "\"a,b\"\n"), ("say \"no\"", "\"say \"\"no\"\"\"\n"),
      ("two\nlines", "\"two\nlines\"\n"), ("\r", "\"'\r\"\n"), ("a\r\nb", "\"a\r\nb\"\n"),
      ("semi;colon", "semi;colon\n"), ("\"", "\"\"\"\"\n"), (" leading", " leading\n"),
    ]
  )
  func quoting(text: String, csv: String) { #expect(line(.text(text)) == csv) }

  @Test("a comma followed by a combining mark is still a comma")
  func combiningMark() { #expect(line(.text("a,\u{301}b")) == "\"a,\u{301}b\"\n") }

  @Test(
    "what a spreadsheet would take for a formula",
    arguments: ["=1+1", "+47 900", "-5", "@SUM(A1)", "\tx", "\rx"]
  )
  func formulas(text: String) {
    let quote = text.hasPrefix("\r") ? "\"" : ""
    #expect(line(.text(text)) == "\(quote)'\(text)\(quote)\n")
    #expect(line(.text(text), .off) == "\(quote)\(text)\(quote)\n")
  }

  @Test("numbers below zero are no formulas")
  func negativeNumbers() {
    #expect(line(.number(-0.5)) == "-0.5\n")
    #expect(line(.integer(-3)) == "-3\n")
  }

  @Test("signs inside a text do no harm", arguments: ["a=b", "C++", "e-mail", "x@y.no"])
  func harmless(text: String) { #expect(line(.text(text)) == text + "\n") }
}
