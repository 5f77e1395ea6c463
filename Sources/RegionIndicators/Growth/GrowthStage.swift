import GraphCore
import NetworkMetrics

/// The shape that a growing network has, after Krebs and Holley.
public enum GrowthStage: String, Sendable, CaseIterable {
  case fragments
  case hubAndSpoke = "hub_and_spoke"
  case corePeriphery = "core_periphery"
  case multiHub = "multi_hub"
  case unclear

  /// What the stage is called.
  public var words: Words {
    switch self {
    case .fragments: Words("scattered fragments", "spredte biter")
    case .hubAndSpoke: Words("hub and spoke", "nav og eiker")
    case .corePeriphery: Words("core and periphery", "kjerne og periferi")
    case .multiHub: Words("several hubs", "flere nav")
    case .unclear: Words("no clear shape", "ingen klar form")
    }
  }
}

/// What the stage was decided by.
public struct GrowthShape: Sendable, Equatable {
  /// The first rule that holds.
  public let stage: GrowthStage
  /// Actors.
  public let actors: Int
  /// Share of the actors in the largest component.
  public let largestShare: Double
  /// Freeman's centralization of betweenness in the largest component; `nil` where it was not asked or not defined.
  public let centralization: Double?
  /// Correlation with core and periphery in the largest component; `nil` as above.
  public let coreCorrelation: Double?
  /// Actors in the core.
  public let coreSize: Int?
  /// Actors with normalized betweenness of at least .1.
  public let hubs: Int?
  /// Whether betweenness was estimated from sampled paths.
  public let isSampled: Bool

  /// Cut-offs, all our own.
  public static let connectedShare = 0.5
  static let centralized = 0.6
  static let coreFit = 0.6
  static let smallestCore = 4
  static let hubBetweenness = 0.1

  /// Components of more nodes than this are too large for exact betweenness and for the search of a core.
  static let largestExact = 3_000

  /// Looks at the ties of a network without their direction. Exact betweenness up to 3 000 actors in the largest component, sampled
  /// above; no core is looked for above.
  ///
  /// Source: V. Krebs, J. Holley, *Building Smart Communities through Network Weaving* (2002).
  ///
  /// - Throws: as the measures do; ``NetworkMetrics/MetricError/emptyGraph`` without actors.
  public init(
    of graph: Graph,
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    guard graph.nodeCount > 0 else { throw .emptyGraph }
    let components = try graph.weakComponents(control: control)
    let largest = components.sizes.indices.max {
      components.sizes[$0] < components.sizes[$1]
    }
    let members = components.members(of: largest ?? 0)
    actors = graph.nodeCount
    largestShare = Double(members.count) / Double(graph.nodeCount)
    guard largestShare >= Self.connectedShare, members.count >= 3 else {
      stage = .fragments
      (centralization, coreCorrelation, coreSize, hubs) = (nil, nil, nil, nil)
      isSampled = false
      return
    }
    let network = graph.induced(on: members).skeleton()
    let isLarge = members.count > Self.largestExact
    let scores: NodeScores
    if isLarge {
      scores = try network.sampledBetweenness(
        SamplingOptions(epsilon: 0.02, seed: seed),
        control: control
      ).scores
    } else {
      scores = try network.betweenness(control: control)
    }
    let n = Double(members.count)
    let pairs = (n - 1) * (n - 2) / 2
    let hubs = scores.values.count { ($0 ?? 0) / pairs >= Self.hubBetweenness }
    let centralization = network.centralization(scores, of: .betweenness)
    let core = isLarge ? nil : try Self.core(network, seed, control)
    self.centralization = centralization
    self.hubs = hubs
    isSampled = isLarge
    coreCorrelation = core?.correlation
    coreSize = core.map { $0.isCore.count { $0 } }
    if (centralization ?? 0) >= Self.centralized {
      stage = .hubAndSpoke
    } else if let core, core.correlation >= Self.coreFit,
      core.isCore.count(where: { $0 }) >= Self.smallestCore
    {
      stage = .corePeriphery
    } else {
      stage = hubs >= 2 ? .multiHub : .unclear
    }
  }

  /// `nil` where core and periphery mean nothing: too few nodes, or all pairs alike.
  private static func core(
    _ network: Graph,
    _ seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> CorePeriphery? {
    do throws(MetricError) {
      return try network.corePeriphery(CorePeripheryOptions(seed: seed), control: control)
    } catch {
      if case .notDefined = error { return nil }
      throw error
    }
  }
}
