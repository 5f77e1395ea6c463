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
        "dl n=4 format=nodelist1b\ndata:\n2 2 3\n1 3\n\n0\n1 1\n",
        ["1>2 tie 1", "1>3 tie 1", "2>3 tie 1", "4>1 tie 1"]
      ),
      (
        "dl n=2 nm=2 format=nodelist1b labels: a b data:\n1 2\n0\n!\n0\n1 1\n",
        ["a>b 1 1", "b>a 2 1"]
      ),
      (
        "dl nr=2 nc=2 row labels: a b column labels: x y data: 1 0 0 2", ["a>x tie 1", "b>y tie 2"]
      ),
      ("dl nr=2, nc=2 format=edgelist2 data: 1 2\n2 1 4", ["r1>c2 tie 1", "r2>c1 tie 4"]),
      ("dl n=2 labels embedded data:\n a b\n a 0 1\n b 0 0", ["a>b tie 1"]),
      ("dl n=2 labels embedded: data:\n a b\n a 0 1\n b 0 0", ["a>b tie 1"]),
      ("dl n=2 format=edgelist1\nlabels embedded :\ndata:\na b", ["a>b tie 1"]),
      (
        "dl nr=1 nc=2 row labels embedded: column labels embedded:\ndata: x y a 0 1",
        ["a>y tie 1"]
      ),
      (
        "dl nr=2 nc=3 labels embedded data:\n x y z\n a 0 1 0\n b 2 0 0",
        ["a>y tie 1", "b>x tie 2"]
      ),
      (
        "dl nr=2 nc=2 labels embedded format=edgelist2 data:\na x\nb y 3",
        ["a>x tie 1", "b>y tie 3"]
      ),
      (
        "dl nr=2 nc=2 format=nodelist2 labels embedded:\ndata:\na x y\nb y",
        ["a>x tie 1", "a>y tie 1", "b>y tie 1"]
      ),
      (
        "dl nr=2 nc=2 row labels: a b column labels embedded data: x y 0 1 1 0",
        ["a>y tie 1", "b>x tie 1"]
      ),
      (
        "dl n=2 nm=2 labels embedded data: a b a 0 1 b 0 0  b a b 0 2 a 0 0",
        ["a>b 1 1", "b>a 2 2"]
      ),
      (
        "dl n=3 diagonal absent data: 1 0  0 2  3 0",
        ["1>2 tie 1", "2>3 tie 2", "3>1 tie 3"]
      ),
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

  @Test func labelsInTheDataAreOfRowsAndOfColumns() {
    for data in ["format=edgelist2 data:\na x\nb y", "format=fullmatrix data: x y a 1 0 b 0 1"] {
      let result = read("dl nr=2 nc=2 labels embedded " + data, as: "x.dl")
      #expect(result.ids.sorted() == ["a", "b", "x", "y"])
      #expect(result.actorColumns == ["mode: 1, 1, 2, 2"] || result.ids == ["x", "y", "a", "b"])
      #expect(result.relations == ["tie undirected"])
    }
  }

  @Test(
    arguments: [
      "row labels: a b column labels: a b data:", "labels: a b data:",
      "labels embedded data: a b a", "row labels: a b column labels embedded data: a b",
    ]
  )
  func theSameLabelsAreOneMode(header: String) {
    let rest = header.hasSuffix(" a") ? " 0 1 b 1 0" : " 0 1 1 0"
    let result = read("dl nr=2 nc=2 " + header + rest, as: "x.dl")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["a", "b"])
    #expect(result.relations == ["tie directed"])
    #expect(result.actorColumns == [])
    #expect(result.assumed == [])
  }

  @Test(arguments: ["row labels: a b column labels: b a", "labels embedded"])
  func theSameLabelsInAnotherOrderAreRefused(labels: String) {
    let data = labels.hasSuffix("embedded") ? "b a a 0 1 b 1 0" : "0 1 1 0"
    let result = read("dl nr=2 nc=2 \(labels) data: \(data)", as: "x.dl")
    #expect(result.region == nil)
    #expect(
      result.report.diagnostics.shown.map(\.message) == [
        "the rows and the columns have the same labels in different orders"
      ]
    )
  }

  @Test(
    arguments: [
      (
        "dl nr=2 nc=2 data: 0 1 1 0",
        ["actors: nr and nc make rows and columns two kinds of actors; n would make them the same"]
      ),
      ("dl nr=2 nc=2 row labels: a b column labels: x y data: 0 1 1 0", []),
      ("dl nr=1 nc=2 data: 0 1", []), ("dl nr=2 nc=2 format=edgelist2 data:\n1 2", []),
      ("dl n=2 format=edgelist data:\n1 2", ["heading: edgelist is read as edgelist1"]),
      ("dl n=2 format=NodeList data:\n1 2", ["heading: nodelist is read as nodelist1"]),
      ("dl n=2 data: . 1 NA 0", ["relation: values that are not known, and no ties: 2"]),
    ] as [(String, [String])]
  )
  func whatIsAssumedIsSaid(text: String, said: [String]) {
    let result = read(text, as: "x.dl")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.assumed == said)
  }

  @Test func fewerNamesThanTheSizeAreSaid() {
    let result = read("dl n=5 format=edgelist1 labels embedded data:\na b\nb c", as: "x.dl")
    #expect(result.ids == ["a", "b", "c"])
    #expect(result.places == ["x.dl:1:6 inconsistent"])
    #expect(
      result.report.diagnostics.shown[0].message == "n is 5, and there are 3 names in the data"
    )
    let all = read(
      "dl n=3 format=edgelist1 labels: a b c labels embedded data:\nc a",
      as: "x.dl"
    )
    #expect(all.ids == ["a", "b", "c"])
    #expect(all.places == [])
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
      ("dl n=99999999999999999999 data:", "1:6 too-many-rows"),
      ("dl n=-2 data:", "1:4 bad-integer"), ("dl n=2 nm=0 data:", "1:11 number-out-of-range"),
      ("dl n=2 format=nodelist1b data:\n0\n", "2:2 wrong-field-count"),
      ("dl n=1 format=nodelist1b data:\n0\n0", "3:1 wrong-field-count"),
      ("dl n=2 nm=2 format=nodelist1b data:\n0\n!\n0\n0", "3:1 wrong-field-count"),
      ("dl n=2 format=nodelist1b labels embedded data:\n0\n0", "1:8 inconsistent"),
      ("dl n=2 format=edgelist1 labels embedded data:\na b\nb c", "3:3 wrong-field-count"),
      ("dl nr=1 nc=1 labels embedded format=edgelist2 data:\na x\nb x", "3:1 wrong-field-count"),
      ("dl nr=2 nc=2 labels embedded format=edgelist2 data:\na b\nb c", "2:3 duplicate-id"),
      ("dl n=2 labels embedded data: a b a 0 1 c 0 1", "1:40 inconsistent"),
      ("dl n=2 labels embedded data: a a a 0 1 a 0 1", "1:40 duplicate-id"),
      ("dl n=2 row labels: a b column labels: x y data: 0 1 1 0", "1:39 inconsistent"),
      ("dl n=1 nm=2 labels embedded data: a a 0 b b 0", "1:43 wrong-field-count"),
      ("dl n=2 nm=2 format=edgelist1 data:\n1 2\n", "2:4 wrong-field-count"),
      ("dl n=2 nm=2 matrix labels: x,x data: 0 0 0 0 0 0 0 0", "1:30 duplicate-id"),
      ("dl n=2 nm=2 matrix labels: x data: 0 0 0 0 0 0 0 0", "1:28 wrong-field-count"),
      ("dl nr=2 nc=3 format=lowerhalf data: 0 0 0", "1:14 inconsistent"),
      ("dl nr=2 nc=3 diagonal absent data: 0 0 0", "1:14 inconsistent"),
      ("dl n=2 diagonal gone data: 0 0", "1:8 bad-choice"),
      ("dl n=2 n=2 data: 0 0 0 0", "1:8 inconsistent"),
      ("dl n=2 nr=3 nc=2 data:", "1:8 inconsistent"), ("dl nr=2 nc=2 n=3", "1:14 inconsistent"),
      ("dl\nformat=edgelist1 data:\n1 2", "1:1 bad-syntax"),
      ("dl nr=2 data:", "1:7 bad-syntax"), ("dl nc=2 data:", "1:7 bad-syntax"),
      ("dl labels: a b n=2 data:", "1:4 bad-syntax"),
      ("dl nr=2 nc=3 labels: a b data:", "1:14 inconsistent"),
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

  /// igraph wants the format on a line of its own, and keeps quotes.
  @Test func namesAreQuotedWhereTheyMustBe() throws {
    let region = try #require(read("source,target\nÅs,Big Joe\nBig Joe,row\n", as: "x.csv").region)
    #expect(
      String(decoding: NetworkWriter.bytes(region, as: .dl), as: UTF8.self) == """
        dl n=3
        format=edgelist1
        labels:
        Ås
        "Big Joe"
        "row"
        data:
        1 2 1
        2 3 1

        """
    )
  }

  @Test(
    arguments: [
      "dl nr=2 nc=3 format=edgelist2 row labels: a b column labels: x y z data:\n1 3 2\n2 1",
      "dl nr=2 nc=2 nm=2 data: 0 1 1 0 0 0 0 3",
      "dl nr=2 nc=3 format=edgelist2 labels embedded data:\na x\na y\nb z",
    ]
  )
  func twoModesComeBack(text: String) throws {
    let result = read(text, as: "x.dl")
    let region = try #require(result.region)
    #expect(NetworkWriter.losses(of: region, in: .dl) == [])
    let bytes = NetworkWriter.bytes(region, as: .dl)
    let back = NetworkReader.read(bytes: bytes, name: "x.dl")
    #expect(back.report.diagnostics.rendered() == "")
    #expect(back.ids == result.ids)
    #expect(back.ties == result.ties)
    #expect(back.actorColumns == result.actorColumns)
    #expect(back.relations == result.relations)
  }

  @Test func otherModesAreOneAndThatIsSaid() throws {
    let text = "dl nr=1 nc=2 data: 1 1"
    var draft = try #require(read(text, as: "x.dl").region).draft
    draft.relations[0].directed = true
    let region = try Region(draft)
    #expect(
      NetworkWriter.losses(of: region, in: .dl) == ["columns of actors dropped: \"mode\""]
    )
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .dl), name: "x.dl")
    #expect(back.actorColumns == [])
    #expect(back.ties == ["r1>c1 tie 1", "r1>c2 tie 1"])
  }

  @Test func namesOfRelationsAreMadeDifferent() throws {
    let table = "source,target,relation\na,b,\"x\"\"y\"\nb,a,x'y\n"
    let region = try #require(read(table, as: "x.csv").region)
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .dl), name: "x.dl")
    #expect(back.ties == ["a>b x'y 1", "b>a x'y (2) 1"], "\(back.places)")
  }
}
