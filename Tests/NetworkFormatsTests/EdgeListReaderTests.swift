import LearningRegion
import SafeFiles
import Testing

@testable import NetworkFormats

@Suite struct EdgeListReaderTests {
  @Test(arguments: [
    "source,target,weight\na,b,2\nb,c,1\n", "a,b,2\nb,c,1\n", "a b 2\nb c 1\n", "a\tb\t2\nb\tc\t1",
    "a;b;2\r\nb;c;1\r\n", "# comment\n% other\na   b\t2\n\nb c 1\n",
    "ego,alter,value\na,b,2\nb,c,1\n",
    "V1,V2,weight\na,b,2\nb,c,1\n", "to;from;Weight\nb;a;2,0\nc;b;1,0\n", "\"a\",\"b\",2\nb,c,1\n",
    "Fra;Til;Vekt\na;b;2,0\nb;c;1,0\n", "from,to,weight\ra,b,2\rb,c,1\r", "  a b 2 \n  b c 1",
  ])
  func theSameTiesInEveryShape(text: String) {
    let result = readEdges(text)
    #expect(result.places == [])
    #expect(result.ties == ["a>b tie 2", "b>c tie 1"])
    #expect(result.report.tiesRead == 2)
    #expect(result.report.actorsCreated == 3)
  }

  @Test(arguments: [
    "Hvem kjenner hvem;;\nFra;Til;Vekt\na;b;2\nb;c;1\n",
    "\"Ties, 2024\",,\n,,\nby hand,,\nsource,target,weight\na,b,2\nb,c,1\n",
    "Ties\nsource,target,weight\na,b,2\nb,c,1\n",
  ])
  func aTitleAboveTheHeadingIsLeftOut(text: String) {
    let result = readEdges(text)
    #expect(result.places == [])
    #expect(result.ties == ["a>b tie 2", "b>c tie 1"])
    let said = result.report.assumptions.filter { $0.subject == .heading }.map(\.text)
    #expect(said.count == 1 && said[0].hasSuffix("; the title above it is left out"))
    // Without a heading a row of one cell is a tie without its end.
    #expect(readEdges("a,\nb,c\n").places == ["edges.csv:1:3 missing-value"])
  }

