/// Outlines of nodes, with equal areas for equal values.
enum NodeShape: String, CaseIterable {
  case ellipse, box, diamond, triangle, hexagon, invtriangle, pentagon, house, trapezium

  /// Categories that can have a shape of their own.
  static let distinct = 8

  /// How many of `count` categories get a shape of their own; the others then share one.
  static func own(of count: Int) -> Int { count <= distinct ? count : distinct - 1 }

  /// The shape of category `index` of `count`, or of none.
  ///
  /// No shape means two things: the smallest of many categories share the last, and who has no
  /// category has one that no category has.
  static func shape(_ index: Int?, of count: Int) -> NodeShape {
    guard let index else { return .trapezium }
    return allCases[min(index, own(of: count))]
  }

  /// Half the side of the shape's square, for a disc of radius 1 with the same area.
  var halfSide: Double {
    switch self {
    case .ellipse: 1
    case .box: 0.886
    case .diamond: 1.253
    case .triangle, .invtriangle: 1.35
    case .hexagon: 1.1
    case .pentagon: 1.12
    case .house: 1.05
    case .trapezium: 1.02
    }
  }

  /// Distance of the outline from the centre in a direction, for a disc of radius 1 with the same
  /// area; polygons with many sides are taken as round.
  func reach(_ direction: Point) -> Double {
    let length = max(direction.length, 1e-9)
    let x = abs(direction.x) / length
    let y = abs(direction.y) / length
    switch self {
    case .ellipse: return 1
    case .box: return halfSide / max(x, y)
    case .diamond: return halfSide / (x + y)
    case .triangle, .invtriangle: return 0.95
    case .hexagon, .pentagon, .house, .trapezium: return 1
    }
  }

  /// Farthest point of the outline from the centre, relative to the disc.
  var extent: Double {
    switch self {
    case .ellipse: 1
    case .box: 1.253
    case .trapezium: 1.4
    default: halfSide
    }
  }
}
