import GraphCore

/// How distances are taken and which way arcs are followed.
public struct DistanceOptions: Sendable, Equatable {
  /// Along the arcs or against them.
  public var direction: PathDirection
  /// How strengths become lengths; `nil` counts steps.
  public var lengths: LengthRule?

  /// Steps, outward, unless said otherwise.
  public init(direction: PathDirection = .outward, lengths: LengthRule? = nil) {
    self.direction = direction
    self.lengths = lengths
  }
}

/// What the distances between one node and all others add up to; the stuff of closeness, harmonic centrality, eccentricity,
/// mean distance and efficiency. One entry per node everywhere.
public struct DistanceTotals: Sendable, Equatable {
  /// Other nodes within reach.
  public let reached: [Int]
  /// Σ d over them.
  public let total: [Double]
  /// Σ 1/d over them; infinite where one of them is at distance 0, which only lengths of 0 bring about.
  public let inverse: [Double]
  /// The largest d, 0 where nothing is within reach.
  public let farthest: [Double]

  /// Reachable ordered pairs.
  public var pairs: Int { reached.reduce(0, +) }

  /// Mean distance over reachable ordered pairs; `nil` where there is none.
  public var meanDistance: Double? {
    let pairs = pairs
    return pairs == 0 ? nil : total.reduce(0, +) / Double(pairs)
  }

  /// Mean of 1/d over all ordered pairs, unreachable ones counting 0; `nil` below two nodes.
  ///
  /// Source: V. Latora, M. Marchiori, *Efficient behavior of small-world networks*, Phys. Rev. Lett. 87 (2001),
  /// doi:10.1103/PhysRevLett.87.198701.
  public var globalEfficiency: Double? {
    let n = Double(reached.count)
    return n < 2 ? nil : inverse.reduce(0, +) / (n * (n - 1))
  }
}

extension Graph {
  /// Sums over the distances from every node (to every node if `inward`).
  ///
  /// In steps: bit-parallel searches, O(n·m / 512) when distances are small, never more than O(n·m), 512 sources a batch. With lengths: one Dijkstra
  /// search per node, O(n·(m + n·log n)). Distances are exact integers without lengths; sums of 1/d are added by shards in a fixed order, so that any
  /// number of threads gives the same bits.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/lengthUnusable(source:target:weight:)``, ``MetricError/notFinite(measure:)``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func distanceTotals(
    _ options: DistanceOptions = DistanceOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> DistanceTotals {
    // Without strengths every length is 1, and lengths are steps.
    guard let rule = isWeighted ? options.lengths : nil else {
      let totals = try levelTotals(options.direction, deepest: .max, control: control)
      return DistanceTotals(
        reached: totals.map(\.reached),
        total: totals.map { Double($0.levels) },
        inverse: totals.map(\.inverse),
        farthest: totals.map { Double($0.highest) }
      )
    }
    return try weightedTotals(rule, options.direction, control: control)
  }

  /// Sums of levels of breadth-first searches from all nodes, up to `deepest` steps.
  func levelTotals(
    _ direction: PathDirection,
    deepest: Int,
    control: RunControl
  ) throws(MetricError) -> [LevelTotals] {
    if deepest > Self.deepGraph && rows(direction).depthOfHub > Self.deepGraph {
      return try singleTotals(direction, control)
    }
    return try levelTotals(
      direction,
      deepest: deepest,
      sources: Array(0..<nodeCount),
      control: control
    )
  }

  /// Sums of levels of bit-parallel breadth-first searches from `sources`, all different, up to `deepest` steps.
  func levelTotals(
    _ direction: PathDirection,
    deepest: Int,
    sources: [Int],
    control: RunControl
  ) throws(MetricError) -> [LevelTotals] {
    let n = nodeCount
    guard n > 0 else { return [] }
    let batches = (sources.count + MultiSourceBFS.width - 1) / MultiSourceBFS.width
    let plan = ShardPlan(items: batches, width: n * 6)
    try MemoryBudget.require(
      n,
      of: plan.shards * MemoryLayout<LevelTotals>.stride
        + min(control.threads, plan.shards) * MultiSourceBFS.bytesPerNode
    )
    let rows = LevelRows(shards: plan.shards, width: n)
    // Levels are counted at the node that is reached: what a node reaches is found by searching against the arcs.
    let pull = direction == .outward ? out : incoming
    let push = direction == .outward ? incoming : out
    control.begin("distances", total: sources.count)
    control.forEachShard(plan.shards) { shard in
      var search = MultiSourceBFS(nodeCount: n)
      for batch in plan.range(shard) where !control.isCancelled {
        let first = batch * MultiSourceBFS.width
        let some = sources[first..<min(sources.count, first + MultiSourceBFS.width)]
        search.run(
          sources: some,
          pull: pull,
          push: push,
          deepest: deepest,
          totals: rows.row(shard)
        )
        control.advance(by: some.count)
      }
    }
    try control.check()
    return rows.total()
  }
}

