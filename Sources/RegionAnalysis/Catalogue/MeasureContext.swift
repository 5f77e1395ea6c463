import GraphCore
import LearningRegion
import NetworkMetrics

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
  /// Largest L1 residual of `pagerank`.
  public var tolerance = 1e-12
  /// Seed of every random draw.
  public var seed: UInt64 = 20_261_123

  /// The conventions of the project.
  public init() {}
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
  private var holes: StructuralHoles?
  private var triangleCounts: [Int]?
  private var cutPoints: Biconnectivity?
  private var weakPieces: Components?

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
}
