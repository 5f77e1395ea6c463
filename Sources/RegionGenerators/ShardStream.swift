import GraphCore
import Synchronization

/// Shards of ties made side by side and handed over in their order.
enum ShardStream {
  /// Shards made before they are handed over, per thread.
  static let shardsPerThread = 4

  /// Runs `make` for every shard and gives what it makes to `receive`, shard 0 first.
  static func run<Failure: Error>(
    _ shardCount: Int,
    control: RunControl,
    make: @Sendable (_ shard: Int) -> TieChunk,
    receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    control.begin("generate", total: shardCount)
    let window = shardsPerThread * control.threads
    var first = 0
    while first < shardCount {
      let start = first
      let count = min(window, shardCount - start)
      let made = Mutex([TieChunk?](repeating: nil, count: count))
      control.forEachShard(count) { shard in
        let chunk = make(start + shard)
        made.withLock { $0[shard] = chunk }
      }
      guard !control.isCancelled else { throw .cancelled }
      let chunks = made.withLock { $0 }
      for chunk in chunks {
        guard let chunk else { throw .cancelled }
        do throws(Failure) { try receive(chunk) } catch { throw .refused(error) }
      }
      control.advance(by: count)
      first += count
    }
  }
}

/// A range cut into nearly equal parts, each at least `size` long where there is enough.
struct EvenShards: Sendable {
  let total: Int
  let count: Int

  init(of total: Int, size: Int) {
    self.total = total
    count = max(1, total / size)
  }

  subscript(shard: Int) -> Range<Int> {
    Share.floor(total, shard, of: count)..<Share.floor(total, shard + 1, of: count)
  }
}

/// Exact shares of whole numbers.
enum Share {
  /// ⌊`total` · `part` / `whole`⌋ without overflow, for 0 ≤ part ≤ whole.
  ///
  /// Differences of neighbouring values share a total out with nothing lost.
  static func floor(_ total: Int, _ part: Int, of whole: Int) -> Int {
    guard part < whole else { return total }
    let product = UInt(total).multipliedFullWidth(by: UInt(part))
    return Int(UInt(whole).dividingFullWidth(product).quotient)
  }
}
