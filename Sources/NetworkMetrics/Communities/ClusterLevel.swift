import GraphCore

/// A graph whose nodes may stand for groups of nodes of another one: what the Leiden algorithm works on at each level.
///
/// With w(v, C) the strength of the ties from v to C, putting v into C gains w(v, C) less what chance lets expect:
/// `penalty` · size(v) · size(C), where sizes are strengths (modularity) or numbers of members (CPM); with directed modularity
/// `penalty` · (size(v) · inSize(C) + inSize(v) · size(C)).
struct ClusterLevel: Sendable {
  /// Symmetric rows without loops; every tie stands in the row of either end.
  let rows: Adjacency
  let size: [Double]
  /// In-strengths for directed modularity, otherwise empty.
  let inSize: [Double]
  let penalty: Double
  /// The mean strength of a tie between nodes: the scale on which gains are large or small.
  let meanTie: Double
  /// Whether a node holds on to its cluster; empty when none does.
  let isFixed: [Bool]

  var nodeCount: Int { rows.nodeCount }

  /// Gains below this are rounding.
  var tolerance: Double { 1e-10 * meanTie }

  /// The level of the nodes themselves.
  init(_ graph: Graph, _ quality: ClusterQuality, isFixed: [Bool]) throws(MetricError) {
    try graph.requireNonNegativeWeights()
    rows = graph.symmetrized(.weak).out.withoutZeros()
    let strengths = { (rows: Adjacency) in
      (0..<rows.nodeCount).map { v in
        rows.weights == nil
          ? Double(rows.degree(of: v)) : rows.arcs(of: v).reduce(0) { $0 + rows.weight(at: $1) }
      }
    }
    let own = strengths(rows)
    let total = own.reduce(0, +)
    guard total.isFinite else { throw .notFinite(measure: "quality") }
    let gamma = quality.resolution
    switch quality {
    case .directedModularity where graph.isDirected:
      size = strengths(graph.out)
      inSize = strengths(graph.incoming)
      penalty = total > 0 ? gamma / (total / 2) : 0
    case .modularity, .directedModularity:
      size = own
      inSize = []
      penalty = total > 0 ? gamma / total : 0
    case .cpm:
      size = [Double](repeating: 1, count: rows.nodeCount)
      inSize = []
      penalty = gamma
    }
    meanTie = rows.arcCount > 0 ? total / Double(rows.arcCount) : 0
    self.isFixed = isFixed
  }

  private init(
    rows: Adjacency,
    size: [Double],
    inSize: [Double],
    isFixed: [Bool],
    like other: ClusterLevel
  ) {
    self.rows = rows
    self.size = size
    self.inSize = inSize
    self.isFixed = isFixed
    penalty = other.penalty
    meanTie = other.meanTie
  }

  /// The level in which each group is one node: ties between groups are summed, those inside disappear.
  ///
  /// `groupOf` numbers the groups 0 ..< `count`. Groups are cut into shards of a fixed number, each written to a table of its own.
  func merged(
    _ groupOf: [Int32],
    count: Int,
    control: RunControl
  ) throws(MetricError) -> ClusterLevel {
    let members = GroupMembers(groupOf, count: count)
    let shards = max(1, min(16, count / 256))
    var parts = [MergedRows?](repeating: nil, count: shards)
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let slots = buffer
      control.forEachShard(shards) { shard in
        let range = (shard * count / shards)..<((shard + 1) * count / shards)
        slots[shard] = MergedRows(rows, groupOf, members, range, groupCount: count)
      }
    }
    try control.check()
    let filled = parts.compactMap { $0 }
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var starts = [0]
    for part in filled {
      let start = starts[starts.count - 1]
      for end in part.ends { offsets.append(start + end) }
      starts.append(start + part.targets.count)
    }
    let targets = Self.joined(filled.map(\.targets), at: starts, threads: control.threads)
    let weights = Self.joined(filled.map(\.weights), at: starts, threads: control.threads)
    let sum = { (values: [Double]) -> [Double] in
      guard !values.isEmpty else { return [] }
      var sums = [Double](repeating: 0, count: count)
      for (v, group) in groupOf.enumerated() { sums[Int(group)] += values[v] }
      return sums
    }
    var fixed = [Bool](repeating: false, count: isFixed.isEmpty ? 0 : count)
    for v in isFixed.indices where isFixed[v] { fixed[Int(groupOf[v])] = true }
    return ClusterLevel(
      rows: Adjacency(offsets: offsets, targets: targets, weights: weights),
      size: sum(size),
      inSize: sum(inSize),
      isFixed: fixed,
      like: self
    )
  }
}

