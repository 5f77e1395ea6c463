import GraphCore
import LearningRegion

/// Regions made in a line.
enum SmallRegions {
  /// Actors `0 ..< types.count` with these types (`nil`: none), ties written `0-1`.
  static func region(
    types: [String?],
    _ ties: String,
    directed: Bool,
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> Region {
    var draft = RegionDraft()
    var relation = Relation(name: "tie")
    relation.directed = directed
    draft.relations = [relation]
    for (number, type) in types.enumerated() {
      var actor = Actor(id: String(number))
      actor.type = type
      draft.actors.append(actor)
    }
    for tie in ties.split(separator: " ") {
      let ends = tie.split(separator: "-").map(String.init)
      draft.appendTie(from: ends[0], to: ends[1])
    }
    change(&draft)
    return try Region(draft)
  }

  /// A region with the ties of a graph; actor `v` is of type `t(v mod groups)`, every seventh of none.
  static func region(_ graph: Graph, groups: Int) throws -> Region {
    let types = (0..<graph.nodeCount).map { $0 % 7 == 6 ? nil : "t\($0 % groups)" }
    let ties = graph.ties().map { "\($0.source)-\($0.target)" }.joined(separator: " ")
    return try region(types: types, ties, directed: graph.isDirected)
  }
}
