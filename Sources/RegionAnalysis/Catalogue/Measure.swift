import GraphCore
import NetworkMetrics

/// What a measure is taken of.
public enum MeasureScope: String, Sendable, CaseIterable {
  /// One value per actor.
  case node
  /// One value per tie.
  case tie
  /// One value for the whole network.
  case network
  /// One value per actor, as a go-between of groups.
  case brokerage
  /// A way of finding clusters.
  case clusters
}

/// What decides whether a measure can be taken and how far it can be trusted.
public struct MeasureTraits: OptionSet, Sendable {
  /// Bits of the set.
  public let rawValue: Int

  /// A set of bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Rests on the actor's own answers: unknown for those who were asked and did not answer.
  public static let ownReports = MeasureTraits(rawValue: 1)
  /// Rests on paths: missing answers anywhere can change it.
  public static let paths = MeasureTraits(rawValue: 2)
  /// Uses weights unless told not to.
  public static let weightedByDefault = MeasureTraits(rawValue: 4)
  /// Has a form that uses weights.
  public static let weightedForm = MeasureTraits(rawValue: 8)
  /// Is divided by its largest possible value on request.
  public static let normalizable = MeasureTraits(rawValue: 16)
  /// Looks at clusters: those of a column, else the Leiden clusters.
  public static let clusters = MeasureTraits(rawValue: 32)
  /// Compares groups, which a column must name.
  public static let groups = MeasureTraits(rawValue: 64)
  /// Slow: not among `all`, only when asked for by name.
  public static let onRequest = MeasureTraits(rawValue: 128)
  /// Too slow to be taken of two hundred draws of what is not known.
  public static let slow = MeasureTraits(rawValue: 256)
  /// Adds up the distances of all pairs of actors.
  public static let distances = MeasureTraits(rawValue: 512)
  /// Counts the shortest paths of all pairs of actors.
  public static let shortestPaths = MeasureTraits(rawValue: 1024)
  /// Solves the equations of a whole component.
  public static let circuits = MeasureTraits(rawValue: 2048)
  /// Looks at all pairs of strong components.
  public static let bounds = MeasureTraits(rawValue: 4096)
  /// Finds out who reaches whom along the direction of ties, if they have one.
  public static let reachability = MeasureTraits(rawValue: 8192)
}

/// Values of one measure, one per node or one per tie.
public enum MeasureValues: Sendable, Equatable {
  /// Counts, defined everywhere.
  case counts([Int])
  /// Numbers, `nil` where not defined.
  case scores([Double?])

  /// The value of a node, or of a tie in the order of ``GraphCore/Graph/ties()``, as a cell.
  public subscript(place: Int) -> Cell {
    switch self {
    case .counts(let counts): .integer(counts[place])
    case .scores(let scores): Cell(scores[place])
    }
  }
}

/// A measure: its name, what it means, and how its value comes about.
public struct Measure<Value: Sendable>: Sendable {
  /// The name everywhere: command line, heading, key.
  public let name: String
  /// What decides whether it can be taken.
  public let traits: MeasureTraits
  /// What it means.
  public let explanation: Explanation
  let compute: @Sendable (MeasureContext) throws(MetricError) -> Value
  /// Estimates it from a random sample, a value per actor; `nil` where that is not known how.
  let estimate: (@Sendable (MeasureContext) throws(MetricError) -> SampledScores)?

  /// Whether it can be estimated from a random sample.
  public var isEstimable: Bool { estimate != nil }

  init(
    _ name: String,
    _ traits: MeasureTraits = [],
    _ explanation: Explanation,
    estimate: (@Sendable (MeasureContext) throws(MetricError) -> SampledScores)? = nil,
    compute: @escaping @Sendable (MeasureContext) throws(MetricError) -> Value
  ) {
    self.name = name
    self.traits = traits
    self.explanation = explanation
    self.estimate = estimate
    self.compute = compute
  }
}

/// A measure with one value per actor.
public typealias NodeMeasure = Measure<MeasureValues>
/// A measure with one value per tie, in the order of ``GraphCore/Graph/ties()``.
public typealias TieMeasure = Measure<MeasureValues>
/// A measure with one value (or one small set of values) for the whole network.
public typealias NetworkMeasure = Measure<NetworkValue>

/// The value of a network measure.
public enum NetworkValue: Sendable, Equatable {
  /// One value.
  case one(Cell)
  /// Several with keys, such as the sixteen triads; a heading in CSV is `prefix` and the key.
  case several(prefix: String, [(key: String, value: Cell)])

  /// Compares keys and values in order.
  public static func == (left: NetworkValue, right: NetworkValue) -> Bool {
    switch (left, right) {
    case (.one(let a), .one(let b)): a == b
    case (.several(let p, let a), .several(let q, let b)):
      p == q && a.count == b.count && zip(a, b).allSatisfy { $0 == $1 }
    default: false
    }
  }
}
