/// Puts the separate parts of a network side by side, the largest first, on a page a little wider than high.
///
/// Layout engines place parts without regard to each other, each in a scale of its own. Here every
/// part is first turned flat and gets the line lengths of the largest.
enum ComponentPacking {
  /// How much wider than high all parts together should be: the legend stands beside them.
  private static let shape = 1.5

  /// Packs `positions` of nodes joined by `ties` (indices into `positions`).
  static func pack(_ positions: [Point], ties: [(Int, Int)]) -> [Point] {
    let parts = parts(of: positions.count, ties: ties)
    var result = positions
    for members in parts {
      for (node, position) in zip(members, turned(members.map { positions[$0] })) {
        result[node] = position
      }
    }
    guard parts.count > 1 else { return result }
    var part = [Int](repeating: 0, count: positions.count)
    for (index, members) in parts.enumerated() { for node in members { part[node] = index } }
    var lengths = [Double](repeating: 0, count: parts.count)
    var counts = [Double](repeating: 0, count: parts.count)
    for tie in ties {
      lengths[part[tie.0]] += (positions[tie.0] - positions[tie.1]).length
      counts[part[tie.0]] += 1
    }
    let unit = max(lengths[0] / max(counts[0], 1), 1e-6)
    for (index, members) in parts.enumerated() where lengths[index] > 0 {
      // Small parts draw their lines a little shorter: nothing lies between their ends.
      let factor = index == 0 ? 1 : 0.7 * unit * counts[index] / lengths[index]
      for node in members { result[node] = result[node] * factor }
    }
    let boxes = parts.map { members in
      NodeSeparation.area(of: members.map { result[$0] }).insetBy(-unit * 0.35)
    }
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let usual = (area * Self.shape).squareRoot()
    // Whether parts fit side by side depends on the strip in jumps: the one that wastes least is taken.
    let strips = (0...16).map { max(boxes[0].width, usual * (0.8 + 0.05 * Double($0))) }
    let tries = strips.map { Self.corners(of: boxes, strip: $0) }
    let best = tries.min { $0.waste < $1.waste } ?? tries[0]
    for (index, members) in parts.enumerated() {
      let box = boxes[index]
      let corner = best.corners[index]
      let offset = Point(x: corner.x, y: -corner.y) - Point(x: box.left, y: box.top)
      for node in members { result[node] = result[node] + offset }
    }
    return result
  }

  /// Top left corners of boxes in a strip, and the area of the smallest page of the usual shape around them.
  private static func corners(
    of boxes: [Box],
    strip: Double
  ) -> (corners: [(x: Double, y: Double)], waste: Double) {
    var skyline = Skyline(width: strip)
    var (width, height) = (0.0, 0.0)
    let corners = boxes.map { box in
      let corner = skyline.place(width: box.width, height: box.height)
      width = max(width, corner.x + box.width)
      height = max(height, corner.y + box.height)
      return corner
    }
    let tall = max(height, width / shape)
    return (corners, tall * tall)
  }

  /// Nodes of every part, the largest first, then by the smallest node.
  private static func parts(of count: Int, ties: [(Int, Int)]) -> [[Int]] {
    var root = Array(0..<count)
    func find(_ node: Int) -> Int {
      var top = node
      while root[top] != top {
        root[top] = root[root[top]]
        top = root[top]
      }
      return top
    }
    for tie in ties {
      let (a, b) = (find(tie.0), find(tie.1))
      root[max(a, b)] = min(a, b)
    }
    var members = [[Int]](repeating: [], count: count)
    for node in 0..<count { members[find(node)].append(node) }
    return members.indices.filter { !members[$0].isEmpty }
      .sorted { (-members[$0].count, $0) < (-members[$1].count, $1) }
      .map { members[$0] }
  }

  /// Turns a layout without an up or down so that its long side lies flat, and puts its centre at 0.
  private static func turned(_ positions: [Point]) -> [Point] {
    let count = Double(positions.count)
    let center = positions.reduce(Point(x: 0, y: 0), +) * (1 / count)
    let centered = positions.map { $0 - center }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in centered {
      xx += point.x * point.x
      xy += point.x * point.y
      yy += point.y * point.y
    }
    // Larger principal axis of the covariance, by its eigenvalue: no trigonometry, same bits anywhere.
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    guard root > 1e-9 else { return centered }
    var axis = Point(x: half + root, y: xy)
    if axis.length < 1e-9 * root { axis = Point(x: 0, y: 1) }
    axis = axis * (1 / axis.length)
    return centered.map {
      Point(x: $0.x * axis.x + $0.y * axis.y, y: $0.y * axis.x - $0.x * axis.y)
    }
  }
}

/// The lower edge of what has been placed, hanging down from the top of a strip (the bottom-left rule of
/// Baker, Coffman & Rivest 1980, doi:10.1137/0209064, upside down).
struct Skyline {
  private let width: Double
  /// From left to right: where a piece of the edge begins, and how far down it is.
  private var pieces: [(left: Double, depth: Double)] = [(0, 0)]

  /// An empty strip.
  init(width: Double) { self.width = width }

  /// Finds the highest place, and of several the leftmost, where a box has room; downwards is positive.
  ///
  /// A box wider than the strip stands at its left end.
  mutating func place(width: Double, height: Double) -> (x: Double, y: Double) {
    var best = (x: 0.0, y: Double.infinity)
    for piece in pieces where piece.left == 0 || piece.left + width <= self.width {
      let depth = self.depth(from: piece.left, to: piece.left + width)
      if depth < best.y { best = (piece.left, depth) }
    }
    let right = best.x + width
    let after = pieces.last { $0.left <= right }
    var edge = pieces.filter { $0.left < best.x }
    edge.append((best.x, best.y + height))
    if let after { edge.append((right, after.depth)) }
    pieces = edge + pieces.filter { $0.left > right }
    return best
  }

  private func depth(from left: Double, to right: Double) -> Double {
    var depth = 0.0
    for (place, piece) in pieces.enumerated() {
      let end = place + 1 < pieces.count ? pieces[place + 1].left : Double.infinity
      if piece.left < right && end > left { depth = max(depth, piece.depth) }
    }
    return depth
  }
}
