import GraphCore
import LearningRegion
import NetworkMetrics

/// How the brokers of a network are looked for.
public struct BrokerOptions: Sendable, Equatable {
  /// Whether constraint and effective size use weights.
  public var ties: TieValue = .binary
  /// How strengths become lengths for betweenness; `nil` counts steps.
  public var lengths: LengthRule?
  /// How betweenness is estimated from sampled paths, by steps; `nil` computes it exactly.
  public var sampling: SamplingOptions?
  /// Betweenness raw or normalised.
  public var normalization: Normalization = .raw
  /// Relabellings for the permutation p of each role; 0 for none.
  public var permutations = 0
  /// Seed of the relabellings.
  public var seed: UInt64 = 20_261_123

  /// The conventions of the project.
  public init() {}
}

/// Who stands between whom: everything about brokerage, node by node.
///
/// Source: B. Gustavsen and H. Jarche on learning brokers; the measures are those of Freeman, Burt and Gould–Fernandez.
public struct LearningBrokers: Sendable {
  /// The groups that roles are counted between.
  public let grouping: Grouping
  /// Betweenness of each node.
  public let betweenness: [Double?]
  /// Whether betweenness is an estimate.
  public let isSampled: Bool
  /// Burt's constraint of each node.
  public let constraint: [Double?]
  /// Burt's effective size of each node.
  public let effectiveSize: [Double?]
  /// Whether the network falls apart without the node.
  public let isArticulationPoint: [Bool]
  /// Gould–Fernandez roles.
  public let roles: BrokerageRoles
  /// Share of relabellings that give a node at least its count in a role, by role; `nil` values for nodes without a group. Empty
  /// when no relabelling was asked for.
  public let permutationP: [BrokerRole: [Double?]]

  /// Takes all measures of `graph`.
  ///
  /// - Parameter known: betweenness that was taken before, and whether it is an estimate; `nil` takes it as the options say.
  /// - Throws: as the measures do.
  public init(
    of graph: RegionGraph,
    grouping: Grouping,
    _ options: BrokerOptions = BrokerOptions(),
    betweenness known: (scores: NodeScores, isEstimated: Bool)? = nil,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    self.grouping = grouping
    let network = graph.graph
    isSampled = known?.isEstimated ?? (options.sampling != nil)
    if let known {
      betweenness = known.scores.values
    } else if let sampling = options.sampling {
      betweenness = try network.sampledBetweenness(
        sampling,
        normalization: options.normalization,
        control: control
      ).scores.values
    } else {
      betweenness = try network.betweenness(
        BetweennessOptions(lengths: options.lengths, normalization: options.normalization),
        control: control
      ).values
    }
    let holes = try network.structuralHoles(options.ties, control: control)
    constraint = holes.constraint.values
    effectiveSize = holes.effectiveSize.values
    isArticulationPoint = try network.biconnectivity(control: control).isArticulationPoint
    roles = try network.brokerageRoles(group: grouping.groupOf, control: control)
    permutationP = try Self.permutationP(
      network,
      roles,
      grouping,
      options.permutations,
      options.seed,
      control
    )
  }

  /// One-sided p-values with the (k+1)/(r+1) rule: the network stays, the group labels change hands among the nodes that have one.
  private static func permutationP(
    _ network: Graph,
    _ roles: BrokerageRoles,
    _ grouping: Grouping,
    _ permutations: Int,
    _ seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> [BrokerRole: [Double?]] {
    guard permutations > 0 else { return [:] }
    let nodes = grouping.groupOf.indices.filter { grouping.groupOf[$0] >= 0 }
    var atLeast: [BrokerRole: [Int]] = [:]
    for role in BrokerRole.allCases {
      atLeast[role] = [Int](repeating: 0, count: network.nodeCount)
    }
    control.begin("permutations of the groups", total: permutations)
    for round in 0..<permutations {
      if control.isCancelled { throw .cancelled }
      var stream = RandomStream(seed: seed, stream: UInt64(round) + 1)
      var labels = nodes.map { grouping.groupOf[$0] }
      stream.shuffle(&labels)
      var group = [Int32](repeating: -1, count: network.nodeCount)
      for (place, node) in nodes.enumerated() { group[node] = labels[place] }
      // The inner run is silent: its progress would drown that of the permutations.
      let drawn = try network.brokerageRoles(
        group: group,
        control: RunControl(threads: control.threads)
      )
      for role in BrokerRole.allCases {
        let observed = roles[role].counts
        let counts = drawn[role].counts
        for node in nodes where (counts[node] ?? 0) >= (observed[node] ?? 0) {
          atLeast[role]?[node] += 1
        }
      }
      control.advance()
    }
    let known = Set(nodes)
    return atLeast.mapValues { counts in
      counts.enumerated().map { node, count in
        known.contains(node) ? Double(count + 1) / Double(permutations + 1) : nil
      }
    }
  }

  /// Nodes from the highest betweenness down, ties in node order.
  public var ranking: [Int] {
    betweenness.indices.sorted {
      let left = betweenness[$0] ?? -1
      let right = betweenness[$1] ?? -1
      return left != right ? left > right : $0 < $1
    }
  }
}
