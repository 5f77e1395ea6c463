/// The area of a group: the convex hull of its members with a margin, its corners round.
enum GroupOutline {
  /// Corners of the outline around discs, counterclockwise; empty without discs.
  static func hull(around discs: [(center: Point, radius: Double)], margin: Double) -> [Point] {
    var points: [Point] = []
    for disc in discs {
      for direction in directions {
        points.append(disc.center + direction * (disc.radius + margin))
      }
    }
    return convexHull(points)
  }

  /// A polygon of 32 corners that cannot be told from a circle of this size.
  static func circle(around center: Point, radius: Double) -> [Point] {
    let half = Point(x: 0.9807852804032304, y: 0.19509032201612825)
    return directions.flatMap { direction in
      let between = Point(
        x: direction.x * half.x - direction.y * half.y,
        y: direction.x * half.y + direction.y * half.x
      )
      return [center + direction * radius, center + between * radius]
    }
  }

  /// Sixteen unit vectors, by repeated turning: the same bits with any mathematical library.
  private static let directions: [Point] = {
    let step = Point(x: 0.9238795325112867, y: 0.3826834323650898)
    var result = [Point(x: 1, y: 0)]
    for _ in 1..<16 {
      let last = result[result.count - 1]
      result.append(
        Point(x: last.x * step.x - last.y * step.y, y: last.x * step.y + last.y * step.x)
      )
    }
    return result
  }()

  /// Andrew's monotone chain (1979, doi:10.1016/0020-0190(79)90072-3).
  private static func convexHull(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    func chain(_ points: [Point]) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }
}
