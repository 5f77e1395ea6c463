/// Where everything of the map proper stands: nodes, names, lines, outlines. Legend and page come later.
struct MapArrangement {
  /// A text beside or inside a node, or the name of a group.
  struct Name {
    var text: String
    var style: TextStyle
    var box: Box
    /// Index of the node it belongs to; nil for the name of a group.
    var node: Int?
    var isInside: Bool
  }

  /// An area behind a group.
  struct Outline {
    var group: Int
    var points: [Point]
  }

  /// An area behind everything.
  struct Backdrop {
    enum Kind {
      case land, hole, line, band
    }

    var kind: Kind
    var points: [Point]
  }

  var centers: [Point]
  /// How far each node reaches from its centre.
  var extents: [Double] = []
  /// Points of the page per unit of the layout.
  var scale = 1.0
  var backdrops: [Backdrop] = []
  var names: [Name] = []
  var curves: [TieCurve] = []
  /// How much thinner lines are than usual.
  var fineness = 1.0
  var outlines: [Outline] = []
  /// Nodes that have a number instead of a name, in the order of their numbers.
  var numbered: [Int] = []
  /// Nodes that have neither, because there was no room.
  var nameless: [Int] = []
  /// Names beside nodes without ties, below the map.
  var asideTitle: Name?

  /// The smallest box around all of it.
  var box: Box {
    var result = NodeSeparation.area(of: centers)
    for (center, extent) in zip(centers, extents) {
      result = result.union(Box(center: center, width: 2 * extent, height: 2 * extent))
    }
    for name in names { result = result.union(name.box) }
    if let asideTitle { result = result.union(asideTitle.box) }
    for outline in outlines { result = result.union(NodeSeparation.area(of: outline.points)) }
    for curve in curves { result = result.union(curve.box) }
    for backdrop in backdrops { result = result.union(NodeSeparation.area(of: backdrop.points)) }
    return result
  }

  /// Draws the ties of `scene` between its nodes, fine enough for their number.
  mutating func drawTies(of scene: MapScene) {
    fineness = scene.fineness(centers: centers)
    curves = TieCurve.curves(
      scene,
      centers: centers,
      arrow: TieCurve.arrowLength(fineness: fineness)
    )
  }
}
