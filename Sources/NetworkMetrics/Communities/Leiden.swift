import GraphCore

/// How often the Leiden algorithm goes through the whole network.
public enum LeidenIterations: Sendable, Equatable {
  /// Until an iteration finds nothing better; each one before it does, so this ends.
  case untilStable
  /// At most so many times, at least once.
  case atMost(Int)
}

/// Choices of the Leiden algorithm.
public struct LeidenOptions: Sendable {
  /// What is made as large as possible.
  public var quality: ClusterQuality
  /// Seed of the order of visits and of the lots.
  public var seed: UInt64
  /// When to stop.
  public var iterations: LeidenIterations
  /// Clusters to start from; every node alone where it is `nil`.
  public var start: Partition?
  /// Nodes that keep to their starting clusters, one flag per node; nobody where it is `nil`. Two fixed nodes end in one cluster
  /// if they start in one, and only then.
  public var fixed: [Bool]?

  /// The defaults: modularity at resolution 1, until stable.
  public init(
    quality: ClusterQuality = .modularity(),
    seed: UInt64 = 1,
    iterations: LeidenIterations = .untilStable,
    start: Partition? = nil,
    fixed: [Bool]? = nil
  ) {
    self.quality = quality
    self.seed = seed
    self.iterations = iterations
    self.start = start
    self.fixed = fixed
  }
}

/// Clusters found by search, with how good they are.
public struct ClusterResult: Sendable, Equatable {
  /// The clusters, numbered by falling size.
  public let partition: Partition
  /// The quality that was asked for, as ``GraphCore/Graph/quality(of:_:)`` gives it; `nil` without ties.
  public let quality: Double?
  /// Iterations made.
  public let iterations: Int
  /// Whether the last iteration found nothing better.
  public let converged: Bool
}

extension Graph {
  /// Clusters by the Leiden algorithm.
  ///
  /// A directed graph is clustered as undirected with the strengths of a pair summed, unless the quality is
  /// `directedModularity`. Strengths count. Isolates are clusters of their own.
  ///
  /// Every cluster is connected (unless fixed members hold one together that is not). When the result says `converged`, no single
  /// node can move, to another cluster or to one of its own, so that the quality rises. The same graph, options and seed give the same
  /// clusters whatever the number of threads. An iteration takes close to O(arcs) time; about 90 bytes per node plus the rows of
  /// the coarser levels.
  ///
  /// Source: V. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, Scientific
  /// Reports 9 (2019), doi:10.1038/s41598-019-41695-z.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for a bad resolution, a count of iterations below 1, a start or fixed
  ///   members that do not fit the graph, or fixed members without a start;
  ///   ``MetricError/negativeWeight(source:target:weight:)``, ``MetricError/notFinite(measure:)``, ``MetricError/cancelled``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func leiden(
    _ options: LeidenOptions = LeidenOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> ClusterResult {
    try options.check(nodeCount: nodeCount)
    try MemoryBudget.require(nodeCount, of: 128, fixed: out.arcCount * 28)
    let level = try ClusterLevel(self, options.quality, isFixed: options.fixed ?? [])
    var search = LeidenSearch(
      base: level,
      start: options.start,
      seed: options.seed
    )
    var iterations = 0
    var converged = false
    while true {
      let moves = try search.iterate(iterations, control: control)
      iterations += 1
      let ends =
        switch options.iterations {
        case .untilStable: moves == 0
        case .atMost(let most): moves == 0 || iterations >= most
        }
      guard ends else { continue }
      // Only at the end: parts that came apart on the way mostly find each other or others again.
      let apart = search.splitDisconnected()
      converged = moves == 0 && !apart
      if case .atMost(let most) = options.iterations, iterations >= most { break }
      if converged { break }
    }
    let partition = Partition(labels: search.clusterOf)
    return ClusterResult(
      partition: partition,
      quality: try quality(of: partition, options.quality, control: control),
      iterations: iterations,
      converged: converged
    )
  }
}

extension LeidenOptions {
  fileprivate func check(nodeCount: Int) throws(MetricError) {
    try quality.check()
    if case .atMost(let most) = iterations, most < 1 {
      throw .invalidOption(name: "iterations", reason: "there must be at least one")
    }
    if let start, start.nodeCount != nodeCount {
      throw .invalidOption(name: "start", reason: "there must be one cluster per node")
    }
    if let fixed {
      guard fixed.count == nodeCount else {
        throw .invalidOption(name: "fixed", reason: "there must be one flag per node")
      }
      guard start != nil else {
        throw .invalidOption(name: "fixed", reason: "fixed members need a partition to start from")
      }
    }
  }
}

