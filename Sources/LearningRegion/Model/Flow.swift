/// The three tasks that a symbiotic learning system ties together (Eikeland).
public enum KnowledgeTask: String, Sendable, CaseIterable {
  case research, education, practice
}

/// How learning is arranged.
public enum LearningSetting: String, Sendable, CaseIterable {
  case formal
  case nonFormal = "non_formal"
  case informal
}

/// Who learns.
public enum LearningUnit: String, Sendable, CaseIterable {
  case individual, collective
}

/// From what one learns.
public enum LearningMode: String, Sendable, CaseIterable {
  case theoretical, experiential
}

/// Knowledge that went from one actor to another.
public struct KnowledgeFlow: Sendable, Equatable {
  /// Id of the actor that gave.
  public var source: String
  /// Id of the actor that received.
  public var target: String
  /// What it was about.
  public var topic: String?
  /// Which task it served.
  public var task: KnowledgeTask?
  /// How it was arranged.
  public var setting: LearningSetting?
  /// Who learned.
  public var unit: LearningUnit?
  /// From what.
  public var mode: LearningMode?
  /// How much, in ``amountUnit``.
  public var amount: Double?
  /// The unit of the amount, such as `hours`.
  public var amountUnit: String?
  /// When.
  public var date: Day?

  /// A flow of which only the ends are known.
  public init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}