extension Graph {
  /// In graphs deeper than this 512 sources hardly ever share a level, and one search per node is faster.
  private static let deepGraph = 200

  /// One breadth-first search per node; every shard writes the totals of its own nodes.
  private func singleTotals(
    _ direction: PathDirection,
    _ control: RunControl
  ) throws(MetricError) -> [LevelTotals] {
    let n = nodeCount
    let rows = rows(direction)
    let plan = ShardPlan(items: n, width: 1)
    try MemoryBudget.require(n, of: 80 + 8 * min(control.threads, plan.shards))
    let totals = LevelRows(shards: 1, width: n)
    control.begin("distances", total: n)
    control.forEachShard(plan.shards) { shard in
      var search = BreadthFirstSearch(nodeCount: n)
      for source in plan.range(shard) where !control.isCancelled {
        rows.withUnsafeRows { search.run(from: source, offsets: $0, targets: $1) }
        var total = LevelTotals()
        for place in 1..<search.reached {
          let level = Int(search.distance[Int(search.order[place])])
          total.levels += level
          total.squares += Double(level) * Double(level)
          total.inverse += 1 / Double(level)
          if level <= 2 { total.near += 1 }
        }
        total.reached = search.reached - 1
        total.highest = search.depth
        totals.row(0)[source] = total
        control.advance()
      }
    }
    try control.check()
    return totals.total()
  }

  /// One Dijkstra search per node; every shard writes the totals of its own nodes.
  private func weightedTotals(
    _ rule: LengthRule,
    _ direction: PathDirection,
    control: RunControl
  ) throws(MetricError) -> DistanceTotals {
    let n = nodeCount
    let rows = rows(direction)
    try MemoryBudget.require(n, of: 32 + 24 * control.threads, fixed: 8 * rows.arcCount)
    let lengths = try rows.lengths(rule)
    let plan = ShardPlan(items: n, width: 1)
    let sums = try ShardedSums(shards: 4, width: n)
    control.begin("distances", total: n)
    control.forEachShard(plan.shards) { shard in
      var search = Dijkstra(nodeCount: n)
      for source in plan.range(shard) where !control.isCancelled {
        search.run(from: source, rows, lengths)
        var total = 0.0
        var inverse = 0.0
        for place in 1..<max(1, search.reached) {
          let d = search.distance[Int(search.order[place])]
          total += d
          inverse += 1 / d
        }
        sums.row(0)[source] = Double(search.reached - 1)
        sums.row(1)[source] = total
        sums.row(2)[source] = inverse
        sums.row(3)[source] = search.distance[Int(search.order[search.reached - 1])]
        control.advance()
      }
    }
    try control.check()
    let column = { (row: Int) in (0..<n).map { sums.row(row)[$0] } }
    guard column(1).allSatisfy(\.isFinite) else { throw .notFinite(measure: "distance") }
    return DistanceTotals(
      reached: column(0).map { Int($0) },
      total: column(1),
      inverse: column(2),
      farthest: column(3)
    )
  }
}

/// Private level totals per shard, added in shard order.
private final class LevelRows: @unchecked Sendable {
  private let shards: Int
  private let width: Int
  private let storage: UnsafeMutablePointer<LevelTotals>

  init(shards: Int, width: Int) {
    self.shards = shards
    self.width = width
    storage = .allocate(capacity: shards * width)
    storage.initialize(repeating: LevelTotals(), count: shards * width)
  }

  deinit { storage.deallocate() }

  func row(_ shard: Int) -> UnsafeMutablePointer<LevelTotals> { storage + shard * width }

  func total() -> [LevelTotals] {
    var sums = [LevelTotals](repeating: LevelTotals(), count: width)
    for shard in 0..<shards {
      let row = row(shard)
      for v in 0..<width {
        sums[v].reached += row[v].reached
        sums[v].levels += row[v].levels
        sums[v].squares += row[v].squares
        sums[v].inverse += row[v].inverse
        sums[v].highest = max(sums[v].highest, row[v].highest)
        sums[v].near += row[v].near
      }
    }
    return sums
  }
}
