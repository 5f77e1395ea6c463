import Foundation
import Testing

@testable import GraphvizRenderer

@Suite("The renderer as a process")
struct GraphvizRendererTests {
  @Test(
    "Every output begins as its format does",
    arguments: [
      ("svg", "<?xml"), ("pdf", "%PDF-1."), ("png", "\u{89}PNG"), ("dot", "digraph"),
      ("layout", "samspill-layout\t1\n"),
    ]
  )
  func outputs(output: String, start: String) throws {
    let result = try RendererProcess.run(records: WireText.small(output: output))
    #expect(result.exitStatus == 0)
    let expected = output == "png" ? [0x89, 0x50, 0x4E, 0x47] : Array(start.utf8)
    #expect(Array(result.output.prefix(expected.count)) == expected)
  }

  @Test(
    "Every engine lays the small graph out",
    arguments: ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "fixed"]
  )
  func engines(engine: String) throws {
    let result = try RendererProcess.run(
      records: WireText.small(output: "layout", engine: engine)
    )
    #expect(result.exitStatus == 0)
    let lines = result.text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("node\t") }.count == 2)
  }

  @Test("Fixed positions come back as they went in where an area covers the page")
  func fixed() throws {
    let page = "area\t#ffffff\t#ffffff\t0\t0,0 200,0 200,100 0,100"
    let result = try RendererProcess.run(
      records: WireText.small(output: "layout", engine: "fixed") + [page]
    )
    #expect(result.text.contains("box\t0.0\t0.0\t200.0\t100.0"))
    #expect(result.text.contains("node\tn1\t50.0\t50.0\t"))
    #expect(result.text.contains("node\tn2\t150.0\t80.0\t"))
  }

  @Test("Hostile text arrives as text, letter by letter")
  func hostileText() throws {
    let text = "\\\\N &amp; <b>x</b> </svg> \u{202E}\u{1}æ"
    let result = try RendererProcess.run(records: WireText.small(text: text))
    #expect(result.exitStatus == 0)
    #expect(result.text.contains("\\N &amp;amp; &lt;b&gt;x&lt;/b&gt; &lt;/svg&gt; æ</text>"))
    #expect(!result.text.contains("<b>"))
  }

  @Test("An area stands behind the drawing")
  func areas() throws {
    let result = try RendererProcess.run(
      records: WireText.small(engine: "fixed") + ["area\t#aabbcc80\t#112233\t2\t0,0 90,0 45,60"]
    )
    #expect(result.exitStatus == 0)
    #expect(result.text.contains("fill=\"#aabbcc\""))
    let area = try #require(result.text.range(of: "#aabbcc"))
    let node = try #require(result.text.range(of: "class=\"node\""))
    #expect(area.lowerBound < node.lowerBound)
  }

  @Test("The exit status tells failures apart")
  func exitStatuses() throws {
    let cases: [(Data, RenderFailure)] = [
      (Data(), .badDescription),
      (Data("samspill-drawing\t7\nend\t0\n".utf8), .unsupportedVersion),
      (Data([0, 1, 2, 0xFF, 0x0A]), .badDescription),
      (
        Data(WireText.description(["node\tn1\t-\timage\t/etc/passwd"]).utf8), .forbiddenAttribute
      ),
    ]
    for (description, failure) in cases {
      let result = try RendererProcess.run(description)
      #expect(result.exitStatus == failure.rawValue)
      #expect(result.output.isEmpty)
    }
  }

  @Test("A node without a position is a layout failure, with Graphviz's own words")
  func missingPosition() throws {
    let result = try RendererProcess.run(records: ["output\tsvg", "engine\tfixed", "node\tn1\t-"])
    #expect(result.exitStatus == RenderFailure.layoutFailed.rawValue)
    #expect(!result.messages.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test("The environment does not reach the drawing")
  func environment() throws {
    let plain = try RendererProcess.run(records: WireText.small())
    let other = try RendererProcess.run(
      records: WireText.small(),
      environment: [
        "GVBINDIR": "/nonexistent", "FONTCONFIG_FILE": "/nonexistent", "LC_ALL": "nb_NO.UTF-8",
        "DOTFONTPATH": "/nonexistent",
      ]
    )
    #expect(other.exitStatus == 0)
    #expect(plain.output == other.output)
  }

  @Test("More memory than the limit is a failure, not a swapping machine")
  func memory() throws {
    // 30 000 × 30 000 points at 600 dpi would be a picture of 250 GB.
    let result = try RendererProcess.run(records: [
      "output\tpng", "engine\tfixed", "graph\tdpi\t600", "node\tn1\t-\tpos\t0,0",
      "node\tn2\t-\tpos\t30000,30000",
    ])
    #expect(result.exitStatus != 0)
  }
}
