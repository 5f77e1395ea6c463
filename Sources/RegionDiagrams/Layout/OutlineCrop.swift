/// The part of coasts and borders that lies around the actors of a map, with as many points as can be seen.
struct OutlineCrop {
  private let frame: Box

  /// Lines of the file beyond these, the longest first, are left out: islets nobody would see.
  static let mostLines = 3_000
  private static let mostPoints = 15_000

  /// - Parameter frame: the box around actors and names, in points; a margin is added.
  init(frame: Box) {
    let margin = max(frame.width, frame.height) * 0.08 + 16
    self.frame = frame.insetBy(-margin)
  }

  /// The lines, `scale` times as large, cut at the frame.
  func backdrops(
    of lines: [MapArrangement.Backdrop],
    scale: Double
  ) -> [MapArrangement.Backdrop] {
    var found: [MapArrangement.Backdrop] = []
    for line in lines {
      let points = thinned(line.points.map { $0 * scale })
      switch line.kind {
      case .line:
        for piece in pieces(of: points) {
          // There and back: what is drawn is always closed.
          found.append(.init(kind: .line, points: piece + piece.dropLast().reversed()))
        }
      case .land, .hole, .band:
        let area = clipped(points)
        if area.count >= 3 { found.append(.init(kind: line.kind, points: area)) }
      }
    }
    guard found.count > Self.mostLines else { return found }
    let kept = found.indices
      .sorted { (-found[$0].points.count, $0) < (-found[$1].points.count, $1) }
      .prefix(Self.mostLines).sorted()
    return kept.map { found[$0] }
  }

  /// Without points nearer than half a point to the one before.
  private func thinned(_ points: [Point]) -> [Point] {
    var least = 0.5
    var result = Self.thinned(points, least)
    while result.count > Self.mostPoints {
      least *= 2
      result = Self.thinned(result, least)
    }
    return result
  }

  private static func thinned(_ points: [Point], _ least: Double) -> [Point] {
    var result: [Point] = []
    for point in points {
      if let last = result.last, (point - last).length < least { continue }
      result.append(point)
    }
    return result
  }

  /// A polygon cut at the four sides in turn (Sutherland & Hodgman 1974, doi:10.1145/360767.360802).
  private func clipped(_ polygon: [Point]) -> [Point] {
    var result = polygon
    for side in 0..<4 {
      guard var last = result.last else { return [] }
      var next: [Point] = []
      for point in result {
        let (from, to) = (inside(last, side), inside(point, side))
        if (from < 0) != (to < 0) { next.append(last.toward(point, from / (from - to))) }
        if to >= 0 { next.append(point) }
        last = point
      }
      result = next
    }
    return result
  }

  /// The parts of a line inside the frame.
  private func pieces(of line: [Point]) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (from, to) in zip(line, line.dropFirst()) {
      var (start, end) = (0.0, 1.0)
      for side in 0..<4 {
        let (a, b) = (inside(from, side), inside(to, side))
        if a < 0, b < 0 { end = -1 }
        if a < 0, b >= 0 { start = max(start, a / (a - b)) }
        if a >= 0, b < 0 { end = min(end, a / (a - b)) }
      }
      guard start < end else {
        if piece.count > 1 { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.isEmpty || start > 0 {
        if piece.count > 1 { pieces.append(piece) }
        piece = [from.toward(to, start)]
      }
      piece.append(from.toward(to, end))
    }
    if piece.count > 1 { pieces.append(piece) }
    return pieces
  }

  /// How far a point is inside one side of the frame; negative outside.
  private func inside(_ point: Point, _ side: Int) -> Double {
    switch side {
    case 0: point.x - frame.left
    case 1: frame.right - point.x
    case 2: point.y - frame.bottom
    default: frame.top - point.y
    }
  }
}
