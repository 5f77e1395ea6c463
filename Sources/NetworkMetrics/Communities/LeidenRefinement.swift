import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts each cluster into well-connected parts, starting from single nodes.
///
/// A node that is still alone and well connected to its cluster joins one of the parts of the cluster that are well connected to the
/// rest of it, chosen by lot with probability ∝ exp(gain/θ) among those that lose nothing, θ = 0.01 mean tie strengths. A part only grows by
/// nodes tied to it, so that every part is connected. Clusters do not look at each other and every node draws from a number
/// of its own, so they are shared between threads without a trace in the result.
///
/// Source: as ``LocalMoving``, RefinePartition and MergeNodesSubset.
struct Refinement {
  /// The part of each node, those of a cluster numbered one after the other.
  let partOf: [Int32]
  let count: Int

  /// - Throws: ``MetricError/cancelled``.
  init(
    _ level: ClusterLevel,
    _ clusterOf: [Int32],
    clusters: Int,
    order: [Int32],
    salt: UInt64,
    control: RunControl
  ) throws(MetricError) {
    let n = level.nodeCount
    let members = GroupMembers(clusterOf, count: clusters, order: order)
    let shards = max(1, min(64, n / 1024))
    let merging = PartMerging(level, clusterOf, salt: salt)
    level.rows.withUnsafeRows { offsets, targets in
      let rows = RowPointers(offsets: offsets, targets: targets)
      control.forEachShard(shards) { shard in
        // Clusters whose first place lies in this stretch of the member list.
        let first = members.firstGroup(from: shard * n / shards)
        let last = members.firstGroup(from: (shard + 1) * n / shards)
        var candidates = PartMerging.Candidates()
        for cluster in first..<max(first, last) {
          if control.isCancelled { return }
          merging.refine(members[cluster], rows, &candidates)
        }
      }
    }
    try control.check()
    // Parts of one cluster get neighbouring numbers: the next level is then read with few leaps, whatever the numbers of the nodes.
    var number = [Int32](repeating: -1, count: n)
    var found: Int32 = 0
    let labels = merging.labels
    for v in members.nodes where number[Int(labels[Int(v)])] < 0 {
      number[Int(labels[Int(v)])] = found
      found += 1
    }
    partOf = labels.map { number[Int($0)] }
    count = Int(found)
  }
}

