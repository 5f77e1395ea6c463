/// A 4-ary heap of distances, each with a node, the smallest first; it grows as it must.
///
/// Keys lie in the heap itself, four children beside each other, so that a step down touches one stretch of memory.
///
/// Source: D. B. Johnson, *Priority queues with update and finding minimum spanning trees*, Inf. Process. Lett. 4 (1975),
/// doi:10.1016/0020-0190(75)90001-0.
struct DistanceQueue: ~Copyable {
  private struct Entry {
    var distance: Double
    var node: Int32
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private var count = 0

  /// An empty queue with room for `capacity` entries.
  init(capacity: Int) {
    self.capacity = max(4, capacity)
    entries = .allocate(capacity: self.capacity)
  }

  deinit { entries.deallocate() }

  /// Forgets all entries.
  mutating func removeAll() { count = 0 }

  /// Puts an entry in.
  @inline(__always)
  mutating func push(_ distance: Double, _ node: Int32) {
    if count == capacity { grow() }
    let entries = entries
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      if entries[parent].distance <= distance { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = Entry(distance: distance, node: node)
  }

  /// Takes an entry of the smallest distance out; `nil` where there is none.
  @inline(__always)
  mutating func pop() -> (distance: Double, node: Int32)? {
    guard count > 0 else { return nil }
    let entries = entries
    let lowest = entries[0]
    count -= 1
    let count = count
    let last = entries[count]
    var hole = 0
    while true {
      let first = 4 &* hole &+ 1
      if first >= count { break }
      var child = first
      var nearest = entries[first].distance
      let end = min(first &+ 4, count)
      var sibling = first &+ 1
      while sibling < end {
        let distance = entries[sibling].distance
        if distance < nearest {
          child = sibling
          nearest = distance
        }
        sibling &+= 1
      }
      if nearest >= last.distance { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return (lowest.distance, lowest.node)
  }

  private mutating func grow() {
    let more = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    more.update(from: entries, count: count)
    entries.deallocate()
    entries = more
    capacity *= 2
  }
}
