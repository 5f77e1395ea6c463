import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct GMLTests {
  @Test func whatProgramsWrite() {
    let result = read(
      """
      Creator "somebody" Version 1
      # a comment
      graph
      [
        directed 1 label "Fjord"
        node [ id 1 label "&#197;s &amp; co" size 2 graphics [ x 1.5 y -2 ] tag "a" tag "b|c" ]
        node [ id 2 label "B" ]
        edge [ source 1 target 2 weight 0.5 kind "trust" ]
      ]
      """,
      as: "x.gml"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["Ås & co", "B"])
    #expect(result.ties == ["Ås & co>B trust 0.5"])
    #expect(
      result.actorColumns == [
        "size: 2, ·", "graphics.x: 1.5, ·", "graphics.y: -2, ·", "tag: a|b\\|c, ·",
      ]
    )
    #expect(result.region?.header.title == "Fjord")
  }

  @Test func aListKeepsTheBackslashAtTheEndOfATextFromItsBar() {
    let text = #"graph [ node [ id 1 tag "a\" tag "b" tag "c" ] node [ id 2 tag "d\" ] ]"#
    #expect(read(text, as: "x.gml").actorColumns == [#"tag: a\\|b|c, d\"#])
  }

  @Test func labelsThatAreNotAllDifferentAreNoIDs() {
    let result = read(
      "graph [ node [ id 7 label \"a\" ] node [ id 8 label \"a\" ] edge [ source 7 target 8 ] ]",
      as: "x.gml"
    )
    #expect(result.ids == ["7", "8"])
    #expect(result.actorColumns == ["label: a, a"])
    #expect(result.relations == ["tie undirected"])
  }

  @Test func labelsAreKeptAsNames() throws {
    let region = try #require(
      read("graph [ node [ id 0 label \"x\" name \"Xenia Ø\" ] ]", as: "x.gml").region
    )
    #expect(region.actors.label(of: 0) == "Xenia Ø")
    let bytes = NetworkWriter.bytes(region, as: .gml)
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(NetworkReader.read(bytes: bytes, name: "y.gml").region == region)
  }

  @Test(
    arguments: [
      ("graph [", "1:7 bad-syntax"), ("graph ]", "1:7 bad-syntax"), ("]", "1:1 bad-syntax"),
      ("graph [ node [ id ] ]", "1:19 bad-syntax"),
      ("graph [ node [ id \"1 ] ]", "1:19 bad-syntax"),
      ("graph [ node [ label \"a\" ] ]", "1:9 missing-value"),
      ("graph [ node [ id 1 ]\n node [ id 1 ] ]", "2:12 duplicate-id"),
      ("graph [ node [ id 1 ]\n edge [ source 1 target 2 ] ]", "2:25 unknown-actor"),
      ("graph [ edge [ source 1 ] ]", "1:9 missing-value"),
      ("graph [ directed 2 ]", "1:18 bad-choice"), ("graph [ ] graph [ ]", "1:11 bad-syntax"),
      ("graph [ node [ id 1 label a ] ]", "1:27 bad-syntax"), ("Version 1", "1:1 bad-syntax"),
      (
        "graph [ node [ id 1 ] edge [ source 1 target 1 weight \"x\" ] ]", "1:56 bad-number"
      ),
      ("graph [ node [ id 1 id 2 ] ]", "1:24 duplicate-key"),
      ("graph [ node 3 ]", "1:14 bad-syntax"), ("graph 3", "1:7 bad-syntax"),
      ("graph [ ] edge 5", "1:16 bad-syntax"), ("graph [ ] Node \"x\"", "1:17 bad-syntax"),
      ("graph [ graph 1 ]", "1:15 bad-syntax"), ("graph [ ] node [ id 1 ]", "1:11 bad-syntax"),
      ("graph [ node [ id 1 node [ id 2 ] ] ]", "1:21 bad-syntax"),
      ("graph [ node [ id [ x 1 ] ] ]", "1:19 bad-syntax"),
      (
        "graph [ node [ id 1 ] edge [ source 1 target 1 weight [ x 1 ] ] ]", "1:55 bad-syntax"
      ),
      ("graph [ directed 1 directed 0 ]", "1:29 duplicate-key"),
      ("graph [ directed [ x 1 ] ]", "1:18 bad-syntax"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.gml", .gml)
    #expect(result.places.first == "x.gml:" + place)
    #expect(result.region == nil)
  }

  @Test func aGraphInsideANodeIsRefused() {
    let result = read("graph [ node [ id 1\ngraph [ node [ id 2 ] ] ] ]", as: "x.gml")
    #expect(result.places == ["x.gml:2:1 bad-syntax"])
  }

  /// R's igraph wrote quotes inside texts as they are: `"the "Circle""` would be a text, a key and a text.
  @Test(arguments: ["\"the \"Circle\"\"", "\"\"x\"", "\"a\"b", "\"a\"\"b\""])
  func aQuoteInsideATextIsReported(text: String) {
    let result = read("graph [ node [ id 1\nlabel \(text) ] ]", as: "x.gml")
    #expect(result.region == nil)
    #expect(result.places.first?.hasPrefix("x.gml:2:") == true)
    #expect(result.places.first?.hasSuffix(" bad-syntax") == true)
  }

  @Test func keysOfANetworkMayBeInCapitals() {
    let text = """
      GRAPH [ Directed 1 Node [ ID 1 Label "a" Size 2 ] NODE [ Id 2 LABEL "b" ]
      Edge [ Source 1 TARGET 2 Weight 3 ] ]
      """
    let result = read(text, as: "x.gml", .gml)
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ties == ["a>b tie 3"])
    #expect(result.actorColumns == ["Size: 2, ·"])
  }

  /// Only what is as it should be counts then: programs keep columns of their own under such names.
  @Test func keysInCapitalsBesideThoseOfTheNetworkAreAttributes() {
    let text = """
      graph [ node [ ID "x" id 1 Label "L" label "a" ] edge [ Source "s" source 1 target 1 ] ]
      """
    let result = read(text, as: "x.gml")
    #expect(result.ids == ["a"])
    #expect(result.actorColumns == ["label: L", "ID_2: x"])
    #expect(result.tieColumns == ["Source_2: s"])
  }

  @Test func theDirectionMayComeAfterTheTies() {
    let text = "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] directed 1 ]"
    #expect(read(text, as: "x.gml").relations == ["tie directed"])
  }
}
