/// A page that is put together part by part: scenes with their arrangements, texts, samples, areas.
///
/// Actors are numbered through all scenes of the page in the order they are added, as the check of the
/// finished picture counts them.
struct Paper {
  private var writer: DescriptionWriter
  private let palette: MapPalette
  private var nodes = 0
  private var texts = 0
  private var samples = 0
  /// Lines drawn so far, those of the legend among them.
  private(set) var lines = 0

  /// An empty page of a size in points.
  init(_ format: DrawingFormat, width: Double, height: Double, palette: MapPalette) {
    self.palette = palette
    writer = DescriptionWriter(output: format.rawValue, engine: "fixed", isDirected: true)
    let dots = format == .png ? Self.dotsPerInch(width: width, height: height) : 72
    writer.graph([
      ("outputorder", "edgesfirst"), ("pad", "0"), ("bgcolor", palette.page),
      ("dpi", Coordinate.text(dots)),
    ])
    let page = Box(left: 0, bottom: 0, right: width, top: height)
    writer.area(page.corners, fill: palette.page, line: palette.page, width: 0)
  }

  /// The finished description.
  var bytes: [UInt8] { writer.bytes }

  /// Pixels per inch of a PNG: fit for print, less where a side would pass 8 000.
  static func dotsPerInch(width: Double, height: Double) -> Double {
    let longest = max(width, height) / 72
    return min(150, (Double(PNGCheck.longestSide - 8) / longest).rounded(.down))
  }

  // MARK: Scenes

  /// Draws a scene: what is behind it, ties, actors, names.
  mutating func add(_ scene: MapScene, _ arrangement: MapArrangement) {
    for backdrop in arrangement.backdrops {
      let (fill, line) =
        switch backdrop.kind {
        case .land: (palette.land, palette.shore)
        case .hole: (palette.page, palette.shore)
        case .line: ("transparent", palette.shore)
        case .band: (palette.band, palette.band)
        }
      writer.area(backdrop.points, fill: fill, line: line, width: 0.6)
    }
    for outline in arrangement.outlines {
      let paint = palette.paint(outline.group)
      writer.area(outline.points, fill: paint.fill + "26", line: paint.fill + "b3", width: 1.2)
    }
    for (node, center) in zip(scene.nodes, arrangement.centers) where node.hasHalo {
      add(ring: node.radius * node.shape.extent + node.margin, at: center)
    }
    addTies(scene, arrangement)
    for (node, center) in zip(scene.nodes, arrangement.centers) {
      writer.node(
        "n\(nodes)",
        Self.look(node.shape, node.radius, node.paint, palette)
          + [("pos", Coordinate.text(center))]
      )
      nodes += 1
    }
    addNames(scene, arrangement)
  }

  private mutating func addTies(_ scene: MapScene, _ arrangement: MapArrangement) {
    let inks = scene.inks(centers: arrangement.centers)
    let styles = scene.tieStyles
    let arrow = TieCurve.arrowLength(fineness: arrangement.fineness)
    for index in Self.fromQuietToLoud(scene.ties, inks: inks) {
      let (tie, curve, ink) = (scene.ties[index], arrangement.curves[index], inks[index])
      var style = styles[index]
      style.thin(to: arrangement.fineness)
      // What stands out does so among pale lines too, and must not hide its neighbours.
      if ink < 1 { style.fade(to: tie.isMarked ? max(ink, 0.7) : ink) }
      writer.late(
        "n\(nodes + tie.tail)",
        "n\(nodes + tie.head)",
        style.attributes + Self.arrows(curve, arrow) + [("pos", curve.text)]
      )
      lines += 1
    }
  }

  /// The order of drawing: pale ties below, mutual ones over them, marked ones on top.
  private static func fromQuietToLoud(_ ties: [DrawnTie], inks: [Double]) -> [Int] {
    func loudness(_ tie: Int) -> (Int, Double) {
      (ties[tie].isMarked ? 2 : ties[tie].heads == .both ? 1 : 0, inks[tie])
    }
    return ties.indices.sorted { a, b in
      let (left, right) = (loudness(a), loudness(b))
      return left == right ? a < b : left < right
    }
  }

