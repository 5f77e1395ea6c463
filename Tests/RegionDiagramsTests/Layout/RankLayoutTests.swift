import Testing

@testable import RegionDiagrams

@Suite("Ranks of a nesting")
struct RankLayoutTests {
  private func composed(_ map: MapInput) throws -> ComposedMap {
    try TestMaps.renderer.compose(map, options: MapOptions(), watch: TestMaps.watch())
  }

  @Test("Equal ranks are level, wholes above their parts, who is part of nothing aside")
  func levels() throws {
    var map = TestMaps.nested()
    map.labels.append("Alone")
    map.ranks?.rankOf.append(-1)
    map.ranks?.parents.append(-1)
    let composed = try composed(map)
    #expect(composed.engine == .dot)
    let centers = composed.page.arrangement.centers
    #expect(abs(centers[1].y - centers[2].y) < 0.5 && abs(centers[3].y - centers[4].y) < 0.5)
    #expect(centers[0].y > centers[1].y && centers[1].y > centers[3].y)
    #expect(centers[5].y < centers[3].y)
    let texts = composed.page.arrangement.allNames.map(\.text)
    for text in ["Region", "Firms", "People", "Part of nothing (1)"] {
      #expect(texts.contains(text))
    }
  }

  @Test("A rank is level across parts of the forest that begin at different ranks")
  func forest() throws {
    var map = TestMaps.nested()
    // The second firm belongs to no region.
    map.ranks?.parents[2] = -1
    let centers = try composed(map).page.arrangement.centers
    #expect(abs(centers[1].y - centers[2].y) < 0.5)
  }

  @Test("Bands follow one another without a gap and hold their actors", arguments: [false, true])
  func bands(isWide: Bool) throws {
    var map = TestMaps.nested()
    if isWide {
      for number in 0..<14 {
        map.labels.append("Person \(number)")
        map.ranks?.rankOf.append(2)
        map.ranks?.parents.append(1)
      }
    }
    let arrangement = try composed(map).page.arrangement
    let bands = arrangement.backdrops.map { NodeSeparation.area(of: $0.points) }
    #expect(arrangement.backdrops.allSatisfy { $0.kind == .band } && bands.count == 2)
    func holds(_ band: Box, _ node: Int) -> Bool {
      let center = arrangement.centers[node]
      return center.x > band.left && center.x < band.right && center.y > band.bottom
        && center.y < band.top
    }
    #expect(holds(bands[0], 0) && !holds(bands[0], 1))
    for node in 3..<map.labels.count { #expect(holds(bands[1], node)) }
    for node in 1...2 { #expect(!holds(bands[0], node) && !holds(bands[1], node)) }
    for (index, name) in arrangement.names.enumerated() {
      for other in arrangement.names[..<index] { #expect(!name.box.overlaps(other.box)) }
    }
  }

  @Test("The boss stands on top, whichever way ties point")
  func boss() throws {
    for isUpward in [true, false] {
      let staff = (1...4).map { Int32($0) }
      let bosses = [Int32](repeating: 0, count: 4)
      var map = MapInput(
        title: "",
        labels: (0...4).map { "Person \($0)" },
        relations: [.init(name: "line", isDirected: true)],
        ties: .init(
          sources: isUpward ? staff : bosses,
          targets: isUpward ? bosses : staff,
          weights: [1, 1, 1, 1],
          relations: [0, 0, 0, 0]
        )
      )
      map.facts = []
      var options = MapOptions()
      options.engine = .dot
      var found = try TestMaps.renderer.compose(map, options: options, watch: TestMaps.watch())
      var centers = found.page.arrangement.centers
      for person in 1...4 { #expect(centers[0].y > centers[person].y) }
      // What something grew out of is on top because it is the source.
      options.topEnd = .source
      found = try TestMaps.renderer.compose(map, options: options, watch: TestMaps.watch())
      centers = found.page.arrangement.centers
      #expect((centers[0].y > centers[1].y) == !isUpward)
    }
  }
}
