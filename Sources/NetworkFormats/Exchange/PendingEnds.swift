import LearningRegion

/// Ends of ties that wait until they are looked up together.
///
/// In a large network each look at an id waits for memory; those of many wait together, in little more than the time of one
/// (``LearningRegion/IDTable/intern(_:of:into:)``).
struct PendingEnds {
  /// So many are looked up at once: their texts stay in the nearest memory.
  private static let most = 512
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  var count: Int { ranges.count }
  var isFull: Bool { ranges.count >= Self.most }

  /// Adds an id in normal form C.
  mutating func add(_ id: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(contentsOf: id)
    ranges.append(start..<bytes.count)
  }

  /// Gives the entries of all ids in their order, new ones added, and forgets the ids.
  mutating func lookUp(in ids: inout IDTable, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: ranges.count) { entries in
      ranges.withUnsafeBufferPointer { ranges in
        bytes.withUnsafeBytes { ids.intern(ranges, of: $0, into: entries) }
      }
      body(UnsafeBufferPointer(entries))
    }
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
  }
}
