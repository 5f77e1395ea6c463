import GraphCore

/// Breadth-first searches from up to 64 sources at once that remember who was reached when.
///
/// Every level is a list of entries (node, set of searches that reach it at this level, one bit each). A node has as many entries as
/// it has different distances, which for sources near each other are few. A level is found by pulling over all nodes that some search
/// still misses, or by pushing from the fresh ones when few arcs leave them, so that deep graphs cost no more than single searches.
///
/// Source: M. Then et al., *The more the merrier: efficient multi-source graph traversal*, PVLDB 8 (2014),
/// doi:10.14778/2735496.2735507.
struct LevelSets: ~Copyable {
  /// Searches at once.
  static let width = 64
  /// Bytes per node of one scratch, the entries left out.
  static let bytesPerNode = 28

  /// The node of each entry.
  private(set) var nodes: UnsafeMutablePointer<Int32>
  /// The searches of each entry.
  private(set) var searches: UnsafeMutablePointer<UInt64>
  /// Entries of level `l`: `starts[l] ..< starts[l + 1]`.
  private(set) var starts: [Int] = [0]
  private var capacity: Int

  private let n: Int
  private let seen: UnsafeMutablePointer<UInt64>
  private let fresh: UnsafeMutablePointer<UInt64>
  private let next: UnsafeMutablePointer<UInt64>

  /// Scratch for graphs of `nodeCount` nodes.
  init(nodeCount: Int) {
    n = nodeCount
    let room = max(1, nodeCount)
    capacity = 2 * room + Self.width
    nodes = .allocate(capacity: capacity)
    searches = .allocate(capacity: capacity)
    seen = .allocate(capacity: room)
    fresh = .allocate(capacity: room)
    next = .allocate(capacity: room)
    fresh.initialize(repeating: 0, count: room)
    next.initialize(repeating: 0, count: room)
    seen.initialize(repeating: 0, count: room)
  }

  deinit {
    nodes.deallocate()
    searches.deallocate()
    seen.deallocate()
    fresh.deallocate()
    next.deallocate()
  }

  /// Number of levels, the sources' own included.
  var levelCount: Int { starts.count - 1 }

  /// The entries of a level.
  func entries(of level: Int) -> Range<Int> { starts[level]..<starts[level + 1] }

  /// Searches from `sources` (at most ``width``, all different) along `push`; `pull` are the same arcs read from their far ends.
  mutating func run(sources: Range<Int>, push: Adjacency, pull: Adjacency) {
    precondition(sources.count <= Self.width, "one bit per source")
    // Only what the last run touched is cleared: searches of small pieces stay cheap.
    for entry in 0..<starts[levelCount] { seen[Int(nodes[entry])] = 0 }
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    var count = 0
    var everyone: UInt64 = 0
    for (place, source) in sources.enumerated() {
      let bit = UInt64(1) << UInt64(place)
      nodes[count] = Int32(source)
      searches[count] = bit
      seen[source] = bit
      everyone |= bit
      count += 1
    }
    starts.append(count)
    while count > starts[levelCount - 1] {
      let level = starts[levelCount - 1]..<count
      reserve(count + n)
      var leaving = 0
      for entry in level {
        fresh[Int(nodes[entry])] = searches[entry]
        leaving += push.degree(of: Int(nodes[entry]))
      }
      count =
        leaving < pull.arcCount / 8
        ? pushLevel(push, level, count) : pullLevel(pull, count, everyone)
      for entry in level { fresh[Int(nodes[entry])] = 0 }
      if count > level.upperBound { starts.append(count) } else { break }
    }
  }

  /// Room for `wanted` entries; what is there stays.
  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let room = max(wanted, 2 * capacity)
    let moreNodes = UnsafeMutablePointer<Int32>.allocate(capacity: room)
    let moreSearches = UnsafeMutablePointer<UInt64>.allocate(capacity: room)
    moreNodes.update(from: nodes, count: capacity)
    moreSearches.update(from: searches, count: capacity)
    nodes.deallocate()
    searches.deallocate()
    nodes = moreNodes
    searches = moreSearches
    capacity = room
  }

  private func pullLevel(_ rows: Adjacency, _ first: Int, _ everyone: UInt64) -> Int {
    let seen = seen
    let fresh = fresh
    let nodes = nodes
    let searches = searches
    let n = n
    return rows.withUnsafeRows { offsets, targets in
      var count = first
      for v in 0..<n {
        let known = seen[v]
        if known == everyone { continue }
        var news: UInt64 = 0
        for arc in offsets[v]..<offsets[v + 1] { news |= fresh[Int(targets[arc])] }
        news &= ~known
        // Written always, kept only where there is news: no branch to guess.
        nodes[count] = Int32(truncatingIfNeeded: v)
        searches[count] = news
        seen[v] = known | news
        count &+= news == 0 ? 0 : 1
      }
      return count
    }
  }

  private func pushLevel(_ rows: Adjacency, _ level: Range<Int>, _ first: Int) -> Int {
    let seen = seen
    let next = next
    let nodes = nodes
    let searches = searches
    return rows.withUnsafeRows { offsets, targets in
      var count = first
      for entry in level {
        let v = Int(nodes[entry])
        let news = searches[entry]
        for arc in offsets[v]..<offsets[v + 1] {
          let w = Int(targets[arc])
          let unseen = news & ~seen[w]
          if unseen == 0 { continue }
          if next[w] == 0 {
            nodes[count] = Int32(truncatingIfNeeded: w)
            count &+= 1
          }
          next[w] |= unseen
        }
      }
      for entry in first..<count {
        let w = Int(nodes[entry])
        searches[entry] = next[w]
        seen[w] |= next[w]
        next[w] = 0
      }
      return count
    }
  }
}
