import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct PajekTests {
  @Test func relationsTimesAndAttributes() {
    let result = read(
      """
      % a comment
      *Network Fjord
      *VERTICES 3
      1 "Nils \\n Utsi" 0.1 0.5 0.5 ellipse ic Red [5-10,12]
      3 &#197;s
      2 "b &#34;c&#34;"
      *arcs :1 "trust"
      1 2 3 l "strong one"
      2 3 0.5 [1-2]
      *Edges :2 "advice"
      1 3
      *Arcs
      2: 3 1 4
      """,
      as: "x.net"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["Nils \n Utsi", "Ås", "b \"c\""])
    #expect(result.region?.header.title == "Fjord")
    #expect(
      result.ties == [
        "Nils \n Utsi>b \"c\" trust 3", "b \"c\">Ås trust 0.5", "Nils \n Utsi>Ås advice 1",
        "Ås>Nils \n Utsi advice 4", "Ås>Nils \n Utsi advice 1",
      ]
    )
    #expect(result.relations == ["trust directed", "advice directed"])
    #expect(
      result.tieColumns.suffix(2) == ["label: strong one, ·, ·, ·, ·", "active: ·, 1-2, ·, ·, ·"]
    )
    #expect(result.actorColumns.contains("ic: Red, ·, ·"))
  }

  @Test func listsMatricesAndTwoModes() {
    let lists = read("*Vertices 3\n*Arcslist\n1 2 3\n*Edgeslist\n2 3\n", as: "x.net")
    #expect(lists.ids == ["1", "2", "3"])
    #expect(lists.ties == ["1>2 tie 1", "1>3 tie 1", "2>3 tie 1", "3>2 tie 1"])
    let modes = read(
      "*Vertices 3 1\n1 \"firm\"\n2 \"club\"\n3 \"board\"\n*Matrix\n0 2\n",
      as: "x.net"
    )
    #expect(modes.ties == ["firm>board tie 2"])
    #expect(modes.relations == ["tie undirected"])
    #expect(modes.actorColumns == ["mode: 1, 2, 2"])
    let square = read("*Vertices 2\n*Matrix\n0 1\n0.5 0\n", as: "x.net")
    #expect(square.ties == ["1>2 tie 1", "2>1 tie 0.5"])
  }

  @Test func partitionsAndVectors() {
    let result = read(
      "*Network\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n*Partition Circle\n*Vertices 2\n1\n2\n*Vector\n*Vertices 2\n0.5\n1.5\n",
      as: "x.paj"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.actorColumns == ["Circle: 1, 2", "vector: 0.5, 1.5"])
  }

  @Test(
    arguments: [
      ("1 2\n", "1:1 bad-syntax"), ("*Vertices\n", "1:1 bad-integer"),
      ("*Vertices 2\n1 \"a\"\n1 \"b\"\n", "3:1 duplicate-id"),
      ("*Vertices 2\n3 \"a\"\n", "2:1 number-out-of-range"),
      ("*Vertices 2\nx\n", "2:1 bad-integer"), ("*Vertices 2\n*Arcs\n1 3\n", "3:3 unknown-actor"),
      ("*Vertices 2\n*Arcs\n1\n", "3:1 missing-value"),
      ("*Vertices 2\n*Arcs\n1 2 x\n", "3:5 bad-number"),
      ("*Vertices 2\n*Arcs\n1 2 1,5\n", "3:5 bad-number"),
      ("*Vertices 2\n*Matrix\n1\n0 0\n", "3:1 wrong-field-count"),
      ("*Vertices 2\n*Matrix\n1 x\n0 0\n", "3:3 bad-number"),
      ("*Vertices 2\n*Arcs\n1 2 1 c\n", "3:7 bad-syntax"),
      ("*Vertices 2\n*Bows\n", "2:1 bad-syntax"),
      ("*Vertices 2\n*Network\n", "2:1 bad-syntax"),
      ("*Vertices 2000000000\n1 \"a\"\n*Arcs\n", "1:11 too-many-rows"),
      ("*Network x\n", "1:1 bad-syntax"),
      ("*Vertices 5 7\n", "1:13 number-out-of-range"),
      ("*Vertices 4 -1\n", "1:13 number-out-of-range"),
      ("*Vertices 2 x\n", "1:13 bad-integer"), ("*Vertices 2 1 7\n", "1:15 bad-syntax"),
      ("*Vertices 99999999999999999999\n", "1:11 number-out-of-range"),
      ("*Vertices 2\n*Arcs :x \"a\"\n", "2:7 bad-syntax"),
      ("*Vertices 2\n*Arcs 5\n", "2:7 bad-syntax"),
      ("*Vertices 2\n*Arcs :1 \"a\" junk\n", "2:14 bad-syntax"),
      ("*Vertices 2\n*Arcs :1 \"a\"b\n", "2:13 text-after-quote"),
      ("*Vertices 2\n*Arcs\nx: 1 2\n", "3:1 bad-syntax"),
      ("*Arcs\n1 2\n*Vertices 2\n", "1:1 bad-syntax"),
      ("*Vertices 2\n*Matrix\n0 1\n", "2:1 wrong-field-count"),
      ("*Vertices 1\n1 a [5-\n", "2:5 bad-syntax"),
      ("*Vertices 1\n1 a [abc]\n", "2:5 bad-syntax"),
      ("*Vertices 2\n*Arcs\n1 2 1 [1,\n", "3:7 bad-syntax"),
      ("*Vertices 2\n*Arcs\n1 2 1 [1,]\n", "3:7 bad-syntax"),
      ("*Vertices 2\n*Arcs\n1 2 1 [10-5]\n", "3:7 end-before-start"),
      ("*Vertices 1\n1 \"Ola \"Lille\" Bo\"\n", "2:9 text-after-quote"),
      ("*Vertices 1\n1 \"Ås \"x\"\" 0.0 0.0 ellipse\n", "2:8 text-after-quote"),
      ("*Vertices 1\n1 \"Ola \" Bo\" 0.1 0.2 ellipse\n", "2:12 stray-quote"),
      ("*Vertices 2\n*Vector\n1\n2\n3\n", "5:1 wrong-field-count"),
      ("*Vertices 2\n*Vector\n1\n", "2:1 wrong-field-count"),
      ("*Vertices 2\n*Vector\n1 2\n3\n", "3:3 wrong-field-count"),
      ("*Vertices 2\n*Vector\n1\nnan\n", "4:1 bad-number"),
      ("*Vertices 2\n*Vector\n1\n1e999\n", "4:1 bad-number"),
      ("*Vertices 2\n*Partition\n1\n0.5\n", "4:1 bad-integer"),
      ("*Vertices 1\n*Partition\n*Vertices 1\n1\n*Vertices 1\n2\n", "5:11 bad-syntax"),
      ("*Partition\n*Vertices 1\n1\n", "1:1 bad-syntax"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.net", .pajek)
    #expect(result.places.first == "x.net:" + place)
    #expect(result.region == nil)
  }

  @Test func aPartitionAloneIsNoNetwork() {
    #expect(read("*Vertices 1\n1\n", as: "x.clu").places == ["x.clu:1:1 format-not-read"])
  }

  @Test func severalNetworksAreRelations() {
    let text = """
      *Network first
      *Vertices 2
      1 "a"
      2 "b"
      *Arcs
      1 2
      *Partition kind
      *Vertices 2
      5
      6
      *Network second
      *Vertices 3
      1 "c"
      2 "a"
      3 "b"
      *Edges :2 "trust"
      1 3
      """
    let result = read(text, as: "x.paj")
    #expect(result.ids == ["a", "b", "c"])
    #expect(result.ties == ["a>b first 1", "c>b second / trust 1"])
    #expect(result.relations == ["first directed", "second / trust undirected"])
    #expect(result.actorColumns == ["kind: 5, 6, ·"])
    #expect(
      result.assumed == ["relation: 2 networks: each is a relation, equal labels are one actor"]
    )
  }

  @Test func aVertexTwiceInOneOfSeveralNetworksIsRefused() {
    let text = "*Vertices 1\n1 a\n*Vertices 2\n1 a\n2 a\n"
    #expect(read(text, as: "x.paj").places == ["x.paj:5:1 duplicate-id"])
  }

  @Test(arguments: ["*Vertices 2000000000 1\n1 a\n*Edges\n1 2\n", "*Vertices 1000000\n"])
  func announcementsAreNotBelieved(text: String) {
    let many = String(repeating: text, count: 40)
    let time = ContinuousClock().measure { #expect(read(many, as: "x.paj").region == nil) }
    #expect(time < .seconds(10))
  }

  @Test func aQuoteThatIsNeverClosedIsRefused() {
    let result = read("*Vertices 2\n1 \"a\n2 \"b\"\n", as: "x.net")
    #expect(result.places == ["x.net:2:3 unterminated-quote"])
  }

  @Test func oneErrorForAnAbsurdAnnouncement() {
    let text = "*Vertices 999999999\n1 a\n*Arcs\n1 5\n7 x\n"
    #expect(read(text, as: "x.net").places == ["x.net:1:11 too-many-rows"])
  }

  @Test func aPartitionIsOfVerticesWithoutLinesToo() {
    let result = read("*Vertices 2\n*Partition p\n1\n2\n", as: "x.paj")
    #expect(result.actorColumns == ["p: 1, 2"])
  }

  @Test func timesMayHaveNoEnd() {
    let text = "*Vertices 1\n1 a [5-10, 12] \n*Arcs\n1 1 1 [5-*]\n"
    let result = read(text, as: "x.net")
    #expect(result.actorColumns == ["active: 5-10, 12"])
    #expect(result.tieColumns.last == "active: 5-*")
  }

  @Test func tiesInsideAModeAreSaid() {
    let text = "*Vertices 3 1\n1 a\n2 b\n3 c\n*Edges\n1 2\n2 3\n*Edgeslist\n1 3 1\n"
    let result = read(text, as: "x.net")
    #expect(result.region != nil)
    #expect(result.assumed.first == "relation: ties between actors of one and the same mode: 2")
  }

  @Test(arguments: ["\u{1a}", "\n\u{1a}", "\r\n\u{1a}\u{1a}"])
  func theEndOfFileMarkOfDOSIsNoText(mark: String) {
    #expect(read("*Vertices 2\n*Edges\n1 2" + mark, as: "x.net").ties == ["1>2 tie 1"])
  }

  @Test func aQuoteInATitleOrAWordOfItsOwnStays() {
    let result = read("*Network The \"Lille\"s\n*Vertices 1\n1 O\"Hara\n", as: "x.net")
    #expect(result.region?.header.title == "The \"Lille\"s")
    #expect(result.ids == ["O\"Hara"])
  }

  @Test func coordinatesAndModesComeBack() throws {
    let text = "*Vertices 3 1\n1 \"a\" 0.1 0.5 0.5\n2 \"b\" 1e-3\n3 \"c\"\n*Edges\n1 2 1\n"
    let region = try #require(read(text, as: "x.net").region)
    #expect(NetworkWriter.losses(of: region, in: .pajek) == [])
    let bytes = NetworkWriter.bytes(region, as: .pajek)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(NetworkReader.read(bytes: bytes, name: "y.net").region == region)
  }

  @Test(
    arguments: [
      ("id,viz_y,note\na,1,x\n", ["columns of actors dropped: \"viz_y\", \"note\""]),
      ("id,viz_x,viz_y\na,1,2\nb,,3\n", ["columns of actors dropped: \"viz_y\""]),
      ("id,viz_x\na,1\nb,x\n", ["columns of actors dropped: \"viz_x\""]),
      ("id,mode\na,2\nb,1\n", ["columns of actors dropped: \"mode\""]),
      ("id,mode,viz_x\na,1,3\nb,2,4\n", ["order of columns of actors"]),
    ] as [(String, [String])]
  )
  func whatHasNoPlaceIsSaid(table: String, losses: [String]) throws {
    let rows = table.split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)
    }
    var draft = RegionDraft()
    for row in rows.dropFirst() { draft.actors.append(Actor(id: String(row[0]))) }
    for (place, name) in rows[0].enumerated().dropFirst() {
      var column = AttributeColumn(name: String(name))
      for (row, cells) in rows.dropFirst().enumerated() where !cells[place].isEmpty {
        column.values[row] = String(cells[place])
      }
      draft.actors.attributes.append(column)
    }
    let region = try Region(draft)
    #expect(NetworkWriter.losses(of: region, in: .pajek) == losses)
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .pajek), name: "x.net")
    #expect(back.region?.actors.count == region.actors.count)
  }
}
