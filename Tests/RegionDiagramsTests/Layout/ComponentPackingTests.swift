import Testing

@testable import RegionDiagrams

@Suite("Separate parts side by side")
struct ComponentPackingTests {
  @Test("Boxes of parts do not overlap and the largest is on top")
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
    #expect(boxes[0].bottom > boxes[1].top)
    #expect(boxes[0].bottom > boxes[2].top)
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
}
