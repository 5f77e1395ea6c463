import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct DOTTests {
  @Test func nodesChainsGroupsAndDefaults() {
    let result = read(
      """
      # preprocessor
      /* comment */ digraph "G" {
        label = "Fjord"; rankdir=LR
        node [type=school] edge [relation=trust, weight=2]
        a [label="\\N", type=union]; "b c" [label=<<b>Bé</b>>]
        a -> "b c":port:n -> d [weight=0.5] // chained
        {a; d} -> {e "f" + "g"} [dir=none]
        subgraph cluster_1 { label="Circle"; d; e }
      }
      """,
      as: "x.dot"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["a", "b c", "d", "e", "fg"])
    #expect(result.region?.header.title == "Fjord")
    #expect(
      result.actorColumns == [
        "label: ·, <b>Bé</b>, ·, ·, ·", "type: union, school, school, school, school",
        "cluster: ·, ·, Circle, Circle, ·",
      ]
    )
    #expect(
      result.ties.prefix(6) == [
        "a>b c trust 0.5", "b c>d trust 0.5", "a>e trust 2", "a>fg trust 2", "d>e trust 2",
        "d>fg trust 2",
      ]
    )
    #expect(result.ties.count == 10)
  }

  @Test func undirectedAndStrict() {
    let result = read("strict graph { a -- b; b -- a [weight=3]; -1.5 -- Øy }", as: "x.gv")
    #expect(result.ties == ["a>b tie 3", "-1.5>Øy tie 1"])
    #expect(result.relations == ["tie undirected"])
    #expect(read("graph { a -- b; b -- a }", as: "x.gv").ties == ["a>b tie 1", "b>a tie 1"])
  }

  @Test func textsComeBack() throws {
    for text in ["a\\", "\\n", "a\"b", "x\ny", "\\\"", "<b>", "subgraph"] {
      var draft = RegionDraft()
      draft.actors.append(Actor(id: text))
      let region = try Region(draft)
      let bytes = NetworkWriter.bytes(region, as: .dot)
      #expect(NetworkReader.read(bytes: bytes, name: "x.dot").ids == [text])
    }
  }

  @Test(
    arguments: [
      ("network { }", "1:1 bad-syntax"), ("digraph { a -> b", "1:17 bad-syntax"),
      ("digraph { a -- b }", "1:13 bad-syntax"), ("graph { a -> b }", "1:11 bad-syntax"),
      ("digraph { a -> }", "1:16 bad-syntax"), ("digraph { a } hello { b }", "1:15 bad-syntax"),
      ("digraph { a, }", "1:14 bad-syntax"), ("digraph { a, {b} }", "1:14 bad-syntax"),
      ("digraph { a; , b }", "1:14 bad-syntax"), ("digraph { a [x=1], b }", "1:18 bad-syntax"),
      ("digraph { node -> a }", "1:11 bad-syntax"), ("digraph { a -> Edge }", "1:16 bad-syntax"),
      ("graph { graph -- a }", "1:9 bad-syntax"), ("graph { a, strict }", "1:12 bad-syntax"),
      ("graph { node = 3 }", "1:9 bad-syntax"), ("graph { <b> -- b }", "1:16 bad-syntax"),
      ("graph { a } graph { b -> c }", "1:23 bad-syntax"),
      ("digraph { a [label] [x=] }", "1:24 bad-syntax"), ("digraph { \"a }", "1:11 bad-syntax"),
      ("digraph { <a }", "1:11 bad-syntax"), ("digraph { /* a }", "1:11 bad-syntax"),
      ("digraph { a ! }", "1:13 bad-syntax"),
      ("digraph { a -> b\n [weight=heavy] }", "2:3 bad-number"),
      ("digraph a b { }", "1:11 bad-syntax"), ("digraph { a [ }", "1:15 bad-syntax"),
    ] as [(String, String)]
  )
  func mistakes(text: String, place: String) {
    let result = read(text, as: "x.dot", .dot)
    #expect(result.places.first == "x.dot:" + place)
    #expect(result.region == nil)
  }

  /// Graphviz makes two words of these, with a warning.
  @Test(arguments: ["1abc", "1e9", "1.2.3", ".5x"])
  func numbersThatRunIntoWordsAreRefused(word: String) {
    #expect(read("digraph {\n\(word) -> b }", as: "x.dot").places == ["x.dot:2:1 bad-syntax"])
  }

  /// Graphviz connects every node of the left list with every one of the right.
  @Test func listsOfNodesAreConnectedEachWithEach() {
    let result = read("digraph { a, b:p -> c, d -> e; c, e [type=firm] }", as: "x.dot")
    #expect(
      result.ties == ["a>c tie 1", "a>d tie 1", "b>c tie 1", "b>d tie 1", "c>e tie 1", "d>e tie 1"]
    )
    #expect(result.actorColumns == ["type: ·, ·, firm, ·, firm"])
  }

  @Test func anIDMayBeHTML() {
    let result = read("digraph { <b> -> c, <i<x>y> }", as: "x.dot")
    #expect(result.ties == ["b>c tie 1", "b>i<x>y tie 1"])
  }

  @Test func severalGraphsAreRelations() {
    let result = read(
      """
      strict digraph trust { label="T"; a -> b; a -> b; node [type=firm] c }
      graph { b -- c [relation=advice]; b -- c }
      graph trust { a -- d }
      """,
      as: "x.dot"
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(
      result.ties == [
        "a>b trust 1", "b>c graph2 / advice 1", "b>c graph2 1", "a>d trust 2 1",
      ]
    )
    #expect(
      result.relations == [
        "trust directed", "graph2 / advice undirected", "graph2 undirected", "trust 2 undirected",
      ]
    )
    #expect(result.region?.header.title == nil)
    #expect(result.actorColumns == ["type: ·, ·, firm, ·"])
    #expect(
      result.assumed == ["relation: 3 graphs: each is a relation, equal ids are one actor"]
    )
  }

  @Test func manyGraphsOfOneNameTakeNoTime() {
    let text = String(repeating: "graph G{}", count: 60_000)
    let time = ContinuousClock().measure { _ = read(text, as: "x.dot") }
    #expect(time < .seconds(10))
  }

  @Test func aNodeInTwoClustersIsSaid() {
    let text = """
      graph { subgraph cluster_a { a b subgraph cluster_i { i } } subgraph cluster_b { b } }
      """
    let result = read(text, as: "x.dot")
    #expect(result.actorColumns == ["cluster: cluster_a, cluster_a, cluster_i"])
    #expect(
      result.assumed == [
        "columns: nodes in several clusters, of which the first or inner one is kept: 2"
      ]
    )
    let again = "graph { subgraph cluster_a { a } subgraph cluster_a { a } }"
    #expect(read(again, as: "x.dot").assumed == [])
  }

  @Test func twoWeightsOfATieOfAStrictGraphAreSaid() {
    let text = "strict graph { a -- b [weight=2]; b -- a [weight=3]; c -- d; c -- d [weight=4] }"
    let result = read(text, as: "x.dot")
    #expect(result.ties == ["a>b tie 3", "c>d tie 4"])
    #expect(
      result.assumed == [
        "columns: ties of a strict graph with several weights, of which the last is kept: 1"
      ]
    )
    // What is usual is for ties that are new.
    let usual = read("strict graph { edge [weight=2]; a -- b [weight=5]; a -- b }", as: "x.dot")
    #expect(usual.ties == ["a>b tie 5"])
    #expect(usual.assumed == [])
  }

  @Test func columnsCalledLikeWordsOfTheLanguageAreQuoted() throws {
    let region = try #require(read("source,target,Node\na,b,x\n", as: "x.csv").region)
    let text = String(decoding: NetworkWriter.bytes(region, as: .dot), as: UTF8.self)
    #expect(text.contains("\"Node\"=\"x\""))
  }

  @Test func aColumnOfNodesMayBeCalledLikeTheArrow() throws {
    let region = try #require(read("digraph { a [dir=\"x\"]; a -> b }", as: "x.dot").region)
    #expect(NetworkWriter.losses(of: region, in: .dot).isEmpty)
    let text = String(decoding: NetworkWriter.bytes(region, as: .dot), as: UTF8.self)
    #expect(text.contains("\"a\" [dir=\"x\"];"))
  }

  @Test func aColumnOfTiesCalledLikeTheArrowHasAFreeNameAndThatIsSaid() throws {
    let table = "source,target,dir,dir_\na,b,x,y\n"
    let region = try #require(read(table, as: "x.csv").region)
    let losses = NetworkWriter.losses(of: region, in: .dot)
    #expect(losses.contains { $0.hasPrefix("columns under other names: \"dir\" is dir__") })
    let text = String(decoding: NetworkWriter.bytes(region, as: .dot), as: UTF8.self)
    #expect(text.contains("dir__=\"x\", dir_=\"y\""))
    #expect(!text.contains("dir=\"x\""))
  }
}
