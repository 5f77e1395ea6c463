import RegionAnalysis
import Testing

@testable import samspill

@Suite("The format of a result")
struct ResultWriterTests {
  private func writer(_ arguments: [String]) throws -> ResultWriter {
    ResultWriter(options: try ResultOptions.parse(arguments), console: Console())
  }

  @Test(
    "an option, else the ending of the file",
    arguments: [
      (["--csv"], ResultFormat.csv), (["--json"], .json), (["--format", "md"], .md),
      (["-o", "a.json"], .json), (["-o", "A.JSON"], .json), (["-o", "a.b/c.md"], .md),
      (["--format", "xlsx"], .xlsx), (["-o", "a.xlsx"], .xlsx), (["-o", "x.txt"], .table),
      (["-o", "x.json", "--csv"], .csv), (["-o", "x.csv"], .csv),
    ]
  )
  func asked(arguments: [String], format: ResultFormat) throws {
    #expect(try writer(arguments).formatAskedFor == format)
    #expect(try writer(arguments).format == format)
  }

  @Test(
    "nothing said",
    arguments: [[], ["-o", "-"], ["-o", "a.json/b"], ["-o", ".csv"], ["-o", "x.y"]]
  )
  func silent(arguments: [String]) throws {
    #expect(try writer(arguments).formatAskedFor == nil)
  }

  @Test(
    "endings",
    arguments: [
      ("a.SVG", "svg"), ("a", ""), ("a.b/c", ""), (".svg", ""), ("a.", ""), ("/x/a.tar.gz", "gz"),
    ]
  )
  func endings(path: String, ending: String) { #expect(ResultWriter.ending(of: path) == ending) }

  @Test("sorted and cut as asked for")
  func arranged() throws {
    var table = ResultTable(columns: ["id", "x"])
    for (id, x) in [("a", 1.0), ("b", 3), ("c", 2)] { table.append([.text(id), .number(x)]) }
    let arranged = try writer(["--sort", "x", "--top", "2"]).arranged(table)
    #expect(arranged.rows.map { $0[0] } == [.text("b"), .text("c")])
    #expect(throws: ProgramError.self) { try writer(["--sort", "y"]).arranged(table) }
  }
}
