/// Something that is known of a synthetic region because it was put there, for indicators to find.
public struct PlantedTruth: Sendable, Equatable {
  /// What was planted.
  public enum Kind: String, Sendable, CaseIterable {
    /// The actor that most shortest ways between others pass.
    case broker
    /// The only way to the actors of an island.
    case bottleneck
    /// A university that gives to work life and gets next to nothing back.
    case transmission
    /// An enterprise that half of all knowledge comes from and that asks nobody.
    case star
    /// A workplace none of whose people has a place back stage.
    case noBackStage = "workplace_without_back_stage"
  }

  /// What was planted.
  public let kind: Kind
  /// Id of the actor.
  public let actor: String
  /// Name of the indicator that should find it.
  public let indicator: String
  /// What the indicator should say.
  public let statement: String
}
