import Testing

@testable import RegionDiagrams

@Suite("Coasts and borders around the actors")
struct OutlineCropTests {
  private let frame = Box(left: 0, bottom: 0, right: 100, top: 100)
  /// The frame with its margin.
  private let whole = Box(left: -24, bottom: -24, right: 124, top: 124)

  private func crop(
    _ kind: MapArrangement.Backdrop.Kind,
    _ points: [(Double, Double)],
    scale: Double = 1
  ) -> [MapArrangement.Backdrop] {
    OutlineCrop(frame: frame).backdrops(
      of: [.init(kind: kind, points: points.map { Point(x: $0.0, y: $0.1) })],
      scale: scale
    )
  }

  /// Twice the area that corners enclose, by the shoelace formula.
  private func area(_ points: [Point]) -> Double {
    zip(points, points.dropFirst() + points.prefix(1))
      .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  @Test("Land larger than the map fills it, land beside it is left out")
  func areas() throws {
    let all = try #require(
      crop(.land, [(-900, -900), (900, -900), (900, 900), (-900, 900)]).first
    )
    #expect(abs(area(all.points) - 148 * 148) < 1e-6)
    let half = try #require(
      crop(.land, [(50, -90), (90, -90), (90, 90), (50, 90)], scale: 2).first
    )
    #expect(abs(area(half.points) - 24 * 148) < 1e-6)
    #expect(crop(.land, [(500, 500), (600, 500), (600, 600)]).isEmpty)
    for point in all.points + half.points {
      #expect(point.x >= whole.left - 1e-9 && point.x <= whole.right + 1e-9)
      #expect(point.y >= whole.bottom - 1e-9 && point.y <= whole.top + 1e-9)
    }
  }

  @Test("A line that leaves and comes back is two lines, each there and back")
  func lines() {
    let pieces = crop(.line, [(0, 50), (300, 50), (300, 80), (0, 80)])
    #expect(pieces.count == 2)
    for piece in pieces {
      #expect(piece.points.count == 3 && piece.points[0] == piece.points[2])
      #expect(piece.points.allSatisfy { $0.x >= -24 && $0.x <= 124 })
    }
    #expect(crop(.line, [(-300, 300), (300, 300)]).isEmpty)
    // Both ends outside, the middle inside.
    #expect(crop(.line, [(-300, 50), (300, 50)]).count == 1)
  }

  @Test("Places too near to be told apart become one")
  func thinned() {
    let many = (0...10_000).map { (Double($0) * 0.01, 20.0) }
    let points = crop(.line, many)[0].points
    #expect(points.count < 410)
  }

  @Test("A map with a coast draws it behind its actors, and what is nowhere stands aside")
  func drawn() throws {
    var map = TestMaps.small()
    map.places = [
      .init(latitude: 59, longitude: 9), .init(latitude: 59.2, longitude: 9.4),
      .init(latitude: 59.5, longitude: 9.1), .init(latitude: 59.1, longitude: 9.8), nil, nil,
    ]
    let coast = [(58.0, 8.0), (58.0, 9.2), (60.0, 9.2), (60.0, 8.0)]
    map.outline = [
      .init(kind: .area, points: coast.map { .init(latitude: $0.0, longitude: $0.1) }),
      .init(
        kind: .line,
        points: [.init(latitude: 59, longitude: 9), .init(latitude: 59.4, longitude: 9.5)]
      ),
    ]
    var options = MapOptions()
    options.engine = .geo
    let composed = try TestMaps.renderer.compose(map, options: options, watch: TestMaps.watch())
    let arrangement = composed.page.arrangement
    #expect(arrangement.backdrops.map(\.kind) == [.land, .line])
    // Delta → Epsilon and Epsilon → Alfa, two relations.
    #expect(composed.notes.contains("2 ties are not drawn: an end of them has no place"))
    let land = NodeSeparation.area(of: arrangement.backdrops[0].points)
    #expect(land.contains(arrangement.centers[0]) && !land.contains(arrangement.centers[3]))
    #expect(arrangement.asideTitle?.text == "Without a place (2)")
    let drawing = try TestMaps.renderer.draw(map, options: options, format: .svg)
    #expect(String(decoding: drawing.bytes, as: UTF8.self).contains("#f1f1ec"))
  }
}

extension Box {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x > left && point.x < right && point.y > bottom && point.y < top
  }
}
