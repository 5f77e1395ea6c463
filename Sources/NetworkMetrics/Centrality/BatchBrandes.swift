import GraphCore

/// The accumulation of path dependencies, by steps, from 16 sources at once.
///
/// One lane of a vector per source. ``LevelSets`` says beforehand which lanes reach a node at which level; an *entry* is a node at one
/// level, with the lanes that reach it there. Going up the levels an entry adds the σ of its predecessors' entries, coming down it adds g(w) =
/// mass(w)/σ(w) + Σ g of the successors, and δ(v) = σ(v)·Σ g(w). Vectors are zero in lanes that are not at their level, so that no sum needs a mask; the
/// neighbours that share no lane are sorted out beforehand, without branches, by their sets of lanes. σ, and then g, of all entries stand in one
/// row after another, level by level.
///
/// Work per batch: Σ over entries of their degree, twice, on sets of 16 bits, and one vector addition per arc that some lane uses.
/// Memory: 136 bytes per entry; a node has as many entries as it has different distances from the sources.
///
/// Source: U. Brandes, *A faster algorithm for betweenness centrality*, J. Math. Sociol. 25 (2001), doi:10.1080/0022250X.2001.9990249. That many sources share
/// one pass over the arcs is an idea of M. Then et al. (doi:10.14778/2735496.2735507) for plain searches.
struct BatchBrandes: ~Copyable {
  typealias Lanes = SIMD16<Double>
  /// Sources per batch.
  static let width = 16
  /// Bytes per node of one scratch, for the three entries per node that are usual.
  static let bytesPerNode = 3 * (MemoryLayout<Lanes>.size + 8) + 8
  /// Above this a count of paths may lose its inverse; such batches are refused.
  static let largestCount = 0x1p1000
  /// Entries whose neighbours are listed before any is read, so that reads of memory overlap.
  private static let block = 32

  private let preds: Adjacency
  private let succs: Adjacency
  private let limit: Double
  private var nodes: UnsafeMutablePointer<Int32>
  private var sets: UnsafeMutablePointer<UInt16>
  /// 1 for entries that are on the way to another one.
  private var leads: UnsafeMutablePointer<UInt8>
  private var rows: UnsafeMutablePointer<Lanes>
  private var capacity: Int
  private var starts: [Int] = []
  /// Per node: its lanes at the level that is looked at, none where it has no entry there.
  private let present: UnsafeMutablePointer<UInt16>
  /// Per node: the row of its entry at that level, where it has one.
  private let rowOf: UnsafeMutablePointer<Int32>
  /// Rows to add up for the entries of a block, and where each entry's rows end.
  private let found: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<UnsafeMutablePointer<Int32>>
  private let laneMasks: UnsafeMutablePointer<SIMD2<UInt64>>

