import Testing

@testable import RegionDiagrams

@Suite("Diagrams of flows")
struct FlowPageTests {
  private func diagram(_ amounts: [[Double]]) -> FlowDiagram {
    FlowDiagram(
      title: "Who teaches whom",
      names: (0..<amounts.count).map { "Sphere \($0)" },
      amounts: amounts,
      unit: "hours",
      facts: ["Data of 2024"],
      date: .init(year: 2024, month: 1, day: 1)
    )
  }

  @Test("Names, totals, shares and amounts are in the picture, what flows also in its words")
  func drawn() throws {
    let drawing = try TestMaps.renderer.draw(diagram([[0, 30], [10, 0]]), format: .svg)
    let svg = String(decoding: drawing.bytes, as: UTF8.self)
    for text in [
      ">Gives: hours</text>", ">Receives: hours</text>", ">30 (75", ">10 (25", ">Sphere 0</text>",
      "Sphere 0 → Sphere 1: 30 hours. Sphere 1 → Sphere 0: 10 hours", ">Data of 2024</text>",
    ] { #expect(svg.contains(text), "\(text)") }
    #expect(!svg.contains("class=\"edge\""))
  }

  @Test("Bands are as wide as what flows, and bars as high as all their bands")
  func widths() throws {
    let amounts: [[Double]] = [[4, 3, 0], [1, 0, 2], [0, 0, 0]]
    let page = try MeasuredPage.page(diagram(amounts))
    let areas = page.split(separator: "\n").filter { $0.hasPrefix("area\t") }.dropFirst()
    func box(_ line: Substring) -> Box {
      let points = line.split(separator: "\t")[4].split(separator: " ").map { pair in
        pair.split(separator: ",").compactMap { Double($0) }
      }
      return NodeSeparation.area(of: points.map { Point(x: $0[0], y: $0[1]) })
    }
    let bars = areas.filter { !$0.split(separator: "\t")[1].hasSuffix("8c") }.map(box)
    // Two give, three receive: of the third sphere nothing comes, and to it 2 go.
    #expect(bars.count == 5)
    let unit = bars[0].height / 7
    for (bar, total) in zip(bars, [7.0, 3, 5, 3, 2]) {
      #expect(abs(bar.height - total * unit) < 0.1)
    }
    let bands = areas.filter { $0.split(separator: "\t")[1].hasSuffix("8c") }
    #expect(bands.count == 4)
    for band in bands {
      #expect(abs(box(band).width - 330) < 0.1)
    }
  }

  @Test(
    "What cannot be a diagram of flows is told",
    arguments: [
      [[0, 0], [0, 0]], [[0, -1], [0, 0]], [[0, .infinity], [0, 0]], [[1, 2]],
    ] as [[[Double]]]
  )
  func refused(amounts: [[Double]]) {
    #expect(throws: DrawingError.self) { try diagram(amounts).check() }
  }

  @Test("Small groups keep their names apart")
  func crowded() throws {
    let amounts = (0..<9).map { row in (0..<9).map { row == 0 || $0 == 0 ? 1.0 : 0.001 } }
    let page = try MeasuredPage.page(diagram(amounts))
    #expect(page.split(separator: "\n").count { $0.hasPrefix("area\t") } > 81)
    let drawing = try TestMaps.renderer.draw(diagram(amounts), format: .png)
    #expect(drawing.bytes.count > 5_000)
  }
}

/// The description of a page, for tests that measure it.
private enum MeasuredPage {
  static func page(_ diagram: FlowDiagram) throws -> String {
    let page = try FlowPage(diagram, options: MapOptions()) { request throws(DrawingError) in
      try ChildProcess(
        program: TestMaps.program,
        arguments: ["__render"],
        watch: TestMaps.watch()
      ).run(request)
    }
    return String(decoding: page.description(as: .svg).bytes, as: UTF8.self)
  }
}
