import GraphCore

/// Nested circles over the positions `0 ..< count`: the near circle of each actor, the cluster that circle is in, the district of
/// the cluster. Circles are neighbouring positions; sizes are heavy-tailed.
///
/// Sizes follow a Pareto distribution of exponent 1 cut at both ends, drawn by inversion with nothing but a division.
struct CircleTree: Sendable {
  /// First positions of the circles of each level, from the smallest circles to the largest, and `count` at the end.
  private let starts: [[Int32]]

  /// Number of levels; one more, everything, lies above them.
  static let levels = 3
  /// The smallest and the largest size a circle is drawn with: nodes, then circles of the level below.
  static let sizes = [6...600, 4...120, 3...60]
  /// No circle has fewer nodes, so that each node can make a tie in its own.
  static let smallest = 3

  init(count: Int, seed: UInt64, stream: UInt64) {
    var random = RandomStream(seed: seed, stream: stream)
    var starts: [[Int32]] = []
    // What the level below consists of: nodes at first, then its circles.
    var below = count
    for level in 0..<Self.levels {
      var cuts: [Int32] = [0]
      var place = 0
      while place < below {
        place = min(below, place + Self.size(Self.sizes[level], &random))
        if level == 0 && below - place < Self.smallest { place = below }
        cuts.append(level == 0 ? Int32(place) : starts[level - 1][place])
      }
      starts.append(cuts)
      below = cuts.count - 1
    }
    self.starts = starts
  }

  private static func size(_ bounds: ClosedRange<Int>, _ random: inout RandomStream) -> Int {
    let low = Double(bounds.lowerBound)
    let ratio = low / Double(bounds.upperBound + 1)
    return Int(low / (1 - random.nextUnit() * (1 - ratio)))
  }

  /// Number of circles on a level.
  func circles(on level: Int) -> Int { starts[level].count - 1 }

  /// The number of the circle of `position` on `level`. O(log circles).
  func circle(of position: Int, on level: Int) -> Int {
    let cuts = starts[level]
    var low = 0
    var high = cuts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(cuts[middle]) <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The positions of a circle.
  func positions(of circle: Int, on level: Int) -> Range<Int> {
    Int(starts[level][circle])..<Int(starts[level][circle + 1])
  }
}
