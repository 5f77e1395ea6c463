import Testing

@testable import GraphvizRenderer

@Suite("The list of allowed attributes")
struct AttributeRulesTests {
  private static let owners: [AttributeRules.Owner] = [.graph, .group, .node, .edge]

  @Test(
    "What reaches files, the network or other code is allowed nowhere",
    arguments: [
      "fontname", "fontpath", "fontnames", "URL", "href", "edgeURL", "headURL", "image",
      "imagepath",
      "shapefile", "layout", "stylesheet", "id", "class", "target", "tooltip", "label", "xlabel",
      "headlabel", "taillabel", "comment", "_background", "vertices", "samplepoints", "xdotversion",
      "layers", "charset", "bb", "nslimit", "size", "viewport", "page", "ratio", "skew",
      "distortion",
    ]
  )
  func forbidden(key: String) {
    for owner in Self.owners { #expect(AttributeRules.rule(for: key, of: owner) == nil) }
  }

  @Test("An attribute that is not on the list ends the reading")
  func stray() {
    for record in ["node\tn1\t-\tURL\thttp://x", "graph\tstylesheet\ta.css", "group\tc1\tid\tx"] {
      #expect(throws: RenderFailure.forbiddenAttribute) {
        try DescriptionReader.read(Array(WireText.description([record]).utf8))
      }
    }
  }

  @Test(
    "Values outside their range are refused",
    arguments: [
      (AttributeRules.Owner.edge, "minlen", "11"), (.edge, "minlen", "-1"),
      (.edge, "weight", "1000000000"), (.edge, "weight", "nan"), (.edge, "weight", "0x10"),
      (.node, "peripheries", "4"), (.node, "width", "1e300"), (.node, "width", "inf"),
      (.node, "pos", "1"), (.node, "pos", "1,2!"), (.node, "pos", "1e9,0"), (.node, "pos", "a,b"),
      (.node, "shape", "epsf"), (.node, "shape", "record"), (.node, "shape", "custom"),
      (.node, "fillcolor", "red"), (.node, "fillcolor", "#12345"), (.node, "fillcolor", "#gggggg"),
      (.node, "style", "filled,radial"), (.node, "style", ""), (.graph, "dpi", "0"),
      (.graph, "splines", "compound"), (.graph, "root", "alle"),
      (.edge, "pos", "0,0 1,1 2,2"), (.edge, "pos", "e,1 0,0 1,1 2,2 3,3"), (.edge, "len", "0"),
      (.edge, "pos", "0,0 1,1 2,2 3,3 4,4"), (.edge, "arrowhead", "lnormal:#"),
      (.group, "style", "filled;rounded"), (.group, "margin", "201"),
    ]
  )
  func refusedValues(owner: AttributeRules.Owner, key: String, value: String) throws {
    let rule = try #require(AttributeRules.rule(for: key, of: owner))
    #expect(!rule.accepts(value))
  }

  @Test(
    "Ordinary values are taken",
    arguments: [
      (AttributeRules.Owner.edge, "minlen", "10"), (.edge, "weight", "2.5"), (.edge, "len", "1e2"),
      (.node, "pos", "-10.5,3e2"), (.node, "fillcolor", "#e69f00"), (.node, "color", "#00000080"),
      (.node, "style", "filled,dashed"), (.node, "color", "transparent"),
      (.edge, "pos", "s,0,0 e,9,9 1,1 2,2 3,3 4,4"), (.edge, "pos", "0,0 1,1 2,2 3,3"),
      (.graph, "root", "n12"),
    ]
  )
  func acceptedValues(owner: AttributeRules.Owner, key: String, value: String) throws {
    let rule = try #require(AttributeRules.rule(for: key, of: owner))
    #expect(rule.accepts(value))
  }
}
