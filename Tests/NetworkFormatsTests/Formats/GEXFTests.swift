import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct GEXFTests {
  @Test func whatGephiWrites() {
    let result = read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
        <meta lastmodifieddate="2020-01-01"><creator>Gephi</creator><description>Fjord</description></meta>
        <graph defaultedgetype="directed" mode="static">
          <attributes class="node" mode="static">
            <attribute id="0" title="size" type="integer"><default>1</default></attribute>
            <attribute id="1" title="Type" type="string"/>
          </attributes>
          <attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>
          <nodes>
            <node id="a" label="Ærlig &amp; Sønn"><attvalues><attvalue for="0" value="7"/><attvalue for="1" value="enterprise"/></attvalues>
              <viz:color r="255" g="0" b="16"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="10"/></node>
            <node id="b"/>
          </nodes>
          <edges>
            <edge id="0" source="a" target="b" weight="2.5"><attvalues><attvalue for="0" value="trust"/></attvalues></edge>
            <edge id="1" source="b" target="a" type="mutual" start="2020-01-01T00:00:00" end="2021-01-01"/>
          </edges>
        </graph>
      </gexf>
      """,
      as: "x.gexf"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.region?.header.title == "Fjord")
    #expect(
      result.actorColumns == [
        "label: Ærlig & Sønn, ·", "type: enterprise, ·", "size: 7, 1", "viz_color: #ff0010, ·",
        "viz_x: 1.5, ·", "viz_y: -2, ·", "viz_z: 0, ·", "viz_size: 10, ·",
      ]
    )
    #expect(result.ties == ["a>b trust 2.5", "b>a tie 1", "a>b tie 1"])
    #expect(
      result.tieColumns.suffix(2) == [
        "start: ·, 2020-01-01, 2020-01-01", "end: ·, 2021-01-01, 2021-01-01",
      ]
    )
  }

  @Test func nestedNodesHaveParentsAndPicturesComeBack() throws {
    let text = """
      <gexf version="1.3"><graph defaultedgetype="undirected"><nodes>
      <node id="firm" xmlns:viz="v"><viz:color r="1" g="2" b="3"/><viz:position x="0.5" y="1"/><nodes><node id="shop"/></nodes></node>
      <node id="desk" pid="shop"/></nodes><edges><edge source="desk" target="firm" kind="advice"/></edges></graph></gexf>
      """
    let result = read(text, as: "x.gexf")
    #expect(result.actorColumns.first == "parent: ·, firm, shop")
    #expect(result.relations == ["advice undirected"])
    let region = try #require(result.region)
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .gexf), name: "y.gexf")
    #expect(differences(back.region, region) == [])
  }

  @Test(
    arguments: [
      ("<gexf version='2.0'/>", "x.gexf:1:1 bad-version"), ("<gexf/>", "x.gexf:1:1 empty-file"),
      ("<gexf><graph><nodes><node/></nodes></graph></gexf>", "x.gexf:1:21 missing-value"),
      (
        "<gexf><graph>\n<edges><edge source='a'/></edges></graph></gexf>",
        "x.gexf:2:8 missing-value"
      ),
      (
        "<gexf><graph><nodes><node id='a'><attvalues>\n<attvalue for='9' value='1'/></attvalues></node></nodes></graph></gexf>",
        "x.gexf:2:1 unknown-key"
      ),
      (
        "<gexf><graph><attributes class='node'><attribute id='0' title='n' type='integer'/></attributes><nodes><node id='a'>"
          + "<attvalues>\n<attvalue for='0' value='many'/></attvalues></node></nodes></graph></gexf>",
        "x.gexf:2:1 bad-integer"
      ),
      (
        "<gexf><graph><nodes><node id='a'/></nodes><edges>\n<edge source='a' target='a' weight='x'/></edges></graph></gexf>",
        "x.gexf:2:1 bad-number"
      ),
      (
        "<gexf><graph><nodes><node id='a'/></nodes><edges>\n<edge source='a' target='a' type='odd'/></edges></graph></gexf>",
        "x.gexf:2:1 bad-choice"
      ),
      ("<gexf><graph><nodes>\n<edge/></nodes></graph></gexf>", "x.gexf:2:1 bad-xml"),
      (
        "<gexf><graph><nodes>\n<node id='a' start='2010' end='2009-12'/></nodes></graph></gexf>",
        "x.gexf:2:1 end-before-start"
      ),
      (
        "<gexf><graph><nodes><node id='a'><spells>\n<spell start='2.5' end='1'/></spells></node></nodes></graph></gexf>",
        "x.gexf:2:1 end-before-start"
      ),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.gexf", .gexf)
    #expect(result.places.first == place)
    #expect(result.region == nil)
  }

  @Test func anIDOfTwoEdgesIsReported() {
    let text = """
      <gexf><graph defaultedgetype='directed'><nodes><node id='a'/><node id='b'/></nodes><edges>
      <edge id='1' source='a' target='b'/><edge source='a' target='a'/>
      <edge id='2' source='a' target='b'/>
      <edge id='1' source='b' target='a'/></edges></graph></gexf>
      """
    let result = read(text, as: "x.gexf")
    #expect(result.places == ["x.gexf:4:1 duplicate-id"])
    let message = result.report.diagnostics.shown.first?.message
    #expect(message == "the edge id \"1\" is already used in line 2")
    let different = text.replacing("'1' source='b'", with: "'3' source='b'")
    #expect(read(different, as: "x.gexf").region?.ties.count == 4)
  }

  /// networkx declares the type of the first value for all.
  @Test func valuesOfSeveralTypesFromNetworkx() {
    func text(_ creator: String) -> String {
      """
      <gexf version='1.2'><meta><creator>\(creator)</creator></meta><graph defaultedgetype='directed'>
      <attributes class='node'><attribute id='0' title='size' type='long'/></attributes><nodes>
      <node id='a'><attvalues><attvalue for='0' value='1'/></attvalues></node>
      <node id='b'><attvalues>
      <attvalue for='0' value='2.5'/></attvalues></node></nodes>
      <edges><edge source='a' target='b'/></edges></graph></gexf>
      """
    }
    let result = read(text("NetworkX 3.6.1"), as: "x.gexf")
    #expect(result.actorColumns == ["size: 1, 2.5"])
    #expect(
      result.assumed == ["columns: \"size\" has values of several types, as networkx writes them"]
    )
    #expect(read(text("Gephi 0.10.1"), as: "x.gexf").places == ["x.gexf:5:1 bad-integer"])
  }

  @Test func version12HasNoKinds() throws {
    let region = try PlainRegion.make(seed: 3)
    let bytes = NetworkWriter.bytes(region, as: .gexf, options: WritingOptions(gexfVersion: .v1_2))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("xmlns=\"http://www.gexf.net/1.2draft\""))
    #expect(text.contains("version=\"1.2\"") && !text.contains(" kind="))
    let back = NetworkReader.read(bytes: bytes, name: "x")
    #expect(back.region.map(PlainRegion.tables) == PlainRegion.tables(region))
  }

  @Test(arguments: [
    "<node id='a' start='2001' timestamp='2002'/>",
    "<node id='a' start='2001'/><node id='b' timestamp='2002'/>",
    "<node id='a'><spells><spell start='2001'/><spell timestamp='2002'/></spells></node>",
  ])
  func intervalsAndTimestampsDoNotMix(nodes: String) {
    let result = read("<gexf><graph><nodes>\(nodes)</nodes></graph></gexf>", as: "x.gexf")
    #expect(result.places.count == 1)
    #expect(result.places.first?.hasSuffix("inconsistent") == true)
  }
}

extension GEXFTests {
  private func dynamic(_ graph: String, _ nodes: String, _ edges: String = "") -> ReadingResult {
    read(
      """
      <gexf version="1.3"><graph defaultedgetype="directed" \(graph)><nodes>
      \(nodes)<node id="b"/></nodes><edges>
      \(edges)</edges></graph></gexf>
      """,
      as: "x.gexf"
    )
  }

  @Test func theLastSpellIsKeptWhole() {
    let spells = """
      <spells><spell start="2001-01-01" end="2002-01-01"/><spell start="2003-01-01"/></spells>
      """
    let result = dynamic(
      "",
      "<node id=\"a\">\(spells)</node>",
      "<edge source=\"a\" target=\"b\">\(spells)</edge>"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.actorColumns == ["start: 2003-01-01, ·"])
    #expect(
      result.tieColumns.filter { $0.hasPrefix("start") || $0.hasPrefix("end") } == [
        "start: 2003-01-01"
      ]
    )
    #expect(result.assumed.contains("columns: of several spells the last is kept"))
  }

  @Test(
    arguments: [
      ("timeformat=\"date\"", "start=\"2005-02-30\"", "2:1", "is no date"),
      ("timeformat=\"double\"", "start=\"NaN\"", "2:1", "is no number"),
      ("mode=\"sometimes\"", "", "1:21", "is no mode"),
      ("timeformat=\"fortnight\"", "", "1:21", "is no timeformat"),
    ]
  )
  func timesAreWhatTheGraphSays(_ graph: String, _ node: String, _ place: String, _ text: String) {
    let problems = dynamic(graph, "<node id=\"a\" \(node)/>").report.diagnostics.rendered()
    #expect(problems.hasPrefix("x.gexf:\(place): error:"))
    #expect(problems.contains(text))
  }

  @Test func numbersOfTiesCanBeTheWrongWayRoundToo() {
    let result = dynamic(
      "",
      "<node id=\"a\"/>",
      "<edge source=\"a\" target=\"b\" start=\"5\" end=\"3\"/>"
    )
    #expect(
      result.report.diagnostics.rendered().contains(
        "x.gexf:3:1: error: the end 3 is before the start 5"
      )
    )
  }

  @Test func listsOfTimesAreSaid() {
    let result = dynamic("", "<node id=\"a\" timestamps=\"&lt;[2004, 2005]&gt;\"/>")
    #expect(
      result.assumed.contains("columns: timestamps are not kept, only start, end and timestamp")
    )
  }

  @Test func aWeightIsANumber() {
    let result = read(
      """
      <gexf version="1.3"><graph defaultedgetype="directed"><attributes class="edge">
      <attribute id="0" title="weight" type="double"/></attributes>
      <nodes><node id="a"/></nodes><edges><edge source="a" target="a"><attvalues>
      <attvalue for="0" value="NaN"/></attvalues></edge></edges></graph></gexf>
      """,
      as: "x.gexf"
    )
    #expect(
      result.report.diagnostics.rendered().hasPrefix("x.gexf:4:1: error: \"NaN\" is no weight")
    )
  }
}
