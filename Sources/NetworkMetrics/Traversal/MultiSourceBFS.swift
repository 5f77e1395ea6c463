import GraphCore

/// What the levels of many breadth-first searches add up to at one node.
struct LevelTotals: Sendable {
  /// Searches that came by, their own start left out.
  var reached = 0
  /// Σ of the levels at which they came.
  var levels = 0
  /// Σ of their squares.
  var squares = 0.0
  /// Σ of 1 / level.
  var inverse = 0.0
  /// The highest level.
  var highest = 0
  /// How many came at level 1 or 2.
  var near = 0
}

/// Breadth-first searches from 512 sources at once, one bit each.
///
/// A node holds the set of searches that have been there (`seen`) and the set that came at the present level (`fresh`), both as one vector
/// of 512 bits; a level ORs the fresh sets of a node's neighbours, so that one arc is read once for all searches that pass over it. Because
/// distances are counted at the node that is *reached*, a population count per node and level is all the bookkeeping there is:
/// searches along incoming rows give sums over the targets of a node, searches along outgoing rows sums over its sources.
/// A level is computed by pulling over all nodes that some search still misses, or, when few arcs leave the fresh nodes, by
/// pushing from these alone: deep graphs cost no more than single searches do.
///
/// Memory: 192 bytes per node.
///
/// Source: M. Then et al., *The more the merrier: efficient multi-source graph traversal*, PVLDB 8 (2014),
/// doi:10.14778/2735496.2735507.
struct MultiSourceBFS: ~Copyable {
  typealias Bits = SIMD8<UInt64>
  /// Searches per batch.
  static let width = 512

  private let n: Int
  private let seen: UnsafeMutablePointer<Bits>
  private var fresh: UnsafeMutablePointer<Bits>
  private var next: UnsafeMutablePointer<Bits>
  private let active: UnsafeMutablePointer<Int32>
  private let touched: UnsafeMutablePointer<Int32>

  /// Scratch for graphs of `nodeCount` nodes.
  init(nodeCount: Int) {
    n = nodeCount
    let room = max(1, nodeCount)
    seen = .allocate(capacity: room)
    fresh = .allocate(capacity: room)
    next = .allocate(capacity: room)
    active = .allocate(capacity: room)
    touched = .allocate(capacity: room)
    seen.initialize(repeating: .zero, count: room)
    fresh.initialize(repeating: .zero, count: room)
    next.initialize(repeating: .zero, count: room)
    active.initialize(repeating: 0, count: room)
    touched.initialize(repeating: 0, count: room)
  }

  deinit {
    seen.deallocate()
    fresh.deallocate()
    next.deallocate()
    active.deallocate()
    touched.deallocate()
  }

  /// Bytes per node of one scratch.
  static let bytesPerNode = 3 * MemoryLayout<Bits>.size + 8

  /// Searches from `sources` (at most ``width``, all different) *against* the rows `pull`, that is along `push`, and adds what comes by to
  /// `totals`, one entry per node. Levels above `deepest` are left out. Returns the last level of each search.
  @discardableResult
  mutating func run(
    sources: some RandomAccessCollection<Int>,
    pull: Adjacency,
    push: Adjacency,
    deepest: Int,
    totals: UnsafeMutablePointer<LevelTotals>
  ) -> [Int] {
    precondition(sources.count <= Self.width, "one bit per source")
    seen.update(repeating: .zero, count: n)
    fresh.update(repeating: .zero, count: n)
    next.update(repeating: .zero, count: n)
    var everyone = Bits.zero
    var activeCount = 0
    for (place, source) in sources.enumerated() {
      let own = Self.bit(place)
      // Written out: `|=` through a constant pointer of `self` breaks the compiler under the thread sanitizer (Swift 6.3).
      seen[source] = seen[source] | own
      fresh[source] = fresh[source] | own
      everyone |= own
      active[activeCount] = Int32(source)
      activeCount += 1
    }
    var depths = [Int](repeating: 0, count: sources.count)
    var level = 0
    while activeCount > 0 && level < deepest {
      level += 1
      var leaving = 0
      for place in 0..<activeCount { leaving += push.degree(of: Int(active[place])) }
      activeCount =
        leaving < pull.arcCount / 8
        ? pushLevel(push, activeCount, level, totals)
        : pullLevel(pull, activeCount, level, everyone, totals)
      var moving = Bits.zero
      for place in 0..<activeCount { moving |= fresh[Int(active[place])] }
      for place in depths.indices where moving & Self.bit(place) != .zero { depths[place] = level }
    }
    return depths
  }

  /// Every node that some search misses asks its neighbours. Returns the number of nodes that got news, listed in `active`.
  private mutating func pullLevel(
    _ rows: Adjacency,
    _ activeCount: Int,
    _ level: Int,
    _ everyone: Bits,
    _ totals: UnsafeMutablePointer<LevelTotals>
  ) -> Int {
    let seen = seen
    let fresh = fresh
    let next = next
    let active = active
    let n = n
    let found = rows.withUnsafeRows { offsets, targets in
      var found = 0
      for v in 0..<n {
        let known = seen[v]
        var news = Bits.zero
        if known != everyone {
          for arc in offsets[v]..<offsets[v + 1] { news |= fresh[Int(targets[arc])] }
          news &= ~known
        }
        next[v] = news
        if news != .zero {
          seen[v] = known | news
          Self.add(news, level, &totals[v])
          active[found] = Int32(v)
          found += 1
        }
      }
      return found
    }
    (self.fresh, self.next) = (next, fresh)
    // `next` must be zero for a level that pushes; the nodes fresh until now are listed no more, so all are cleared.
    self.next.update(repeating: .zero, count: n)
    return found
  }

  /// The fresh nodes tell their neighbours. `next` is zero before and after.
  private mutating func pushLevel(
    _ rows: Adjacency,
    _ activeCount: Int,
    _ level: Int,
    _ totals: UnsafeMutablePointer<LevelTotals>
  ) -> Int {
    let seen = seen
    let fresh = fresh
    let next = next
    let active = active
    let touched = touched
    let found = rows.withUnsafeRows { offsets, targets in
      var touchedCount = 0
      for place in 0..<activeCount {
        let v = Int(active[place])
        let news = fresh[v]
        fresh[v] = .zero
        for arc in offsets[v]..<offsets[v + 1] {
          let w = Int(targets[arc])
          let unseen = news & ~seen[w]
          if unseen == .zero { continue }
          if next[w] == .zero {
            touched[touchedCount] = Int32(w)
            touchedCount += 1
          }
          next[w] |= unseen
        }
      }
      for place in 0..<touchedCount {
        let w = Int(touched[place])
        let news = next[w]
        seen[w] |= news
        Self.add(news, level, &totals[w])
        active[place] = Int32(w)
      }
      return touchedCount
    }
    (self.fresh, self.next) = (next, fresh)
    return found
  }

  /// The set of one search.
  private static func bit(_ place: Int) -> Bits {
    var bits = Bits.zero
    bits[place >> 6] = UInt64(1) << UInt64(place & 63)
    return bits
  }

  @inline(__always)
  private static func add(_ news: Bits, _ level: Int, _ total: inout LevelTotals) {
    var count = 0
    for word in 0..<8 { count &+= news[word].nonzeroBitCount }
    total.reached &+= count
    total.levels &+= count &* level
    total.squares += Double(count) * Double(level) * Double(level)
    total.inverse += Double(count) / Double(level)
    total.highest = max(total.highest, level)
    if level <= 2 { total.near &+= count }
  }
}
