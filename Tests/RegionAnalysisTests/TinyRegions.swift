import GraphCore
import LearningRegion

/// Regions small enough to work out by hand.
enum TinyRegions {
  /// One actor of a tiny region.
  struct Person {
    var id: String
    var label: String?
    var type: String?
    var sphere: String?

    init(_ id: String, label: String? = nil, type: String? = nil, sphere: String? = nil) {
      self.id = id
      self.label = label
      self.type = type
      self.sphere = sphere
    }
  }

  /// Actors named in `ids`, ties written `a-b` (with a weight as `a-b:2.5`) in a relation called `tie`.
  static func region(
    _ ids: String,
    _ ties: String,
    directed: Bool? = false,
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> Region {
    try region(ids.split(separator: " ").map { Person(String($0)) }, ties, directed: directed) {
      change(&$0)
    }
  }

  /// Actors with everything known of them.
  static func region(
    _ actors: [Person],
    _ ties: String,
    directed: Bool? = false,
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> Region {
    var draft = RegionDraft()
    var relation = Relation(name: "tie")
    relation.directed = directed
    draft.relations = [relation]
    for person in actors {
      var actor = Actor(id: person.id)
      actor.label = person.label
      actor.type = person.type
      actor.sphere = person.sphere
      draft.actors.append(actor)
    }
    for tie in ties.split(separator: " ") {
      let parts = tie.split(separator: ":")
      let ends = parts[0].split(separator: "-").map(String.init)
      let weight = parts.count > 1 ? Double(parts[1]) ?? 0 : 1
      draft.appendTie(
        from: ends[0],
        to: ends[1],
        Tie(source: 0, target: 0, relation: 0, weight: weight)
      )
    }
    change(&draft)
    return try Region(draft)
  }

  /// A column of the actors that the model does not know.
  static func column(_ name: String, _ values: [String?]) -> AttributeColumn {
    var column = AttributeColumn(name: name)
    for (row, value) in values.enumerated() { column.values[row] = value }
    return column
  }
}