extension GroupMembers {
  /// The first group whose members start at `place` or later.
  fileprivate func firstGroup(from place: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = low + (high - low) / 2
      if offsets[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [Int32] {
  /// The same groups numbered by their first member; labels lie below `bound`.
  func renumbered(below bound: Int) -> (numbers: [Int32], count: Int) {
    var number = [Int32](repeating: -1, count: bound)
    var count: Int32 = 0
    let numbers = map { label in
      if number[Int(label)] < 0 {
        number[Int(label)] = count
        count += 1
      }
      return number[Int(label)]
    }
    return (numbers, Int(count))
  }
}

/// Rows as pointers, valid while they are lent out.
private struct RowPointers: @unchecked Sendable {
  let offsets: UnsafePointer<Int>
  let targets: UnsafePointer<Int32>
}

/// The tables for merging single nodes to parts; each cluster uses the places of its own nodes alone, so that all share them.
private final class PartMerging: @unchecked Sendable {
  /// The parts that a node could join, with what it gains.
  struct Candidates {
    var parts: [Int32] = []
    var gains: [Double] = []
  }

  private let level: ClusterLevel
  private let clusterOf: [Int32]
  private let salt: UInt64
  private let directed: Bool
  private let temperature: Double
  private let tolerance: Double
  /// The part of each node, named by the node that started it.
  private let partOf: UnsafeMutablePointer<Int32>
  /// By part: sizes, strength of its ties to the rest of the cluster, and whether somebody has joined the node that started it.
  private let size: UnsafeMutablePointer<Double>
  private let inSize: UnsafeMutablePointer<Double>
  private let outward: UnsafeMutablePointer<Double>
  private let hasGrown: UnsafeMutablePointer<Bool>
  /// By part: ties to it of the node being placed; zero between visits.
  private let tie: UnsafeMutablePointer<Double>

  init(_ level: ClusterLevel, _ clusterOf: [Int32], salt: UInt64) {
    let n = level.nodeCount
    self.level = level
    self.clusterOf = clusterOf
    self.salt = salt
    directed = !level.inSize.isEmpty
    temperature = 0.01 * level.meanTie
    tolerance = level.tolerance
    partOf = .allocate(capacity: n)
    size = .allocate(capacity: n)
    inSize = .allocate(capacity: n)
    outward = .allocate(capacity: n)
    hasGrown = .allocate(capacity: n)
    tie = .allocate(capacity: n)
    for v in 0..<n {
      (partOf + v).initialize(to: Int32(v))
      (size + v).initialize(to: level.size[v])
      (inSize + v).initialize(to: directed ? level.inSize[v] : 0)
    }
    outward.initialize(repeating: 0, count: n)
    hasGrown.initialize(repeating: false, count: n)
    tie.initialize(repeating: 0, count: n)
  }

  deinit {
    partOf.deallocate()
    size.deallocate()
    inSize.deallocate()
    outward.deallocate()
    hasGrown.deallocate()
    tie.deallocate()
  }

  /// The part of each node.
  var labels: [Int32] { Array(UnsafeBufferPointer(start: partOf, count: level.nodeCount)) }

  /// What chance lets expect between two disjoint sets.
  @inline(__always)
  private func expected(_ a: Double, _ aIn: Double, _ b: Double, _ bIn: Double) -> Double {
    directed ? level.penalty * (a * bIn + aIn * b) : level.penalty * a * b
  }

  func refine(
    _ members: ArraySlice<Int32>,
    _ rows: RowPointers,
    _ candidates: inout Candidates
  ) {
    guard members.count > 1, let first = members.first else { return }
    level.rows.weights.withOptionalPointer { weights in
      clusterOf.withUnsafeBufferPointer { clusterOf in
        let cluster = clusterOf[Int(first)]
        var whole = 0.0
        var wholeIn = 0.0
        for member in members {
          let v = Int(member)
          whole += size[v]
          wholeIn += inSize[v]
          var sum = 0.0
          for arc in rows.offsets[v]..<rows.offsets[v + 1]
          where clusterOf[Int(rows.targets[arc])] == cluster {
            sum += weights?[arc] ?? 1
          }
          outward[v] = sum
        }
        for member in members {
          let v = Int(member)
          if hasGrown[v] || !isWellConnected(v, whole, wholeIn) { continue }
          candidates.parts.removeAll(keepingCapacity: true)
          for arc in rows.offsets[v]..<rows.offsets[v + 1] {
            let u = Int(rows.targets[arc])
            guard clusterOf[u] == cluster else { continue }
            let part = partOf[u]
            if tie[Int(part)] == 0 { candidates.parts.append(part) }
            tie[Int(part)] += weights?[arc] ?? 1
          }
          join(v, whole, wholeIn, &candidates)
          for part in candidates.parts { tie[Int(part)] = 0 }
        }
      }
    }
  }

  /// Whether a part is tied to the rest of its cluster by no less than chance lets expect.
  @inline(__always)
  private func isWellConnected(_ part: Int, _ whole: Double, _ wholeIn: Double) -> Bool {
    outward[part] + tolerance
      >= expected(size[part], inSize[part], whole - size[part], wholeIn - inSize[part])
  }

  /// Lets the node join one of the candidates, if one is good enough.
  private func join(
    _ v: Int,
    _ whole: Double,
    _ wholeIn: Double,
    _ candidates: inout Candidates
  ) {
    candidates.gains.removeAll(keepingCapacity: true)
    var best = -Double.infinity
    for part in candidates.parts {
      let c = Int(part)
      let gain = tie[c] - expected(size[v], inSize[v], size[c], inSize[c])
      let allowed = gain >= 0 && isWellConnected(c, whole, wholeIn)
      candidates.gains.append(allowed ? gain : -.infinity)
      if allowed { best = max(best, gain) }
    }
    guard best >= 0 else { return }
    let chosen = Int(candidates.parts[draw(v, best, candidates.gains)])
    partOf[v] = Int32(chosen)
    hasGrown[chosen] = true
    outward[chosen] += outward[v] - 2 * tie[chosen]
    size[chosen] += size[v]
    inSize[chosen] += inSize[v]
  }

  /// The place of one candidate, drawn by gain.
  private func draw(_ v: Int, _ best: Double, _ gains: [Double]) -> Int {
    // exp(−40) is no chance at all: most candidates need no exponential, and often there is one only.
    let near = best - 40 * temperature
    var sum = 0.0
    var last = 0
    for (place, gain) in gains.enumerated() where gain >= near {
      sum += gain == best ? 1 : exp((gain - best) / temperature)
      last = place
    }
    if sum == 1 { return gains.firstIndex(of: best) ?? last }
    var mark = Double(SplitMix64.word(salt, UInt64(v)) >> 11) * 0x1p-53 * sum
    for (place, gain) in gains.enumerated() where gain >= near {
      mark -= gain == best ? 1 : exp((gain - best) / temperature)
      if mark < 0 { return place }
    }
    return last
  }
}

extension [Double]? {
  /// Lends out the elements, or `nil` where there is no array.
  fileprivate func withOptionalPointer<Result>(
    _ body: (UnsafePointer<Double>?) -> Result
  ) -> Result {
    guard let self else { return body(nil) }
    return self.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
