import Testing

@testable import RegionAnalysis

@Suite("Result tables")
struct ResultTableTests {
  private var sample: ResultTable {
    var table = ResultTable(columns: ["id", "value"])
    table.append([.text("a"), .number(1)])
    table.append([.text("b"), .missing])
    table.append([.text("c"), .number(3)])
    table.append([.text("d"), .integer(3)])
    table.append([.text("e"), .missing])
    table.append([.text("f"), .number(-2)])
    return table
  }

  private func ids(_ table: ResultTable) -> [Cell] { table.rows.map { $0[0] } }

  @Test("the largest first, equal values in their own order, missing ones last")
  func sorting() throws {
    var table = sample
    table.sort(byLargest: try #require(table.column("value")))
    #expect(ids(table) == ["c", "d", "a", "f", "b", "e"].map { .text($0) })
  }

  @Test("a column without numbers leaves the order")
  func sortingTexts() {
    var table = sample
    table.sort(byLargest: 0)
    #expect(table == sample)
  }

  @Test("the first rows only, however many are asked for", arguments: [0, 1, 3, 6, 7, 1000])
  func cutting(count: Int) {
    var table = sample
    table.keepFirst(count)
    #expect(table.rows == Array(sample.rows.prefix(count)))
  }

  @Test func unknownColumn() { #expect(sample.column("Value") == nil) }

  @Test("columns that are the same in every row, and tables put together")
  func growing() {
    let wave = sample.inserting([("wave", .text("2019"))], at: 1)
    #expect(wave.columns == ["id", "wave", "value"])
    #expect(wave.rows[0] == [.text("a"), .text("2019"), .number(1)])
    let both = ResultTable(joining: [wave, sample.inserting([("wave", .text("2020"))], at: 1)])
    #expect(both.rows.count == 12)
    #expect(both.rows[6] == [.text("a"), .text("2020"), .number(1)])
    #expect(sample.inserting([], at: 0) == sample)
  }

  @Test("a table without a column has no values in it")
  func unevenColumns() {
    var one = ResultTable(columns: ["id", "x"])
    one.append([.text("a"), .integer(1)])
    var other = ResultTable(columns: ["id", "rank", "x"])
    other.append([.text("b"), .integer(2), .integer(3)])
    let both = ResultTable(joining: [one, other])
    #expect(both.columns == ["id", "x", "rank"])
    #expect(
      both.rows == [
        [.text("a"), .integer(1), .missing], [.text("b"), .integer(3), .integer(2)],
      ]
    )
    #expect(ResultTable(joining: []).csv() == "\n")
  }

  @Test("cells of undefined values are missing")
  func cells() {
    #expect(Cell(nil as Double?) == .missing)
    #expect(Cell(2.5) == .number(2.5))
    #expect(Cell(text: nil) == .missing)
    #expect(Cell(text: "x") == .text("x"))
    #expect(Cell.integer(4).numeric == 4)
    #expect(Cell.text("4").numeric == nil)
    #expect(Cell.missing.numeric == nil)
  }
}
