/// Rows of an undirected graph without strengths, built side by side.
///
/// Entries (a node and the far end of one of its ties) first go into buckets of neighbouring nodes, small enough for a bucket's rows
/// to stay in the cache; then each bucket is sorted by node, and each row by far end, in the place where its rows end up. Shards are
/// cut by the list alone, so the number of threads changes nothing.
///
/// Beside the list and the finished rows two bytes per entry, and the largest bucket once per thread.
struct UndirectedRows {
  private let nodeCount: Int
  /// The lower bits of a node tell its row within its bucket.
  private let lowBits: Int
  private let bucketCount: Int
  private let shardCount: Int
  private let arcCount: Int
  private let control: RunControl

  /// Arcs of a shard, about.
  private static let shardSize = 1 << 18
  /// More buckets than this would be too many places to write to in turn.
  private static let bucketBits = 10

  init(nodeCount: Int, arcCount: Int, threads: Int) {
    self.nodeCount = nodeCount
    self.arcCount = arcCount
    let bits = Int.bitWidth - max(0, nodeCount - 1).leadingZeroBitCount
    lowBits = min(16, max(8, bits - Self.bucketBits))
    bucketCount = nodeCount >> lowBits + 1
    shardCount = min(64, arcCount / Self.shardSize + 1)
    // Nobody can cancel this one: a part left out would leave rows that nothing was written to.
    control = RunControl(threads: threads)
  }

  /// The rows, ascending with repeats, how many loops were left out, and how many repeats there are.
  ///
  /// `list` is let go before rows are sorted. Its ends must be nodes.
  func build(_ list: consuming ArcList) -> (rows: RowColumns, loops: Int, repeats: Int) {
    let sources = list.sources
    let targets = list.targets
    list = ArcList()
    return build(sources, targets)
  }

  private func build(
    _ sources: consuming [Int32],
    _ targets: consuming [Int32]
  ) -> (rows: RowColumns, loops: Int, repeats: Int) {
    var (cursors, bucketStarts) = count(sources, targets)
    let total = bucketStarts[bucketCount]
    var repeats = 0
    var offsets: [Int] = []
    let ends = [Int32](filling: total) { ends, filled in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: total) { lows in
        distribute(sources, targets, &cursors, ends, lows)
        sources = []
        targets = []
        (offsets, repeats) = sortBuckets(bucketStarts, ends, lows)
      }
      filled = total
    }
    let rows = RowColumns(offsets: offsets, ends: ends, weights: nil)
    return (rows, arcCount - total / 2, repeats)
  }

  private func arcs(of shard: Int) -> Range<Int> {
    arcCount * shard / shardCount..<arcCount * (shard + 1) / shardCount
  }

  /// Where each shard's entries go in each bucket (shard after shard, row-major by shard), and where buckets start.
  private func count(_ sources: [Int32], _ targets: [Int32]) -> (cursors: [Int], starts: [Int]) {
    var cursors = [Int](repeating: 0, count: shardCount * bucketCount)
    cursors.withUnsafeMutableBufferPointer { cursors in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          // Shards write to rows of their own.
          nonisolated(unsafe) let (cursors, sources, targets) = (cursors, sources, targets)
          control.forEachShard(shardCount) { shard in
            let own = UnsafeMutableBufferPointer(
              rebasing: cursors[shard * bucketCount..<(shard + 1) * bucketCount]
            )
            for arc in arcs(of: shard) where sources[arc] != targets[arc] {
              own[Int(targets[arc]) &>> lowBits] &+= 1
              own[Int(sources[arc]) &>> lowBits] &+= 1
            }
          }
        }
      }
    }
    var starts = [Int](repeating: 0, count: bucketCount + 1)
    var sum = 0
    for bucket in 0..<bucketCount {
      starts[bucket] = sum
      for shard in 0..<shardCount {
        let own = cursors[shard * bucketCount + bucket]
        cursors[shard * bucketCount + bucket] = sum
        sum += own
      }
    }
    starts[bucketCount] = sum
    return (cursors, starts)
  }

  /// Writes both entries of every tie into their buckets.
  private func distribute(
    _ sources: [Int32],
    _ targets: [Int32],
    _ cursors: inout [Int],
    _ ends: UnsafeMutableBufferPointer<Int32>,
    _ lows: UnsafeMutableBufferPointer<UInt16>
  ) {
    let mask = Int32(1) << Int32(lowBits) - 1
    cursors.withUnsafeMutableBufferPointer { cursors in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          nonisolated(unsafe) let (cursors, sources, targets) = (cursors, sources, targets)
          nonisolated(unsafe) let (ends, lows) = (ends, lows)
          control.forEachShard(shardCount) { shard in
            let own = UnsafeMutableBufferPointer(
              rebasing: cursors[shard * bucketCount..<(shard + 1) * bucketCount]
            )
            func put(_ end: Int32, inRowOf node: Int32) {
              let bucket = Int(node) &>> lowBits
              let place = own[bucket]
              own[bucket] = place &+ 1
              ends[place] = end
              lows[place] = UInt16(truncatingIfNeeded: node & mask)
            }
            for arc in arcs(of: shard) where sources[arc] != targets[arc] {
              put(sources[arc], inRowOf: targets[arc])
              put(targets[arc], inRowOf: sources[arc])
            }
          }
        }
      }
    }
  }

  /// Brings the entries of every bucket into the order of its rows; row starts, and how many entries repeat the one before.
  private func sortBuckets(
    _ starts: [Int],
    _ ends: UnsafeMutableBufferPointer<Int32>,
    _ lows: UnsafeMutableBufferPointer<UInt16>
  ) -> (offsets: [Int], repeats: Int) {
    var repeats = [Int](repeating: 0, count: bucketCount)
    let offsets = [Int](filling: nodeCount + 1) { offsets, filled in
      repeats.withUnsafeMutableBufferPointer { repeats in
        nonisolated(unsafe) let (offsets, repeats) = (offsets, repeats)
        nonisolated(unsafe) let (ends, lows) = (ends, lows)
        control.forEachShard(bucketCount) { bucket in
          let nodes = bucket << lowBits..<min(nodeCount, (bucket + 1) << lowBits)
          let places = starts[bucket]..<starts[bucket + 1]
          repeats[bucket] = BucketSort.run(
            UnsafeMutableBufferPointer(rebasing: ends[places]),
            UnsafeMutableBufferPointer(rebasing: lows[places]),
            rows: UnsafeMutableBufferPointer(rebasing: offsets[nodes]),
            from: places.lowerBound
          )
        }
      }
      offsets[nodeCount] = starts[bucketCount]
      filled = nodeCount + 1
    }
    return (offsets, repeats.reduce(0, +))
  }
}

