import Testing

@testable import GraphvizRenderer

@Suite("Labels for libgraphviz")
struct LabelTextTests {
  @Test(
    "Escapes and entities are switched off",
    arguments: [
      ("A\\N", "A\\\\N"), ("R&D", "R&amp;D"), ("&lt;", "&amp;lt;"), ("<b>x</b>", "<b>x</b>"),
      ("</svg>", "</svg>"), ("\\", "\\\\"), ("Sjøbris", "Sjøbris"), ("", ""),
    ]
  )
  func escapes(text: String, expected: String) {
    #expect(LabelText.escaped(text, alignment: .center) == expected)
  }

  @Test("Control characters and marks of direction disappear")
  func invisible() {
    let text = "a\u{0}b\u{1B}[31m\u{202E}c\u{2066}d\u{FEFF}e\u{85}f\r"
    #expect(LabelText.escaped(text, alignment: .center) == "ab[31mcdef")
  }

  @Test("Lines end as their alignment says")
  func lines() {
    #expect(LabelText.escaped("a\nb", alignment: .center) == "a\\nb")
    #expect(LabelText.escaped("a\nb", alignment: .left) == "a\\lb\\l")
    #expect(LabelText.escaped("a\nb", alignment: .right) == "a\\rb\\r")
  }

  @Test("A joined emoji keeps its joiners")
  func joiners() {
    let family = "👩\u{200D}🌾"
    #expect(LabelText.escaped(family, alignment: .center) == family)
  }
}
