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
    let columns = legend.columns(height: legend.columnHeight(besides: map.height))
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
    var paper = Paper(format, width: width, height: height, palette: scene.palette)
    paper.add(scene, arrangement)
    paper.add(furniture)
    return paper.bytes
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
    for index in backdrops.indices {
      result.backdrops[index].points = backdrops[index].points.map { $0 + offset }
    }
    for index in outlines.indices {
      result.outlines[index].points = outlines[index].points.map { $0 + offset }
    }
    result.curves = curves.map { $0.moved(by: offset) }
    return result
  }
}
