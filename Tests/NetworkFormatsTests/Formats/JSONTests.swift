import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct JSONTests {
  @Test func nodeLink() {
    let result = read(
      """
      {"directed": false, "multigraph": false, "graph": {"name": "Fjord"},
       "nodes": [{"id": "a", "label": "\\u00c5s \\ud83d\\ude00", "tags": ["x", "y|z"], "old": null}, {"id": 2, "size": 1.5}],
       "links": [{"source": "a", "target": 2, "weight": 3, "key": 0}]}
      """,
      as: "x.json"
    )
    #expect(result.ids == ["a", "2"])
    #expect(result.region?.header.title == "Fjord")
    #expect(result.actorColumns == ["label: Ås 😀, ·", "tags: x|y\\|z, ·", "size: ·, 1.5"])
    #expect(result.ties == ["a>2 tie 3"])
    #expect(result.relations == ["tie undirected"])
  }

  @Test func d3Places() {
    let result = read(
      """
      {"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon", "group": 2}], "links": [{"source": 1, "target": 0, "value": 8}]}
      """,
      as: "miserables.json"
    )
    #expect(result.ids == ["Myriel", "Napoleon"])
    #expect(result.ties == ["Napoleon>Myriel tie 8"])
    #expect(result.assumed.contains("columns: attribute \"value\" is the weight"))
  }

  @Test func graphology() {
    let result = read(
      """
      {"options": {"type": "mixed", "multi": true}, "attributes": {"name": "G"},
       "nodes": [{"key": "a", "attributes": {"x": 1}}, {"key": "b"}],
       "edges": [{"key": "e", "source": "a", "target": "b", "attributes": {"kind": "trust"}},
                 {"source": "a", "target": "b", "undirected": true, "attributes": {"kind": "advice"}}]}
      """,
      as: "x.json"
    )
    #expect(result.relations == ["trust directed", "advice undirected"])
    #expect(result.tieColumns == ["relation: trust, advice", "key: e, ·"])
  }

  @Test func cytoscapeAsListAndAsTwoLists() {
    let list = read(
      "[{\"data\": {\"id\": \"a\"}, \"position\": {\"x\": 1, \"y\": 2}}, {\"data\": {\"id\": \"b\", \"parent\": \"a\"}},"
        + " {\"data\": {\"id\": \"ab\", \"source\": \"a\", \"target\": \"b\"}}]",
      as: "x.json"
    )
    #expect(list.ids == ["a", "b"])
    #expect(list.actorColumns == ["parent: ·, a", "viz_x: 1, ·", "viz_y: 2, ·"])
    let two = read(
      """
      {"data": [], "directed": false, "multigraph": false, "elements": {"nodes": [{"data": {"id": "0", "value": 0, "name": "0"}}],
       "edges": [{"data": {"source": 0, "target": 0}}]}}
      """,
      as: "x.json"
    )
    #expect(two.ties == ["0>0 tie 1"])
    #expect(two.relations == ["tie undirected"])
  }

  @Test func kumu() {
    let result = read(
      """
      {"elements": [{"label": "A", "type": "person"}, {"label": "B"}],
       "connections": [{"from": "A", "to": "B", "type": "advice", "direction": "mutual"}, {"from": "B", "to": "C", "type": "trust"}]}
      """,
      as: "x.json"
    )
    #expect(result.ids == ["A", "B", "C"])
    #expect(result.ties == ["A>B advice 1", "B>C trust 1", "B>A advice 1"])
    #expect(result.relations == ["advice directed", "trust undirected"])
  }

  @Test func pointsOfGeoJSON() {
    let result = read(
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "kai", "name": "Kaia"},
       "geometry": {"type": "Point", "coordinates": [5.25, 60.5]}}]}
      """,
      as: "x.geojson"
    )
    #expect(result.ids == ["kai"])
    #expect(result.actorColumns == ["label: Kaia", "lat: 60.5", "lon: 5.25"])
    let line = read(
      "{\"features\": [{\"geometry\": {\"type\": \"LineString\", \"coordinates\": []}}]}",
      as: "x.geojson"
    )
    #expect(line.places == ["x.geojson:1:28 format-not-read"])
  }

  @Test(
    arguments: [
      ("{\"a\": 1, \"a\": 2}", "1:10 duplicate-key"), ("{} {}", "1:4 bad-json"),
      ("{\"a\": 01}", "1:7 bad-json"), ("{\"a\": NaN}", "1:7 bad-json"),
      ("{\"a\": \"\\ud800\"}", "1:8 bad-json"), ("{\"a\": \"\\u0000\"}", "1:8 bad-json"),
      ("{\"a\": \"x\ny\"}", "1:9 bad-json"),
      ("{\"a\": [1,]}", "1:10 bad-json"), ("{\"a\" 1}", "1:6 bad-json"),
      ("{'a': 1}", "1:2 bad-json"),
      ("{\"a\": \"x", "1:7 unterminated-quote"), ("{\"a\": {\"b\": [", "1:14 bad-json"),
      ("{\"a\": \"\\x\"}", "1:8 bad-json"), ("{\"a\": tru}", "1:7 bad-json"),
      ("{\"a\": 1}", "1:1 format-not-read"), ("{\"nodes\": {}, \"edges\": []}", "1:11 wrong-kind"),
      ("{\"nodes\": [1], \"edges\": []}", "1:12 wrong-kind"),
      ("{\"nodes\": [{\"id\": 1},\n{\"id\": 1}], \"edges\": []}", "2:8 duplicate-id"),
      (
        "{\"nodes\": [{\"id\": 1}],\n \"edges\": [{\"source\": 1, \"target\": 2}]}",
        "2:36 unknown-actor"
      ),
      ("{\"nodes\": [{\"id\": 1}], \"edges\": [{\"source\": 1}]}", "1:34 missing-value"),
      (
        "{\"nodes\": [{\"name\": \"a\"}], \"links\": [{\"source\": 0, \"target\": 7}]}",
        "1:62 unknown-actor"
      ),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.json")
    #expect(result.places.first == "x.json:" + place)
    #expect(result.region == nil)
  }

  @Test func textsComeBack() throws {
    let texts = ["\u{1}", "a\"b\\c\n\r\t", "</script>", "\u{2028}", "😀", "é"]
    for text in texts {
      let quoted = Array(JSONText.quoted(text).utf8)
      try quoted.withUnsafeBytes { raw in
        let json = try JSONDocument(SourceText(name: "x", raw: raw))
        #expect(json.string(0) == text)
      }
    }
  }

  @Test func bytesThatAreNoUnicodeAreRefused() {
    let bytes = Array("{\"nodes\":[{\"id\":\"".utf8) + [0xe5] + Array("\"}],\"edges\":[]}".utf8)
    let result = NetworkReader.read(bytes: bytes, name: "x.json")
    #expect(result.region == nil && result.places.last == "x.json:1:18 bad-encoding")
  }

  @Test(arguments: ["node-link", "d3"])
  func edgesAndLinksTogetherAreRefused(name: String) {
    let text = "{\"nodes\":[{\"id\":\"a\"}],\"edges\":[],\n\"links\":[]}"
    let result = read(text, as: "x.json", NetworkFormat(rawValue: name))
    #expect(result.region == nil)
    #expect(result.places.first?.hasSuffix("inconsistent") == true)
  }

  @Test func aTypeOfGraphThatThereIsNot() {
    let text = "{\"options\":{\"type\":\"tangled\"},\"nodes\":[{\"key\":\"a\"}],\"edges\":[]}"
    #expect(read(text, as: "x.json").places.first?.hasSuffix("bad-choice") == true)
  }
}

extension JSONTests {
  fileprivate static let nodes = #""nodes": [{"id": "a"}, {"id": "b"}]"#
  fileprivate static let keys = #""nodes": [{"key": "a"}, {"key": "b"}]"#

  @Test(
    arguments: [
      (
        #"{\#(JSONTests.nodes), "edges": [{"source": "a", "target": "b", "weight": [2]}]}"#,
        #""weight" is a list"#
      ),
      (
        #"{\#(JSONTests.keys), "edges": [{"source": "a", "target": "b", "attributes": [1]}]}"#,
        #""attributes" is no object"#
      ),
      (#"{"nodes": [{"key": "a", "attributes": 7}], "edges": []}"#, #""attributes" is no object"#),
      (
        #"{"nodes": [{"id": null}], "edges": []}"#,
        #"the "id" of a node is neither a text nor a number"#
      ),
      (
        #"{\#(JSONTests.nodes), "edges": [{"source": "", "target": "b"}]}"#,
        #"the "source" of a tie is empty"#
      ),
      (
        #"{"features": [{"geometry": {"type": "Point", "coordinates": [1e999, 60]}}]}"#,
        "a point has a longitude and a latitude"
      ),
      (
        #"{"features": [{"geometry": {"type": "Point", "coordinates": [262000, 6650000]}}]}"#,
        "these are no degrees"
      ),
      (
        #"{"crs": {"properties": {"name": "EPSG:3857"}}, "features": []}"#,
        #"coordinates of "EPSG:3857" are not read"#
      ),
      (
        #"{"elements": [{"label": "A", "attributes": {"label": "B"}}], "connections": []}"#,
        "beside the attributes and among them"
      ),
      (#"{\#(JSONTests.nodes), "edges": [NaN]}"#, "NaN is no number of JSON"),
      (#"{\#(JSONTests.nodes), "edges": [-Infinity]}"#, "-Infinity is no number of JSON"),
      (#"{\#(JSONTests.nodes), "edges": [01]}"#, "no number begins with 0 and another digit"),
      (#"{\#(JSONTests.nodes), "edges": [1,]}"#, "a value is missing here"),
      (#"{"nodes": [{"id": "\ud800"}], "edges": []}"#, "no character has this escape"),
    ]
  )
  func oneProblemAndItsName(_ text: String, _ message: String) {
    let result = read(text, as: "x.json")
    #expect(result.report.diagnostics.errorCount == 1)
    let shown = result.report.diagnostics.rendered()
    #expect(shown.contains(message), "\(shown)")
    #expect(shown.hasPrefix("x.json:1:"))
  }

  @Test func endsThatAreNodesThemselves() {
    let result = read(
      #"{\#(JSONTests.nodes), "links": [{"source": {"id": "a", "x": 1}, "target": {"id": "b"}}]}"#,
      as: "x.json"
    )
    #expect(result.ties == ["a>b tie 1"])
  }

  @Test func whatKumuSaysBesideAndAmongAttributes() {
    let result = read(
      """
      {"elements": [{"_id": "e1", "label": "Alfa", "attributes": {"size": 3}}, {"_id": "e2", "attributes": {"label": "Beta"}}],
       "connections": [{"from": "e1", "to": "e2", "type": "trust", "attributes": {"since": 2020}},
                       {"from": "e1", "to": "e3"}]}
      """,
      as: "x.json"
    )
    #expect(result.actorColumns == ["label: Alfa, Beta, ·", "size: 3, ·, ·"])
    #expect(result.relations == ["trust undirected", "tie undirected"])
    #expect(
      result.report.diagnostics.rendered().hasPrefix(
        "x.json:3:39: warning: no element is called \"e3\"; one is made"
      )
    )
  }

  @Test func elementsOfKumuMergeOnLabelElseOnLabelAndType() {
    let result = read(
      """
      {"elements": [{"label": "A", "size": 1}, {"label": "A", "town": "Ås"}, {"label": "B", "type": "x"}, {"label": "B", "type": "y"}],
       "connections": []}
      """,
      as: "x.json"
    )
    #expect(result.ids == ["A", "B (x)", "B (y)"])
    #expect(result.assumed.contains("actors: 1 elements that another element is about too"))
  }

  @Test func anEndThatSeveralElementsOfKumuCouldBe() {
    let result = read(
      """
      {"elements": [{"label": "B", "type": "x"}, {"label": "B", "attributes": {"type": "y"}}, {"label": "C"}],
       "connections": [{"from": "C", "to": "B"}, {"from": "C", "to": "B (x)"}]}
      """,
      as: "x.json"
    )
    let shown = result.report.diagnostics.rendered()
    #expect(result.report.diagnostics.errorCount == 1)
    #expect(
      shown.hasPrefix("x.json:2:38: error: elements of several types are called \"B\""),
      "\(shown)"
    )
  }

  @Test func placesInMetresWhereTheFileSaysSo() throws {
    let result = read(
      """
      {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}},
       "features": [{"id": "Oslo", "geometry": {"type": "Point", "coordinates": [262000, 6650000]}}]}
      """,
      as: "x.geojson"
    )
    let actor = try #require(result.region).actors[0]
    #expect(abs((actor.latitude ?? 0) - 59.92) < 0.05)
    #expect(abs((actor.longitude ?? 0) - 10.74) < 0.05)
  }
}
