/// The strategy of a development programme.
public enum ProgrammeType: String, Sendable, CaseIterable {
  case demonstration, diffusion, generative, campaign, evolutionary, configurational
}

/// A development programme.
public struct Programme: Sendable, Equatable {
  /// Text that names the programme.
  public var id: String
  /// What people call it.
  public var label: String?
  /// Its strategy.
  public var type: ProgrammeType?
  /// When it began.
  public var start: Day?
  /// When it ended.
  public var end: Day?
  /// Ids of the actors that took part.
  public var participants: [String] = []

  /// A programme of which only the id is known.
  public init(id: String) { self.id = id }
}

/// How many were left at one stage of a programme.
public struct FunnelStep: Sendable, Equatable {
  /// Id of the programme.
  public var programme: String
  /// Name of the stage.
  public var stage: String
  /// Place of the stage, from 1.
  public var order: Int
  /// How many, `nil` where nobody knows.
  public var count: Int?

  /// A step of a funnel.
  public init(programme: String, stage: String, order: Int, count: Int?) {
    self.programme = programme
    self.stage = stage
    self.order = order
    self.count = count
  }
}

/// How an actor's learning environment was judged on one category (Fuller & Unwin).
public struct Assessment: Sendable, Equatable {
  /// Id of the actor.
  public var actor: String
  /// Which category.
  public var category: String
  /// −2 restrictive … +2 expansive.
  public var score: Double?
  /// When.
  public var date: Day?

  /// A judgement without date.
  public init(actor: String, category: String, score: Double?) {
    self.actor = actor
    self.category = category
    self.score = score
  }
}
