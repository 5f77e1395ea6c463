import GraphCore

/// Who stands above whom among the strong components of one weak component, as one row of bits per component.
///
/// If b is a bound of i and j, whatever reaches b is one too: above(b) ⊆ above(i) ∩ above(j). The least bound is
/// reached by all bounds, so that for it the two sets are equal; and only a bound with most nodes above it can have as many.
/// Components are therefore numbered by falling size of `above`: the first bit that two rows share names the one candidate.
struct UpperBounds: Sendable {
  /// `words` words per component; bit k of row i: component k reaches component i.
  private let rows: [UInt64]
  private let words: Int
  /// Number of bits of each row.
  private let counts: [Int]
  /// Number of nodes of each component.
  private let sizes: [Int]

  /// `condensed` has no directed cycles; `parts` are its nodes that matter, ascending; `sizes` belong to all of its nodes.
  init(
    _ condensed: Graph,
    parts: [Int],
    sizes: [Int],
    control: RunControl
  ) throws(MetricError) {
    let k = parts.count
    let words = (k + 63) / 64
    try MemoryBudget.require(k, of: 16 * words + 64)
    let graph = parts.count == condensed.nodeCount ? condensed : condensed.induced(on: parts)
    // First with components in topological order, above(i) being i and all that is above its predecessors.
    var missing = graph.degree(.incoming)
    var order = (0..<k).filter { missing[$0] == 0 }
    var head = 0
    while head < order.count {
      for target in graph.out[order[head]] {
        missing[Int(target)] -= 1
        if missing[Int(target)] == 0 { order.append(Int(target)) }
      }
      head += 1
    }
    var above = [UInt64](repeating: 0, count: k * words)
    var bits = [Int](repeating: 0, count: k)
    for v in order {
      if control.isCancelled { throw .cancelled }
      above[v * words + v >> 6] |= 1 << UInt64(v & 63)
      for source in graph.incoming[v] {
        for word in 0..<words { above[v * words + word] |= above[Int(source) * words + word] }
      }
      for word in 0..<words { bits[v] += above[v * words + word].nonzeroBitCount }
    }
    // Then renumbered by falling number of bits.
    let ranked = (0..<k).sorted { bits[$0] != bits[$1] ? bits[$0] > bits[$1] : $0 < $1 }
    var rank = [Int](repeating: 0, count: k)
    for (place, v) in ranked.enumerated() { rank[v] = place }
    var rows = [UInt64](repeating: 0, count: k * words)
    for (place, v) in ranked.enumerated() {
      for word in 0..<words {
        var rest = above[v * words + word]
        while rest != 0 {
          let other = rank[word * 64 + rest.trailingZeroBitCount]
          rows[place * words + other >> 6] |= 1 << UInt64(other & 63)
          rest &= rest - 1
        }
      }
    }
    self.rows = rows
    self.words = words
    counts = ranked.map { bits[$0] }
    self.sizes = ranked.map { sizes[parts[$0]] }
  }

  /// Number of pairs of nodes without a least upper bound; two nodes of one component always have one.
  func pairsWithoutLeast(control: RunControl) throws(MetricError) -> Int {
    let k = counts.count
    let shards = max(1, min(256, k / 8))
    var found = [Int](repeating: 0, count: shards)
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(shards) { shard in
        var sum = 0
        // Rows are dealt out in turn: the first ones have the most pairs.
        for i in stride(from: shard, to: k, by: shards) where !control.isCancelled {
          for j in i + 1..<max(i + 1, k) where !haveLeast(i, j) { sum += sizes[i] * sizes[j] }
        }
        results[shard] = sum
      }
    }
    if control.isCancelled { throw .cancelled }
    return found.reduce(0, +)
  }

  private func haveLeast(_ i: Int, _ j: Int) -> Bool {
    var candidate = -1
    var common = 0
    for word in 0..<words {
      let both = rows[i * words + word] & rows[j * words + word]
      if both == 0 { continue }
      if candidate < 0 { candidate = word * 64 + both.trailingZeroBitCount }
      common += both.nonzeroBitCount
    }
    return candidate >= 0 && counts[candidate] == common
  }
}
