/// What the ties of a relation are made of.
public enum RelationKind: String, Sendable, CaseIterable {
  case trust, knowledge, collaboration, advice, formal, friendship
  /// The weight is a length: bigger is farther. Never mixed with strengths unless asked for by name.
  case distance
  case other

  /// The kind of a relation that declares none.
  public init(impliedByName name: String) {
    self = name.lowercased() == "distance" ? .distance : .other
  }
}

/// One kind of tie between actors.
public struct Relation: Sendable, Equatable {
  /// The name in the column `relation`.
  public var name: String
  /// What the ties are made of.
  public var kind: RelationKind
  /// Whether ties have a direction, `nil` when nobody said (then they have).
  public var directed: Bool?
  /// The smallest and largest weight that can be given.
  public var scale: ClosedRange<Double>?
  /// What people call the relation.
  public var label: String?

  /// A relation known by name only.
  public init(name: String) {
    self.name = name
    self.kind = RelationKind(impliedByName: name)
  }
}

/// One round of data collection.
public struct Wave: Sendable, Equatable {
  /// The name in the column `wave`.
  public var name: String
  /// When it was.
  public var date: Day?

  /// A wave with or without a date.
  public init(name: String, date: Day? = nil) {
    self.name = name
    self.date = date
  }
}

/// What is known of an actor type beyond its name.
public struct ActorTypeInfo: Sendable, Equatable {
  /// The name in the column `type`.
  public var name: String
  /// What people call the type.
  public var label: String?
  /// The sphere of actors of this type, where it does not follow from the name.
  public var sphere: String?

  /// A type known by name only.
  public init(name: String, label: String? = nil, sphere: String? = nil) {
    self.name = name
    self.label = label
    self.sphere = sphere
  }
}

/// Who belongs to the region, and who decided that.
public struct Boundary: Sendable, Equatable {
  /// The rule in words.
  public var rule: String?
  /// Who decided.
  public var decidedBy: String?
  /// When.
  public var date: Day?
  /// `roster` when respondents chose from a list, `free_recall` when they wrote names.
  public var method: String?

  /// Nothing known.
  public init() {}
}

/// What `region.yaml` says about the whole region.
public struct RegionHeader: Sendable, Equatable {
  /// The region's name.
  public var title: String?
  /// The date of the data.
  public var date: Day?
  /// Language of the labels.
  public var language: String?
  /// Why the data were collected.
  public var purpose: String?
  /// What the people asked agreed to.
  public var consent: String?
  /// Where the data come from, one text each.
  public var sources: [String] = []
  /// Who belongs to the region.
  public var boundary = Boundary()

  /// Nothing known.
  public init() {}
}
