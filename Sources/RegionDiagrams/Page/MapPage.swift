/// The whole page: heading, map, legend; and its description for the drawing process.
struct MapPage {
  let scene: MapScene
  let arrangement: MapArrangement
  let furniture: [Furniture]
  let width: Double
  let height: Double

  private static let margin = 18.0

  /// Puts heading and legend around the map so that neither touches it.
  init(
    scene: MapScene,
    arrangement: MapArrangement,
    legend: Legend,
    title: String,
    sizes: TextSizes
  ) {
    let map = arrangement.box
    let tall = max(map.height, 240)
    let columns = legend.columns(height: tall)
    let heading = TextWrapping.wrapped(title, columns: 70, lines: 2)
    let headingSize = title.isEmpty ? (width: 0.0, height: 0.0) : sizes.size(heading, .title)
    let headingRoom = title.isEmpty ? 0 : headingSize.height + 14
    let bodyHeight = max(map.height, columns.height)
    let bodyWidth = map.width + (columns.width > 0 ? 26 + columns.width : 0)
    let width = (max(bodyWidth, headingSize.width) + 2 * Self.margin).rounded(.up)
    let height = (bodyHeight + headingRoom + 2 * Self.margin).rounded(.up)

    // The map in the middle of its field, the legend from the top.
    let bodyTop = height - Self.margin - headingRoom
    let offset = Point(
      x: Self.margin - map.left,
      y: bodyTop - (bodyHeight + map.height) / 2 - map.bottom
    )
    var furniture = columns.furniture.map {
      $0.moved(by: Point(x: Self.margin + map.width + 26, y: bodyTop))
    }
    if !title.isEmpty {
      let top = height - Self.margin
      furniture.append(
        .text(
          heading,
          .title,
          Box(
            left: Self.margin,
            bottom: top - headingSize.height,
            right: Self.margin + headingSize.width,
            top: top
          ),
          color: scene.palette.text
        )
      )
    }
    self.scene = scene
    self.arrangement = arrangement.moved(by: offset)
    self.furniture = furniture
    self.width = width
    self.height = height
  }

  /// The description of the page in `format`; `layout` of it has no meaning.
  func description(as format: DrawingFormat) -> [UInt8] {
    var writer = DescriptionWriter(output: format.rawValue, engine: "fixed", isDirected: true)
    writer.graph([
      ("outputorder", "edgesfirst"), ("pad", "0"), ("bgcolor", scene.palette.page),
      ("dpi", Coordinate.text(format == .png ? dotsPerInch : 72)),
    ])
    let corners = [
      Point(x: 0, y: 0), Point(x: width, y: 0), Point(x: width, y: height), Point(x: 0, y: height),
    ]
    writer.area(corners, fill: scene.palette.page, line: scene.palette.page, width: 0)
    for outline in arrangement.outlines {
      let paint = scene.palette.paint(outline.group)
      writer.area(outline.points, fill: paint.fill + "26", line: paint.fill + "b3", width: 1.2)
    }
    addTies(&writer)
    addNodes(&writer)
    addNames(&writer)
    addFurniture(&writer)
    return writer.bytes
  }

  /// Pixels per inch of a PNG: fit for print, less where a side would pass 8 000.
  var dotsPerInch: Double {
    let longest = max(width, height) / 72
    return min(150, (Double(PNGCheck.longestSide - 8) / longest).rounded(.down))
  }

  // MARK: Parts

  private func addNodes(_ writer: inout DescriptionWriter) {
    for (index, node) in scene.nodes.enumerated() {
      writer.node(
        "n\(index)",
        Self.look(node.shape, node.radius, node.paint, scene.palette)
          + [("pos", Coordinate.text(arrangement.centers[index]))]
      )
    }
  }

  private func addTies(_ writer: inout DescriptionWriter) {
    let weights = scene.ties.map(\.weight)
    let heaviest = weights.max() ?? 0
    let varies = (weights.min() ?? 0) < heaviest
    for (tie, curve) in zip(scene.ties, arrangement.curves) {
      let style = TieStyle(tie, heaviest: heaviest, varies: varies, palette: scene.palette)
      writer.late(
        "n\(tie.tail)",
        "n\(tie.head)",
        style.attributes + Self.arrows(curve) + [("pos", curve.text)]
      )
    }
  }

  private func addNames(_ writer: inout DescriptionWriter) {
    for (index, name) in arrangement.allNames.enumerated() {
      var color = scene.palette.text
      var plate: String? = scene.palette.labelPlate
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
        "t\(index)",
        Self.text(name.text, name.style, name.box, color, plate: plate) + [("align", alignment)]
      )
    }
  }

  private func addFurniture(_ writer: inout DescriptionWriter) {
    var number = 0
    func name() -> String {
      number += 1
      return "k\(number)"
    }
    for item in furniture {
      switch item {
      case .text(let text, let style, let box, let color):
        writer.node(
          name(),
          Self.text(text, style, box, color, plate: nil) + [("align", "left")]
        )
      case .sample(let shape, let radius, let paint, let center):
        writer.node(
          name(),
          Self.look(shape, radius, paint, scene.palette) + [("pos", Coordinate.text(center))]
        )
      case .line(let from, let to, let heads, let style):
        let ends = [name(), name()]
        for (end, place) in zip(ends, [from, to]) {
          writer.node(
            end,
            [
              ("shape", "point"), ("width", "0.01"), ("height", "0.01"), ("color", "transparent"),
              ("fillcolor", "transparent"), ("pos", Coordinate.text(place)),
            ]
          )
        }
        let curve = TieCurve.straight(from: from, to: to, heads: heads)
        writer.late(
          ends[0],
          ends[1],
          style.attributes + Self.arrows(curve) + [("pos", curve.text)]
        )
      }
    }
  }

  // MARK: Attributes

  private static func arrows(_ curve: TieCurve) -> [DescriptionWriter.Attribute] {
    switch (curve.tailTip, curve.headTip) {
    case (nil, nil): [("dir", "none")]
    case (nil, _): [("dir", "forward"), ("arrowsize", "0.65")]
    default: [("dir", "both"), ("arrowsize", "0.65")]
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

extension MapArrangement {
  /// Names in the order they are drawn, the heading of the nodes aside last.
  var allNames: [Name] { names + (asideTitle.map { [$0] } ?? []) }

  /// The same map elsewhere on the page.
  func moved(by offset: Point) -> MapArrangement {
    var result = self
    result.centers = centers.map { $0 + offset }
    for index in names.indices { result.names[index].box = names[index].box.moved(by: offset) }
    result.asideTitle?.box = (asideTitle?.box ?? box).moved(by: offset)
    for index in outlines.indices {
      result.outlines[index].points = outlines[index].points.map { $0 + offset }
    }
    result.curves = curves.map { $0.moved(by: offset) }
    return result
  }
}
