import GraphCore

/// How rarely random groups give a node as many paths of a role.
public struct BrokeragePermutation: Sendable, Equatable {
  private let roles: [NodeScores]

  init(_ roles: [NodeScores]) { self.roles = roles }

  /// p per node for one role; `nil` for nodes without a group.
  public subscript(role: BrokerRole) -> NodeScores { roles[role.place] }
}

extension Graph {
  /// Permutation test of Gould–Fernandez roles: the network stays, group labels are dealt out anew among the nodes with a group.
  ///
  /// p = (k + 1)/(R + 1), k of the R permutations in which the node has at least as many paths of the role: small for brokers beyond
  /// what their place in the network brings by itself, which z cannot tell from having many ties. The total does not depend on
  /// labels: its p is 1. Permutation number r has a random stream of its own. O(R · (arcs + edges^1.5)).
  ///
  /// Source: R. Gould, R. Fernandez, Sociological Methodology 19 (1989), doi:10.2307/270949 (roles); B. Phipson, G. Smyth, *Permutation
  /// p-values should never be zero*, Stat. Appl. Genet. Mol. Biol. 9 (2010), doi:10.2202/1544-6115.1585.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for fewer than one permutation; as ``brokerageRoles(group:control:)``.
  public func brokeragePermutation(
    group: [Int32],
    permutations: Int,
    seed: UInt64 = 1,
    control: RunControl = RunControl()
  ) throws(MetricError) -> BrokeragePermutation {
    guard permutations >= 1 else {
      throw .invalidOption(name: "permutations", reason: "there must be at least one")
    }
    let observed = try brokerageRoles(group: group, control: control)
    let known = group.indices.filter { group[$0] >= 0 }
    var atLeast = [[Int]](
      repeating: [Int](repeating: 0, count: nodeCount),
      count: BrokerRole.allCases.count
    )
    for number in 0..<permutations {
      var random = RandomStream(seed: seed, stream: UInt64(number) + 1)
      var labels = known.map { group[$0] }
      random.shuffle(&labels)
      var dealt = group
      for (place, v) in known.enumerated() { dealt[v] = labels[place] }
      let drawn = try brokerageRoles(group: dealt, control: control)
      for role in BrokerRole.allCases {
        for v in known where drawn[role].counts[v] ?? 0 >= observed[role].counts[v] ?? 0 {
          atLeast[role.place][v] += 1
        }
      }
    }
    return BrokeragePermutation(
      BrokerRole.allCases.map { role in
        NodeScores(
          group.indices.map { v in
            group[v] < 0
              ? nil : Double(atLeast[role.place][v] + 1) / Double(permutations + 1)
          }
        )
      }
    )
  }
}