  private mutating func addNames(_ scene: MapScene, _ arrangement: MapArrangement) {
    for name in arrangement.allNames {
      var color = palette.text
      var plate: String? = palette.labelPlate
      if let node = name.node, name.isInside {
        color = MapPalette.inkOn(scene.nodes[node].paint.fill)
        plate = nil
      }
      // A viewer with narrower letters then still sets the name close to its node.
      var alignment = "center"
      if let node = name.node {
        let center = arrangement.centers[node]
        if name.box.left >= center.x { alignment = "left" }
        if name.box.right <= center.x { alignment = "right" }
      }
      writer.node(
        "t\(texts)",
        Self.text(name.text, name.style, name.box, color, plate: plate) + [("align", alignment)]
      )
      texts += 1
    }
  }

  // MARK: Furniture

  /// Draws texts, samples and areas.
  mutating func add(_ furniture: [Furniture]) {
    for item in furniture {
      switch item {
      case .text(let text, let style, let box, let color):
        writer.node(
          sampleName(),
          Self.text(text, style, box, color, plate: nil) + [("align", "left")]
        )
      case .sample(let shape, let radius, let paint, let center):
        writer.node(
          sampleName(),
          Self.look(shape, radius, paint, palette) + [("pos", Coordinate.text(center))]
        )
      case .ring(let radius, let center):
        add(ring: radius, at: center)
      case .area(let points, let fill, let line):
        writer.area(points, fill: fill, line: line, width: 0.6)
      case .line(let from, let to, let heads, let style, let arrow):
        addLine(from, to, heads, style, arrow)
      }
    }
  }

  private mutating func addLine(
    _ from: Point,
    _ to: Point,
    _ heads: DrawnTie.Heads,
    _ style: TieStyle,
    _ arrow: Double
  ) {
    let ends = [sampleName(), sampleName()]
    for (end, place) in zip(ends, [from, to]) {
      writer.node(
        end,
        [
          ("shape", "point"), ("width", "0.01"), ("height", "0.01"), ("color", "transparent"),
          ("fillcolor", "transparent"), ("pos", Coordinate.text(place)),
        ]
      )
    }
    let curve = TieCurve.straight(from: from, to: to, heads: heads, arrow: arrow)
    writer.late(
      ends[0],
      ends[1],
      style.attributes + Self.arrows(curve, arrow) + [("pos", curve.text)]
    )
    lines += 1
  }

  private mutating func add(ring radius: Double, at center: Point) {
    let corners = GroupOutline.circle(around: center, radius: radius)
    writer.area(corners, fill: palette.accent + "26", line: palette.accent, width: 1.6)
  }

  private mutating func sampleName() -> String {
    samples += 1
    return "k\(samples)"
  }

  // MARK: Attributes

  /// Graphviz's arrowheads are ten points long at size 1.
  private static func arrows(
    _ curve: TieCurve,
    _ length: Double
  ) -> [DescriptionWriter.Attribute] {
    let size = Coordinate.text4(length / 10)
    switch (curve.tailTip, curve.headTip) {
    case (nil, nil): return [("dir", "none")]
    case (nil, _): return [("dir", "forward"), ("arrowsize", size)]
    default: return [("dir", "both"), ("arrowsize", size)]
    }
  }

  private static func look(
    _ shape: NodeShape,
    _ radius: Double,
    _ paint: MapPalette.Paint,
    _ palette: MapPalette
  ) -> [DescriptionWriter.Attribute] {
    let side = Coordinate.text4(2 * radius * shape.halfSide / 72)
    return [
      ("shape", shape.rawValue), ("fixedsize", "true"), ("width", side), ("height", side),
      ("style", "filled"), ("fillcolor", paint.fill), ("color", palette.outline),
      ("penwidth", "0.9"), ("peripheries", String(paint.outlines)),
    ]
  }

  private static func text(
    _ text: String,
    _ style: TextStyle,
    _ box: Box,
    _ color: String,
    plate: String?
  ) -> [DescriptionWriter.Attribute] {
    // A plate needs a shape with an outline: Graphviz 2.42 gives `plain` one of no numbers at all.
    var attributes: [DescriptionWriter.Attribute] = [
      ("shape", plate == nil ? "plain" : "box"), ("fixedsize", "true"),
      ("width", Coordinate.text4(box.width / 72)),
      ("height", Coordinate.text4(box.height / 72)), ("margin", "0"),
      ("pos", Coordinate.text(box.center)), ("text", text), ("fontcolor", color),
    ]
    if let plate {
      attributes += [("style", "filled"), ("fillcolor", plate), ("color", "transparent")]
    }
    return attributes + style.attributes
  }
}
