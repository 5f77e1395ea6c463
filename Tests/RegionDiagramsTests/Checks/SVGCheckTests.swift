import Testing

@testable import RegionDiagrams

@Suite("Cleaning the SVG that comes back")
struct SVGCheckTests {
  private static let expectation = SVGCheck.Expectation(
    title: "A & B",
    description: "two <actors>",
    nodeNames: ["Alfa", "B<b>"],
    edges: 1
  )

  private func svg(_ inside: String) -> String {
    """
    <?xml version="1.0"?>
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <!-- made by a program -->
    <svg width="10pt" height="10pt" viewBox="0 0 10 10" onload="x()" xmlns="http://www.w3.org/2000/svg">
    <g id="graph0" class="graph" transform="scale(1)"><title>map</title>
    <g id="node1" class="node"><title>n0</title><ellipse fill="#fff" stroke="transparent" cx="1" cy="1" rx="1" ry="1"/></g>
    <g id="node2" class="node"><title>n1</title><text x="1" y="1">B&lt;b&gt;</text></g>
    <g id="edge1" class="edge"><title>n0-&gt;n1</title><path d="M0,0" stroke="#000"/></g>
    \(inside)</g></svg>
    """
  }

  private func rewrite(_ text: String) throws -> String {
    String(
      decoding: try SVGCheck.rewrite(Array(text.utf8), Self.expectation),
      as: UTF8.self
    )
  }

  @Test("Shapes and text stay, titles become names, the picture gets its role and description")
  func kept() throws {
    let result = try rewrite(svg(""))
    #expect(result.contains("role=\"img\" aria-labelledby=\"map-title map-description\""))
    #expect(result.contains("<title id=\"map-title\">A &amp; B</title>"))
    #expect(result.contains("<desc id=\"map-description\">two &lt;actors&gt;</desc>"))
    #expect(result.contains("<title>Alfa</title>"))
    #expect(result.contains("<title>B&lt;b&gt;</title>"))
    #expect(result.contains("<text x=\"1\" y=\"1\">B&lt;b&gt;</text>"))
    #expect(result.contains("stroke=\"none\""))
    #expect(result.contains("width=\"10pt\""))
    for gone in ["onload", "id=\"node1\"", "DOCTYPE", "made by", "n0", "<title>map"] {
      #expect(!result.contains(gone))
    }
  }

  @Test("A bold face is a weight, not a family of its own")
  func bold() throws {
    let result = try rewrite(
      svg("<text x=\"1\" y=\"1\" font-family=\"DejaVu Sans Bold,Arial Bold\">t</text>")
    )
    #expect(result.contains("font-family=\"DejaVu Sans,Arial\" font-weight=\"bold\""))
  }

  @Test(
    "Whatever acts, loads or styles is left out with everything in it",
    arguments: [
      "<script>alert(1)</script>", "<image href=\"http://x/y.png\"/>",
      "<a href=\"javascript:alert(1)\"><text>t</text></a>", "<style>@import url(x)</style>",
      "<foreignObject><p>alert(1)</p></foreignObject>", "<use href=\"#x\"/>",
      "<svg><script>alert(1)</script></svg>", "<animate onbegin=\"alert(1)\"/>",
      "<path d=\"M0,0\" onclick=\"alert(1)\" style=\"fill:url(http://x)\"/>",
      "<path d=\"M0,0\" fill=\"url(http://x/y.png#alert)\"/>",
    ]
  )
  func leftOut(part: String) throws {
    let result = try rewrite(svg(part))
    for gone in ["alert", "http://x", "<script", "href", "style=", "<style", "onclick", "<image"] {
      #expect(!result.contains(gone))
    }
    #expect(result.contains("<title>Alfa</title>"))
  }

  @Test(
    "A place that is not a number is a failure, not a hole in the picture",
    arguments: [
      "<polygon fill=\"#fff\" points=\"-nan,nan 1,2\"/>", "<path d=\"M0,0C1,inf 2,2 3,3\"/>",
      "<text x=\"nan\" y=\"1\">t</text>", "<ellipse cx=\"1\" cy=\"-inf\" rx=\"1\" ry=\"1\"/>",
    ]
  )
  func notANumber(part: String) {
    #expect(
      throws: DrawingError.badAnswer("the SVG that came back has a place that is not a number")
    ) {
      try rewrite(svg(part))
    }
  }

  @Test("A picture without all actors and lines, or with strange ones, is refused")
  func counts() {
    let whole = svg("")
    for (part, other) in [
      ("<title>n1</title>", "<title>n0</title>"), ("<title>n1</title>", "<title>n2</title>"),
      ("<title>n1</title>", ""), ("class=\"edge\"", "class=\"other\""),
    ] {
      let text = whole.split(separator: part, omittingEmptySubsequences: false)
        .joined(separator: other)
      #expect(text != whole)
      #expect(throws: DrawingError.self) { try rewrite(text) }
    }
  }

  @Test(
    "What is no SVG is refused",
    arguments: [
      "", "nonsense", "<html></html>", "<svg>", "<svg></svg><svg></svg>",
      "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg>&a;</svg>",
      "<svg>" + String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200)
        + "</svg>",
    ]
  )
  func refused(text: String) {
    #expect(throws: DrawingError.self) { try rewrite(text) }
  }

  @Test("A picture cut anywhere is refused")
  func truncated() {
    let bytes = Array(svg("").utf8)
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: DrawingError.self) {
        try SVGCheck.rewrite(Array(bytes[..<length]), Self.expectation)
      }
    }
  }
}
