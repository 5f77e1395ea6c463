import GraphCore

/// Brings raw labels of components into the canonical order: by falling size, equal sizes by their first node.
///
/// Networks mostly have one component that holds nearly everybody. Its members are counted side by side and told by one comparison, so that
/// only the others cost a look into a table.
enum ComponentNumbering {
  /// Nodes below which one thread is quicker.
  private static let shardSize = 8_192

  /// The canonical number of every node's component, and the sizes. Labels lie in `0 ..< labelCount`, not all need be in use.
  /// O(nodes + labels), 8 bytes per node or label beside the answer.
  static func canonical(
    _ labels: [Int32],
    labelCount: Int,
    threads: Int
  ) -> (componentOf: [Int32], sizes: [Int]) {
    let n = labels.count
    guard n > 0 else { return ([], []) }
    let shards = max(1, min(64, n / shardSize))
    // A part left out would leave places that nothing was written to: nobody can cancel this.
    let control = RunControl(threads: threads)
    let common = likelyMajority(labels)
    let others = Self.others(than: common, labels, shards, control)
    // What the others' tables say: members of each label, and labels in the order of their first nodes.
    var table = [Int32](repeating: 0, count: labelCount)
    var found: [Int32] = []
    var firsts: [Int32] = []
    var otherCount = 0
    for nodes in others {
      otherCount += nodes.count
      for v in nodes {
        let label = labels[Int(v)]
        if table[Int(label)] == 0 {
          found.append(label)
          firsts.append(v)
        }
        table[Int(label)] += 1
      }
    }
    table[Int(common)] = Int32(n - otherCount)
    // The first node of `common` is the first that is not among the others.
    var firstCommon = 0
    search: for nodes in others {
      for v in nodes {
        if Int(v) != firstCommon { break search }
        firstCommon += 1
      }
    }
    found.insert(common, at: firsts.firstIndex { $0 > firstCommon } ?? firsts.count)
    let order = byFallingSize(found, table)
    let sizes = order.map { Int(table[Int($0)]) }
    for (place, label) in order.enumerated() { table[Int(label)] = Int32(place) }
    let ranks = table
    let componentOf = [Int32](filling: n) { numbers, filled in
      nonisolated(unsafe) let numbers = numbers
      control.forEachShard(shards) { shard in
        labels.withUnsafeBufferPointer { labels in
          ranks.withUnsafeBufferPointer { ranks in
            let own = ranks[Int(common)]
            for v in n * shard / shards..<n * (shard + 1) / shards {
              numbers[v] = labels[v] == common ? own : ranks[Int(labels[v])]
            }
          }
        }
      }
      filled = n
    }
    return (componentOf, sizes)
  }

  /// The label of most nodes, if a sample can tell; else any.
  ///
  /// Source: R. Boyer, J. Moore, *MJRTY: a fast majority vote algorithm*, in: Automated Reasoning (1991), doi:10.1007/978-94-011-3488-0_5.
  private static func likelyMajority(_ labels: [Int32]) -> Int32 {
    var candidate = labels[0]
    var lead = 0
    for v in stride(from: 0, to: labels.count, by: max(1, labels.count / 256)) {
      if lead == 0 { candidate = labels[v] }
      lead += labels[v] == candidate ? 1 : -1
    }
    return candidate
  }

  /// The nodes with another label than `common`, ascending, in one list per shard.
  private static func others(
    than common: Int32,
    _ labels: [Int32],
    _ shards: Int,
    _ control: RunControl
  ) -> [[Int32]] {
    let n = labels.count
    var lists = [[Int32]](repeating: [], count: shards)
    lists.withUnsafeMutableBufferPointer { lists in
      nonisolated(unsafe) let lists = lists
      control.forEachShard(shards) { shard in
        labels.withUnsafeBufferPointer { labels in
          var list: [Int32] = []
          for v in n * shard / shards..<n * (shard + 1) / shards where labels[v] != common {
            list.append(Int32(truncatingIfNeeded: v))
          }
          lists[shard] = list
        }
      }
    }
    return lists
  }

  /// A stable counting sort: few different sizes, even where there are many components.
  private static func byFallingSize(_ labels: [Int32], _ size: [Int32]) -> [Int32] {
    let largest = labels.reduce(0) { max($0, Int(size[Int($1)])) }
    if labels.count < largest / 8 {
      return labels.enumerated().sorted {
        let (a, b) = (size[Int($0.element)], size[Int($1.element)])
        return a != b ? a > b : $0.offset < $1.offset
      }.map(\.element)
    }
    var start = [Int](repeating: 0, count: largest + 2)
    for label in labels { start[largest - Int(size[Int(label)]) + 1] += 1 }
    for place in 0...largest { start[place + 1] += start[place] }
    var sorted = [Int32](repeating: 0, count: labels.count)
    for label in labels {
      let bucket = largest - Int(size[Int(label)])
      sorted[start[bucket]] = label
      start[bucket] += 1
    }
    return sorted
  }
}
