import GraphCore

/// The accumulation of path dependencies from one source at a time, over shortest paths by length, or by steps.
///
/// δ_s(v) = Σ_{w: v on a shortest path to w, one arc before} σ(v)/σ(w) · (mass(w) + δ_s(w)), where σ counts shortest paths and mass(w) says how many
/// targets stand behind `w`. Two paths count as equally long when they differ by less than 10⁻¹⁰ of their length: sums of lengths carry
/// rounding that depends on the order of adding. A path never goes back in the order in which Dijkstra's search settled the nodes, so rounding cannot make a ring.
/// Path counts beyond 2¹⁰⁰⁰ are counted again with an exponent of their own.
///
/// Source: U. Brandes, *A faster algorithm for betweenness centrality*, J. Math. Sociol. 25 (2001),
/// doi:10.1080/0022250X.2001.9990249.
struct LengthBrandes: ~Copyable {
  /// Two lengths are equal when they differ by less than this share.
  static let tolerance = 1e-10
  /// Above this, counts of paths are kept as ``ScaledCount``; its inverse is still a normal number.
  private static let largestPlainCount = 0x1p1000
  /// Bytes per node of one scratch.
  static let bytesPerNode = 24 + 16 + 8
  /// Bytes per arc of one scratch.
  static let bytesPerArc = 4

  private let rows: Adjacency
  private let lengths: [Double]?
  private var search: Dijkstra
  private let sigma: UnsafeMutablePointer<Double>
  private let delta: UnsafeMutablePointer<Double>
  /// The arcs of shortest paths from the source, each by its place in its row, by the rank of the node they leave: those of rank `r` end at
  /// `pathArcEnds[r]`. They are few of all arcs, so that the way back reads little.
  private let pathArcs: UnsafeMutablePointer<Int32>
  private let pathArcEnds: UnsafeMutablePointer<Int>

  /// Scratch over `rows`, whose arcs are as long as `lengths` says, all above 0, or one step each.
  init(rows: Adjacency, lengths: [Double]?) {
    self.rows = rows
    self.lengths = lengths
    let room = max(1, rows.nodeCount)
    search = Dijkstra(nodeCount: room)
    sigma = .allocate(capacity: room)
    sigma.initialize(repeating: 0, count: room)
    delta = .allocate(capacity: room)
    delta.initialize(repeating: 0, count: room)
    pathArcs = .allocate(capacity: max(1, rows.arcCount))
    pathArcs.initialize(repeating: 0, count: max(1, rows.arcCount))
    pathArcEnds = .allocate(capacity: room)
    pathArcEnds.initialize(repeating: 0, count: room)
  }

  deinit {
    sigma.deallocate()
    delta.deallocate()
    pathArcs.deallocate()
    pathArcEnds.deallocate()
  }

  /// Adds `mass[source]` times the dependencies of `source` to `nodes` (one entry per node, the source itself left out) and to `arcs` (one per
  /// arc index), whichever is there.
  mutating func accumulate(
    from source: Int,
    mass: UnsafePointer<Double>,
    nodes: UnsafeMutablePointer<Double>?,
    arcs: UnsafeMutablePointer<Double>?
  ) {
    if let lengths {
      search.run(from: source, rows, lengths)
    } else {
      search.run(from: source, steps: rows)
    }
    if !countPaths() {
      accumulateScaled(from: source, mass: mass, nodes: nodes, arcs: arcs)
      return
    }
    let weight = mass[source]
    rows.withUnsafeRows { offsets, targets in
      for rank in stride(from: search.reached - 1, through: 0, by: -1) {
        let v = Int(search.order[rank])
        let row = offsets[v]
        var sum = 0.0
        for entry in (rank == 0 ? 0 : pathArcEnds[rank - 1])..<pathArcEnds[rank] {
          let arc = row + Int(pathArcs[entry])
          let w = Int(targets[arc])
          let share = sigma[v] * ((mass[w] + delta[w]) / sigma[w])
          sum += share
          arcs?[arc] += weight * share
        }
        delta[v] = sum
        if v != source { nodes?[v] += weight * sum }
      }
    }
  }

  /// Whether `w` comes right after `v`, which has the given rank, on a shortest path over `arc`.
  @inline(__always)
  private func follows(_ v: Int, _ w: Int, _ arc: Int, _ rank: Int) -> Bool {
    guard let lengths else { return search.distance[w] == search.distance[v] + 1 }
    // The lengths decide for nearly every arc, so that ranks are hardly ever fetched.
    return search.distance[v] + lengths[arc] <= search.distance[w] * (1 + Self.tolerance)
      && search.rank(of: w) > rank
  }

  /// Counts shortest paths and lists their arcs; `false` where a count is too large.
  private func countPaths() -> Bool {
    rows.withUnsafeRows { offsets, targets in
      for rank in 0..<search.reached { sigma[Int(search.order[rank])] = 0 }
      sigma[Int(search.order[0])] = 1
      var largest = 0.0
      var listed = 0
      for rank in 0..<search.reached {
        let v = Int(search.order[rank])
        largest = max(largest, sigma[v])
        let row = offsets[v]
        for arc in row..<offsets[v + 1] {
          let w = Int(targets[arc])
          if follows(v, w, arc, rank) {
            sigma[w] += sigma[v]
            pathArcs[listed] = Int32(truncatingIfNeeded: arc - row)
            listed += 1
          }
        }
        pathArcEnds[rank] = listed
      }
      return largest <= Self.largestPlainCount
    }
  }

  /// The same two passes with counts that cannot overflow.
  private func accumulateScaled(
    from source: Int,
    mass: UnsafePointer<Double>,
    nodes: UnsafeMutablePointer<Double>?,
    arcs: UnsafeMutablePointer<Double>?
  ) {
    var count = [ScaledCount](repeating: .zero, count: rows.nodeCount)
    count[source] = .one
    let weight = mass[source]
    rows.withUnsafeRows { offsets, targets in
      for rank in 0..<search.reached {
        let v = Int(search.order[rank])
        for arc in offsets[v]..<offsets[v + 1] {
          let w = Int(targets[arc])
          if follows(v, w, arc, rank) { count[w] += count[v] }
        }
      }
      for rank in stride(from: search.reached - 1, through: 0, by: -1) {
        let v = Int(search.order[rank])
        var sum = 0.0
        for arc in offsets[v]..<offsets[v + 1] {
          let w = Int(targets[arc])
          guard follows(v, w, arc, rank) else { continue }
          let share = count[v].ratio(to: count[w]) * (mass[w] + delta[w])
          sum += share
          arcs?[arc] += weight * share
        }
        delta[v] = sum
        if v != source { nodes?[v] += weight * sum }
      }
    }
  }
}
