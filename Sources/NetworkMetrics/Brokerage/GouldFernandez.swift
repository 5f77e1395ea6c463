import GraphCore

/// The five ways of standing between two others, by the groups of source, broker and target, and their total.
public enum BrokerRole: String, Sendable, CaseIterable {
  /// All three in one group (AAA, sna `w_I`).
  case coordinator
  /// Source and target in one group, the broker in another (ABA, `w_O`).
  case itinerant
  /// From inside the broker's group to outside (AAB, `b_IO`).
  case representative
  /// From outside into the broker's group (ABB, `b_OI`).
  case gatekeeper
  /// Three groups (ABC, `b_O`).
  case liaison
  /// All of them (`t`).
  case brokerage
}

/// How often each node stands in each role, with what chance would give.
public struct BrokerageRoles: Sendable, Equatable {
  /// In the order of `BrokerRole.allCases`.
  private let roles: [RoleScores]

  init(_ roles: [RoleScores]) { self.roles = roles }

  /// What was found for one role.
  public subscript(role: BrokerRole) -> RoleScores { roles[role.place] }
}

/// One role: its counts at every node and in the whole network.
public struct RoleScores: Sendable, Equatable {
  /// Open two-paths in which the node has the role; `nil` for nodes without a group.
  public let counts: [Int?]
  /// Expected counts under the null model.
  public let expected: NodeScores
  /// (count − expected) / standard deviation; `nil` where the deviation is 0.
  public let z: NodeScores
  /// Over all nodes.
  public let total: BrokerageTotal
}

extension BrokerRole {
  /// Its place in `allCases`.
  var place: Int { Self.allCases.firstIndex(of: self)! }
}

/// A role summed over the whole network.
public struct BrokerageTotal: Sendable, Equatable {
  /// Open two-paths of the role.
  public let count: Int
  /// Their number under the null model.
  public let expected: Double
  /// Its standard deviation under the null model.
  public let standardDeviation: Double
  /// (count − expected) / standard deviation; `nil` where that is 0.
  public let z: Double?

  init(count: Int, _ moments: BrokerageMoments) {
    self.count = count
    expected = moments.mean
    standardDeviation = moments.standardDeviation
    z = moments.score(count)
  }
}

