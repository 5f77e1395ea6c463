import GraphCore
import NetworkMetrics

/// A tie that is not there and would bring trust nearest, with what it brings.
public struct TrustShortcut: Sendable, Equatable {
  /// Where it would begin; of an undirected tie the lower node.
  public let source: Int
  /// Where it would end.
  public let target: Int
  /// By how much trust-weighted global efficiency would rise, with the ties before it already there.
  public let gain: Double
}

/// Suggested ties of a network whose strengths are trust.
public struct TrustShortcuts: Sendable, Equatable {
  /// The ties, in the order in which they are to be made.
  public let ties: [TrustShortcut]
  /// Trust-weighted global efficiency now.
  public let efficiency: Double
  /// Strength that a new tie is given: the median of those there are.
  public let newStrength: Double
}

extension Graph {
  /// The ties worth making first by trust-weighted global efficiency: the mean of 1/d over ordered pairs, d the shortest way with 1/strength as length.
  ///
  /// A new tie gets the median strength of the ties there are, and is chosen with those before it made. Only ties between actors who have somebody in
  /// common are suggested, for it takes somebody to bring two together; where nobody has, all missing ties are compared. With `ends` only ties
  /// between those. Equal gains go to the lower
  /// source, then target. O(count · candidates · pairs that gain) time and 16·n² bytes: up to 1 000 nodes.
  ///
  /// Source: V. Latora, M. Marchiori, Phys. Rev. Lett. 87 (2001), doi:10.1103/PhysRevLett.87.198701 (the measure).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/notDefined(reason:)`` above 1 000 nodes or without ties; as the distances do for strengths that cannot be
  ///   lengths; ``NetworkMetrics/MetricError/cancelled``.
  public func trustShortcuts(
    count: Int,
    ends: TieEnds? = nil,
    control: RunControl = RunControl()
  ) throws(MetricError) -> TrustShortcuts {
    precondition(ends.map { $0.one.count == nodeCount } ?? true, "a flag per node")
    guard nodeCount <= 1_000 else {
      throw .notDefined(reason: "ties by trust are suggested among at most 1000 actors")
    }
    let strengths = ties().map { out.weight(at: $0.arc) }.sorted()
    guard nodeCount > 1, !strengths.isEmpty else {
      throw .notDefined(reason: "there are no ties to measure trust by")
    }
    let median = strengths[(strengths.count - 1) / 2]
    var table = try LengthTable(self, newLength: 1 / median, ends)
    let efficiency = table.efficiency
    var found: [TrustShortcut] = []
    control.begin("suggested ties", total: count)
    while found.count < count {
      if control.isCancelled { throw .cancelled }
      guard let next = table.best(control: control) else { break }
      table.add(next.source, next.target)
      found.append(next)
      control.advance()
    }
    if control.isCancelled { throw .cancelled }
    return TrustShortcuts(ties: found, efficiency: efficiency, newStrength: median)
  }
}

/// Lengths of shortest ways between all pairs, kept up to date while ties are added.
private struct LengthTable {
  private let n: Int
  private let isDirected: Bool
  private let newLength: Double
  /// Row i: lengths from i; infinite where there is no way.
  private var length: [Double]
  private var candidates: [(source: Int, target: Int)]

  init(_ graph: Graph, newLength: Double, _ ends: TieEnds?) throws(MetricError) {
    n = graph.nodeCount
    isDirected = graph.isDirected
    self.newLength = newLength
    var length = [Double](repeating: .infinity, count: n * n)
    for v in 0..<n {
      for (u, value) in try graph.distances(from: v, .inverse).enumerated() {
        if let value { length[v * n + u] = value }
      }
    }
    self.length = length
    let skeleton = graph.skeleton()
    let steps = try (0..<n).map { v throws(MetricError) in try skeleton.distances(from: v) }
    func missing(_ isNear: (Int?) -> Bool) -> [(source: Int, target: Int)] {
      (0..<graph.nodeCount).flatMap { u in
        (0..<graph.nodeCount).compactMap { v in
          guard u != v, graph.isDirected || u < v, ends?.allow(u, v) ?? true,
            !graph.hasArc(from: u, to: v),
            isNear(steps[u][v])
          else { return nil }
          return (u, v)
        }
      }
    }
    let near = missing { ($0 ?? .max) <= 2 }
    candidates = near.isEmpty ? missing { _ in true } : near
  }

  /// Mean of 1/d over ordered pairs.
  var efficiency: Double {
    var sum = 0.0
    for i in 0..<n { for j in 0..<n where i != j { sum += 1 / length[i * n + j] } }
    return sum / (Double(n) * Double(n - 1))
  }

  /// The candidate with the largest gain.
  func best(control: RunControl) -> TrustShortcut? {
    let (candidates, length, n, isDirected, newLength) = (
      candidates, length, n, isDirected, newLength
    )
    var gains = [Double](repeating: 0, count: candidates.count)
    gains.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let shards = (candidates.count + 63) / 64
      control.forEachShard(shards) { shard in
        for place in (shard * 64)..<min(candidates.count, shard * 64 + 64) {
          let (u, v) = candidates[place]
          results[place] = Self.gain(u, v, length, n, newLength) * (isDirected ? 1 : 2)
        }
      }
    }
    var best: Int?
    for place in gains.indices where gains[place] > 0 && gains[place] > best.map({ gains[$0] }) ?? 0
    {
      best = place
    }
    return best.map {
      TrustShortcut(
        source: candidates[$0].source,
        target: candidates[$0].target,
        gain: gains[$0] / (Double(n) * Double(n - 1))
      )
    }
  }

  /// Σ of what 1/d gains over ordered pairs (i, j) whose way through u → v is shorter; the other way round gains as much where undirected.
  private static func gain(
    _ u: Int,
    _ v: Int,
    _ length: [Double],
    _ n: Int,
    _ new: Double
  ) -> Double {
    let ends = (0..<n).filter { new + length[v * n + $0] < length[u * n + $0] }
    var sum = 0.0
    for i in 0..<n {
      let toV = length[i * n + u] + new
      guard toV < length[i * n + v] else { continue }
      for j in ends where j != i {
        let through = toV + length[v * n + j]
        let old = length[i * n + j]
        if through < old { sum += 1 / through - 1 / old }
      }
    }
    return sum
  }

  /// Makes the tie.
  mutating func add(_ u: Int, _ v: Int) {
    let before = length
    for i in 0..<n {
      for j in 0..<n where i != j {
        var best = before[i * n + j]
        best = min(best, before[i * n + u] + newLength + before[v * n + j])
        if !isDirected { best = min(best, before[i * n + v] + newLength + before[u * n + j]) }
        length[i * n + j] = best
      }
    }
    candidates.removeAll { $0 == (u, v) }
  }
}