  /// Scratch over a graph given by its arcs from both ends; batches with more than `limit` paths in all are refused.
  init(preds: Adjacency, succs: Adjacency, limit: Double = Self.largestCount) {
    self.limit = limit
    self.preds = preds
    self.succs = succs
    let n = max(1, preds.nodeCount)
    capacity = 2 * n
    nodes = .allocate(capacity: capacity)
    sets = .allocate(capacity: capacity)
    leads = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity)
    present = .allocate(capacity: n)
    present.initialize(repeating: 0, count: n)
    rowOf = .allocate(capacity: n)
    rowOf.initialize(repeating: 0, count: n)
    let highest = (0..<preds.nodeCount).reduce(1) {
      max($0, preds.degree(of: $1), succs.degree(of: $1))
    }
    found = .allocate(capacity: min(highest * Self.block, max(preds.arcCount, succs.arcCount) + 1))
    ends = .allocate(capacity: Self.block)
    laneMasks = .allocate(capacity: 4)
    for pattern in 0..<4 {
      laneMasks[pattern] = SIMD2(pattern & 1 == 0 ? 0 : .max, pattern & 2 == 0 ? 0 : .max)
    }
  }

  deinit {
    nodes.deallocate()
    sets.deallocate()
    leads.deallocate()
    rows.deallocate()
    present.deallocate()
    rowOf.deallocate()
    found.deallocate()
    ends.deallocate()
    laneMasks.deallocate()
  }

  /// Adds the dependencies of the sources that are bits `first ..< first + 16` of `levelSets`, each times its entry in `masses`, to `nodeSums` (per
  /// node, sources left out) and to `arcSums` (per arc of `succs`), whichever is there.
  ///
  /// Returns `false`, with nothing added, where a count of paths is too large for plain numbers.
  mutating func accumulate(
    _ levelSets: borrowing LevelSets,
    first: Int,
    masses: Lanes,
    mass: UnsafePointer<Double>,
    nodeSums: UnsafeMutablePointer<Double>?,
    arcSums: UnsafeMutablePointer<Double>?
  ) -> Bool {
    select(levelSets, first)
    guard countPaths() else { return false }
    addDependencies(masses, mass, nodeSums, arcSums)
    return true
  }

  /// Takes over the entries that concern this batch.
  private mutating func select(_ levelSets: borrowing LevelSets, _ first: Int) {
    reserve(levelSets.starts[levelSets.levelCount])
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    var count = 0
    for level in 0..<levelSets.levelCount {
      for entry in levelSets.entries(of: level) {
        let set = UInt16(truncatingIfNeeded: levelSets.searches[entry] >> UInt64(first))
        // Written always, kept only where a lane is in it.
        nodes[count] = levelSets.nodes[entry]
        sets[count] = set
        count &+= set == 0 ? 0 : 1
      }
      if count == starts[starts.count - 1] { break }
      starts.append(count)
    }
    leads.update(repeating: 0, count: count)
  }

  private mutating func reserve(_ wanted: Int) {
    // One entry more than counted is written and thrown away.
    guard wanted + 1 > capacity else { return }
    nodes.deallocate()
    sets.deallocate()
    leads.deallocate()
    rows.deallocate()
    capacity = wanted + wanted / 4 + 1
    nodes = .allocate(capacity: capacity)
    sets = .allocate(capacity: capacity)
    leads = .allocate(capacity: capacity)
    rows = .allocate(capacity: capacity)
  }

  /// The vector with zeros in the lanes that are not in `set`.
  @inline(__always)
  private func only(_ set: UInt16, _ x: Lanes) -> Lanes {
    var mask = SIMD16<UInt64>.zero
    for pair in 0..<8 {
      let two = laneMasks[Int((set >> UInt16(2 * pair)) & 3)]
      mask[2 * pair] = two[0]
      mask[2 * pair + 1] = two[1]
    }
    return unsafeBitCast(unsafeBitCast(x, to: SIMD16<UInt64>.self) & mask, to: Lanes.self)
  }

  /// Lists, for every entry of a block that `wanted` says, the neighbours that share a lane with it at the level in ``present``; then
  /// turns them into rows, marks those as leading on when `marking`, and touches them, so that they are in the cache when they are added.
  @inline(__always)
  private func list(
    _ entries: Range<Int>,
    _ offsets: UnsafePointer<Int>,
    _ targets: UnsafePointer<Int32>,
    marking: Bool
  ) {
    var last = found
    for entry in entries {
      let v = Int(nodes[entry])
      let set = sets[entry]
      var arc = targets + offsets[v]
      // Coming down, entries that lead nowhere have nothing to add.
      let end = marking || leads[entry] != 0 ? targets + offsets[v + 1] : arc
      while arc != end {
        let u = arc.pointee
        last.pointee = u
        let shared = UInt32(present[Int(u)] & set)
        // One step where a lane is shared, none otherwise, without a branch.
        last += Int(truncatingIfNeeded: (0 &- shared) >> 31)
        arc += 1
      }
      ends[entry - entries.lowerBound] = last
    }
    var place = found
    if marking {
      while place != last {
        let row = rowOf[Int(place.pointee)]
        place.pointee = row
        leads[Int(row)] = 1
        place += 1
      }
    } else {
      while place != last {
        place.pointee = rowOf[Int(place.pointee)]
        place += 1
      }
    }
  }

  /// The sum of listed rows.
  @inline(__always)
  private func gather(
    _ start: UnsafeMutablePointer<Int32>,
    _ end: UnsafeMutablePointer<Int32>
  ) -> Lanes {
    var sum = Lanes.zero
    var row = start
    while row != end {
      sum += rows[Int(row.pointee)]
      row += 1
    }
    return sum
  }

  private func show(_ level: Int) {
    for entry in starts[level]..<starts[level + 1] {
      let v = Int(nodes[entry])
      present[v] = sets[entry]
      rowOf[v] = Int32(truncatingIfNeeded: entry)
    }
  }

  private func hide(_ level: Int) {
    for entry in starts[level]..<starts[level + 1] { present[Int(nodes[entry])] = 0 }
  }

  /// σ of every entry, level by level; `false` where one is too large.
  private func countPaths() -> Bool {
    preds.withUnsafeRows { offsets, targets in
      var total = Lanes.zero
      for entry in starts[0]..<starts[1] { rows[entry] = only(sets[entry], Lanes(repeating: 1)) }
      for level in stride(from: 1, to: starts.count - 1, by: 1) {
        show(level - 1)
        var first = starts[level]
        while first < starts[level + 1] {
          let block = first..<min(starts[level + 1], first + Self.block)
          list(block, offsets, targets, marking: true)
          var start = found
          for entry in block {
            let end = ends[entry - first]
            let sigma = only(sets[entry], gather(start, end))
            start = end
            rows[entry] = sigma
            // The sum of all counts is a bound of every one of them, at the price of one addition.
            total += sigma
          }
          first = block.upperBound
        }
        hide(level - 1)
      }
      return total.max() <= limit
    }
  }

  /// δ of every entry, from the last level to the first.
  private func addDependencies(
    _ masses: Lanes,
    _ mass: UnsafePointer<Double>,
    _ nodeSums: UnsafeMutablePointer<Double>?,
    _ arcSums: UnsafeMutablePointer<Double>?
  ) {
    succs.withUnsafeRows { offsets, targets in
      let last = starts.count - 2
      for level in stride(from: last, through: arcSums == nil ? 1 : 0, by: -1) {
        if level < last { show(level + 1) }
        var first = starts[level]
        while first < starts[level + 1] {
          let block = first..<min(starts[level + 1], first + Self.block)
          if let arcSums { addToArcs(block, masses, arcSums, offsets, targets) }
          list(block, offsets, targets, marking: false)
          var start = found
          for entry in block {
            let end = ends[entry - first]
            let v = Int(nodes[entry])
            let sum = gather(start, end)
            start = end
            let sigma = rows[entry]
            if level > 0, let nodeSums { nodeSums[v] += (sigma * sum * masses).sum() }
            rows[entry] = only(sets[entry], Lanes(repeating: mass[v]) / sigma + sum)
          }
          first = block.upperBound
        }
        if level < last { hide(level + 1) }
      }
    }
  }

  /// Every arc from an entry of the block to the level above carries σ(v)·g(w).
  private func addToArcs(
    _ block: Range<Int>,
    _ masses: Lanes,
    _ arcSums: UnsafeMutablePointer<Double>,
    _ offsets: UnsafePointer<Int>,
    _ targets: UnsafePointer<Int32>
  ) {
    for entry in block where leads[entry] != 0 {
      let v = Int(nodes[entry])
      let sigma = rows[entry] * masses
      for arc in offsets[v]..<offsets[v + 1] {
        let w = Int(targets[arc])
        if present[w] & sets[entry] == 0 { continue }
        arcSums[arc] += (sigma * rows[Int(rowOf[w])]).sum()
      }
    }
  }
}
