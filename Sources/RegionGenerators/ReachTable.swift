import GraphCore

/// How far each actor of a region reaches, by position, as running sums: whoever reaches twice as far is drawn twice as often.
///
/// Whole numbers, so that sums are exact. 8 bytes per node.
struct ReachTable: Sendable {
  private let sums: [Int]

  /// The reach of the least active actor.
  private static let unit = 64.0
  /// One actor in so many is a hub.
  private static let nodesPerHub = 400
  /// What a hub reaches beyond others.
  private static let hubFactor = 12.0

  /// Draws the reaches, one stream per shard of positions.
  init(shards: EvenShards, seed: UInt64, stream first: UInt64, _ control: RunControl) {
    let limit = Self.unit * Double(shards.total).squareRoot()
    let total = shards.total
    sums = [Int](filling: total + 1) { sums, filled in
      sums.initialize(repeating: 0)
      // Shards write to ranges of their own.
      nonisolated(unsafe) let reaches = UnsafeMutableBufferPointer(rebasing: sums[1...])
      control.forEachShard(shards.count) { shard in
        var random = RandomStream(seed: seed, stream: first + UInt64(shard))
        for position in shards[shard] {
          let isHub = random.next(below: Self.nodesPerHub) == 0
          // Exponent 2 by inversion: one minus a unit draw is never 0.
          let tail = Self.unit / (1 - random.nextUnit()).squareRoot()
          reaches[position] = Int(min(limit, isHub ? tail * Self.hubFactor : tail))
        }
      }
      for position in 0..<total { sums[position + 1] += sums[position] }
      filled = total + 1
    }
  }

  /// The reach of the actor at `position`.
  subscript(position: Int) -> Int { sums[position + 1] - sums[position] }

  /// One of these positions, in proportion to reach. O(log positions).
  func draw(from positions: Range<Int>, _ random: inout RandomStream) -> Int {
    let low = sums[positions.lowerBound]
    let draw = low + random.next(below: sums[positions.upperBound] - low)
    return Search.last(in: sums, positions, notAbove: draw)
  }
}

/// Binary search in ascending numbers.
enum Search {
  /// The last place in `range` whose number is not above `value`; the first one's must not be.
  static func last(in numbers: [Int], _ range: Range<Int>, notAbove value: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if numbers[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