extension ClusterLevel {
  /// The parts one after the other, copied side by side.
  fileprivate static func joined<Element: BitwiseCopyable & Sendable>(
    _ parts: [[Element]],
    at starts: [Int],
    threads: Int
  ) -> [Element] {
    [Element](filling: starts[parts.count]) { buffer, count in
      nonisolated(unsafe) let place = buffer.baseAddress
      // Without the caller's control: nothing may be left out here, even when it is cancelled.
      RunControl(threads: threads).forEachShard(parts.count) { part in
        parts[part].withUnsafeBufferPointer { source in
          guard let place, let first = source.baseAddress else { return }
          (place + starts[part]).initialize(from: first, count: source.count)
        }
      }
      count = starts[parts.count]
    }
  }
}

/// The members of numbered groups, one group after the other, ascending unless said otherwise.
struct GroupMembers: Sendable {
  let offsets: [Int]
  let nodes: [Int32]

  init(_ groupOf: [Int32], count: Int) {
    self.init(groupOf, count: count, order: nil)
  }

  /// Members stand in the order in which `order` names them.
  init(_ groupOf: [Int32], count: Int, order: [Int32]?) {
    var offsets = [Int](repeating: 0, count: count + 1)
    for group in groupOf { offsets[Int(group) + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    var cursor = offsets
    var nodes = [Int32](repeating: 0, count: groupOf.count)
    for place in groupOf.indices {
      let v = order?[place] ?? Int32(place)
      let group = Int(groupOf[Int(v)])
      nodes[cursor[group]] = v
      cursor[group] += 1
    }
    self.offsets = offsets
    self.nodes = nodes
  }

  /// The members of one group.
  subscript(group: Int) -> ArraySlice<Int32> { nodes[offsets[group]..<offsets[group + 1]] }
}

/// The summed rows of some groups.
private struct MergedRows: Sendable {
  let ends: [Int]
  let targets: [Int32]
  let weights: [Double]

  init(
    _ rows: Adjacency,
    _ groupOf: [Int32],
    _ members: GroupMembers,
    _ groups: Range<Int>,
    groupCount: Int
  ) {
    // Merged rows are no longer than the rows they come from.
    let nodes = members.nodes[
      members.offsets[groups.lowerBound]..<members.offsets[groups.upperBound]
    ]
    let most = nodes.reduce(0) { $0 + rows.degree(of: Int($1)) }
    guard most > 0 else {
      ends = [Int](repeating: 0, count: groups.count)
      targets = []
      weights = []
      return
    }
    var ends: [Int] = []
    ends.reserveCapacity(groups.count)
    var weights: [Double] = []
    targets = [Int32](filling: most) { targets, count in
      weights = [Double](filling: most) { sums, sumCount in
        Self.merge(rows, groupOf, members, groups, groupCount: groupCount, targets, sums, &ends)
        sumCount = ends.last ?? 0
      }
      count = ends.last ?? 0
    }
    self.weights = weights
    self.ends = ends
  }

  private static func merge(
    _ rows: Adjacency,
    _ groupOf: [Int32],
    _ members: GroupMembers,
    _ groups: Range<Int>,
    groupCount: Int,
    _ targets: UnsafeMutableBufferPointer<Int32>,
    _ sums: UnsafeMutableBufferPointer<Double>,
    _ ends: inout [Int]
  ) {
    // placeOf[g] is where this row holds its tie to group g; anything before the start of the row is left over from another.
    let placeOf = UnsafeMutablePointer<Int>.allocate(capacity: groupCount)
    defer { placeOf.deallocate() }
    placeOf.initialize(repeating: -1, count: groupCount)
    let strengths = rows.weights ?? []
    var filled = 0
    strengths.withUnsafeBufferPointer { strengths in
      groupOf.withUnsafeBufferPointer { groupOf in
        rows.withUnsafeRows { offsets, neighbours in
          for group in groups {
            let start = filled
            for v in members[group] {
              for arc in offsets[Int(v)]..<offsets[Int(v) + 1] {
                let other = groupOf[Int(neighbours[arc])]
                if Int(other) == group { continue }
                let strength = strengths.isEmpty ? 1 : strengths[arc]
                let place = placeOf[Int(other)]
                if place >= start {
                  sums[place] += strength
                } else {
                  placeOf[Int(other)] = filled
                  targets.initializeElement(at: filled, to: other)
                  sums.initializeElement(at: filled, to: strength)
                  filled += 1
                }
              }
            }
            ends.append(filled)
          }
        }
      }
    }
  }
}
