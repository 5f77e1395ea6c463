import Testing

@testable import GraphvizRenderer

@Suite("Reading a drawing description")
struct DescriptionReaderTests {
  private func read(_ text: String) throws -> DrawingDescription {
    try DescriptionReader.read(Array(text.utf8))
  }

  private func failure(_ text: String) -> RenderFailure? {
    do throws(RenderFailure) {
      _ = try DescriptionReader.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("Every record arrives, in order, with its escapes undone")
  func everyRecord() throws {
    let description = try read(
      WireText.description([
        "output\tpng", "engine\tsfdp", "edges\tundirected", "graph\toverlap\tprism\tdpi\t96",
        "group\tc4\ttext\tNord", "node\tn7\tc4\ttext\tA\\nB\\t\\\\N", "node\tk2\t-",
        "edge\tn7\tk2\tweight\t3.5", "area\t#11223344\t#000000\t1.5\t0,0 10,0 5,-8.25",
      ])
    )
    #expect(description.output == .png)
    #expect(description.engine == .sfdp)
    #expect(description.edgeKind == .undirected)
    #expect(description.graph.map(\.key) == ["overlap", "dpi"])
    #expect(description.groups.map(\.name) == ["c4"])
    #expect(description.nodes.map(\.name) == ["n7", "k2"])
    #expect(description.nodes.map(\.group) == [0, nil])
    #expect(description.nodes[0].attributes[0].value == "A\nB\t\\N")
    #expect(description.edges[0].tail == 0)
    #expect(description.edges[0].head == 1)
    #expect(description.areas[0].points[2].y == -8.25)
  }

  @Test("A description cut at any byte is refused")
  func truncation() {
    let bytes = Array(WireText.description(WireText.small()).utf8)
    for length in 0..<bytes.count {
      #expect(throws: RenderFailure.self) {
        try DescriptionReader.read(Array(bytes[..<length]))
      }
    }
    #expect(throws: Never.self) { try DescriptionReader.read(bytes) }
  }

  @Test(
    "Records that do not read are refused",
    arguments: [
      "nonsense\t1", "output\tgif", "output", "engine\tdot\tneato", "edges\tboth", "node\tn1",
      "node\tx1\t-", "node\tn\t-", "node\tn123456789\t-", "node\tn1\tc9", "node\tn1\t-\ttext",
      "group\tn1", "edge\tn1\tn2", "area\tred\t#000000\t1\t0,0 1,1 2,0",
      "area\t#000000\t#000000\t1\t0,0 1,1", "area\t#000000\t#000000\tnan\t0,0 1,1 2,0",
      "area\t#000000\t#000000\t1\t0,0 1,1 2,inf", "node\tn1\t-\ttext\t\\x", "node\tn1\t-\ttext\t\\",
    ]
  )
  func badRecords(record: String) {
    #expect(failure(WireText.description([record])) == .badDescription)
  }

  @Test("A node or a group may come once only, and nothing after the end")
  func repetition() {
    #expect(failure(WireText.description(["node\tn1\t-", "node\tn1\t-"])) == .badDescription)
    #expect(failure(WireText.description(["group\tc1", "group\tc1"])) == .badDescription)
    #expect(failure(WireText.description(["node\tn1\t-"]) + "node\tn2\t-\n") == .badDescription)
    #expect(failure("samspill-drawing\t1\nnode\tn1\t-\nend\t2\n") == .badDescription)
  }

  @Test("Another version of the format is told apart from nonsense")
  func version() {
    #expect(failure("samspill-drawing\t2\nend\t0\n") == .unsupportedVersion)
    #expect(failure("digraph { a -> b }\n") == .badDescription)
    #expect(failure("") == .badDescription)
  }

  @Test("Bytes that are not UTF-8 are refused")
  func encoding() {
    let bytes = Array("samspill-drawing\t1\nnode\tn1\t-\ttext\t".utf8) + [0xFF, 0x0A]
    #expect(throws: RenderFailure.badDescription) { try DescriptionReader.read(bytes) }
  }

  @Test("Sizes beyond the limits are refused, whatever is announced")
  func limits() {
    var nodes: [String] = []
    for index in 0...DrawingLimits.nodes { nodes.append("node\tn\(index)\t-") }
    #expect(failure(WireText.description(nodes)) == .tooLarge)
    let line = String(repeating: "a", count: DrawingLimits.lineBytes + 1)
    #expect(failure("samspill-drawing\t1\n\(line)\n") == .tooLarge)
    let pair = ["node\tn1\t-", "node\tn2\t-"]
    let heavy = [String](repeating: "edge\tn1\tn2\tweight\t1000", count: 1000)
    #expect(failure(WireText.description(pair + heavy)) == .tooLarge)
    #expect(failure(WireText.description(pair + heavy.dropLast(2))) == nil)
  }
}
