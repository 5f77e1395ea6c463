import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct DLTests {
  @Test(
    arguments: [
      (
        "dl n=3 format=fullmatrix labels: a,b,c data: 0 1 0  0 0 2  1 . 0",
        ["a>b tie 1", "b>c tie 2", "c>a tie 1"]
      ),
      (
        "dl n=3\nformat=lowerhalf\ndiagonal absent\nlabels:\na,b,c\ndata:\n1\n0 3\n",
        ["b>a tie 1", "c>b tie 3"]
      ),
      ("dl n=2 format=lowerhalf data: 5 1 0", ["1>1 tie 5", "2>1 tie 1"]),
      ("dl n=3 format=upperhalf diagonal=absent data: 1 0\n 4", ["1>2 tie 1", "2>3 tie 4"]),
      (
        "DL N = 2 FORMAT = EDGELIST1 LABELS: \"Å s\", b DATA: 1 2 3\n2 1",
        ["Å s>b tie 3", "b>Å s tie 1"]
      ),
      (
        "dl n=3 format=edgelist1\nlabels embedded\ndata:\nann bob\nbob cid 2\n",
        ["ann>bob tie 1", "bob>cid tie 2"]
      ),
      ("dl n=3 format=nodelist1\ndata:\n1 2 3\n3 1\n", ["1>2 tie 1", "1>3 tie 1", "3>1 tie 1"]),
      (
        "dl n=3 format=nodelist1b\ndata:\n1 2 2 3\n2 0\n3 1 1\n",
        ["1>2 tie 1", "1>3 tie 1", "3>1 tie 1"]
      ),
      (
        "dl nr=2 nc=2 row labels: a b column labels: x y data: 1 0 0 2", ["a>x tie 1", "b>y tie 2"]
      ),
      ("dl nr=2, nc=2 format=edgelist2 data: 1 2\n2 1 4", ["r1>c2 tie 1", "r2>c1 tie 4"]),
      ("dl n=2 labels embedded data:\n a b\n a 0 1\n b 0 0", ["a>b tie 1"]),
      (
        "dl n=2 nm=2 labels: a b matrix labels: trust advice data: 0 1 0 0  0 0 1 0",
        ["a>b trust 1", "b>a advice 1"]
      ),
      ("dl n=2 nm=2 format=edgelist1 data:\n1 2\n!\n2 1\n", ["1>2 1 1", "2>1 2 1"]),
    ] as [(String, [String])]
  )
  func layouts(text: String, ties: [String]) {
    let result = read(text, as: "x.dl")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ties == ties)
  }

  @Test func modesAndDirections() {
    #expect(
      read("dl nr=1 nc=2 data: 1 1", as: "x.dl").actorColumns == ["mode: 1, 2, 2"]
    )
    #expect(read("dl nr=1 nc=2 data: 1 1", as: "x.dl").relations == ["tie undirected"])
    #expect(read("dl n=1 data: 1", as: "x.dl").relations == ["tie directed"])
    #expect(
      read("dl n=2 format=lowerhalf data: 0 1 0", as: "x.dl").relations == ["tie undirected"]
    )
  }

  @Test(
    arguments: [
      ("n=3", "1:1 bad-syntax"), ("dl n=2", "1:6 bad-syntax"), ("dl n=x data:", "1:4 bad-integer"),
      ("dl n=2 data: 1 0 0", "1:18 wrong-field-count"),
      ("dl n=1 data: 1 0", "1:16 wrong-field-count"), ("dl n=1 data: a", "1:14 bad-number"),
      ("dl n=2 format=triangle data:", "1:8 bad-choice"),
      ("dl n=2 colour=red data:", "1:8 bad-syntax"),
      ("dl n=2 labels: a data:", "1:16 wrong-field-count"),
      ("dl n=2 labels: a a data: 0 0 0 0", "1:18 duplicate-id"),
      ("dl n=2 format=edgelist1 data:\n1 3", "2:3 unknown-actor"),
      ("dl n=2 format=edgelist1 data:\n1", "2:1 missing-value"),
      ("dl n=2 format=edgelist1 data:\n1 2 x", "2:5 bad-number"),
      ("dl n=2 format=edgelist1 data:\n1 2 1 1", "2:7 wrong-field-count"),
      ("dl n=2 format=nodelist1b data:\n1 2 2", "2:1 wrong-field-count"),
      ("dl n=2 format=edgelist1 data:\n1 2\n!\n1 2", "3:1 inconsistent"),
      ("dl n=99999999 data:", "1:6 too-many-rows"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.dl", .dl)
    #expect(result.places.first == "x.dl:" + place)
    #expect(result.region == nil)
  }

  @Test func wordsOfTheHeaderBetweenQuotesAreNames() throws {
    let table = "source,target\nEmbedded,data:\ndata:,labels:\nlabels:,row\n"
    let region = try #require(read(table, as: "x.csv").region)
    let bytes = NetworkWriter.bytes(region, as: .dl)
    let again = NetworkReader.read(bytes: bytes, name: "x.dl", format: .dl)
    #expect(again.ids == ["Embedded", "data:", "labels:", "row"], "\(again.places)")
  }

  @Test func namesThatCannotBeWrittenAreSaid() throws {
    let region = try #require(
      read("source,target\n\"a\"\"b\",A'B\n", as: "x.csv").region
    )
    #expect(
      NetworkWriter.losses(of: region, in: .dl) == ["quotes and line ends replaced in 1 names"]
    )
    #expect(
      NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .dl), name: "x.dl").ids == [
        "a'b", "A'B",
      ]
    )
  }
}
