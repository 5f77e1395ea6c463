import GraphCore
import Synchronization

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
    try MemoryBudget.require(nodeCount, of: 64 + 12 * control.threads)
    let rows = (options.value == .binary ? skeleton() : symmetrized(.weak)).out.withoutZeros()
    let sweep = LabelSweep(rows, seed: options.seed, workers: control.threads)
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

/// The labels between sweeps, with the scratch of every worker.
private final class LabelSweep: @unchecked Sendable {
  private let rows: Adjacency
  private let windows: [Range<Int>]
  private let order: [Int32]
  private let seed: UInt64
  private let workers: Int
  private let nodeCount: Int
  /// Labels now, and as they were when the sweep began.
  private let current: UnsafeMutablePointer<Int32>
  private let before: UnsafeMutablePointer<Int32>
  private let isActive: UnsafeMutablePointer<Bool>
  /// Per worker: strength by label, zero between visits, and the labels that were met.
  private let strength: UnsafeMutablePointer<Double>
  private let met: UnsafeMutablePointer<Int32>

  init(_ rows: Adjacency, seed: UInt64, workers: Int) {
    let n = rows.nodeCount
    self.rows = rows
    self.seed = seed
    nodeCount = n
    windows = LocalMoving.windows(n)
    self.workers = min(workers, windows.count)
    var random = RandomStream(seed: seed)
    order = LocalMoving.visitingOrder(n, &random)
    current = .allocate(capacity: max(1, n))
    before = .allocate(capacity: max(1, n))
    isActive = .allocate(capacity: max(1, n))
    strength = .allocate(capacity: max(1, n * self.workers))
    met = .allocate(capacity: (n + 1) * self.workers)
    for v in 0..<n { (current + v).initialize(to: Int32(v)) }
    before.initialize(repeating: 0, count: n)
    isActive.initialize(repeating: true, count: n)
    strength.initialize(repeating: 0, count: n * self.workers)
  }

  deinit {
    current.deallocate()
    before.deallocate()
    isActive.deallocate()
    strength.deallocate()
    met.deallocate()
  }

  /// The label of each node.
  var labels: [Int32] { Array(UnsafeBufferPointer(start: current, count: nodeCount)) }

  /// Visits the nodes whose surroundings changed in the last sweep, and returns how many changed.
  func run(_ number: Int, control: RunControl) -> Int {
    before.update(from: current, count: nodeCount)
    let salt = SplitMix64.word(seed, UInt64(number))
    let next = Atomic<Int>(0)
    let weights = rows.weights ?? []
    weights.withUnsafeBufferPointer { weights in
      rows.withUnsafeRows { offsets, targets in
        nonisolated(unsafe) let kernel = LabelVotes(
          offsets: offsets,
          targets: targets,
          weights: weights.isEmpty ? nil : weights.baseAddress,
          current: current,
          before: before
        )
        control.forEachShard(workers) { worker in
          let strength = self.strength + worker * nodeCount
          let met = self.met + worker * (nodeCount + 1)
          while !control.isCancelled {
            let place = next.add(1, ordering: .relaxed).oldValue
            if place >= windows.count { return }
            for v in order[windows[place]] where isActive[Int(v)] {
              kernel.visit(Int(v), windows[place], salt, strength, met)
            }
          }
        }
      }
    }
    return markActive()
  }

  /// Wakes the nodes around those that changed, and these too: others may have changed after they were visited.
  private func markActive() -> Int {
    var changes = 0
    for v in 0..<nodeCount where current[v] != before[v] { changes += 1 }
    // While much changes, nearly all nodes have a changed neighbour: looking for them costs more than visiting all.
    let most = changes > nodeCount / 8
    isActive.update(repeating: most, count: nodeCount)
    if most { return changes }
    for v in 0..<nodeCount where current[v] != before[v] {
      isActive[v] = true
      for u in rows[v] { isActive[Int(u)] = true }
    }
    return changes
  }
}

/// The visit of one node.
private struct LabelVotes {
  let offsets: UnsafePointer<Int>
  let targets: UnsafePointer<Int32>
  let weights: UnsafePointer<Double>?
  let current: UnsafeMutablePointer<Int32>
  let before: UnsafeMutablePointer<Int32>

  /// Gives `v` the strongest label around it: its own if no other is stronger, else one of them by lot.
  @inline(__always)
  func visit(
    _ v: Int,
    _ window: Range<Int>,
    _ salt: UInt64,
    _ strength: UnsafeMutablePointer<Double>,
    _ met: UnsafeMutablePointer<Int32>
  ) {
    var count = 0
    for arc in offsets[v]..<offsets[v + 1] {
      let u = Int(targets[arc])
      let label = window.contains(u) ? current[u] : before[u]
      let sum = strength[Int(label)]
      met[count] = label
      count &+= sum == 0 ? 1 : 0
      strength[Int(label)] = sum + (weights?[arc] ?? 1)
    }
    let own = strength[Int(current[v])]
    var most = own
    var ties = 0
    for place in 0..<count {
      let sum = strength[Int(met[place])]
      if sum > most {
        most = sum
        ties = 1
      } else if sum == most {
        ties += 1
      }
    }
    if most > own {
      var pick = ties == 1 ? 0 : Int(SplitMix64.word(salt, UInt64(v)) % UInt64(ties))
      for place in 0..<count where strength[Int(met[place])] == most {
        if pick == 0 { current[v] = met[place] }
        pick -= 1
      }
    }
    for place in 0..<count { strength[Int(met[place])] = 0 }
  }
}

extension SplitMix64 {
  /// Word number `index` of `seed`: random access for choices that must not depend on the order of visits.
  static func word(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    var mixer = SplitMix64(seed: seed ^ (index &* 0xD6E8_FEB8_6659_FD93))
    return mixer.next()
  }
}
