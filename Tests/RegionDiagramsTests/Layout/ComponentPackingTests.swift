import Testing

@testable import RegionDiagrams

@Suite("Separate parts side by side")
struct ComponentPackingTests {
  @Test("Boxes of parts do not overlap and the largest is at the top left")
  func boxes() {
    // A path of five, a pair far away, a triangle on top of the path.
    let positions = [
      (0, 0), (10, 0), (20, 5), (30, 0), (40, 0), (900, 900), (990, 900), (5, 1), (15, 1), (10, 8),
    ].map { Point(x: Double($0.0), y: Double($0.1)) }
    let ties = [(0, 1), (1, 2), (2, 3), (3, 4), (5, 6), (7, 8), (8, 9), (9, 7)]
    let packed = ComponentPacking.pack(positions, ties: ties)
    let parts = [Array(0..<5), [7, 8, 9], [5, 6]]
    let boxes = parts.map { part in NodeSeparation.area(of: part.map { packed[$0] }) }
    for first in boxes.indices {
      for second in 0..<first { #expect(!boxes[first].insetBy(-0.5).overlaps(boxes[second])) }
    }
    for box in boxes.dropFirst() {
      #expect(boxes[0].left < box.left + 0.01 && boxes[0].top > box.top - 0.01)
    }
    // The far pair has come home with lines of the length of the others.
    #expect((packed[5] - packed[6]).length < 15)
  }

  @Test("A connected layout keeps its distances")
  func connected() {
    let positions = [Point(x: 0, y: 0), Point(x: 0, y: 30), Point(x: 4, y: 60)]
    let packed = ComponentPacking.pack(positions, ties: [(0, 1), (1, 2)])
    for (a, b) in [(0, 1), (1, 2), (0, 2)] {
      let change = (packed[a] - packed[b]).length - (positions[a] - positions[b]).length
      #expect(abs(change) < 1e-9)
    }
    // Its long side lies flat.
    let area = NodeSeparation.area(of: packed)
    #expect(area.width > area.height)
  }

  @Test("Boxes fill a strip from the top: beside what is there, then below, never over it")
  func skyline() {
    var strip = Skyline(width: 100)
    let sizes: [(Double, Double)] = [(60, 50), (40, 20), (40, 20), (30, 5), (10, 10), (120, 10)]
    let places = sizes.map { strip.place(width: $0.0, height: $0.1) }
    let expected: [[Double]] = [[0, 0], [60, 0], [60, 20], [60, 40], [90, 40], [0, 50]]
    #expect(places.map { [$0.x, $0.y] } == expected)
  }

  @Test("No two of many boxes lie on each other, whatever their sizes", arguments: 1...5)
  func boxesApart(seed: Int) {
    var state = UInt64(seed)
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33 & 1023) / 10 + 1
    }
    var strip = Skyline(width: 300)
    var boxes: [Box] = []
    for _ in 0..<60 {
      let (width, height) = (next(), next())
      let corner = strip.place(width: width, height: height)
      boxes.append(
        Box(left: corner.x, bottom: corner.y, right: corner.x + width, top: corner.y + height)
      )
    }
    for (place, box) in boxes.enumerated() {
      #expect(box.right <= 300 && box.left >= 0)
      for other in boxes[..<place] { #expect(!box.insetBy(0.01).overlaps(other)) }
    }
  }
}
