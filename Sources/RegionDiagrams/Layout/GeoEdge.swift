/// Brings the few who are far away to the edge of a map with places.
///
/// One partner abroad would shrink a whole region to a dot. Where most actors are close together, those
/// far outside stand at the edge, in the direction where they are, and the legend says how many.
struct GeoEdge {
  /// Per actor its place on the map; nil where it has none.
  let points: [Point?]
  /// How many were brought to the edge.
  let movedCount: Int

  /// Actors from which on a few can be told from the rest.
  private static let fewest = 10
  /// Share of the actors that may be far away.
  private static let most = 0.2
  /// How far beyond the middle four fifths of all somebody may be, in widths of these.
  private static let reach = 1.5
  /// Room between the region and its edge, as a share of its size.
  private static let margin = 0.12

  init(_ points: [Point?]) {
    let known = points.compactMap { $0 }
    let all = NodeSeparation.area(of: known)
    guard known.count >= Self.fewest else {
      (self.points, movedCount) = (points, 0)
      return
    }
    let (x, y) = (Self.usual(known.map(\.x)), Self.usual(known.map(\.y)))
    func isFar(_ point: Point) -> Bool { !x.contains(point.x) || !y.contains(point.y) }
    let near = known.filter { !isFar($0) }
    let region = NodeSeparation.area(of: near)
    let far = known.count - near.count
    // Where they cost little room they stay where they are.
    let isCrowded = max(region.width, region.height) * 2 < max(all.width, all.height)
    guard far > 0, Double(far) <= Self.most * Double(known.count), isCrowded else {
      (self.points, movedCount) = (points, 0)
      return
    }
    let room = max(region.width, region.height) * Self.margin
    let frame = region.insetBy(-room)
    self.points = points.map { $0.map { isFar($0) ? Self.edge(toward: $0, of: frame) : $0 } }
    movedCount = far
  }

  /// Where somebody may be who is not far away.
  private static func usual(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    let low = sorted[sorted.count / 10]
    let high = sorted[sorted.count - 1 - sorted.count / 10]
    return low - reach * (high - low)...high + reach * (high - low)
  }

  /// Where the way from the middle of a frame to a point outside leaves it.
  private static func edge(toward point: Point, of frame: Box) -> Point {
    let way = point - frame.center
    let across = abs(way.x) / max(frame.width / 2, 1e-12)
    let along = abs(way.y) / max(frame.height / 2, 1e-12)
    return frame.center + way * (1 / max(across, along, 1))
  }
}
