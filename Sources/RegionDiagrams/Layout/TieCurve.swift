/// The line of a tie: from outline to outline, bent where it would run over a third node.
struct TieCurve {
  /// Four control points of a cubic Bézier curve.
  var points: [Point]
  /// Tip of the arrowhead at the tail's end.
  var tailTip: Point?
  /// Tip of the arrowhead at the head's end.
  var headTip: Point?

  /// Points of an arrowhead from tip to foot, on a map with room for all.
  static let arrowLength = 6.5

  /// The length of arrowheads on lines thinner than usual: these shrink less, else nobody sees the way.
  static func arrowLength(fineness: Double) -> Double { arrowLength * max(fineness, 0.6) }

  /// The smallest box around the curve, up to a fraction of a point.
  var box: Box {
    NodeSeparation.area(of: (0...16).map { Self.at(Double($0) / 16, points) })
  }

  /// The value of Graphviz's `pos`.
  var text: String {
    var parts: [String] = []
    if let tailTip { parts.append("s," + Coordinate.text(tailTip)) }
    if let headTip { parts.append("e," + Coordinate.text(headTip)) }
    return (parts + points.map { Coordinate.text($0) }).joined(separator: " ")
  }

  /// The same line elsewhere.
  func moved(by offset: Point) -> TieCurve {
    TieCurve(
      points: points.map { $0 + offset },
      tailTip: tailTip.map { $0 + offset },
      headTip: headTip.map { $0 + offset }
    )
  }

  /// A sample for the legend.
  static func straight(
    from: Point,
    to: Point,
    heads: DrawnTie.Heads,
    arrow: Double = arrowLength
  ) -> TieCurve {
    let cut = arrow / max((to - from).length, arrow * 2)
    let start = heads == .both ? from.toward(to, cut) : from
    let end = heads == .none ? to : to.toward(from, cut)
    return TieCurve(
      points: [start, start.toward(end, 1.0 / 3), start.toward(end, 2.0 / 3), end],
      tailTip: heads == .both ? from : nil,
      headTip: heads == .none ? nil : to
    )
  }

  /// Lines for every tie, between nodes at `centers`.
  ///
  /// - Parameter arrow: points of an arrowhead from tip to foot.
  static func curves(
    _ scene: MapScene,
    centers: [Point],
    arrow: Double = arrowLength
  ) -> [TieCurve] {
    var grid = BoxGrid(area: NodeSeparation.area(of: centers).insetBy(-30), cell: 40)
    for (index, node) in scene.nodes.enumerated() {
      grid.insert(
        index,
        Box(center: centers[index], width: 2 * node.extent, height: 2 * node.extent)
      )
    }
    // Beyond this, bends cost time and show nothing.
    let mayBend = scene.ties.count <= 4_000
    return scene.ties.map { tie in
      let (from, to) = (centers[tie.tail], centers[tie.head])
      // Lanes are counted from the lower node, whichever way a tie points.
      let side = tie.tail < tie.head ? 1.0 : -1.0
      let length = max((to - from).length, 1)
      // In points, so that long lines do not swing out; less than a quarter of the length.
      func bend(_ points: Double) -> Double { min(max(points / length, -0.25), 0.25) }
      let lane = (Double(tie.lane) - Double(tie.lanes - 1) / 2) * 12 * side
      var bow = bend(lane)
      if mayBend {
        var best = Int.max
        for extra in [0.0, 9, -9, 18, -18, 28, -28, 40, -40] {
          let hits = hits(
            cubic(from, to, bend: bend(lane + extra)),
            tie: tie,
            scene: scene,
            centers: centers,
            grid: grid
          )
          if hits < best { (best, bow) = (hits, bend(lane + extra)) }
          if best == 0 { break }
        }
      }
      return clipped(cubic(from, to, bend: bow), tie: tie, scene: scene, arrow: arrow)
    }
  }

  private static func cubic(_ from: Point, _ to: Point, bend: Double) -> [Point] {
    let way = to - from
    let across = Point(x: -way.y, y: way.x) * (bend * 4 / 3)
    return [
      from, from.toward(to, 1.0 / 3) + across, from.toward(to, 2.0 / 3) + across, to,
    ]
  }

  /// Third nodes that a curve runs over.
  private static func hits(
    _ curve: [Point],
    tie: DrawnTie,
    scene: MapScene,
    centers: [Point],
    grid: BoxGrid
  ) -> Int {
    var hit: [Int] = []
    let steps = max(6, min(60, Int((curve[3] - curve[0]).length / 8)))
    for step in 1..<steps {
      let point = at(Double(step) / Double(steps), curve)
      grid.forEach(near: Box(center: point, width: 4, height: 4)) { node in
        if node != tie.tail, node != tie.head,
          (centers[node] - point).length < scene.nodes[node].extent + 1.5, !hit.contains(node)
        {
          hit.append(node)
        }
      }
    }
    return hit.count
  }

  private static func clipped(
    _ curve: [Point],
    tie: DrawnTie,
    scene: MapScene,
    arrow longest: Double
  ) -> TieCurve {
    let (tail, head) = (scene.nodes[tie.tail], scene.nodes[tie.head])
    func distance(_ node: MapScene.Node, _ direction: Point) -> Double {
      node.radius * node.shape.reach(direction) + node.margin
    }
    let reversed = Array(curve.reversed())
    let out = leave(curve, beyond: distance(tail, curve[1] - curve[0]))
    let back = leave(reversed, beyond: distance(head, curve[2] - curve[3]))
    // Nodes that nearly touch leave a line too short to cut further.
    guard out + back < 0.98 else {
      return TieCurve(points: part(curve, 0.45, 0.55), tailTip: nil, headTip: nil)
    }
    let tailTip = at(out, curve)
    let headTip = at(1 - back, curve)
    let arrow = min(longest, (headTip - tailTip).length * 0.4)
    var (start, end) = (out, 1 - back)
    if tie.heads == .both { start = leave(curve, beyond: (tailTip - curve[0]).length + arrow) }
    if tie.heads != .none { end = 1 - leave(reversed, beyond: (headTip - curve[3]).length + arrow) }
    return TieCurve(
      points: part(curve, start, end),
      tailTip: tie.heads == .both ? tailTip : nil,
      headTip: tie.heads == .none ? nil : headTip
    )
  }

  /// The parameter at which the curve is `distance` away from its start, by bisection.
  private static func leave(_ curve: [Point], beyond distance: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if (at(middle, curve) - curve[0]).length < distance { low = middle } else { high = middle }
    }
    return high
  }

  /// The point at parameter `t`.
  static func at(_ t: Double, _ curve: [Point]) -> Point {
    let s = 1 - t
    return curve[0] * (s * s * s) + curve[1] * (3 * s * s * t) + curve[2] * (3 * s * t * t)
      + curve[3] * (t * t * t)
  }

  /// The piece between two parameters (de Casteljau).
  private static func part(_ curve: [Point], _ from: Double, _ to: Double) -> [Point] {
    func split(_ points: [Point], _ t: Double) -> (left: [Point], right: [Point]) {
      let a = points[0].toward(points[1], t)
      let b = points[1].toward(points[2], t)
      let c = points[2].toward(points[3], t)
      let d = a.toward(b, t)
      let e = b.toward(c, t)
      let middle = d.toward(e, t)
      return ([points[0], a, d, middle], [middle, e, c, points[3]])
    }
    let rest = split(curve, from).right
    return split(rest, from < 1 ? (to - from) / (1 - from) : 1).left
  }
}
