/// How many lines pass through each small square of the map.
struct LineDensity {
  private static let cell = 6.0
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private var counts: [UInt16]

  /// An empty field over `area`.
  init(area: Box) {
    origin = Point(x: area.left, y: area.bottom)
    columns = min(max(1, Int((area.width / Self.cell).rounded(.up))), 2000)
    rows = min(max(1, Int((area.height / Self.cell).rounded(.up))), 2000)
    counts = [UInt16](repeating: 0, count: columns * rows)
  }

  /// Counts a straight line in every square it is sampled in.
  mutating func add(from start: Point, to end: Point) {
    let steps = max(1, Int((end - start).length / Self.cell))
    var last = -1
    for step in 0...steps {
      let point = start.toward(end, Double(step) / Double(steps)) - origin
      let column = Int((point.x / Self.cell).rounded(.down))
      let row = Int((point.y / Self.cell).rounded(.down))
      guard (0..<columns).contains(column), (0..<rows).contains(row) else { continue }
      let index = row * columns + column
      if index != last, counts[index] < .max { counts[index] += 1 }
      last = index
    }
  }

  /// Lines in the squares of `box`, per row of squares.
  func count(in box: Box) -> Double {
    func clamp(_ value: Double, _ count: Int) -> Int {
      min(max(Int((value / Self.cell).rounded(.down)), 0), count - 1)
    }
    let left = clamp(box.left - origin.x, columns)
    let right = clamp(box.right - origin.x, columns)
    let bottom = clamp(box.bottom - origin.y, rows)
    let top = clamp(box.top - origin.y, rows)
    var sum = 0
    for row in bottom...max(bottom, top) {
      for column in left...max(left, right) { sum += Int(counts[row * columns + column]) }
    }
    return Double(sum) / Double(max(top - bottom, 0) + 1)
  }
}
