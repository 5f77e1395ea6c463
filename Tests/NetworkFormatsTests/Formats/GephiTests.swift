import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct GephiTests {
  @Test func edges() {
    let result = read(
      "Source;Target;Type;Kind;Weight;Timeset\na;b;Undirected;trust;1,5;[2007,2009)\nb;c;whatever;advice;2;\n",
      as: "edges.csv",
      .gephi
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ties == ["a>b trust 1.5", "b>c advice 2"])
    #expect(result.relations == ["trust undirected", "advice directed"])
    #expect(result.tieColumns.last == "Timeset: [2007,2009), ·")
  }

  @Test func nodesMatricesAndNeighbours() {
    let nodes = read("Id,Label,size\na,Å,3\nb,,\n", as: "nodes.csv", .gephi)
    #expect(nodes.ids == ["a", "b"])
    #expect(nodes.actorColumns == ["label: Å, ·", "size: 3, ·"])
    let matrix = read(";A;B\nA;0;1,5\nB;2;\n", as: "matrix.csv", .gephi)
    #expect(matrix.ties == ["A>B tie 1.5", "B>A tie 2"])
    let lists = read("b;c;d\nc;d;\n", as: "lists.csv", .gephi)
    #expect(lists.ties == ["b>c tie 1", "b>d tie 1", "c>d tie 1"])
  }

  @Test func columnsWithoutHeading() {
    let result = read(",Source,Target,\n0,a,b,\n1,b,c,\n", as: "x.csv", .gephi)
    #expect(result.ties == ["a>b tie 1", "b>c tie 1"])
    #expect(result.tieColumns == ["attribute: 0, 1"])
  }

  @Test(
    arguments: [
      ("Source,Target\na\n", "2:1 wrong-field-count"), ("Source,Target\na,\n", "2:3 missing-value"),
      ("Source,Target,Weight\na,b,x\n", "2:5 bad-number"),
      ("Id,Label\na,1\na,2\n", "3:1 duplicate-id"),
      ("Id,Label\n\"a,1\n", "2:1 unterminated-quote"), (",A\nA,x\n", "2:3 bad-number"),
      (" \n", "1:1 empty-file"), ("Source,Target,X,x\na,b,1,2\n", "1:17 duplicate-column"),
      ("Id,size,Size\na,1,2\n", "1:9 duplicate-column"),
      ("Source,Target,Weight\na,b,1e-400\n", "2:5 number-out-of-range"),
      (",A,A\nA,1,1\n", "1:4 duplicate-column"), (",A\nA,1\nA,1\n", "3:1 duplicate-id"),
      (",A\nA,1e-400\n", "2:3 number-out-of-range"),
      ("Source,Target,\na,b,1\n", "2:5 unnamed-column"), ("Id,,\na,,1\n", "2:4 unnamed-column"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.csv", .gephi)
    #expect(result.places.first == "x.csv:" + place)
    #expect(result.region == nil)
  }

  @Test(arguments: [
    ("Interval", "\"[2007,2009)\"", nil), ("Interval", "\"<[1,2); (3.5, 4]>\"", nil),
    ("Interval", "\"[2007,\"", "bad-date"), ("Interval", "<[2007]>", "bad-date"),
    ("Timeset", "\"<[2007,2008,2009]>\"", nil), ("Timeset", "<>", "bad-date"),
    ("Time Interval", "\"[2007,2009\"", "bad-date"), ("Interval", "weekly", nil),
    ("Timestamp", "2007-05-17 12:00", nil), ("Interval", "\"[1,1]\"", nil),
    ("Interval", "\"<[2010.0,2005.0]>\"", "end-before-start"),
    ("Interval", "\"[1,2];[4,3]\"", "end-before-start"),
    ("Time Interval", "\"[2007-02,2007-01)\"", "end-before-start"),
    // Beside a time there is nothing else.
    ("Timestamp", "2007\na,b,notatime", "bad-date"),
    ("Interval", "notatime\na,b,\"[1,2]\"", "bad-date"),
    // Points of time need no order.
    ("Timeset", "\"<[2008,2007]>\"", nil),
  ])
  func timesAreChecked(heading: String, cell: String, problem: String?) {
    for format in [NetworkFormat.gephi, .edges] {
      let result = read("Source,Target,\(heading)\na,b,\(cell)\n", as: "x.csv", format)
      #expect((result.region == nil) == (problem != nil))
      let line = cell.hasPrefix("2007\n") ? 3 : 2
      let column = cell.hasPrefix("\"") ? 6 : 5
      #expect(result.places == problem.map { ["x.csv:\(line):\(column) \($0)"] } ?? [])
    }
  }

  @Test func intervalsAndTimestampsDoNotMix() {
    let text = "Source,Target,Interval,Timestamp\na,b,\"[1,2]\",\nb,c,,2008\n"
    for format in [NetworkFormat.gephi, .edges] {
      #expect(read(text, as: "x.csv", format).places == ["x.csv:3:6 inconsistent"])
    }
  }
}

/// Matrices that nobody said to be one.
@Suite struct MatrixTests {
  @Test(arguments: [
    (",a,b\na,0,1.5\nb,2,\n", ["a>b tie 1.5", "b>a tie 2"]),
    ("\"\";\"a\";\"b\"\n\"a\";0;1,5\n\n\"b\";2;0\n", ["a>b tie 1.5", "b>a tie 2"]),
    ("who\ta\tb\nb\t2\t0\na\t0\t1.5\n", ["b>a tie 2", "a>b tie 1.5"]),
    // Rows of one kind, columns of another.
    (",e1,e2\nx,1,0\ny,1,1\n", ["x>e1 tie 1", "y>e1 tie 1", "y>e2 tie 1"]),
    (",1,2\n1,0,1\n2,0,0\n", ["1>2 tie 1"]),
  ])
  func areKnownByTheirShape(text: String, ties: [String]) {
    let result = readEdges(text)
    #expect(result.places == [])
    #expect(result.ties == ties)
    #expect(result.assumed.contains("heading: a matrix of ties from rows to columns"))
  }

  @Test(arguments: [
    // Ties between numbers that look like one, and names that do not.
    "1,2,3\n2,3,1\n3,1,2\n", "who,a,b\na,0,1\nc,1,0\n", "a,b,1\nb,a,1\n",
    "source,a,b\na,0,1\nb,1,0\n",
  ])
  func nothingElseIs(text: String) {
    #expect(!readEdges(text).assumed.contains("heading: a matrix of ties from rows to columns"))
  }

  @Test(arguments: [
    (";a;b\na;0;1\nb;x;0\n", "3:3 bad-number"), (";a;b\na;0;1\nb;1e400;0\n", "3:3 bad-number"),
    (",a,b\na,nan,1\nb,0,0\n", "2:3 bad-number"),
    (",a,b\na,0\nb,1,0\n", "2:1 wrong-field-count"),
    (",a,b,c\na,0,1,0\nb,0,x,1\nd,0,0,1\n", "3:5 bad-number"),
    // One name twice.
    (",a,b,a\na,0,1,0\nb,1,0,1\n", "1:6 duplicate-column"),
    ("who,a,b\na,0,1\nb,1,0\na,1,1\n", "4:1 duplicate-id"),
  ])
  func mistakesInOneAreToldWhereTheyAre(text: String, place: String) {
    #expect(readEdges(text).places == ["edges.csv:" + place])
  }

  @Test func oneThatWasSaidToBeAListIsReadAsOne() {
    let bytes = Array("who,a,b\na,0,1\nb,1,0\n".utf8)
    let asked = NetworkReader.read(bytes: bytes, name: "x.csv", format: .edges)
    #expect(!asked.assumed.contains("heading: a matrix of ties from rows to columns"))
  }
}

@Suite struct KumuTests {
  @Test func connectionsAndElements() {
    let result = read(
      "From,To,Type,Direction,Strength\nA,B|C,advice,directed,2\nC,A,trust,mutual,1\nB,C,peer,,1\n",
      as: "x.csv",
      .kumu
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(
      result.ties == [
        "A>B advice 2", "A>C advice 2", "C>A trust 1", "A>C trust 1", "B>C peer 1",
      ]
    )
    #expect(result.relations == ["advice directed", "trust directed", "peer undirected"])
    let elements = read("Label,Type,Tags\nA,person,x|y\n", as: "x.csv", .kumu)
    #expect(elements.actorColumns == ["type: person", "Tags: x|y"])
    // Rows about the same element are one element.
    #expect(read("Label,Tags\nA,\nA,x\n", as: "x.csv", .kumu).actorColumns == ["Tags: x"])
  }

  @Test(
    arguments: [
      ("From,To,Direction\nA,B,sideways\n", "2:5 bad-choice"),
      ("From,To\nA,\n", "2:3 missing-value"), ("From,To\n,B\n", "2:1 missing-value"),
      ("From,To,Strength\nA,B,1e-400\n", "2:5 number-out-of-range"),
      ("ID,Label\n1,Bob\n2,Cy\n1,Ann\n", "4:1 duplicate-id"),
      ("Label,Type\nA,x\n\n\nFrom,To\nA\n", "6:1 wrong-field-count"),
      ("Label,Type\nA,x\n\n\nFrom,To\nA,\"B\n", "6:3 unterminated-quote"),
      ("a,b\n1,2\n", "1:1 missing-column"), ("From,To\nA,B,C\n", "2:1 wrong-field-count"),
      ("Label,Type\nA\n", "2:1 wrong-field-count"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.csv", .kumu)
    #expect(result.places.first == "x.csv:" + place)
    #expect(result.region == nil)
  }

  @Test func rowsThatSayOtherThingsOfAnElement() {
    let result = read("ID,Label,Type\n1,Bob,x\n1,Bob,\n1,Bob,y\n", as: "x.csv", .kumu)
    #expect(result.places == ["x.csv no-ties", "x.csv:4:7 inconsistent"])
    #expect(result.actorColumns == ["label: Bob", "type: y"])
  }

  @Test(arguments: ["\n\n", ",,\n,,\n", "\n\n\n"])
  func twoTablesInOneFile(gap: String) {
    let text =
      "Label,Type,Tags\nA,x,\nB,y,\n\(gap)From,To,Direction\nA,B,directed\nA,C,directed\nC,A,directed\n"
    for format in [NetworkFormat.kumu, nil] {
      let result = read(text, as: "x.csv", format)
      let line = 6 + gap.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      // An element that no row is about is made, as Kumu does, and that is told once.
      #expect(result.places == ["x.csv:\(line):3 unknown-actor"])
      #expect(result.ties == ["A>B tie 1", "A>C tie 1", "C>A tie 1"])
      #expect(result.actorColumns == ["type: x, y, ·"])
    }
  }

  @Test func oneBlankRowEndsNoTable() {
    let result = read("Label,Type\nA,x\n\nFrom,To\n", as: "x.csv", .kumu)
    #expect(result.ids == ["A", "From"])
  }
}