  /// Written files have what they do not know behind the ends.
  @Test func otherNamesOfEndsAreKeptBehindTheEnds() {
    let result = readEdges("source,target,from\na,b,x\n")
    #expect(result.ties == ["a>b tie 1"] && result.tieColumns == ["from: x"])
    #expect(
      result.assumed == ["columns: column \"from\" is kept as it is, beside the source"]
    )
  }

  @Test func zeroIsNotTooSmall() {
    #expect(readEdges("a,b,0.00e-5\n").ties == ["a>b tie 0"])
    #expect(readEdges("a,b,1e-300\n").ties == ["a>b tie 1e-300"])
  }

  /// A value of an error in a spreadsheet looks like a comment.
  @Test(arguments: [
    ("source,target,note\n#REF!,c,\na,b,\n% x\n", 2), ("#\nsource,target\na,b\n", 1),
    ("# x\n1 2\n", 1), ("# x\nTitle,\n% y\nsource,target\na,b\n", 2),
  ])
  func commentsAreCounted(text: String, count: Int) {
    let result = readEdges(text)
    #expect(result.places == [])
    let said = result.assumed.filter { $0.hasSuffix("comment") || $0.hasSuffix("comments") }
    #expect(said.count == 1 && said[0].hasPrefix("heading: \(count) line"))
  }

  @Test func wideRowsAreRefusedForTheirWidth() {
    let wide = (0..<16_002).map { "name \($0)" }.joined(separator: ",") + "\n"
    for text in [wide, wide + "x\n"] {
      #expect(readEdges(text).places.first?.hasSuffix(" too-many-columns") == true)
    }
  }

  @Test func twoColumnsHaveNoWeight() {
    #expect(readEdges("1 2\n2 3\n").ties == ["1>2 tie 1", "2>3 tie 1"])
    #expect(readEdges("start,end\nend,start\n").ties == ["start>end tie 1", "end>start tie 1"])
  }

  @Test func aHeadingOfUnknownNamesIsToldByNumbers() {
    let result = readEdges("ego,alter\n1,2\n2,3\n")
    #expect(result.ties == ["1>2 tie 1", "2>3 tie 1"])
    #expect(result.report.assumptions.contains { $0.subject == .heading })
    #expect(readEdges("A,1\n1,2\n2,3\n").ties.first == "A>1 tie 1")
    #expect(readEdges("ego,alter\nx,y\n").ties == ["ego>alter tie 1", "x>y tie 1"])
  }

  @Test func numbersThatNameActorsStayText() {
    let result = readEdges("9223372036854775808,007\n007,1.0\n")
    #expect(result.ties == ["9223372036854775808>007 tie 1", "007>1.0 tie 1"])
  }

  @Test func knownColumnsAreUsedAndOthersKept() throws {
    let result = readEdges(
      "source,target,relation,wave,colour\na,b,trust,2024,red\nb,a,trust,2025,\n"
    )
    let region = try #require(result.region)
    #expect(result.ties == ["a>b trust 1", "b>a trust 1"])
    #expect(region.waves.map(\.name) == ["2024", "2025"])
    #expect(region.ties.attributes.map(\.name) == ["colour"])
    #expect(region.ties.attributes[0].values[0] == "red")
  }

  @Test(arguments: [
    ("", "edges.csv empty-file"), ("\n\n", "edges.csv empty-file"),
    ("# only\n", "edges.csv empty-file"),
    ("abc\n", "edges.csv:1:1 missing-column"), ("a,b,c,d\n", "edges.csv:1:1 missing-column"),
    ("id,label,type\na,A,x\n", "edges.csv no-ties"),
    ("a,b\nc\n", "edges.csv:2:1 wrong-field-count"),
    ("a,b,friend\nb,c,foe\n", "edges.csv:1:5 bad-number"),
    ("a,b,1\nb,c,foe\n", "edges.csv:2:5 bad-number"),
    ("source,target\n", "edges.csv no-ties"), ("a,\"b\n", "edges.csv:1:3 unterminated-quote"),
    ("source,target\na,\n", "edges.csv:2:3 missing-value"),
    // Two headings for one end.
    ("source,from,target,to\na,b,c,d\n", "edges.csv:1:8 duplicate-column"),
    ("from,to,source,target\na,b,c,d\n", "edges.csv:1:9 duplicate-column"),
    // Too small for anything but 0.
    ("a,b,1e-400\n", "edges.csv:1:5 number-out-of-range"),
    ("source,target,weight,note\na,b,-0.1e-999,x\n", "edges.csv:2:5 number-out-of-range"),
  ])
  func mistakes(text: String, place: String) {
    let result = readEdges(text)
    #expect(result.places.first == place)
    #expect((result.region == nil) == result.report.diagnostics.hasErrors)
  }

  @Test(arguments: [
    ("x.vna", "*node data\n", "VNA"),
    ("x.xls", "a\n", "Excel workbook"),
    ("x", "<svg></svg>", "XML"),
    ("x.html", "<!doctype html><html>", "HTML"),
  ])
  func formatsThatAreNotReadAreNamed(name: String, text: String, format: String) {
    let result = readEdges(text, name: name)
    #expect(result.region == nil)
    #expect(result.report.diagnostics.shown.map(\.code) == [.formatNotRead])
    #expect(result.report.diagnostics.rendered().contains("this looks like \(format), which"))
  }

  /// Data frames of R and igraph have the ends in their first two columns, whatever these are called.
  @Test func framesOfR() {
    let result = readEdges("person,friend,same.dept,advice\nAnn,Bo,TRUE,4\nBo,Cy,FALSE,5\n")
    #expect(result.ties == ["Ann>Bo tie 1", "Bo>Cy tie 1"])
    #expect(result.tieColumns == ["same.dept: TRUE, FALSE", "advice: 4, 5"])
    #expect(
      result.assumed.contains("columns: columns \"person\" and \"friend\" are source and target")
    )
  }

  /// As `write.csv` of R and `to_csv` of pandas write them.
  @Test(arguments: [
    "\"\",\"from\",\"to\"\n\"1\",\"a\",\"b\"\n\"2\",\"b\",\"c\"\n",
    ",source,target\n0,a,b\n1,b,c\n",
  ])
  func numbersOfRowsAreLeftOut(text: String) {
    let result = readEdges(text)
    #expect(result.ties == ["a>b tie 1", "b>c tie 1"])
    #expect(result.assumed.contains("columns: the first column numbers the rows and is left out"))
  }

  @Test(arguments: [
    (",source,target\n2,a,b\n", 2), (",source,target\n1,a,b\n3,b,c\n", 3),
    (",source,target\n-1,a,b\n", 2), (",source,target\n1,a,b\nx,b,c\n", 3),
  ])
  func otherCellsWithoutAHeadingAreNot(text: String, line: Int) {
    #expect(readEdges(text).places == ["edges.csv:\(line):1 unnamed-column"])
  }

  @Test func textIsNoWorkbook() {
    for name in ["x.xlsx", "X.XLSM"] {
      #expect(readEdges("a,b\n", name: name).places == ["\(name) bad-workbook"])
    }
    let asked = NetworkReader.read(bytes: Array("a,b\n".utf8), name: "x.csv", format: .xlsx)
    #expect(asked.places == ["x.csv bad-workbook"])
  }

  @Test func theFormatCanBeForced() {
    let bytes = Array("a,b\n".utf8)
    #expect(NetworkReader.read(bytes: bytes, name: "x.json").region == nil)
    #expect(NetworkReader.read(bytes: bytes, name: "x.json", format: .edges).ties == ["a>b tie 1"])
    #expect(NetworkReader.read(bytes: bytes, name: "-", format: .folder).region == nil)
  }

  @Test func oneDoorForEverything() throws {
    let folder = RegionFolder(["ties.csv": "source,target\na,b\n", "list": "a b\n"])
    #expect(try NetworkReader.read(folder.path).ties == ["a>b tie 1"])
    #expect(try NetworkReader.read(folder.path + "/list").ties == ["a>b tie 1"])
    let null = try NetworkReader.read("/dev/null")
    #expect(null.region == nil && null.report.diagnostics.shown.map(\.code) == [.emptyFile])
    func category(_ path: String, _ format: NetworkFormat?) -> FileError.Category? {
      do throws(FileError) {
        _ = try NetworkReader.read(path, format: format)
        return nil
      } catch { return error.category }
    }
    #expect(category(folder.path + "/none", nil) == .missing)
    #expect(category(folder.path, .graphml) == .isDirectory)
    #expect(try NetworkReader.read(folder.path, format: .edges).ties == ["a>b tie 1"])
    #expect(category(folder.path + "/list", .folder) == .notADirectory)
    #expect(category(folder.path + "/none", .folder) == .missing)
  }

  @Test func writtenListsReadBack() throws {
    let region = try #require(
      readEdges(
        "source,target,relation,weight,wave,note\na,\"b, c\",r,0.1,w,\"x\"\"y\"\n#z,a,s,2,,\n"
      ).region
    )
    let bytes = EdgeListWriter.bytes(region)
    let again = NetworkReader.read(bytes: bytes, name: "again.csv")
    #expect(again.region == region)
    let folder = RegionFolder()
    try EdgeListWriter.write(region, to: folder.path + "/out.csv")
    #expect(try NetworkReader.read(folder.path + "/out.csv").region == region)
    #expect(throws: FileError.self) {
      try EdgeListWriter.write(region, to: folder.path + "/out.csv")
    }
  }
}
