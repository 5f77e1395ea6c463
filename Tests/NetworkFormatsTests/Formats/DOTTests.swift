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
      ("digraph { a -> }", "1:16 bad-syntax"), ("digraph { a } digraph { b }", "1:15 bad-syntax"),
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
}
