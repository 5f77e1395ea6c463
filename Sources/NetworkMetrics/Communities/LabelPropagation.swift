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
  /// Direction does not count: strengths of the two arcs of a pair are summed. Of equally strong labels the one that comes first in a seeded
  /// order of all labels is taken, in graphs of 16 384 nodes or more rather the one that began as the node with most ties, which makes for better
  /// clusters there (in small ones hubs would draw groups together): as everybody agrees on it, labels merge rather than keep each other at bay, and a change that strengthens nothing
  /// cannot be undone. Isolates are clusters of their own. Ends when a sweep changes at most one node in 100 000, and says so as
  /// `converged`. Fast, with no guarantee: clusters may be disconnected and depend on the seed; see ``leiden(_:control:)``.
  ///
  /// Large graphs begin with one sweep in which all nodes change together, then with some in which those do that have little to do with each
  /// other, in parallel; the rest, and all of a small graph, goes node by node. The same seed gives the same clusters whatever the number of threads. O(arcs) per sweep, of which only nodes
  /// whose neighbours changed are visited; 60 bytes per node.
  ///
  /// Source: U. N. Raghavan, R. Albert, S. Kumara, *Near linear time algorithm to detect community structures in large-scale networks*,
  /// Phys. Rev. E 76 (2007), doi:10.1103/PhysRevE.76.036106; of preferring some labels, I. Leung et al., *Towards real-time community detection in large
  /// networks*, Phys. Rev. E 79 (2009), doi:10.1103/PhysRevE.79.066107.
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
    control.begin("label propagation", total: options.mostSweeps)
    var random = RandomStream(seed: options.seed)
    var labels = rows.firstLabels(&random)
    let (sweeps, converged) = rows.propagate(&labels, options, &random, control: control)
    try control.check()
    let partition = Partition(labels: labels)
    let counted = options.value == .binary ? unweighted() : self
    return ClusterResult(
      partition: partition,
      quality: try counted.quality(of: partition, control: control),
      iterations: sweeps,
      converged: converged
    )
  }
}

extension Adjacency {
  /// A label for each node, numbered in the order in which labels are preferred where they are equally strong: by a seeded lot, in
  /// large graphs by the number of ties, then by lot.
  fileprivate func firstLabels(_ random: inout RandomStream) -> [Int32] {
    let lot = LocalMoving.visitingOrder(nodeCount, &random)
    var labels = [Int32](repeating: 0, count: nodeCount)
    if nodeCount < LabelRounds.leastNodes {
      for (place, v) in lot.enumerated() { labels[Int(v)] = Int32(place) }
      return labels
    }
    withUnsafeRows { offsets, _ in
      // Sorted by counting, most ties first.
      var starts: [Int32] = []
      for v in 0..<nodeCount {
        let ties = offsets[v + 1] - offsets[v]
        while starts.count <= ties { starts.append(0) }
        starts[ties] += 1
      }
      var next: Int32 = 0
      for ties in starts.indices.reversed() { (starts[ties], next) = (next, next + starts[ties]) }
      for v in lot {
        let ties = offsets[Int(v) + 1] - offsets[Int(v)]
        labels[Int(v)] = starts[ties]
        starts[ties] += 1
      }
    }
    return labels
  }

  /// Sweeps in parallel while much changes, then one node after the other. Returns how many sweeps there were, and whether the last changed next to
  /// nothing.
  fileprivate func propagate(
    _ labels: inout [Int32],
    _ options: LabelPropagationOptions,
    _ random: inout RandomStream,
    control: RunControl
  ) -> (sweeps: Int, converged: Bool) {
    let n = nodeCount
    let weights = weights ?? []
    return weights.withUnsafeBufferPointer { weights in
      withUnsafeRows { offsets, targets in
        labels.withUnsafeMutableBufferPointer { labels in
          guard let labels = labels.baseAddress else { return (0, true) }
          let votes = LabelVotes(
            offsets: offsets,
            targets: targets,
            weights: weights.isEmpty ? nil : weights.baseAddress,
            labels: labels
          )
          let order = LocalMoving.visitingOrder(n, &random)
          var isWaiting = [Bool](repeating: true, count: n)
          var sweeps = 0
          if n >= LabelRounds.leastNodes {
            votes.castAll(NodeShards(self), control)
            sweeps += 1
            let rounds = LabelRounds(self, workers: control.threads)
            var changes = n
            while sweeps < options.mostSweeps && changes > n / 1_000 && !control.isCancelled {
              changes = rounds.sweep(self, labels, votes, &random, control: control)
              sweeps += 1
              control.advance()
            }
            for v in 0..<n { isWaiting[v] = rounds.waits(v) }
          }
          let scratch = MoveScratch(labels: n)
          while sweeps < options.mostSweeps && !control.isCancelled {
            let changes = votes.sweep(order, &isWaiting, scratch.table)
            sweeps += 1
            control.advance()
            if changes <= n / 100_000 { return (sweeps, true) }
          }
          return (sweeps, false)
        }
      }
    }
  }
}

