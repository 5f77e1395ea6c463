import GraphCore

/// What a set of key players is good for.
public enum KeyPlayerGoal: Sendable, Equatable, CaseIterable {
  /// The network falls apart without them: ᴰF = 1 − Σ_{i≠j} 1/d(i, j) / (r(r − 1)) over the r nodes that remain.
  case fragmentation
  /// They are near to all: Σ_j 1/d(K, j) / n, d the steps from the nearest of them, outward; members count 1.
  case reach
}

/// A set of key players.
public struct KeyPlayers: Sendable, Equatable {
  /// The players, ascending.
  public let players: [Int]
  /// What they reach for the goal, from 0 to 1.
  public let value: Double
  /// No set of this size has more; equal to `value` when the search was exact.
  public let bound: Double
  /// Whether all sets were looked at.
  public let isExact: Bool
}

extension Graph {
  /// The best set of `count` key players for a goal; the first in lexicographic order among equals when exact.
  ///
  /// All sets are tried where there are at most `exactUpTo` of them. Otherwise players are taken one by one, the one that adds most
  /// first, and then exchanged one for one while that helps. Along arcs where directed; binary. The bound for `reach` comes from
  /// its being submodular: no set has more than the value plus the `count` largest gains that are left. For `fragmentation` it
  /// counts ties: those that `count` nodes of largest degree cannot take away stay at distance 1. Exact search: O(sets · n·m/64) for
  /// `fragmentation`, O(n·m + sets · n) for `reach`; the other one looks at n sets per player and at n·count per round of exchanges.
  ///
  /// Source: S. Borgatti, *Identifying sets of key players in a social network*, Computational & Mathematical Organization Theory 12
  /// (2006), doi:10.1007/s10588-006-7084-x; G. Nemhauser, L. Wolsey, M. Fisher, *An analysis of approximations for maximizing submodular
  /// set functions*, Mathematical Programming 14 (1978), doi:10.1007/BF01588971.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` unless 1 ≤ `count` ≤ n; ``MetricError/notDefined(reason:)`` for
  ///   `fragmentation` when fewer than two nodes remain; ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func keyPlayers(
    _ goal: KeyPlayerGoal,
    count: Int,
    exactUpTo: Int = 1_000_000,
    control: RunControl = RunControl()
  ) throws(MetricError) -> KeyPlayers {
    guard count >= 1 && count <= nodeCount else {
      throw .invalidOption(name: "count", reason: "there must be 1 to \(nodeCount) players")
    }
    if goal == .fragmentation && nodeCount - count < 2 {
      throw .notDefined(reason: "fewer than two nodes would remain")
    }
    let exact = Self.subsets(of: nodeCount, taking: count).map { $0 <= exactUpTo } ?? false
    switch goal {
    case .fragmentation:
      let judge = try FragmentationJudge(self)
      return try exact
        ? judge.best(count, control: control)
        : judge.grow(count, bound: judge.bound(count, self), control: control)
    case .reach:
      let judge = try ReachJudge(self, control: control)
      guard !exact else { return try judge.best(count, control: control) }
      let found = try judge.grow(count, bound: 1, control: control)
      return KeyPlayers(
        players: found.players,
        value: found.value,
        bound: max(found.value, judge.bound(found.players)),
        isExact: false
      )
    }
  }

  /// The number of subsets, or `nil` where it leaves `Int`.
  static func subsets(of n: Int, taking k: Int) -> Int? {
    var result = 1
    for step in 0..<min(k, n - k) {
      let (product, overflow) = result.multipliedReportingOverflow(by: n - step)
      if overflow { return nil }
      // The product of so many neighbouring numbers is divisible by as many factorial.
      result = product / (step + 1)
    }
    return result
  }
}

/// Says how good a set of nodes is.
protocol KeyPlayerJudge: Sendable {
  associatedtype Scratch
  var nodeCount: Int { get }
  func makeScratch() -> Scratch
  func value(_ players: [Int], _ scratch: inout Scratch) -> Double
}

extension KeyPlayerJudge {
  /// The best of all sets of `count` nodes. Shards take sets by their first member; equal values go to the earlier set.
  func best(_ count: Int, control: RunControl) throws(MetricError) -> KeyPlayers {
    let firsts = nodeCount - count + 1
    var found = [(value: Double, players: [Int])?](repeating: nil, count: firsts)
    control.begin("key players", total: firsts)
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(firsts) { first in
        var scratch = makeScratch()
        var players = (first..<first + count).map { $0 }
        var best = (value: -Double.infinity, players: players)
        repeat {
          if control.isCancelled { return }
          let value = value(players, &scratch)
          if value > best.value { best = (value, players) }
        } while Self.advance(&players, below: nodeCount)
        results[first] = best
        control.advance()
      }
    }
    try control.check()
    var best = (value: -Double.infinity, players: [Int]())
    for case let one? in found where one.value > best.value { best = one }
    return KeyPlayers(
      players: best.players,
      value: best.value,
      bound: best.value,
      isExact: true
    )
  }

  /// The next set with the same first member in lexicographic order; false after the last.
  private static func advance(_ players: inout [Int], below n: Int) -> Bool {
    var place = players.count - 1
    while place > 0 && players[place] == n - players.count + place { place -= 1 }
    guard place > 0 else { return false }
    players[place] += 1
    for later in place + 1..<max(place + 1, players.count) {
      players[later] = players[later - 1] + 1
    }
    return true
  }

  /// Takes the node that adds most until there are `count`, then exchanges single players while that adds more than rounding.
  func grow(
    _ count: Int,
    bound: Double,
    control: RunControl
  ) throws(MetricError) -> KeyPlayers {
    var players: [Int] = []
    var value = -Double.infinity
    control.begin("key players", total: count)
    for _ in 0..<count {
      let next = try bestAddition(to: players, control: control)
      players.append(next.node)
      value = next.value
      control.advance()
    }
    var improved = true
    while improved {
      improved = false
      for place in players.indices {
        var others = players
        others.remove(at: place)
        let next = try bestAddition(to: others, control: control)
        if next.value > value + 1e-12 {
          players = others + [next.node]
          value = next.value
          improved = true
        }
      }
    }
    return KeyPlayers(
      players: players.sorted(),
      value: value,
      bound: max(value, bound),
      isExact: false
    )
  }

  /// The node that makes the set best, the lowest among equals.
  private func bestAddition(
    to players: [Int],
    control: RunControl
  ) throws(MetricError) -> (node: Int, value: Double) {
    var values = [Double](repeating: -.infinity, count: nodeCount)
    let shards = max(1, min(64, nodeCount))
    let taken = Set(players)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(shards) { shard in
        var scratch = makeScratch()
        for v in (shard * nodeCount / shards)..<((shard + 1) * nodeCount / shards) {
          if control.isCancelled { return }
          if !taken.contains(v) { results[v] = value(players + [v], &scratch) }
        }
      }
    }
    try control.check()
    var best = (node: -1, value: -Double.infinity)
    for (v, value) in values.enumerated() where value > best.value { best = (v, value) }
    return best
  }
}
