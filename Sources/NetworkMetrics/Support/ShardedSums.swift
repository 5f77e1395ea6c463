#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Private rows of sums, one per shard of a parallel run, added up in the order of the shards.
///
/// That order, and a number of shards that depends on the graph alone, give the same bits on any number of threads.
/// Every shard writes to its own row only, which is what makes sharing this object between threads right.
final class ShardedSums: @unchecked Sendable {
  /// Number of rows.
  let shards: Int
  /// Numbers per row.
  let width: Int
  private let storage: UnsafeMutablePointer<Double>

  /// Rows of zeros; memory is touched only where a shard writes.
  ///
  /// - Throws: ``MetricError/tooMuchMemory(needed:limit:)``.
  init(shards: Int, width: Int) throws(MetricError) {
    let count = max(1, shards) * max(1, width)
    try MemoryBudget.require(count, of: 8)
    guard let raw = calloc(count, 8) else {
      throw .tooMuchMemory(needed: .init(bytes: count * 8), limit: 0)
    }
    self.shards = shards
    self.width = width
    storage = raw.bindMemory(to: Double.self, capacity: count)
  }

  deinit { free(storage) }

  /// The row of `shard`.
  func row(_ shard: Int) -> UnsafeMutablePointer<Double> { storage + shard * width }

  /// The sum of all rows, added in shard order.
  func total() -> [Double] {
    var sums = [Double](repeating: 0, count: width)
    for shard in 0..<shards {
      let row = row(shard)
      for place in 0..<width { sums[place] += row[place] }
    }
    return sums
  }
}

/// How work over many sources is cut: a number of shards that the number of threads never changes.
struct ShardPlan: Sendable {
  /// Pieces of work, such as sources or batches of sources.
  let items: Int
  /// Number of shards.
  let shards: Int

  /// Up to 64 shards over `items`; fewer where rows of `width` numbers would take more than 256 MB, at least 8.
  init(items: Int, width: Int) {
    let affordable = max(8, (1 << 25) / max(1, width))
    self.items = items
    shards = max(1, min(items, 64, affordable))
  }

  /// The items of `shard`, a contiguous stretch.
  func range(_ shard: Int) -> Range<Int> {
    let size = items / shards
    let rest = items % shards
    let start = shard * size + min(shard, rest)
    return start..<start + size + (shard < rest ? 1 : 0)
  }
}
