/// Puts the separate parts of a network side by side: the largest on top, the others in rows below.
///
/// Layout engines place parts without regard to each other, each in a scale of its own. Here every
/// part is first turned flat and gets the line lengths of the largest.
enum ComponentPacking {
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
    let width = max(boxes[0].width, (boxes.reduce(0) { $0 + $1.width * $1.height }).squareRoot())
    var (left, bottom, rowHeight) = (0.0, -boxes[0].height, 0.0)
    for (index, members) in parts.enumerated() {
      let box = boxes[index]
      var corner = Point(x: 0, y: 0)
      if index > 0 {
        if left > 0, left + box.width > width {
          bottom -= rowHeight
          (left, rowHeight) = (0, 0)
        }
        corner = Point(x: left, y: bottom)
        left += box.width
        rowHeight = max(rowHeight, box.height)
      }
      let offset = corner - Point(x: box.left, y: box.top)
      for node in members { result[node] = result[node] + offset }
    }
    return result
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
