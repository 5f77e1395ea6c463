import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// How measures are taken.
public struct MeasureOptions: Sendable, Equatable {
  /// Raw values, or divided by the largest possible.
  public var normalization: Normalization = .raw
  /// Use weights in every measure that has a weighted form.
  public var ties: TieValue = .binary
  /// How strengths become lengths in path measures; `nil` counts steps.
  public var lengths: LengthRule?
  /// Probability of following a tie in `pagerank`.
  public var damping = 0.85
  /// How much one more step counts in `katz`; `nil` takes 0.85/λmax.
  public var alpha: Double?
  /// Largest L1 residual of `pagerank`.
  public var tolerance = 1e-12
  /// The clusters that `participation` and `within_module_z` look at; `nil` takes the Leiden clusters.
  public var clusters: Partition?
  /// The groups that `ei_index`, `assortativity` and `mixing` compare.
  public var groups: MeasureGroups?
  /// Which way ties point, for Krackhardt's measures of hierarchy.
  public var ranks: RankDirection = .downward
  /// How ties between core and periphery count in `core_periphery`.
  public var offDiagonal: OffDiagonal = .missing
  /// Random networks that `small_world` and `core_periphery` compare with.
  public var nullSamples = 20
  /// Permutations of the groups behind the p of `ei_index`; 0 for none.
  public var permutations = 999
  /// How exact estimates shall be; `nil` takes every measure exactly.
  public var approximation: Approximation?
  /// Seed of every random draw.
  public var seed: UInt64 = 20_261_123

  /// The conventions of the project.
  public init() {}
}

/// How exact measures are that are estimated from a random sample.
public struct Approximation: Sendable, Equatable {
  /// The largest error, as a share of the largest value that any network of that many actors could have; `nil` takes what suits the measure.
  public var epsilon: Double?
  /// The probability that some actor's error is larger than said.
  public var delta = 0.1
  /// Draws so many samples, whatever ``epsilon`` says.
  public var samples: Int?

  /// What suits each measure, nine times of ten.
  public init() {}

  /// What paths between pairs are drawn for.
  static let usualOfPaths = 0.01
  /// What distances to actors are drawn for: the error of each value follows from the sample, and is smaller than this for closeness.
  static let usualOfDistances = 0.05

  func sampling(usual epsilon: Double, seed: UInt64) -> SamplingOptions {
    SamplingOptions(
      epsilon: self.epsilon ?? epsilon,
      delta: delta,
      samples: samples,
      seed: seed
    )
  }
}

/// Which way the ties of a hierarchy point.
public enum RankDirection: Sendable, Equatable, CaseIterable {
  /// From superior to subordinate.
  case downward
  /// From subordinate to superior: reports to.
  case upward
}

/// Actors in groups that results name.
public struct MeasureGroups: Sendable, Equatable {
  /// The column that the groups come from.
  public let column: String
  /// What each group is called; `nil` for one too small to be named where nobody is.
  public let names: [String?]
  /// The group of each node, −1 for a node without one.
  public let groupOf: [Int32]

  init(column: String, names: [String?], groupOf: [Int32]) {
    self.column = column
    self.names = names
    self.groupOf = groupOf
  }

  /// Groups by a column, named as `naming` allows.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  public init(
    by column: String,
    of region: Region,
    _ graph: RegionGraph,
    naming: Naming
  ) throws(ProjectionError) {
    let grouping = try Grouping(by: column, of: region, graph)
    self.column = column
    groupOf = grouping.groupOf
    names = zip(grouping.names, grouping.sizes).map { naming.groupName($0, size: $1) }
  }
}

/// One graph that measures are taken of, with the intermediate results that several of them share.
///
/// Used by one thread at a time; what is shared is computed when it is first asked for.
final class MeasureContext {
  let graph: Graph
  /// Which nodes answered, where a roster tells.
  let answered: [Bool]?
  let options: MeasureOptions
  let control: RunControl

  /// The graph of a region, with what is known of who answered.
  convenience init(_ region: RegionGraph, _ options: MeasureOptions, _ control: RunControl) {
    self.init(
      region.graph,
      answered: region.responses.map { $0.map { $0 == .answered } },
      options,
      control
    )
  }

  init(_ graph: Graph, answered: [Bool]?, _ options: MeasureOptions, _ control: RunControl) {
    self.graph = graph
    self.answered = answered
    self.options = options
    self.control = control
  }

  private var outwardTotals: DistanceTotals?
  private var inwardTotals: DistanceTotals?
  private var outwardSample: SampledDistances?
  private var inwardSample: SampledDistances?
  private var holes: StructuralHoles?
  private var triangleCounts: [Int]?
  private var cutPoints: Biconnectivity?
  private var weakPieces: Components?
  private var stepTotals: DistanceTotals?
  private var roles: ClusterRoles?
  private var turned: Graph?
  private var tieList: [NetworkMetrics.Tie]?
  private var mixed: GroupMixing?
  private var permuted: EIPermutation?
  private var core: Coreness?
  private var hits: HubsAndAuthorities?