/// The state of a search between iterations.
private struct LeidenSearch: ~Copyable {
  private let base: ClusterLevel
  private let seed: UInt64
  private let hasStart: Bool
  private let moving: LocalMoving
  /// The highest level of the last iteration with the clusters of its nodes, and the levels' nodes in terms of the next level from the base up.
  private var top: ClusterLevel
  private var topClusterOf: [Int32]
  private var partsOf: [[Int32]] = []

  init(base: ClusterLevel, start: Partition?, seed: UInt64) {
    self.base = base
    self.seed = seed
    hasStart = start != nil
    top = base
    topClusterOf = start?.clusterOf ?? (0..<base.nodeCount).map { Int32($0) }
    moving = LocalMoving(nodeCount: base.nodeCount)
  }

  /// The cluster of each node.
  var clusterOf: [Int32] {
    partsOf.reversed().reduce(topClusterOf) { clusters, parts in parts.map { clusters[Int($0)] } }
  }

  /// Moves nodes, refines, merges the parts to the nodes of the next level, until there is nothing left to merge. Returns how
  /// many moves improved the quality.
  mutating func iterate(_ iteration: Int, control: RunControl) throws(MetricError) -> Int {
    var cluster = clusterOf
    var level = base
    var moves = 0
    var depth: UInt64 = 0
    // Rounds are for making clusters; what is there already is improved only.
    let start = iteration == 0 && !hasStart ? MovingStart.rounds : .gains
    partsOf = []
    // Nodes that are merged away are done with; what is left at the top is done with at the end.
    control.begin("leiden", total: base.nodeCount)
    while true {
      var random = RandomStream(seed: seed, stream: UInt64(iteration) << 16 | depth)
      let order = LocalMoving.visitingOrder(level.nodeCount, &random)
      moves += try moving.run(
        level,
        &cluster,
        order: order,
        start: start,
        &random,
        control: control
      )
      let (numbers, count) = cluster.renumbered(below: level.nodeCount)
      cluster = numbers
      if count == level.nodeCount { break }
      let parts = try Refinement(
        level,
        cluster,
        clusters: count,
        order: order,
        salt: random.next(),
        control: control
      )
      if parts.count == level.nodeCount { break }
      var clusterOfPart = [Int32](repeating: 0, count: parts.count)
      for (v, part) in parts.partOf.enumerated() { clusterOfPart[Int(part)] = cluster[v] }
      partsOf.append(parts.partOf)
      control.advance(by: level.nodeCount - parts.count)
      level = try level.merged(parts.partOf, count: parts.count, control: control)
      cluster = clusterOfPart
      depth += 1
    }
    control.advance(by: level.nodeCount)
    top = level
    topClusterOf = cluster
    return moves
  }

  /// Gives each connected piece of a cluster a label of its own; pieces with fixed members stay together. Returns whether
  /// there was something to split.
  ///
  /// The nodes of every level are connected groups of nodes, so that it is enough to look at the highest one.
  mutating func splitDisconnected() -> Bool {
    let n = top.nodeCount
    var piece = [Int32](repeating: -1, count: n)
    var stack: [Int32] = []
    var label: Int32 = 0
    var keptBy: [Int32: Int32] = [:]
    var wasSeen = [Bool](repeating: false, count: n)
    var split = false
    for root in 0..<n where piece[root] < 0 {
      let cluster = topClusterOf[root]
      var hasFixed = false
      let own = label
      piece[root] = own
      stack.append(Int32(root))
      var members: [Int32] = []
      while let v = stack.popLast() {
        if !top.isFixed.isEmpty {
          members.append(v)
          hasFixed = hasFixed || top.isFixed[Int(v)]
        }
        for u in top.rows[Int(v)] where piece[Int(u)] < 0 && topClusterOf[Int(u)] == cluster {
          piece[Int(u)] = own
          stack.append(u)
        }
      }
      if hasFixed, let kept = keptBy[cluster] {
        for v in members { piece[Int(v)] = kept }
        continue
      }
      if hasFixed { keptBy[cluster] = own }
      if wasSeen[Int(cluster)] { split = true }
      wasSeen[Int(cluster)] = true
      label += 1
    }
    topClusterOf = piece
    return split
  }
}
