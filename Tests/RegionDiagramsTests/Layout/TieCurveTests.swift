import Testing

@testable import RegionDiagrams

@Suite("Lines between nodes")
struct TieCurveTests {
  private func scene(shape: Int32, positions: Int = 3) -> MapScene {
    var map = MapInput(
      title: "",
      labels: (0..<positions).map { "\($0)" },
      relations: [.init(name: "r", isDirected: true)],
      ties: .init(
        sources: [0, 1, 0],
        targets: [1, 0, 2],
        weights: [1, 1, 1],
        relations: [0, 0, 0]
      )
    )
    map.shape = .init(
      title: "s",
      names: ["a", "b", "c", "d"],
      categories: [Int32](repeating: shape, count: positions)
    )
    return MapScene(map, options: MapOptions())
  }

  @Test("Lines begin and end at the outlines", arguments: [0, 1, 2] as [Int32])
  func ends(shape: Int32) throws {
    let scene = scene(shape: shape)
    let centers = [Point(x: 0, y: 0), Point(x: 200, y: 100), Point(x: -150, y: 120)]
    for (tie, curve) in zip(scene.ties, TieCurve.curves(scene, centers: centers)) {
      let head = try #require(curve.headTip)
      let away = head - centers[tie.head]
      let node = scene.nodes[tie.head]
      #expect(abs(away.length - node.radius * node.shape.reach(away) - 1) < 0.5)
      #expect((curve.tailTip != nil) == (tie.heads == .both))
      #expect(abs((curve.points[3] - head).length - TieCurve.arrowLength) < 0.5)
    }
  }

  @Test("A line bends round a node in its way")
  func bend() {
    let scene = scene(shape: 0)
    // Node 1 stands on the straight line from 0 to 2.
    let centers = [Point(x: 0, y: 0), Point(x: 150, y: 0), Point(x: 300, y: 0)]
    let curves = TieCurve.curves(scene, centers: centers)
    for (tie, curve) in zip(scene.ties, curves) where tie.head == 2 {
      for step in 0...40 {
        let point = TieCurve.at(Double(step) / 40, curve.points)
        #expect((point - centers[1]).length > scene.nodes[1].radius)
      }
    }
  }

  @Test("Nodes that nearly touch still have a line, of finite numbers")
  func touching() {
    let scene = scene(shape: 0)
    let centers = [Point(x: 0, y: 0), Point(x: 19, y: 0), Point(x: 0, y: 0)]
    for curve in TieCurve.curves(scene, centers: centers) {
      for point in curve.points { #expect(point.x.isFinite && point.y.isFinite) }
    }
  }
}
