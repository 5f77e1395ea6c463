import Testing

@testable import NetworkFormats

@Suite("Lines of numbered nodes")
struct EdgeListLinesTests {
  @Test func csvHasAHeading() {
    var lines = EdgeListLines(.csv)
    lines.append([0, 10, 2_147_483_647], [7, 909, 0])
    #expect(
      String(decoding: lines.take(), as: UTF8.self)
        == "source,target\n0,7\n10,909\n2147483647,0\n"
    )
  }

  @Test func plainHasNone() {
    var lines = EdgeListLines(.plain)
    lines.append([3], [4])
    #expect(String(decoding: lines.take(), as: UTF8.self) == "3 4\n")
  }

  @Test func whatWasTakenDoesNotComeAgain() {
    var lines = EdgeListLines(.csv)
    lines.append([1], [2])
    _ = lines.take()
    #expect(lines.take().isEmpty)
    lines.append([100], [200])
    #expect(String(decoding: lines.take(), as: UTF8.self) == "100,200\n")
  }

  @Test(arguments: EdgeListLines.Layout.allCases)
  func ourReaderReadsThem(layout: EdgeListLines.Layout) throws {
    var lines = EdgeListLines(layout)
    lines.append([5, 0, 5], [0, 123_456, 7])
    let reading = NetworkReader.read(bytes: lines.take(), name: "made", format: .edges)
    let region = try #require(reading.region)
    #expect(region.actors.count == 4)
    #expect(region.ties.count == 3)
    #expect(region.actors.ids[2] == "123456")
  }
}