  func distances(_ direction: PathDirection) throws(MetricError) -> DistanceTotals {
    if let known = direction == .outward ? outwardTotals : inwardTotals { return known }
    if direction == .inward && !graph.isDirected { return try distances(.outward) }
    let totals = try graph.distanceTotals(
      DistanceOptions(direction: direction, lengths: options.lengths),
      control: control
    )
    if direction == .outward { outwardTotals = totals } else { inwardTotals = totals }
    return totals
  }

  /// Distances to (from if `inward`) a random set of actors, which harmonic centrality and closeness share.
  func sampledDistances(_ direction: PathDirection) throws(MetricError) -> SampledDistances {
    if let known = direction == .outward ? outwardSample : inwardSample { return known }
    if direction == .inward && !graph.isDirected { return try sampledDistances(.outward) }
    let found = try graph.sampledDistances(
      sampling(usual: Approximation.usualOfDistances),
      direction: direction,
      control: control
    )
    if direction == .outward { outwardSample = found } else { inwardSample = found }
    return found
  }

  /// How samples are drawn.
  func sampling(usual epsilon: Double) -> SamplingOptions {
    (options.approximation ?? Approximation()).sampling(usual: epsilon, seed: options.seed)
  }

  func structuralHoles() throws(MetricError) -> StructuralHoles {
    if let holes { return holes }
    let found = try graph.structuralHoles(options.ties, control: control)
    holes = found
    return found
  }

  func triangles() throws(MetricError) -> [Int] {
    if let triangleCounts { return triangleCounts }
    let found = try graph.triangles(control: control)
    triangleCounts = found
    return found
  }

  func biconnectivity() throws(MetricError) -> Biconnectivity {
    if let cutPoints { return cutPoints }
    let found = try graph.biconnectivity(control: control)
    cutPoints = found
    return found
  }

  func weakComponents() throws(MetricError) -> Components {
    if let weakPieces { return weakPieces }
    let found = try graph.weakComponents(control: control)
    weakPieces = found
    return found
  }

  /// The graph with its strengths where they are to count, else with every tie 1.
  func valued() -> Graph { options.ties == .weighted ? graph : graph.unweighted() }

  /// The undirected graph whose ties conduct: by their strength where strengths are to count, else alike.
  func circuit() -> Graph { options.ties == .weighted ? graph : graph.skeleton() }

  func hubsAndAuthorities() throws(MetricError) -> HubsAndAuthorities {
    if let hits { return hits }
    let found = try graph.hubsAndAuthorities(control: control)
    hits = found
    return found
  }

  /// Distances in steps along the arcs, whatever the lengths.
  func steps() throws(MetricError) -> DistanceTotals {
    if options.lengths == nil { return try distances(.outward) }
    if let stepTotals { return stepTotals }
    let found = try graph.distanceTotals(control: control)
    stepTotals = found
    return found
  }

  func clusterRoles() throws(MetricError) -> ClusterRoles {
    if let roles { return roles }
    var clusters = options.clusters
    if clusters == nil {
      clusters = try graph.leiden(LeidenOptions(seed: options.seed), control: control).partition
    }
    let found = try graph.clusterRoles(
      clusters ?? Partition.singletons(graph.nodeCount),
      options.ties
    )
    roles = found
    return found
  }

  /// The graph with its ties from superior to subordinate.
  func downward() -> Graph {
    guard options.ranks == .upward else { return graph }
    if let turned { return turned }
    let found = graph.transposed()
    turned = found
    return found
  }

  func ties() -> [NetworkMetrics.Tie] {
    if let tieList { return tieList }
    let found = graph.ties()
    tieList = found
    return found
  }

  /// The groups to compare and how ties run between them.
  func mixing() throws(MetricError) -> (groups: MeasureGroups, mixing: GroupMixing) {
    guard let groups = options.groups else {
      throw .invalidOption(name: "group-by", reason: "it must name the column of the groups")
    }
    if let mixed { return (groups, mixed) }
    let found = try graph.mixing(group: groups.groupOf, groupCount: groups.names.count)
    mixed = found
    return (groups, found)
  }

  /// The groups permuted over the actors; `nil` where no permutations are asked for.
  func groupPermutation() throws(MetricError) -> EIPermutation? {
    let groups = try mixing().groups
    guard options.permutations > 0 else { return nil }
    if let permuted { return permuted }
    let found = try graph.eiPermutation(
      group: groups.groupOf,
      groupCount: groups.names.count,
      permutations: options.permutations,
      seed: options.seed,
      control: control
    )
    permuted = found
    return found
  }

  /// The continuous core–periphery model; `nil` where it means nothing.
  func coreness() throws(MetricError) -> Coreness? {
    if let core { return core }
    do throws(MetricError) {
      core = try graph.coreness(options.ties, control: control)
    } catch {
      guard case .notDefined = error else { throw error }
    }
    return core
  }
}
