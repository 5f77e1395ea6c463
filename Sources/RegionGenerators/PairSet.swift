/// The pairs of nodes a shard has tied already: open addressing, linear probing.
///
/// A pair is held as one word, so an empty place needs a value that is no pair: all ones.
struct PairSet {
  private var slots: [UInt64]
  private(set) var count = 0

  /// Room for `capacity` pairs, at most two thirds full.
  init(capacity: Int) {
    var size = 16
    while size < capacity + capacity / 2 + 1 { size *= 2 }
    slots = [UInt64](repeating: .max, count: size)
  }

  /// Adds the pair; false if it was there. The order of the ends does not count.
  mutating func insert(_ a: Int, _ b: Int) -> Bool {
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[place] != .max {
      if slots[place] == key { return false }
      place = (place + 1) & mask
    }
    precondition(count < slots.count - 1, "more pairs than room was made for")
    slots[place] = key
    count += 1
    return true
  }
}

/// Which end of a pair makes it, so that shards never make the same tie twice.
enum PairOwner {
  /// Whether the pair belongs to `node`: to the smaller end if the sum is even, else to the larger.
  ///
  /// Every node owns half of its pairs, in any stretch of neighbouring numbers.
  static func owns(_ node: Int, _ other: Int) -> Bool {
    (node &+ other) & 1 == 0 ? node < other : node > other
  }
}
