import Testing

@testable import NetworkFormats

@Suite("What is allowed and probably wrong")
struct RegionInspectionTests {
  private let options = ReadingOptions(inspection: .suspicions)

  private func places(_ files: [String: String]) throws -> [String] {
    try readFolder(files, options).places
  }

  @Test("one organisation under two names, at the later one")
  func names() throws {
    let files = [
      "actors.csv": "id,label\na,Sjøbris AS\nb,Kystnett\nc,SJØBRIS A/S\n",
      "ties.csv": "source,target\na,b\nb,c\n",
    ]
    let reading = try readFolder(files, options)
    #expect(reading.places == ["actors.csv:4:3 similar-names"])
    #expect(
      reading.report.diagnostics.shown[0].message
        == "\"SJØBRIS A/S\" looks like \"Sjøbris AS\" in line 2"
    )
    #expect(reading.region != nil && reading.report.diagnostics.warningCount == 1)
    #expect(try readFolder(files).places.isEmpty)
  }

  @Test("in a workbook the other one is in a row")
  func namesInWorkbooks() {
    let book = HandmadeWorkbook(sheets: [
      (
        "actors",
        HandmadeWorkbook.rows([
          ["id", "label"], ["a", "Sjøbris AS"], ["b", "Kystnett"], ["c", "SJØBRIS A/S"],
        ])
      ),
      ("ties", HandmadeWorkbook.rows([["source", "target"], ["a", "b"], ["b", "c"]])),
    ])
    let result = NetworkReader.read(bytes: book.zip.bytes, name: "x.xlsx", options: options)
    let found = result.report.diagnostics.shown
    #expect(found.map(\.message) == ["\"SJØBRIS A/S\" looks like \"Sjøbris AS\" in row 2"])
    #expect(found.first?.location?.cell?.text == "actors!B4")
  }

  @Test("two of one name are noted only: they may be people of one organisation")
  func sharedName() throws {
    let reading = try readFolder(
      ["actors.csv": "id,label\n1,Kystnett\n2,Kystnett\n", "ties.csv": "source,target\n1,2\n"],
      options
    )
    #expect(reading.places == ["actors.csv:3:3 shared-name"])
    #expect(reading.report.diagnostics.noteCount == 1)
  }

  @Test("without a list of actors at the first tie that has the name")
  func namesInTies() throws {
    let result = NetworkReader.read(
      bytes: Array("source,target\nFjordlaks,Nordhavn\nNordhavn,Fjordlaks AS\n".utf8),
      name: "ties.csv",
      options: options
    )
    #expect(result.places == ["ties.csv:3:10 similar-names"])
  }

  @Test("levels beside those that are known, each once")
  func levels() throws {
    let ties = "source,target\na,b\nb,c\nc,d\n"
    let slips = "id,level\na,manager\nb,Manager\nc,boss\nd,boss\n"
    #expect(
      try places(["actors.csv": slips, "ties.csv": ties]) == [
        "actors.csv:3:3 unknown-level", "actors.csv:4:3 unknown-level",
      ]
    )
    let own = "id,level\na,1\nb,2\nc,2\nd,\n"
    let result = try readFolder(["actors.csv": own, "ties.csv": ties], options)
    #expect(result.places == ["actors.csv:2:3 other-levels"])
    #expect(result.report.diagnostics.warningCount == 0)
    #expect(
      result.report.diagnostics.shown.first?.message
        == "the levels (\"1\", \"2\") are none that indicators know"
    )
    let known = "id,level\na,manager\nb,employee\nc,union_rep\nd,\n"
    #expect(try places(["actors.csv": known, "ties.csv": ties]) == [])
  }

  @Test("numbers of registers, coordinates")
  func numbers() throws {
    let actors = """
      id,orgnr,kommunenr,lat,lon
      a,974 760 673,0301,59.9,10.7
      b,974760674,301,10.7,59.9
      c,NO974760673MVA,46,62.5,6.1

      """
    #expect(
      try places(["actors.csv": actors, "ties.csv": "source,target\na,b\nb,c\n"]) == [
        "actors.csv:3:3 bad-organisation-number", "actors.csv:3:13 lost-leading-zero",
        "actors.csv:3:17 swapped-coordinates", "actors.csv:4:3 repeated-organisation-number",
        "actors.csv:4:18 bad-municipality-number",
      ]
    )
  }

  @Test("isolates, loops and repeats are notes")
  func ties() throws {
    let reading = try readFolder(
      [
        "actors.csv": "id\na\nb\nc\n",
        "ties.csv": "source,target,relation\na,b,x\nb,b,x\na,b,x\na,b,y\nb,a,x\n",
      ],
      options
    )
    #expect(
      reading.places == [
        "actors.csv:4:1 isolates", "ties.csv:3:3 loops", "ties.csv:4:1 repeated-ties",
      ]
    )
    #expect(reading.report.diagnostics.noteCount == 3)
    #expect(reading.report.diagnostics.shown[0].message == "1 actor without a tie: \"c\"")
  }

  @Test("ties to those that did not answer, and of them")
  func silent() throws {
    let reading = try readFolder(
      [
        "actors.csv": "id\na\nb\nc\n",
        "ties.csv": "source,target,relation,wave\na,b,x,1\na,c,x,1\nb,a,x,2\nb,a,y,1\nb,c,x,1\n",
        "roster.csv":
          "respondent,relation,wave,answered\na,x,1,yes\nb,x,1,no\nc,,1,no\nb,x,2,yes\n",
      ],
      options
    )
    #expect(
      reading.places == ["ties.csv:6:1 answers-of-silent", "roster.csv:3:1 ties-to-silent"]
    )
    let message = reading.report.diagnostics.shown[1].message
    #expect(message.hasPrefix("3 of 5 ties go to 2 actors that did not answer: \"b\", \"c\""))
  }

  @Test("in a format without tables the place is the node's")
  func graphML() {
    let text = """
      <graphml><key id="k" for="node" attr.name="label" attr.type="string"/>
      <graph edgedefault="directed">
      <node id="a"><data key="k">Fjordlaks AS</data></node>
      <node id="b"><data key="k">FJORDLAKS</data></node>
      <node id="c"/><edge source="a" target="b"/></graph></graphml>
      """
    let result = NetworkReader.read(bytes: Array(text.utf8), name: "x.graphml", options: options)
    #expect(result.places.count == 2)
    #expect(
      result.places.allSatisfy { $0.hasPrefix("x.graphml:4:") || $0.hasPrefix("x.graphml:5:") }
    )
  }
}