/// The vote that the neighbours of a node cast with their labels; of equally strong ones the lower number is taken.
private struct LabelVotes: LabelChoice, @unchecked Sendable {
  let offsets: UnsafePointer<Int>
  let targets: UnsafePointer<Int32>
  let weights: UnsafePointer<Double>?
  let labels: UnsafeMutablePointer<Int32>

  func choice(of node: Int, _ scratch: MoveScratch.Table) -> Int32 {
    fetch(node, at: 0, scratch)
    return choice(of: node, fetchedAt: 0, scratch)
  }

  @inline(__always)
  func fetch(_ node: Int, at place: Int, _ scratch: MoveScratch.Table) {
    let row = offsets[node]..<offsets[node + 1]
    if row.count > LabelLanes.most { return }
    let around = scratch.around + place * LabelLanes.most
    for arc in row { around[arc &- row.lowerBound] = labels[Int(targets[arc])] }
  }

  @inline(__always)
  func choice(of node: Int, fetchedAt place: Int, _ scratch: MoveScratch.Table) -> Int32 {
    let row = offsets[node]..<offsets[node + 1]
    // Most rows are short; a table of all labels does not stay in the cache.
    if row.count > LabelLanes.most { return longChoice(node, row, scratch) }
    let around = scratch.around + place * LabelLanes.most
    return weights == nil
      ? LabelLanes.mostFrequent(around, row.count) ?? labels[node]
      : shortChoice(node, row, around, scratch)
  }

  /// All nodes take a label at the same time, while no two nodes share one: there is nothing to count, only the strongest tie to find.
  func castAll(_ shards: NodeShards, _ control: RunControl) {
    let count = shards.nodeCount
    nonisolated(unsafe) let first = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count))
    defer { first.deallocate() }
    first.initialize(from: labels, count: count)
    control.forEachShard(shards.count) { shard in
      for v in shards.range(shard) {
        var (best, most) = (Int32.max, 0.0)
        if let weights {
          for arc in offsets[v]..<offsets[v + 1] {
            let (label, weight) = (first[Int(targets[arc])], weights[arc])
            if weight > most || (weight == most && label < best) { (best, most) = (label, weight) }
          }
        } else {
          for arc in offsets[v]..<offsets[v + 1] { best = min(best, first[Int(targets[arc])]) }
        }
        if best < .max { labels[v] = best }
      }
    }
  }

  private func shortChoice(
    _ node: Int,
    _ row: Range<Int>,
    _ around: UnsafePointer<Int32>,
    _ scratch: MoveScratch.Table
  ) -> Int32 {
    let (sums, met) = (scratch.tie, scratch.touched)
    var count = 0
    for neighbour in 0..<row.count {
      let label = around[neighbour]
      var place = 0
      while place < count && met[place] != label { place &+= 1 }
      if place == count {
        met[count] = label
        count &+= 1
      }
      sums[place] += weights?[row.lowerBound &+ neighbour] ?? 1
    }
    return strongest(count, labels[node], met) { place, _ in
      defer { sums[place] = 0 }
      return sums[place]
    }
  }

  private func longChoice(
    _ node: Int,
    _ row: Range<Int>,
    _ scratch: MoveScratch.Table
  ) -> Int32 {
    let (strength, met) = (scratch.tie, scratch.touched)
    var count = 0
    for arc in row {
      let label = labels[Int(targets[arc])]
      let sum = strength[Int(label)]
      met[count] = label
      count &+= sum == 0 ? 1 : 0
      strength[Int(label)] = sum + (weights?[arc] ?? 1)
    }
    return strongest(count, labels[node], met) { _, label in
      defer { strength[Int(label)] = 0 }
      return strength[Int(label)]
    }
  }

  /// The strongest of the labels met; of equals the lowest, and of no labels `own`.
  @inline(__always)
  private func strongest(
    _ count: Int,
    _ own: Int32,
    _ met: UnsafeMutablePointer<Int32>,
    taking strength: (_ place: Int, _ label: Int32) -> Double
  ) -> Int32 {
    var best = own
    var most = 0.0
    for place in 0..<count {
      let label = met[place]
      let sum = strength(place, label)
      if sum > most || (sum == most && label < best) {
        best = label
        most = sum
      }
    }
    return best
  }

  /// Nothing is kept per label.
  func book(_ node: Int, from: Int32, to: Int32, _ owner: LabelOwner) {}

  /// Asks every waiting node, one after the other, and returns how many changed.
  func sweep(_ order: [Int32], _ isWaiting: inout [Bool], _ table: MoveScratch.Table) -> Int {
    var changes = 0
    isWaiting.withUnsafeMutableBufferPointer { isWaiting in
      for v in order where isWaiting[Int(v)] {
        isWaiting[Int(v)] = false
        let label = choice(of: Int(v), table)
        if label == labels[Int(v)] { continue }
        labels[Int(v)] = label
        changes += 1
        for arc in offsets[Int(v)]..<offsets[Int(v) + 1] { isWaiting[Int(targets[arc])] = true }
      }
    }
    return changes
  }
}

extension SplitMix64 {
  /// Word number `index` of `seed`: random access for choices that must not depend on the order of visits.
  static func word(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    var mixer = SplitMix64(seed: seed ^ (index &* 0xD6E8_FEB8_6659_FD93))
    return mixer.next()
  }
}
