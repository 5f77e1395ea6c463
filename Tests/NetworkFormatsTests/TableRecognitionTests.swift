import Testing

@testable import NetworkFormats

/// Tables that nobody said to be anything.
@Suite struct TableRecognitionTests {
  private func format(_ result: ReadingResult) -> String? {
    result.report.assumptions.first { $0.subject == .format }?.text
  }

  @Test(arguments: [
    ("Id,Label\na,A\nb,B\n", "Gephi CSV: a table of nodes"),
    ("Id;Label;Size\na;A;1\nb;B;2\n", "Gephi CSV: a table of nodes"),
    ("id,lat,lon\na,62.4,6.1\nb,63,7\n", "a table of actors"),
    ("Navn;Breddegrad;Lengdegrad\na;62,4;6,1\nb;63;7\n", "a table of actors"),
    ("Navn;Type\na;person\nb;person\n", "a table of actors"),
    ("name,label\na,A\nb,B\n", "a table of actors"),
    ("Label,Type,Description,Tags\na,person,x,\nb,person,,\n", "Kumu table"),
  ])
  func actorsWithoutTies(text: String, said: String) {
    let result = readEdges(text)
    #expect(result.ids == ["a", "b"] && result.ties == [])
    #expect(result.places == ["edges.csv no-ties"])
    #expect(format(result) == said)
  }

  @Test func coordinatesAreChecked() {
    #expect(readEdges("id,lat,lon\na,95,6.1\n").places == ["edges.csv:2:3 out-of-scale"])
    #expect(readEdges("id,lat,lon\na,x,6.1\n").places == ["edges.csv:2:3 bad-number"])
    #expect(readEdges("id,lat\na,1\na,2\n").places == ["edges.csv:3:1 duplicate-id"])
  }

  @Test(arguments: [
    ("From,To,Direction\na,b|c|d,directed\n", ["a>b tie 1", "a>c tie 1", "a>d tie 1"]),
    ("from,to,direction\na,b,mutual\n", ["a>b tie 1", "b>a tie 1"]),
    ("From,To,Type,Strength\na,b,x,3\n", ["a>b x 3"]),
    ("From,To,Tags\na,b,x\n", ["a>b tie 1"]),
    ("From,To\na,b\na,b|c\n", ["a>b tie 1", "a>b tie 1", "a>c tie 1"]),
  ])
  func connectionsOfKumu(text: String, ties: [String]) {
    let result = readEdges(text)
    #expect(result.ties == ties)
    #expect(format(result) == "Kumu table")
  }

  @Test(arguments: [
    "from,to\na,b\n", "From,To,Weight\na,b,1\n", "from,to,direction\na,b,north\n",
    "from,to,strength\na,b,1\n", "Fra;Til\na;b\n", "from,to\na,b|c\n",
  ])
  func othersAreEdgeLists(text: String) {
    let result = readEdges(text)
    #expect(format(result) == nil && result.ties.count == 1)
    #expect(result.relations == ["tie ?"])
  }

  @Test(arguments: [
    ("lat,lon\n62,6\n", "1:1"), ("id,weight\na,3\n", "1:1"), ("name,friend\nAnn,Bo\n", "1:1"),
    ("# made by hand\nId,Label\na,A\n", "2:1"), ("id,lat,kind\na,62,x\n", "1:1"),
  ])
  func headingsOfNodesAreNoTies(text: String, place: String) {
    let result = readEdges(text)
    #expect(result.places == ["edges.csv:\(place) missing-column"])
    #expect(result.report.diagnostics.rendered().contains("--from gephi"))
  }

  /// Codes of countries: ID is Indonesia.
  @Test func anActorMayBeCalledId() {
    #expect(readEdges("id,my\nid,th\n").ties == ["id>my tie 1", "id>th tie 1"])
    #expect(read("id,weight\na,3\n", as: "x.csv", .edges).ties == ["a>3 tie 1"])
  }
}