extension Graph {
  /// Gould–Fernandez brokerage: open two-paths source → broker → target, source ≠ target and no source → target, by the groups
  /// of the three. Binary.
  ///
  /// Undirected ties go both ways, so that every open pair counts in both orders, as in sna `brokerage`.
  /// `group[v]` is any number ≥ 0, or −1 for a node without a group: such nodes have no scores, and all numbers, expectations
  /// included, are those of the network of the others.
  ///
  /// The null model is sna's; see ``BrokerageModel``. Expectations equal `exp.nli` and `exp.gli` of `sna::brokerage`, z of nodes
  /// equals `z.nli` on directed graphs. On undirected graphs the two arcs of a pair come together, which sna overlooks: its
  /// deviations are too small by √2 for nodes in all roles but representative and gatekeeper, and ours are not. For whole
  /// networks sna's deviations miss some of the ways in which paths share arcs: ours are the exact ones, and differ.
  /// The model gives all nodes equal degrees, so that z mostly tells who has many ties.
  ///
  /// Paths are counted from group totals at each node less those closed by a triangle: O(arcs + edges^1.5) at worst.
  ///
  /// Source: R. Gould, R. Fernandez, *Structures of mediation: a formal approach to brokerage in transaction networks*,
  /// Sociological Methodology 19 (1989), doi:10.2307/270949.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for a group below −1 or a list of the wrong length;
  ///   ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func brokerageRoles(
    group: [Int32],
    control: RunControl = RunControl()
  ) throws(MetricError) -> BrokerageRoles {
    let (known, dense, sizes) = try checkedGroups(group)
    let inner = known.count == nodeCount ? self : induced(on: known)
    let counts = try inner.roleCounts(dense, groups: sizes.count, control: control)
    let model = BrokerageModel(
      groupSizes: sizes,
      density: inner.density() ?? 0,
      isDirected: isDirected
    )
    let moments = sizes.map { model.node(groupSize: $0) }
    return BrokerageRoles(
      BrokerRole.allCases.map { role in
        let place = role.place
        var count = [Int?](repeating: nil, count: nodeCount)
        var expected = [Double?](repeating: nil, count: nodeCount)
        var z = expected
        var total = 0
        for (new, old) in known.enumerated() {
          let moment = moments[Int(dense[new])][place]
          let number = counts[6 * new + place]
          total += number
          count[old] = number
          expected[old] = moment.mean
          z[old] = moment.score(number)
        }
        return RoleScores(
          counts: count,
          expected: NodeScores(expected),
          z: NodeScores(z),
          total: BrokerageTotal(count: total, model.whole(role))
        )
      }
    )
  }

  /// The nodes with a group, their groups numbered densely by first appearance, and the sizes.
  private func checkedGroups(
    _ group: [Int32]
  ) throws(MetricError) -> (known: [Int], dense: [Int32], sizes: [Int]) {
    guard group.count == nodeCount else {
      throw .invalidOption(name: "group", reason: "there must be one group per node")
    }
    guard group.allSatisfy({ $0 >= -1 }) else {
      throw .invalidOption(name: "group", reason: "a group is a number from 0, or -1 for none")
    }
    var number: [Int32: Int32] = [:]
    var known: [Int] = []
    var dense: [Int32] = []
    var sizes: [Int] = []
    for (node, label) in group.enumerated() where label >= 0 {
      known.append(node)
      let place = number[label] ?? Int32(sizes.count)
      if number[label] == nil {
        number[label] = place
        sizes.append(0)
      }
      dense.append(place)
      sizes[Int(place)] += 1
    }
    return (known, dense, sizes)
  }

  /// Six counts per node in the order of `BrokerRole.allCases`; `group` is dense.
  private func roleCounts(
    _ group: [Int32],
    groups: Int,
    control: RunControl
  ) throws(MetricError) -> [Int] {
    let closed = try OrientedSkeleton(self, control: control).tally(
      width: 6 * nodeCount,
      phase: "brokerage roles",
      control: control
    ) { triangle, counts in
      let nodes = (triangle.first, triangle.second, triangle.third)
      let code = TriangleCode(triangle)
      for (a, v, b) in TriangleCode.orders {
        guard code.hasArc(a, v) && code.hasArc(v, b) && code.hasArc(a, b) else { continue }
        let broker = Self.pick(nodes, v)
        let role = Self.role(
          group[Self.pick(nodes, a)],
          group[broker],
          group[Self.pick(nodes, b)]
        )
        counts[6 * broker + role] &+= 1
      }
    }
    var counts = [Int](repeating: 0, count: 6 * nodeCount)
    var targets = [Int](repeating: 0, count: groups)
    for v in 0..<nodeCount {
      let own = Int(group[v])
      for end in out[v] { targets[Int(group[Int(end)])] += 1 }
      let (all, inside) = (out.degree(of: v), targets[own])
      for start in incoming[v] {
        let there = Int(group[Int(start)])
        if there == own {
          counts[6 * v] += inside
          counts[6 * v + 2] += all - inside
        } else {
          counts[6 * v + 1] += targets[there]
          counts[6 * v + 3] += inside
          counts[6 * v + 4] += all - inside - targets[there]
        }
        // Straight back to where it came from is no path.
        if hasArc(from: v, to: Int(start)) { counts[6 * v + (there == own ? 0 : 1)] -= 1 }
      }
      for end in out[v] { targets[Int(group[Int(end)])] = 0 }
      for place in 0..<5 {
        counts[6 * v + place] -= closed[6 * v + place]
        counts[6 * v + 5] += counts[6 * v + place]
      }
    }
    return counts
  }

  @inline(__always)
  private static func pick(_ nodes: (Int, Int, Int), _ place: Int) -> Int {
    place == 0 ? nodes.0 : place == 1 ? nodes.1 : nodes.2
  }

  /// The place of the role in `BrokerRole.allCases`.
  @inline(__always)
  private static func role(_ source: Int32, _ broker: Int32, _ target: Int32) -> Int {
    if source == broker { return target == broker ? 0 : 2 }
    if target == broker { return 3 }
    return source == target ? 1 : 4
  }
}
