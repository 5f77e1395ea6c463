import Testing

@testable import RegionDiagrams

@Suite("Room for names")
struct LabelPlacementTests {
  private struct Field {
    var centers: [Point] = []
    var extents: [Double] = []
    var labels: [LabelPlacement.Label] = []

    init(nodes: Int, side: Double, seed: UInt64) {
      var state = seed
      func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
      }
      for node in 0..<nodes {
        centers.append(Point(x: next() * side, y: next() * side))
        extents.append(3 + next() * 12)
        labels.append(
          .init(node: node, width: 20 + next() * 80, height: 12, priority: next())
        )
      }
      NodeSeparation.separate(&centers, radii: extents, gap: 5)
    }

    func placed() -> LabelPlacement {
      LabelPlacement(
        centers: centers,
        extents: extents,
        sides: extents,
        labels: labels,
        lines: LineDensity(area: NodeSeparation.area(of: centers))
      )
    }
  }

  @Test(
    "No name lies on a name or on a node, however crowded",
    arguments: [(10, 500.0), (60, 400.0), (200, 600.0)],
    [1, 2, 3] as [UInt64]
  )
  func noOverlap(size: (nodes: Int, side: Double), seed: UInt64) {
    let field = Field(nodes: size.nodes, side: size.side, seed: seed)
    let boxes = field.placed().boxes
    for (first, box) in boxes.enumerated() {
      guard let box else { continue }
      for second in boxes.indices.dropFirst(first + 1) {
        guard let other = boxes[second] else { continue }
        #expect(!box.overlaps(other))
      }
      for node in field.centers.indices {
        #expect(!box.overlaps(disc: field.centers[node], radius: field.extents[node]))
      }
    }
  }

  @Test("Where there is room everybody is named")
  func everybody() {
    #expect(Field(nodes: 30, side: 1_500, seed: 4).placed().unplaced.isEmpty)
  }

  @Test("With no room at all the more important name stays")
  func priority() {
    // Two discs that touch, with names so long that only one fits on each side.
    var field = Field(nodes: 2, side: 10, seed: 1)
    field.centers = [Point(x: 0, y: 0), Point(x: 12, y: 0)]
    field.extents = [5, 5]
    field.labels = [
      .init(node: 0, width: 40, height: 300, priority: 1),
      .init(node: 1, width: 40, height: 300, priority: 2),
    ]
    #expect(field.placed().boxes[1] != nil)
  }

  @Test("A name avoids the side where the lines are")
  func lines() throws {
    var density = LineDensity(area: Box(left: -100, bottom: -100, right: 100, top: 100))
    for y in stride(from: -20.0, through: 20, by: 2) {
      density.add(from: Point(x: 0, y: 0), to: Point(x: 90, y: y))
    }
    let placement = LabelPlacement(
      centers: [Point(x: 0, y: 0)],
      extents: [6],
      sides: [6],
      labels: [.init(node: 0, width: 40, height: 12, priority: 1)],
      lines: density
    )
    let box = try #require(placement.boxes[0])
    #expect(box.right <= 0)
  }
}
