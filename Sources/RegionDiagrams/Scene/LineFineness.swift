/// How much thinner lines are where they would cover the map.
///
/// A line of a map with few ties may be wide; thousands of the same width are a grey field in which
/// nobody follows any. The share of the map under ink is kept at ``wanted`` as far as lines stay
/// visible (Tufte 1983, chapter 5, on ink that shows data).
enum LineFineness {
  /// The share of the map that lines may cover at their usual width.
  static let wanted = 0.24
  /// Lines are never thinner than this share of their usual width.
  static let least = 0.4

  /// The factor for widths and arrowheads, 1 where there is room for all.
  ///
  /// - Parameter widths: per tie its usual width in points.
  static func factor(_ scene: MapScene, centers: [Point], widths: [Double]) -> Double {
    var box = NodeSeparation.area(of: centers)
    for (node, center) in zip(scene.nodes, centers) {
      box = box.union(Box(center: center, width: 2 * node.extent, height: 2 * node.extent))
    }
    let area = box.width * box.height
    guard area > 0 else { return 1 }
    var ink = 0.0
    for (tie, width) in zip(scene.ties, widths) {
      ink += (centers[tie.tail] - centers[tie.head]).length * width
    }
    guard ink > wanted * area else { return 1 }
    return max(least, (wanted * area / ink).squareRoot())
  }
}

extension MapScene {
  /// Per tie its look on a map with room for all.
  var tieStyles: [TieStyle] {
    let weights = ties.map(\.weight)
    let largest = heaviest ?? weights.max() ?? 0
    let varies = heaviest != nil || (weights.min() ?? 0) < largest
    return ties.map { TieStyle($0, heaviest: largest, varies: varies, palette: palette) }
  }

  /// How much thinner the lines between `centers` are than usual.
  func fineness(centers: [Point]) -> Double {
    LineFineness.factor(self, centers: centers, widths: tieStyles.map(\.width))
  }
}
