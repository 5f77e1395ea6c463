import GraphCore

/// Choices of label propagation.
public struct LabelPropagationOptions: Sendable {
  /// Seed of the order of visits and of the choice between equally frequent labels.
  public var seed: UInt64
  /// Sweeps after which to stop in any case.
  public var mostSweeps: Int
  /// Whether strengths count.
  public var value: TieValue

  /// The defaults: seed 1, at most 100 sweeps, strengths count.
  public init(seed: UInt64 = 1, mostSweeps: Int = 100, value: TieValue = .weighted) {
    self.seed = seed
    self.mostSweeps = mostSweeps
    self.value = value
  }
}

extension Graph {
  /// Clusters by label propagation, with their modularity: every node takes the label that is strongest among its neighbours, until none has reason to change.
  ///
  /// Direction does not count: strengths of the two arcs of a pair are summed. A node keeps its label where that is one of the strongest; otherwise
  /// one of them is drawn. Isolates are clusters of their own. Ends when a sweep changes at most one node in 100 000, and
  /// says so as `converged`. Fast, with no guarantee: clusters may be disconnected and depend on the seed; see ``leiden(_:control:)``.
  ///
  /// Nodes are swept in stretches; a stretch sees its own changes at once and those of others a sweep later, so that the
  /// same seed gives the same clusters whatever the number of threads. O(arcs) per sweep, 40 bytes per node.
  ///
  /// Source: U. N. Raghavan, R. Albert, S. Kumara, *Near linear time algorithm to detect community structures in large-scale networks*,
  /// Phys. Rev. E 76 (2007), doi:10.1103/PhysRevE.76.036106.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for fewer than one sweep;
  ///   ``MetricError/negativeWeight(source:target:weight:)`` when weighted, ``MetricError/cancelled``,
  ///   ``MetricError/notFinite(measure:)``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func labelPropagation(
    _ options: LabelPropagationOptions = LabelPropagationOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> ClusterResult {
    guard options.mostSweeps > 0 else {
      throw .invalidOption(name: "mostSweeps", reason: "there must be at least one")
    }
    if options.value == .weighted { try requireNonNegativeWeights() }
    try MemoryBudget.require(nodeCount, of: 64 + 16 * control.threads)
    let rows = (options.value == .binary ? skeleton() : symmetrized(.weak)).out.withoutZeros()
    var sweep = LabelSweep(rows, seed: options.seed)
    var sweeps = 0
    var changes = nodeCount
    control.begin("label propagation", total: options.mostSweeps)
    while sweeps < options.mostSweeps && changes > nodeCount / 100_000 {
      changes = sweep.run(sweeps, control: control)
      try control.check()
      sweeps += 1
      control.advance()
    }
    let partition = Partition(labels: sweep.labels)
    let counted = options.value == .binary ? unweighted() : self
    return ClusterResult(
      partition: partition,
      quality: try counted.quality(of: partition),
      iterations: sweeps,
      converged: changes <= nodeCount / 100_000
    )
  }
}

/// The labels between sweeps.
private struct LabelSweep {
  private let rows: Adjacency
  private let windows: [Range<Int>]
  private let order: [Int32]
  private let seed: UInt64
  private(set) var labels: [Int32]
  private var isActive: [Bool]

  init(_ rows: Adjacency, seed: UInt64) {
    self.rows = rows
    self.seed = seed
    let n = rows.nodeCount
    windows = LocalMoving.windows(n)
    var random = RandomStream(seed: seed)
    order = LocalMoving.visitingOrder(n, &random)
    labels = (0..<n).map { Int32($0) }
    isActive = [Bool](repeating: true, count: n)
  }

  /// Visits the nodes whose neighbours changed in the last sweep, and returns how many changed.
  mutating func run(_ number: Int, control: RunControl) -> Int {
    let before = labels
    let (rows, windows, order, active) = (rows, windows, order, isActive)
    let salt = SplitMix64.word(seed, UInt64(number))
    labels.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let labels = buffer
      control.forEachShard(windows.count) { shard in
        let window = windows[shard]
        var votes = LabelVotes(labels: before.count)
        for v in order[window] where active[Int(v)] {
          if v & 0xfff == 0 && control.isCancelled { return }
          let draw = SplitMix64.word(salt, UInt64(v))
          for arc in rows.arcs(of: Int(v)) {
            let u = Int(rows.targets[arc])
            votes.add(window.contains(u) ? labels[u] : before[u], rows.weight(at: arc))
          }
          labels[Int(v)] = votes.winner(keeping: labels[Int(v)], draw)
        }
      }
    }
    var changes = 0
    for v in isActive.indices { isActive[v] = false }
    for v in labels.indices where labels[v] != before[v] {
      changes += 1
      for u in rows[v] { isActive[Int(u)] = true }
      // Others may have changed later in the sweep than this node looked at them.
      isActive[v] = true
    }
    return changes
  }
}

/// Strength by label around one node.
private struct LabelVotes {
  private var strength: [Double]
  private var met: [Int32] = []

  init(labels: Int) { strength = [Double](repeating: 0, count: labels) }

  mutating func add(_ label: Int32, _ weight: Double) {
    if strength[Int(label)] == 0 { met.append(label) }
    strength[Int(label)] += weight
  }

  /// The strongest label: `own` if no other is stronger, else one of them by `draw`; forgets all votes.
  mutating func winner(keeping own: Int32, _ draw: UInt64) -> Int32 {
    var most = strength[Int(own)]
    var ties = 0
    for label in met where strength[Int(label)] >= most {
      ties = strength[Int(label)] > most ? 1 : ties + 1
      most = strength[Int(label)]
    }
    var winner = own
    if most > strength[Int(own)] {
      var pick = Int(draw % UInt64(ties))
      for label in met where strength[Int(label)] == most {
        if pick == 0 { winner = label }
        pick -= 1
      }
    }
    for label in met { strength[Int(label)] = 0 }
    met.removeAll(keepingCapacity: true)
    return winner
  }
}

extension SplitMix64 {
  /// Word number `index` of `seed`: random access for choices that must not depend on the order of visits.
  static func word(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    var mixer = SplitMix64(seed: seed ^ (index &* 0xD6E8_FEB8_6659_FD93))
    return mixer.next()
  }
}
