import Testing

@testable import RegionDiagrams

@Suite("Reading positions that come back")
struct LayoutReplyTests {
  private func read(_ text: String, nodes: Int) throws(DrawingError) -> LayoutReply {
    try LayoutReply(Array(text.utf8), nodes: nodes)
  }

  @Test("Positions and label sizes arrive in order")
  func positions() throws {
    let reply = try read(
      "samspill-layout\t1\nbox\t0\t0\t9\t9\nnode\tn4\t1.5\t-2\t3\t4\t5\t6\nend\t2\n",
      nodes: 1
    )
    #expect(reply.positions == [Point(x: 1.5, y: -2)])
    #expect(reply.labelSizes[0].width == 5)
    #expect(reply.labelSizes[0].height == 6)
  }

  @Test(
    "Everything else is refused",
    arguments: [
      "", "nonsense", "samspill-layout\t2\nend\t0\n", "samspill-layout\t1\n",
      "samspill-layout\t1\nend\t1\n", "samspill-layout\t1\nnode\tn1\t1\t2\t3\t4\t5\nend\t1\n",
      "samspill-layout\t1\nnode\tn1\tnan\t2\t3\t4\t5\t6\nend\t1\n",
      "samspill-layout\t1\nnode\tn1\t1e300\t2\t3\t4\t5\t6\nend\t1\n",
      "samspill-layout\t1\nwhat\nend\t1\n", "samspill-layout\t1\nend\t0\n",
    ]
  )
  func refused(text: String) {
    #expect(throws: DrawingError.self) { try read(text, nodes: 1) }
  }
}
