/// Which organisation an arena belongs to (Eikeland): daily work, a project, or development.
public enum ArenaOrganisation: String, Sendable, CaseIterable {
  case work, project, development
}

/// On stage, where the work is done; back stage, where it is reflected on.
public enum Stage: String, Sendable, CaseIterable {
  case on, back
}

/// A place where actors meet: a forum, a project, a board, a course.
public struct Arena: Sendable, Equatable {
  /// Text that names the arena in every file.
  public var id: String
  /// What people call the arena.
  public var label: String?
  /// Which organisation it belongs to.
  public var organisation: ArenaOrganisation?
  /// On or back stage.
  public var stage: Stage?
  /// Which social space it is.
  public var space: SocialSpace?
  /// When it was opened.
  public var start: Day?
  /// When it was closed; `nil` for one that goes on.
  public var end: Day?

  /// An arena of which only the id is known.
  public init(id: String) { self.id = id }
}

/// That an actor took part in an arena, once or over time.
public struct Participation: Sendable, Equatable {
  /// Id of the actor.
  public var actor: String
  /// Id of the arena.
  public var arena: String
  /// When.
  public var date: Day?
  /// As what.
  public var role: String?
  /// How many times the actor spoke.
  public var turns: Int?

  /// A participation without a date.
  public init(actor: String, arena: String) {
    self.actor = actor
    self.arena = arena
  }
}

/// How something done together ended.
public enum ActionOutcome: String, Sendable, CaseIterable {
  case kept, breached
}

/// Something that actors did together, by which trust grows or breaks.
public struct JointAction: Sendable, Equatable {
  /// Text that names the action.
  public var id: String
  /// When.
  public var date: Day?
  /// What it was.
  public var label: String?
  /// Whether what was agreed was kept.
  public var outcome: ActionOutcome?
  /// Ids of those who broke it.
  public var breachedBy: [String] = []
  /// Ids of those who took part.
  public var participants: [String] = []
  /// Id of the arena it happened in.
  public var arena: String?

  /// An action of which only the id is known.
  public init(id: String) { self.id = id }
}
