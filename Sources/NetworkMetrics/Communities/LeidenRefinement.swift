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
  /// The part of each node, numbered by first node.
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
    var labels = (0..<n).map { Int32($0) }
    let shards = max(1, min(64, n / 1024))
    labels.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let labels = buffer
      control.forEachShard(shards) { shard in
        // Clusters whose first place lies in this stretch of the member list.
        let first = members.firstGroup(from: shard * n / shards)
        let last = members.firstGroup(from: (shard + 1) * n / shards)
        guard first < last else { return }
        var merging = PartMerging(level, clusterOf, labels, salt: salt)
        for cluster in first..<last {
          if control.isCancelled { return }
          merging.refine(members[cluster])
        }
      }
    }
    try control.check()
    (partOf, count) = labels.renumbered(below: n)
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

/// One worker's tables for merging single nodes to parts.
private struct PartMerging {
  let level: ClusterLevel
  let clusterOf: [Int32]
  /// The part of each node, named by the node that started it.
  let partOf: UnsafeMutableBufferPointer<Int32>
  let salt: UInt64
  /// By part: sizes, and the strength of its ties to the rest of the cluster.
  var size: [Double]
  var inSize: [Double]
  var outward: [Double]
  /// By node: whether somebody has joined the part it started.
  var hasGrown: [Bool]
  /// By part: ties to it of the node being placed; zero between visits.
  var tie: [Double]
  var candidates: [Int32] = []
  var gains: [Double] = []

  init(
    _ level: ClusterLevel,
    _ clusterOf: [Int32],
    _ partOf: UnsafeMutableBufferPointer<Int32>,
    salt: UInt64
  ) {
    self.level = level
    self.clusterOf = clusterOf
    self.partOf = partOf
    self.salt = salt
    size = level.size
    inSize = level.inSize
    outward = [Double](repeating: 0, count: level.nodeCount)
    hasGrown = [Bool](repeating: false, count: level.nodeCount)
    tie = outward
  }

  /// What chance lets expect between two disjoint sets.
  private func expected(_ a: Double, _ aIn: Double, _ b: Double, _ bIn: Double) -> Double {
    level.inSize.isEmpty ? level.penalty * a * b : level.penalty * (a * bIn + aIn * b)
  }

  mutating func refine(_ members: ArraySlice<Int32>) {
    guard members.count > 1, let first = members.first else { return }
    let cluster = clusterOf[Int(first)]
    var whole = 0.0
    var wholeIn = 0.0
    for member in members {
      let v = Int(member)
      whole += level.size[v]
      if !level.inSize.isEmpty { wholeIn += level.inSize[v] }
      var sum = 0.0
      for arc in level.rows.arcs(of: v) where clusterOf[Int(level.rows.targets[arc])] == cluster {
        sum += level.rows.weight(at: arc)
      }
      outward[v] = sum
    }
    for member in members {
      let v = Int(member)
      if hasGrown[v] || !isWellConnected(v, whole, wholeIn) { continue }
      place(v, cluster, whole, wholeIn)
    }
  }

  /// Whether a part is tied to the rest of its cluster by no less than chance lets expect.
  private func isWellConnected(_ part: Int, _ whole: Double, _ wholeIn: Double) -> Bool {
    let own = inSize.isEmpty ? 0 : inSize[part]
    return outward[part]
      >= expected(size[part], own, whole - size[part], wholeIn - own) - level.tolerance
  }

  private mutating func place(_ v: Int, _ cluster: Int32, _ whole: Double, _ wholeIn: Double) {
    candidates.removeAll(keepingCapacity: true)
    gains.removeAll(keepingCapacity: true)
    for arc in level.rows.arcs(of: v) {
      let u = Int(level.rows.targets[arc])
      guard clusterOf[u] == cluster else { continue }
      let part = partOf[u]
      if tie[Int(part)] == 0 { candidates.append(part) }
      tie[Int(part)] += level.rows.weight(at: arc)
    }
    var best = -Double.infinity
    for part in candidates {
      let c = Int(part)
      let own = inSize.isEmpty ? (0, 0) : (inSize[v], inSize[c])
      let gain = tie[c] - expected(size[v], own.0, size[c], own.1)
      let allowed = gain >= 0 && isWellConnected(c, whole, wholeIn)
      gains.append(allowed ? gain : -.infinity)
      if allowed { best = max(best, gain) }
    }
    if best >= 0 {
      let chosen = Int(candidates[draw(v, best)])
      partOf[v] = Int32(chosen)
      hasGrown[chosen] = true
      outward[chosen] += outward[v] - 2 * tie[chosen]
      size[chosen] += size[v]
      if !inSize.isEmpty { inSize[chosen] += inSize[v] }
    }
    for part in candidates { tie[Int(part)] = 0 }
  }

  /// The place of one candidate, drawn by gain.
  private func draw(_ v: Int, _ best: Double) -> Int {
    let temperature = 0.01 * level.meanTie
    // exp(−40) is no chance at all: most candidates need no exponential.
    let near = best - 40 * temperature
    var sum = 0.0
    var last = 0
    for (place, gain) in gains.enumerated() where gain >= near {
      sum += gain == best ? 1 : exp((gain - best) / temperature)
      last = place
    }
    var mixer = SplitMix64(seed: salt ^ (UInt64(v) &* 0xD6E8_FEB8_6659_FD93))
    var mark = Double(mixer.next() >> 11) * 0x1p-53 * sum
    for (place, gain) in gains.enumerated() where gain >= near {
      mark -= gain == best ? 1 : exp((gain - best) / temperature)
      if mark < 0 { return place }
    }
    return last
  }
}
