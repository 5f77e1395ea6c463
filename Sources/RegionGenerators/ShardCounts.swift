import GraphCore

/// Rows of counts that shards fill side by side, and their sum.
final class ShardCounts: Sendable {
  private let rows: Guarded<[[Int]]>
  private let size: Int

  init(shards: Int, size: Int) {
    self.size = size
    rows = Guarded(Array(repeating: [], count: shards))
  }

  /// Keeps the counts of one shard.
  func set(_ counts: [Int], shard: Int) {
    rows.withLock { $0[shard] = counts }
  }

  /// The counts of all shards together.
  func sum() -> [Int] {
    rows.withLock { rows in
      rows.reduce(into: [Int](repeating: 0, count: size)) { total, row in
        for (place, count) in row.enumerated() { total[place] += count }
      }
    }
  }
}
