import GraphCore
import NetworkMetrics

/// What Leiden makes as large as possible.
public enum ClusterObjective: String, Sendable, CaseIterable {
  /// Newman–Girvan modularity.
  case modularity
  /// The constant Potts model, whose resolution is a density.
  case cpm
  /// Modularity of arcs (Leicht–Newman).
  case directedModularity = "directed_modularity"
}

/// Ways of finding clusters.
public enum ClusterMethod: Sendable, Equatable {
  /// Leiden; without a resolution the usual one of the objective: 1, or for CPM the mean strength of a pair of the network.
  case leiden(ClusterObjective = .modularity, resolution: Double? = 1)
  /// Label propagation.
  case labelPropagation
  /// Weak components.
  case components
  /// Actors of the same core number; with `k` the connected parts of the k-core, everybody else alone.
  case core(k: Int? = nil)
  /// Actors of the same truss number; with `k` the connected parts of the k-truss, everybody else alone.
  case truss(k: Int? = nil)
  /// Clusters of ties, which overlap in actors.
  case links
  /// A core that is tied to itself and a periphery that is not.
  case corePeriphery
  /// The values of a column.
  case attribute(String)

  /// What the methods are called, in the order in which help lists them.
  public static let names = [
    "leiden", "label_propagation", "components", "core", "truss", "links", "core_periphery",
    "attribute:COLUMN",
  ]

  /// The method of this name; `nil` for a name that none has.
  ///
  /// - Parameters:
  ///   - objective: what `leiden` makes as large as possible, `resolution` its resolution.
  ///   - k: the core or truss to take apart.
  public init?(
    named name: String,
    objective: ClusterObjective = .modularity,
    resolution: Double? = nil,
    k: Int? = nil
  ) {
    switch name {
    case "leiden": self = .leiden(objective, resolution: resolution)
    case "label_propagation": self = .labelPropagation
    case "components": self = .components
    case "core": self = .core(k: k)
    case "truss": self = .truss(k: k)
    case "links": self = .links
    case "core_periphery": self = .corePeriphery
    default:
      let start = "attribute:"
      guard name.hasPrefix(start), name.utf8.count > start.utf8.count else { return nil }
      self = .attribute(String(name.dropFirst(start.count)))
    }
  }

  /// The name, as ``init(named:objective:resolution:k:)`` reads it.
  public var name: String {
    switch self {
    case .leiden: "leiden"
    case .labelPropagation: "label_propagation"
    case .components: "components"
    case .core: "core"
    case .truss: "truss"
    case .links: "links"
    case .corePeriphery: "core_periphery"
    case .attribute(let column): "attribute:\(column)"
    }
  }

  /// Whether another seed can give other clusters that are as good, so that several runs make sense.
  public var dependsOnSeed: Bool {
    switch self {
    case .leiden, .labelPropagation: true
    case .components, .core, .truss, .links, .corePeriphery, .attribute: false
    }
  }

  /// Whether strengths count unless told not to.
  var usesWeights: Bool { dependsOnSeed }
}

extension ClusterObjective {
  /// The quality at a resolution, or at the usual one of a graph.
  func quality(_ resolution: Double?, of graph: Graph) -> ClusterQuality {
    switch self {
    case .modularity: return .modularity(resolution: resolution ?? 1)
    case .directedModularity: return .directedModularity(resolution: resolution ?? 1)
    case .cpm:
      let n = Double(graph.nodeCount)
      // At the mean strength of a pair, one cluster of everybody is worth exactly nothing.
      let mean = n > 1 ? graph.totalWeight / (n * (n - 1) / 2) : 1
      return .cpm(resolution: resolution ?? mean)
    }
  }
}
