import GraphCore

/// The nodes of a graph cut into stretches of about equal work, for kernels that sweep over all nodes.
///
/// How many there are depends on the graph alone; sums over nodes are taken per stretch and added in their order, which gives the same
/// bits on any number of threads.
struct NodeShards: Sendable {
  /// Where each stretch begins, and the end of the last.
  let bounds: [Int]

  /// Up to 64 stretches, none below about 4096 arcs and nodes.
  init(_ rows: Adjacency) {
    let n = rows.nodeCount
    let work = rows.arcCount + n
    let count = max(1, min(64, work / 4_096))
    var bounds = [0]
    for next in 1..<count {
      // The first node by which this much of the work is done.
      var (low, high) = (bounds[next - 1] + 1, n)
      while low < high {
        let middle = (low + high) / 2
        if (rows.offsets[middle] + middle) * count >= work * next {
          high = middle
        } else {
          low = middle + 1
        }
      }
      if low >= n { break }
      bounds.append(low)
    }
    bounds.append(n)
    self.bounds = bounds
  }

  /// All nodes in one stretch.
  init(whole rows: Adjacency) { bounds = [0, rows.nodeCount] }

  /// Number of nodes in all.
  var nodeCount: Int { bounds.last ?? 0 }

  /// Number of stretches.
  var count: Int { bounds.count - 1 }

  /// The nodes of a stretch.
  func range(_ shard: Int) -> Range<Int> { bounds[shard]..<bounds[shard + 1] }
}

/// A column of numbers that the shards of a sweep write to, each in its own stretch.
final class Column: @unchecked Sendable {
  /// The numbers.
  let values: UnsafeMutablePointer<Double>
  /// How many there are.
  let count: Int

  /// `count` times `value`.
  init(_ count: Int, _ value: Double = 0) {
    self.count = count
    values = .allocate(capacity: max(1, count))
    values.initialize(repeating: value, count: max(1, count))
  }

  deinit { values.deallocate() }

  /// The numbers as an array.
  var array: [Double] { Array(UnsafeBufferPointer(start: values, count: count)) }

  /// Their sum, added in order.
  var sum: Double {
    var total = 0.0
    for place in 0..<count { total += values[place] }
    return total
  }
}
