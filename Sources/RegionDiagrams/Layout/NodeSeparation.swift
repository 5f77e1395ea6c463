/// Moves discs apart until none overlaps, each as little as it takes.
enum NodeSeparation {
  /// Pushes overlapping pairs apart, half each, until nothing overlaps or `sweeps` are over.
  ///
  /// Discs are visited by index and a pair in the same place is parted at an angle that depends on the
  /// index alone, so the result is a function of the input. `O(sweeps · n · neighbours)`.
  static func separate(
    _ positions: inout [Point],
    radii: [Double],
    gap: Double,
    sweeps: Int = 200
  ) {
    guard let largest = radii.max(), positions.count > 1 else { return }
    var neighbors: [Int] = []
    for _ in 0..<sweeps {
      var grid = BoxGrid(area: area(of: positions), cell: 2 * largest + gap)
      var hasMoved = false
      for index in positions.indices {
        let reach = radii[index] + gap + largest
        neighbors.removeAll(keepingCapacity: true)
        grid.forEach(near: Box(center: positions[index], width: 2 * reach, height: 2 * reach)) {
          neighbors.append($0)
        }
        for other in neighbors where other != index {
          let needed = radii[index] + radii[other] + gap
          var way = positions[index] - positions[other]
          var distance = way.length
          guard distance < needed - 0.01 else { continue }
          if distance < 1e-6 {
            way = direction(index)
            distance = 1
          }
          let push = way * ((needed - distance) / 2 / distance)
          positions[index] = positions[index] + push
          positions[other] = positions[other] - push
          hasMoved = true
        }
        grid.insert(index, Box(center: positions[index], width: 1, height: 1))
      }
      if !hasMoved { return }
    }
  }

  /// The smallest box around the centres.
  static func area(of positions: [Point]) -> Box {
    guard let first = positions.first else { return Box(left: 0, bottom: 0, right: 0, top: 0) }
    return positions.dropFirst().reduce(Box(center: first, width: 0, height: 0)) {
      $0.union(Box(center: $1, width: 0, height: 0))
    }
  }

  /// Unit vectors that go round by the golden angle: no two neighbours in the same direction.
  private static func direction(_ index: Int) -> Point {
    let golden = Point(x: -0.7373688780783197, y: 0.6754902942615238)
    var result = Point(x: 1, y: 0)
    for _ in 0..<(index % 17) {
      result = Point(
        x: result.x * golden.x - result.y * golden.y,
        y: result.x * golden.y + result.y * golden.x
      )
    }
    return result
  }
}
