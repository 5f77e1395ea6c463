import GraphCore

/// How often random groups keep ties inside, or outside, as much as the groups there are.
public struct EIPermutation: Sendable, Equatable {
  /// p of the E-I index of the network, two-sided; `nil` without ties between nodes that have a group.
  public let pValue: Double?
  /// p of the E-I index of each group, two-sided; `nil` for groups without ties.
  public let groupPValues: [Double?]
}

extension Graph {
  /// Permutation test of the E-I index: the network stays, group labels are dealt out anew among the nodes with a group.
  ///
  /// p = (k + 1)/(R + 1), k of the R permutations in which the index lies at least as far from its expectation as observed, on either side.
  /// Expected, for N nodes with a group, are 1 − 2 Σ n(n − 1)/(N(N − 1)) for the network and, for the ties of a group of n, the index
  /// (2(N − n) − (n − 1))/(2(N − n) + (n − 1)) that it has when everybody is tied to everybody. A permutation that leaves a group without ties does not
  /// count as far. Distances that differ by rounding alone are equal. `group[v]` is a number below `groupCount`, or −1 for a node
  /// without a group: its ties are left out. Binary. Permutation number r has a random stream of its own, so that threads change
  /// nothing. O(R·(n + m)).
  ///
  /// Source: D. Krackhardt, R. Stern, *Informal networks and organizational crises*, Social Psychology Quarterly 51 (1988),
  /// doi:10.2307/2786835 (the index); B. Phipson, G. Smyth, *Permutation p-values should never be zero*, Stat. Appl. Genet. Mol. Biol. 9
  /// (2010), doi:10.2202/1544-6115.1585 (the rule).
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for fewer than one permutation or groups that do not fit;
  ///   ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func eiPermutation(
    group: [Int32],
    groupCount: Int,
    permutations: Int,
    seed: UInt64 = 1,
    control: RunControl = RunControl()
  ) throws(MetricError) -> EIPermutation {
    guard permutations >= 1 else {
      throw .invalidOption(name: "permutations", reason: "there must be at least one")
    }
    let mixing = try mixing(group: group, groupCount: groupCount)
    let known = group.indices.filter { group[$0] >= 0 }
    var place = [Int](repeating: -1, count: nodeCount)
    for (number, v) in known.enumerated() { place[v] = number }
    let ends = ties().filter { place[$0.source] >= 0 && place[$0.target] >= 0 }.map {
      (source: place[$0.source], target: place[$0.target])
    }
    let labels = known.map { group[$0] }
    let observed = FarTest(mixing)
    try MemoryBudget.require(permutations, of: groupCount + 1)
    var isFar = [Bool](repeating: false, count: permutations * (groupCount + 1))
    control.begin("permutations of the groups", total: permutations)
    isFar.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(permutations) { number in
        if control.isCancelled { return }
        var random = RandomStream(seed: seed, stream: UInt64(number) + 1)
        var dealt = labels
        random.shuffle(&dealt)
        var counts = GroupTies(groupCount)
        for (source, target) in ends { counts.add(Int(dealt[source]), Int(dealt[target])) }
        let row = number * (groupCount + 1)
        for group in 0..<groupCount { results[row + group] = observed.isFar(counts, group) }
        results[row + groupCount] = observed.isFar(counts)
        control.advance()
      }
    }
    try control.check()
    let pValues = (0...groupCount).map { column in
      var far = 0
      for number in 0..<permutations where isFar[number * (groupCount + 1) + column] { far += 1 }
      return Double(far + 1) / Double(permutations + 1)
    }
    return EIPermutation(
      pValue: mixing.eiIndex == nil ? nil : pValues[groupCount],
      groupPValues: (0..<groupCount).map {
        mixing.eiIndex(ofGroup: $0) == nil ? nil : pValues[$0]
      }
    )
  }
}

/// Ties inside and at the border of each group.
private struct GroupTies {
  var inside: [Int]
  var outside: [Int]
  var allInside = 0
  var allOutside = 0

  init(_ groups: Int) {
    inside = [Int](repeating: 0, count: groups)
    outside = inside
  }

  mutating func add(_ source: Int, _ target: Int) {
    if source == target {
      inside[source] += 1
      allInside += 1
    } else {
      outside[source] += 1
      outside[target] += 1
      allOutside += 1
    }
  }
}

/// The observed distances of the indices from what is expected of them.
private struct FarTest {
  private let expected: Double
  private let distance: Double
  private let groupExpected: [Double]
  private let groupDistance: [Double]

  init(_ mixing: GroupMixing) {
    let total = mixing.sizes.reduce(0, +)
    expected = mixing.expectedEIIndex ?? 0
    distance = abs((mixing.eiIndex ?? 0) - expected)
    let centres = mixing.sizes.map { size in
      let (out, within) = (Double(2 * (total - size)), Double(max(0, size - 1)))
      return out + within > 0 ? (out - within) / (out + within) : 0
    }
    groupExpected = centres
    groupDistance = centres.enumerated().map { group, centre in
      abs((mixing.eiIndex(ofGroup: group) ?? 0) - centre)
    }
  }

  func isFar(_ ties: GroupTies) -> Bool {
    Self.isFar(ties.allOutside, ties.allInside, expected, distance)
  }

  func isFar(_ ties: GroupTies, _ group: Int) -> Bool {
    Self.isFar(ties.outside[group], ties.inside[group], groupExpected[group], groupDistance[group])
  }

  private static func isFar(
    _ outside: Int,
    _ inside: Int,
    _ expected: Double,
    _ distance: Double
  ) -> Bool {
    let all = outside + inside
    guard all > 0 else { return false }
    return abs(Double(outside - inside) / Double(all) - expected) >= distance - 1e-12
  }
}
