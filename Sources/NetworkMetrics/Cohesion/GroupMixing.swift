import GraphCore

/// How ties run between groups of nodes.
public struct GroupMixing: Sendable, Equatable {
  /// Number of groups.
  public let groupCount: Int
  /// Ties from group `g` to group `h` at `g * groupCount + h`. An edge of an undirected graph stands in both directions, so
  /// that ties inside a group count twice there.
  public let ties: [Int]
  /// Members of each group.
  public let sizes: [Int]
  /// Whether ties have a direction.
  public let isDirected: Bool

  /// Ties from one group to another.
  public subscript(from: Int, to: Int) -> Int { ties[from * groupCount + to] }

  /// Ties inside groups, an undirected edge once.
  public var internalTies: Int {
    let inside = (0..<groupCount).reduce(0) { $0 + self[$1, $1] }
    return isDirected ? inside : inside / 2
  }

  /// Ties between groups, an undirected edge once.
  public var externalTies: Int {
    let all = ties.reduce(0, +)
    return (isDirected ? all : all / 2) - internalTies
  }

  /// E-I index: (external − internal) / (external + internal), from −1 (all inside) to 1; `nil` without ties.
  ///
  /// Source: D. Krackhardt, R. Stern, *Informal networks and organizational crises*, Social Psychology Quarterly 51 (1988),
  /// doi:10.2307/2786835.
  public var eiIndex: Double? { Self.share(externalTies, internalTies) }

  /// The E-I index if everybody were tied to everybody: 1 − 2 Σ n(n − 1) / (N(N − 1)); `nil` with fewer than two members.
  public var expectedEIIndex: Double? {
    let n = sizes.reduce(0, +)
    guard n > 1 else { return nil }
    let inside = sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    return 1 - 2 * inside / (Double(n) * Double(n - 1))
  }

  /// The E-I index of the ties that have an end in one group; `nil` where there are none.
  public func eiIndex(ofGroup group: Int) -> Double? {
    let inside = isDirected ? self[group, group] : self[group, group] / 2
    var outside = 0
    for other in 0..<groupCount where other != group {
      outside += self[group, other] + (isDirected ? self[other, group] : 0)
    }
    return Self.share(outside, inside)
  }

  /// Whether ties stay in groups, from 1 (all do) through 0 (as chance would) to below; `nil` without ties or with one group only.
  ///
  /// (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g), e the shares of ties between groups, a and b their sums by source and by target; as
  /// networkx `attribute_assortativity_coefficient`. Source: see ``GraphCore/Graph/degreeAssortativity(control:)``.
  public var assortativity: Double? {
    let all = Double(ties.reduce(0, +))
    guard all > 0 else { return nil }
    var inside = 0.0
    var chance = 0.0
    for g in 0..<groupCount {
      inside += Double(self[g, g]) / all
      var (leaving, arriving) = (0, 0)
      for h in 0..<groupCount {
        leaving += self[g, h]
        arriving += self[h, g]
      }
      chance += Double(leaving) / all * (Double(arriving) / all)
    }
    return chance < 1 ? (inside - chance) / (1 - chance) : nil
  }

  private static func share(_ external: Int, _ inside: Int) -> Double? {
    let all = external + inside
    return all > 0 ? Double(external - inside) / Double(all) : nil
  }
}

extension Graph {
  /// Counts ties by the groups of their ends. Binary; O(nodes + arcs + groups²).
  ///
  /// `group[v]` is a number below `groupCount`, or −1 for a node without a group: its ties are left out.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` where groups do not fit;
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func mixing(group: [Int32], groupCount: Int) throws(MetricError) -> GroupMixing {
    guard group.count == nodeCount else {
      throw .invalidOption(name: "group", reason: "there must be one group per node")
    }
    guard group.allSatisfy({ $0 >= -1 && Int($0) < groupCount }) else {
      throw .invalidOption(name: "group", reason: "a group is a number from 0, or -1 for none")
    }
    try MemoryBudget.require(groupCount, of: 8 * max(1, groupCount))
    var ties = [Int](repeating: 0, count: groupCount * groupCount)
    var sizes = [Int](repeating: 0, count: groupCount)
    for v in 0..<nodeCount where group[v] >= 0 {
      sizes[Int(group[v])] += 1
      for target in out[v] where group[Int(target)] >= 0 {
        ties[Int(group[v]) * groupCount + Int(group[Int(target)])] += 1
      }
    }
    return GroupMixing(groupCount: groupCount, ties: ties, sizes: sizes, isDirected: isDirected)
  }
}
