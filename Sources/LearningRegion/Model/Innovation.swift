/// How big a step an innovation is.
public enum InnovationKind: String, Sendable, CaseIterable {
  case incremental, radical
}

/// What became of an innovation.
public enum InnovationStatus: String, Sendable, CaseIterable {
  case tried, adopted, failed
}

/// Something new that was tried, and what it grew out of.
public struct Innovation: Sendable, Equatable {
  /// Text that names the innovation.
  public var id: String
  /// What people call it.
  public var label: String?
  /// Id of the actor that made it.
  public var actor: String?
  /// When.
  public var date: Day?
  /// How big a step.
  public var kind: InnovationKind?
  /// What became of it.
  public var status: InnovationStatus?
  /// Ids of the innovations it builds on.
  public var sources: [String] = []

  /// An innovation of which only the id is known.
  public init(id: String) { self.id = id }
}

/// Where an adopted practice came from.
public enum AdoptionSource: Sendable, Equatable {
  /// From an actor of the region's data, by id.
  case actor(String)
  /// From somewhere outside the data.
  case external

  /// Reads a cell: `external` or an id.
  public init(_ text: String) {
    self = text == "external" ? .external : .actor(text)
  }
}

/// That an actor took up a practice.
public struct Adoption: Sendable, Equatable {
  /// Id of the actor.
  public var actor: String
  /// Which practice.
  public var practice: String
  /// When.
  public var date: Day?
  /// From whom.
  public var source: AdoptionSource?

  /// An adoption without date and source.
  public init(actor: String, practice: String) {
    self.actor = actor
    self.practice = practice
  }
}

/// What became of a probe.
public enum ProbeOutcome: String, Sendable, CaseIterable {
  case amplified, dampened, failed, open
}

/// A small trial that is allowed to fail.
public struct Probe: Sendable, Equatable {
  /// Text that names the probe.
  public var id: String
  /// Id of the actor that tried.
  public var actor: String?
  /// When.
  public var date: Day?
  /// What was tried.
  public var label: String?
  /// What became of it.
  public var outcome: ProbeOutcome?

  /// A probe of which only the id is known.
  public init(id: String) { self.id = id }
}
