import GraphCore

/// Which part of a region becomes a graph, and how.
public struct GraphProjection: Sendable, Equatable {
  /// Which relations.
  public var relations: RelationChoice = .allStrengths
  /// Which wave.
  public var wave: WaveChoice = .last
  /// Whether the ties have a direction.
  public var direction: DirectionChoice = .asRecorded
  /// Whether arcs become edges, and when.
  public var symmetrization: Symmetrization?
  /// What tie strengths count.
  public var weights: WeightChoice = .asRecorded
  /// Ties weaker than this are left out, after parallel ties are summed.
  public var minimumWeight: Double?
  /// Only actors that pass every filter.
  public var filters: [ActorFilter] = []
  /// Ids of actors that are taken out: what if they leave?
  public var without: [String] = []

  /// Every relation but distances, the last wave, as recorded.
  public init() {}

  /// A choice of relations.
  public enum RelationChoice: Sendable, Equatable {
    /// Every relation of a kind other than `distance`.
    case allStrengths
    /// These, by name.
    case named([String])
  }

  /// A choice of waves.
  public enum WaveChoice: Sendable, Equatable {
    /// The last one, if there are any.
    case last
    /// The one of this name.
    case named(String)
    /// All of them united.
    case all
  }

  /// Where the direction of ties comes from.
  public enum DirectionChoice: Sendable, Equatable {
    /// Each relation's own; directed if any relation is.
    case asRecorded
    /// All ties go from source to target.
    case directed
    /// No tie has a direction.
    case undirected
  }

  /// What strengths count.
  public enum WeightChoice: Sendable, Equatable {
    /// As the data say.
    case asRecorded
    /// 1 each.
    case unweighted
  }
}

/// Keeps the actors that have a value in a column; a list column has each of its items.
public struct ActorFilter: Sendable, Equatable {
  /// Heading of the column.
  public let column: String
  /// The value wanted.
  public let value: String

  /// A filter.
  public init(column: String, value: String) {
    self.column = column
    self.value = value
  }
}

/// Why a projection does not fit a region; `known` lists what could have been meant.
public enum ProjectionError: Error, Sendable, Equatable {
  /// No relation of this name.
  case unknownRelation(String, known: [String])
  /// No wave of this name.
  case unknownWave(String, known: [String])
  /// No column of this name in the actors.
  case unknownColumn(String, known: [String])
  /// No actor of this id.
  case unknownActor(String)
  /// Strengths and lengths cannot be mixed: these relations are distances, and others are not.
  case mixesLengthsAndStrengths([String])
  /// The ties do not make a graph.
  case graph(GraphError)
}
