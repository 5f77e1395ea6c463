import GraphCore

/// A tie that is not there and would shorten ways.
public struct SuggestedTie: Sendable, Equatable {
  /// Where it would start; of an undirected tie the lower end.
  public let source: Int
  /// Where it would end.
  public let target: Int
  /// By how much global efficiency would rise, with the ties suggested before it already there.
  public let gain: Double
}

/// Which missing ties may be suggested: those with one end among `one` and the other end among `other`, in either direction.
public struct TieEnds: Sendable, Equatable {
  /// Whether each node may be the one end.
  public let one: [Bool]
  /// Whether each node may be the other end.
  public let other: [Bool]

  /// A choice of ends, a flag per node in both.
  public init(one: [Bool], other: [Bool]) {
    precondition(one.count == other.count, "a flag per node in both")
    self.one = one
    self.other = other
  }

  /// Whether a tie between two nodes may be suggested.
  public func allow(_ u: Int, _ v: Int) -> Bool { one[u] && other[v] || one[v] && other[u] }
}

extension Graph {
  /// The ties worth making first: each raises global efficiency more than any other would, given those before it.
  ///
  /// Global efficiency is the mean of 1/d over ordered pairs. With a new tie u → v the way from i to j becomes
  /// min(d(i, j), d(i, u) + 1 + d(v, j)) (or the other way round, where undirected); only i that come nearer to v and j that come nearer
  /// to u can gain, and only those pairs are looked at. Taken one after the other, which need not be the best set.
  /// Equal gains go to the lower source, then the lower target. Steps along arcs; binary. With `ends` only ties between those are
  /// compared. Fewer than `count` come back when there are no more missing ties. O(count · n² · pairs that gain) at worst, 4·n² bytes: made for regions of up to some thousand actors.
  ///
  /// Source: V. Latora, M. Marchiori, *Efficient behavior of small-world networks*, Phys. Rev. Lett. 87 (2001),
  /// doi:10.1103/PhysRevLett.87.198701 (the measure).
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for a negative count; ``MetricError/notDefined(reason:)`` from
  ///   32 769 nodes; ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func suggestedTies(
    count: Int,
    ends: TieEnds? = nil,
    control: RunControl = RunControl()
  ) throws(MetricError) -> [SuggestedTie] {
    precondition(ends.map { $0.one.count == nodeCount } ?? true, "a flag per node")
    guard count >= 0 else {
      throw .invalidOption(name: "count", reason: "it must not be negative")
    }
    guard nodeCount <= 1 << 15 else {
      throw .notDefined(reason: "ties are suggested among at most 32768 nodes")
    }
    try MemoryBudget.require(nodeCount, of: 5 * nodeCount)
    var table = StepTable(self)
    var found: [SuggestedTie] = []
    control.begin("suggested ties", total: count)
    while found.count < count {
      guard let next = try table.best(ends, control: control) else { break }
      table.add(next.source, next.target)
      found.append(next)
      control.advance()
    }
    return found
  }
}

/// Distances between all pairs, kept up to date while ties are added.
private struct StepTable {
  private let n: Int
  private let isDirected: Bool
  /// Row i: steps from i; `none` where there is no way.
  private var distance: [UInt16]
  /// Column rows: entry (j, i) is the distance from i to j, so that both ends are read along rows.
  private var backward: [UInt16]
  private static let none = UInt16.max

  init(_ graph: Graph) {
    n = graph.nodeCount
    isDirected = graph.isDirected
    var table = [UInt16](repeating: Self.none, count: n * n)
    var search = BreadthFirstSearch(nodeCount: n)
    for v in 0..<n {
      graph.out.withUnsafeRows { search.run(from: v, offsets: $0, targets: $1) }
      for place in 0..<search.reached {
        let u = Int(search.order[place])
        table[v * n + u] = UInt16(search.distance[u])
      }
    }
    distance = table
    backward = table
    if isDirected { transpose() }
  }

  private mutating func transpose() {
    for i in 0..<n {
      for j in 0..<n { backward[j * n + i] = distance[i * n + j] }
    }
  }

  /// The missing tie with the largest gain.
  func best(_ ends: TieEnds?, control: RunControl) throws(MetricError) -> SuggestedTie? {
    let total = Double(n) * Double(n - 1)
    var found = [SuggestedTie?](repeating: nil, count: n)
    let (n, isDirected) = (n, isDirected)
    distance.withUnsafeBufferPointer { distance in
      backward.withUnsafeBufferPointer { backward in
        found.withUnsafeMutableBufferPointer { buffer in
          nonisolated(unsafe) let results = buffer
          nonisolated(unsafe) let (distance, backward) = (distance, backward)
          control.forEachShard(n) { u in
            if let ends, !ends.one[u], !ends.other[u] { return }
            var search = GainSearch(n: n)
            var best: SuggestedTie?
            for v in 0..<n where v != u && distance[u * n + v] != 1 && (isDirected || v > u) {
              if control.isCancelled { return }
              if let ends, !ends.allow(u, v) { continue }
              var gain = search.gain(u, v, distance, backward)
              // The other way round gains as much: the pairs are the same ones, seen from their far ends.
              if !isDirected { gain *= 2 }
              if gain > (best?.gain ?? -1) { best = SuggestedTie(source: u, target: v, gain: gain) }
            }
            results[u] = best
          }
        }
      }
    }
    try control.check()
    var best: SuggestedTie?
    for case let one? in found where one.gain > (best?.gain ?? -1) { best = one }
    return best.map { SuggestedTie(source: $0.source, target: $0.target, gain: $0.gain / total) }
  }

  /// Makes the tie.
  mutating func add(_ u: Int, _ v: Int) {
    let toU = (0..<n).map { backward[u * n + $0] }
    let toV = (0..<n).map { backward[v * n + $0] }
    let fromU = (0..<n).map { distance[u * n + $0] }
    let fromV = (0..<n).map { distance[v * n + $0] }
    for i in 0..<n {
      for j in 0..<n {
        var steps = distance[i * n + j]
        steps = min(steps, Self.sum(toU[i], fromV[j]))
        if !isDirected { steps = min(steps, Self.sum(toV[i], fromU[j])) }
        distance[i * n + j] = steps
      }
    }
    if isDirected { transpose() } else { backward = distance }
  }

  private static func sum(_ a: UInt16, _ b: UInt16) -> UInt16 {
    a == none || b == none ? none : a + b + 1
  }
}

/// The scratch for one worker's gains.
private struct GainSearch {
  private let n: Int
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(n: Int) { self.n = n }

  /// Σ over ordered pairs of the rise of 1/d that ways through u → v bring.
  mutating func gain(
    _ u: Int,
    _ v: Int,
    _ distance: UnsafeBufferPointer<UInt16>,
    _ backward: UnsafeBufferPointer<UInt16>
  ) -> Double {
    let none = UInt16.max
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for i in 0..<n {
      let (near, far) = (backward[u * n + i], backward[v * n + i])
      if near != none && (far == none || near + 1 < far) { starts.append(i) }
      let (after, before) = (distance[v * n + i], distance[u * n + i])
      if after != none && (before == none || after + 1 < before) { ends.append(i) }
    }
    var sum = 0.0
    for i in starts {
      let toU = backward[u * n + i]
      for j in ends where j != i {
        let steps = toU + distance[v * n + j] + 1
        let old = distance[i * n + j]
        if steps < old { sum += 1 / Double(steps) - (old == none ? 0 : 1 / Double(old)) }
      }
    }
    return sum
  }
}
