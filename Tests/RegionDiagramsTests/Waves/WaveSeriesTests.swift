import Testing

@testable import RegionDiagrams

@Suite("Waves side by side")
struct WaveSeriesTests {
  private func ties(_ pairs: [(Int32, Int32)]) -> MapInput.Ties {
    .init(
      sources: pairs.map(\.0),
      targets: pairs.map(\.1),
      weights: pairs.map { _ in 1 },
      relations: pairs.map { _ in 0 }
    )
  }

  /// Five actors of whom the last has no tie; a tie that stays, one that goes, one that comes.
  private func series(isDirected: Bool = false) -> WaveSeries {
    var actors = MapInput(
      title: "Two waves",
      labels: ["Alfa", "Beta", "Gamma", "Delta", "Nobody"],
      relations: [.init(name: "trust", isDirected: isDirected)],
      ties: ties([])
    )
    actors.color = .init(title: "Group", names: ["a", "b"], categories: [0, 0, 1, 1, -1])
    actors.size = .init(title: "Degree", values: [nil, nil, nil, nil, nil])
    return WaveSeries(
      actors: actors,
      waves: [
        .init(
          name: "2023",
          ties: ties([(0, 1), (1, 2)]),
          isPresent: [true, true, true, false, true],
          sizes: [1, 2, 1, nil, 0]
        ),
        .init(
          name: "2024",
          ties: ties([(1, 0), (2, 3)]),
          isPresent: [true, true, true, true, true],
          sizes: [1, 1, 1, 1, 0]
        ),
      ]
    )
  }

  @Test("New is what the wave before had not; without direction either way is the same tie")
  func new() {
    for isDirected in [false, true] {
      let series = series(isDirected: isDirected)
      let map = series.map(of: series.waves[1], after: series.waves[0], newTies: "new")
      #expect(map.tieMarks?.isMarked == [isDirected, true])
      #expect(series.map(of: series.waves[0]).tieMarks == nil)
    }
  }

  @Test("The union has every tie and the largest value; who is never tied is left out")
  func union() throws {
    let (tied, leftOut) = series().tiedOnly()
    try tied.check()
    #expect(leftOut == 1 && tied.actors.labels == ["Alfa", "Beta", "Gamma", "Delta"])
    #expect(tied.union.ties.sources == [0, 1, 1, 2])
    #expect(tied.union.size?.values == [1, 2, 1, 1])
    #expect(tied.waves[0].isPresent == [true, true, true, false])
  }

  @Test("Everybody stands at the same place in every panel")
  func places() throws {
    let page = try WavePage(series(), options: MapOptions(), watch: TestMaps.watch()) {
      request throws(DrawingError) in
      try ChildProcess(
        program: TestMaps.program,
        arguments: ["__render"],
        watch: TestMaps.watch()
      ).run(request)
    }
    let (bytes, expected) = page.description(as: .svg)
    #expect(expected.nodeNames.count == 8)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    var places: [Point] = []
    for line in lines where line.hasPrefix("node\tn") {
      let fields = line.split(separator: "\t")
      let at = try #require(fields.firstIndex(of: "pos"))
      let numbers = fields[at + 1].split(separator: ",").compactMap { Double($0) }
      places.append(Point(x: numbers[0], y: numbers[1]))
    }
    try #require(places.count == 8)
    let offset = places[4] - places[0]
    #expect(offset.length > 20)
    for node in 0..<4 { #expect((places[node + 4] - places[node] - offset).length < 0.03) }
  }

  @Test("A picture in every format but that of a network", arguments: DrawingFormat.allCases)
  func formats(format: DrawingFormat) throws {
    guard format != .dot else {
      #expect(throws: DrawingError.self) {
        try TestMaps.renderer.draw(series(), format: format)
      }
      return
    }
    let drawing = try TestMaps.renderer.draw(series(), format: format)
    #expect(drawing.bytes.count > 1_000)
    guard format == .svg else { return }
    let svg = String(decoding: drawing.bytes, as: UTF8.self)
    for text in [
      ">2023</text>", "Actors: 4 · Ties: 2 (new: 1)", ">New since the wave before</text>",
      "Without ties in any wave: 1", "<title>Delta</title>",
    ] { #expect(svg.contains(text), "\(text)") }
  }

  @Test("One wave is no series")
  func single() {
    var series = series()
    series.waves.removeLast()
    #expect(throws: DrawingError.self) { try series.check() }
  }
}