/// Sorts one bucket.
private enum BucketSort {
  /// Rows up to this length are sorted by insertion.
  private static let shortRow = 24

  /// Sorts `ends` by row (`lows`), then each row; `rows` get their starts, counted from `start`. Returns the number of repeats.
  static func run(
    _ ends: UnsafeMutableBufferPointer<Int32>,
    _ lows: UnsafeMutableBufferPointer<UInt16>,
    rows: UnsafeMutableBufferPointer<Int>,
    from start: Int
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: rows.count + 1) { cursor in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: ends.count) { sorted in
        cursor.initialize(repeating: 0)
        // While entries are placed, `cursor[r + 1]` is where the next entry of row `r` goes; then it is where the row ends.
        for low in lows where Int(low) &+ 1 < rows.count { cursor[Int(low) &+ 2] &+= 1 }
        for row in 0..<rows.count {
          if row > 0 { cursor[row &+ 1] &+= cursor[row] }
          rows[row] = start &+ cursor[row &+ 1]
        }
        for entry in 0..<ends.count {
          let row = Int(lows[entry]) &+ 1
          sorted[cursor[row]] = ends[entry]
          cursor[row] &+= 1
        }
        var repeats = 0
        for row in 0..<rows.count {
          let entries = UnsafeMutableBufferPointer(
            rebasing: sorted[rows[row] &- start..<cursor[row &+ 1]]
          )
          repeats &+= sortRow(entries)
        }
        _ = ends.update(fromContentsOf: sorted)
        return repeats
      }
    }
  }

  /// Sorts a row; how many entries equal the one before.
  private static func sortRow(_ entries: UnsafeMutableBufferPointer<Int32>) -> Int {
    var row = entries
    if row.count > shortRow {
      row.sort()
    } else if row.count > 1 {
      for place in 1..<row.count {
        let moved = row[place]
        var hole = place
        while hole > 0, row[hole &- 1] > moved {
          row[hole] = row[hole &- 1]
          hole &-= 1
        }
        row[hole] = moved
      }
    }
    var repeats = 0
    for place in 1..<max(1, row.count) where row[place] == row[place &- 1] { repeats &+= 1 }
    return repeats
  }
}
