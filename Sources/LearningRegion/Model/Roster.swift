/// What one actor thinks of another on one dimension.
public struct Rating: Sendable, Equatable {
  /// Id of the actor that judges.
  public var rater: String
  /// Id of the actor that is judged.
  public var ratee: String
  /// Which dimension (`reliability`, `mission`, `openness`, `power`, …), an open list.
  public var dimension: String
  /// The score on the survey's scale.
  public var score: Double?
  /// Name of the wave.
  public var wave: String?

  /// A rating without wave.
  public init(rater: String, ratee: String, dimension: String, score: Double?) {
    self.rater = rater
    self.ratee = ratee
    self.dimension = dimension
    self.score = score
  }
}

/// That an actor was asked about a relation, and whether it answered.
public struct RosterEntry: Sendable, Equatable {
  /// Id of the actor that was asked.
  public var respondent: String
  /// Name of the relation; `nil` means all.
  public var relation: String?
  /// Name of the wave; `nil` means all.
  public var wave: String?
  /// Whether the actor answered.
  public var answered: Bool

  /// An entry about every relation and wave.
  public init(respondent: String, answered: Bool) {
    self.respondent = respondent
    self.answered = answered
  }
}
