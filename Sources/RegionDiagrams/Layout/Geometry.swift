/// A position on the page in points, y upwards.
struct Point: Equatable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }

  /// The point a share `t` of the way to `other`.
  func toward(_ other: Point, _ t: Double) -> Point { self + (other - self) * t }
}

/// An upright rectangle.
struct Box: Equatable {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  init(center: Point, width: Double, height: Double) {
    left = center.x - width / 2
    right = center.x + width / 2
    bottom = center.y - height / 2
    top = center.y + height / 2
  }

  var width: Double { right - left }
  var height: Double { top - bottom }
  var center: Point { Point(x: (left + right) / 2, y: (bottom + top) / 2) }

  /// Whether the two share more than a border.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }

  /// Whether a disc reaches into the box.
  func overlaps(disc center: Point, radius: Double) -> Bool {
    let dx = max(left - center.x, 0, center.x - right)
    let dy = max(bottom - center.y, 0, center.y - top)
    return dx * dx + dy * dy < radius * radius
  }

  /// Counterclockwise from the lower left.
  var corners: [Point] {
    [
      Point(x: left, y: bottom), Point(x: right, y: bottom), Point(x: right, y: top),
      Point(x: left, y: top),
    ]
  }

  func insetBy(_ distance: Double) -> Box {
    Box(
      left: left + distance,
      bottom: bottom + distance,
      right: right - distance,
      top: top - distance
    )
  }

  /// The smallest box around both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left),
      bottom: min(bottom, other.bottom),
      right: max(right, other.right),
      top: max(top, other.top)
    )
  }

  func moved(by offset: Point) -> Box {
    Box(
      left: left + offset.x,
      bottom: bottom + offset.y,
      right: right + offset.x,
      top: top + offset.y
    )
  }
}

/// Numbers as the wire format has them: two decimals, a dot, never an exponent on a page.
enum Coordinate {
  static func text(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == 0 ? "0" : String(rounded)
  }

  /// Four decimals, for inches.
  static func text4(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }

  static func text(_ point: Point) -> String { "\(text(point.x)),\(text(point.y))" }
}
