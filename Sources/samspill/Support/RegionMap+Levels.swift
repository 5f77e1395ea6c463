import LearningRegion
import RegionAnalysis
import RegionDiagrams

extension RegionMap {
  /// The map of who is part of what: the region outermost, then networks, organisations, departments, persons.
  func levels(_ look: Look, _ session: Session) throws -> MapInput {
    guard !(naming.rule == .nobody && naming.hidesAnybody) else {
      throw ProgramError(
        .usage,
        "--kind levels would tell who is part of whom, and so who is who",
        hint: "leave --anonymise out"
      )
    }
    var input = try dressed(look, session).map
    let nesting = Nesting(region: region, actorOf: graph.actorOf)
    guard nesting.isNested else {
      throw ProgramError(
        .drawingFailed,
        "the drawing could not be made, because no actor is part of another",
        hint: "fill the column parent of actors.csv with the id of what an actor is part of"
      )
    }
    // The region itself is the last actor.
    let title = TextOfLevels(look.drawing.language)
    input.labels.append(region.header.title ?? title.ranks[0])
    input.color?.categories.append(-1)
    input.groups?.categories.append(-1)
    input.shape?.categories.append(-1)
    input.size?.values.append(nil)
    if !input.places.isEmpty { input.places.append(nil) }
    input.halos?.isMarked.append(false)
    input.ranks = MapInput.Ranks(
      names: nesting.rankTypes.map { title.ranks[$0] },
      rankOf: nesting.rankOf,
      parents: nesting.parents,
      title: title.partOf
    )
    return input
  }
}

/// The words of a map with levels.
private struct TextOfLevels {
  let ranks: [String]
  let partOf: String

  init(_ language: MapOptions.Language) {
    switch language {
    case .english:
      ranks = ["Region", "Networks", "Organisations", "Departments", "Persons"]
      partOf = "Part of"
    case .norwegian:
      ranks = ["Region", "Nettverk", "Virksomheter", "Avdelinger", "Personer"]
      partOf = "Del av"
    }
  }
}

/// The actors of a network as parts of one another, with the region as one more at the end.
struct Nesting {
  /// Per rank the type of what stands on it: 0 region, 1 networks, 2 organisations, 3 departments, 4 persons. A type
  /// has more than one rank where it is nested in itself, as a firm in a group of firms.
  private(set) var rankTypes: [Int] = []
  /// Per actor its rank.
  private(set) var rankOf: [Int32] = []
  /// Per actor the actor it is part of.
  private(set) var parents: [Int32] = []
  /// Whether any actor is part of another.
  private(set) var isNested = false

  init(region: Region, actorOf: [Int32]) {
    let all = region.parentIndices()
    var node = [Int32](repeating: -1, count: all.count)
    for (place, actor) in actorOf.enumerated() { node[Int(actor)] = Int32(place) }
    // Wholes that are not in the network are passed over.
    let above = actorOf.map { actor -> Int32 in
      var next = all[Int(actor)]
      while next >= 0, node[Int(next)] < 0 { next = all[Int(next)] }
      return next < 0 ? -1 : node[Int(next)]
    }
    isNested = above.contains { $0 >= 0 }
    let types = actorOf.map { Self.type(region.actors.type(of: Int($0))) }
    let keys = Self.keys(types: types, above: above)
    let ranks = Set(keys.map { [$0.type, $0.depth] }).sorted { $0.lexicographicallyPrecedes($1) }
    let number = Dictionary(
      uniqueKeysWithValues: ranks.enumerated().map { ($1, Int32($0) + 1) }
    )
    let root = Int32(actorOf.count)
    rankTypes = [0] + ranks.map { $0[0] }
    rankOf = keys.map { number[[$0.type, $0.depth]] ?? 0 } + [0]
    parents = above.map { $0 < 0 ? root : $0 } + [-1]
  }

  private static func type(_ name: String?) -> Int {
    switch name {
    case "network": 1
    case "department": 3
    case "person": 4
    default: 2
    }
  }

  /// Type and depth within the type of every actor, each deeper than what it is part of.
  private static func keys(types: [Int], above: [Int32]) -> [(type: Int, depth: Int)] {
    var keys = types.map { (type: $0, depth: -1) }
    for start in types.indices where keys[start].depth < 0 {
      // Up to the first that is settled, then down again.
      var path: [Int] = []
      var next = start
      while keys[next].depth < 0 {
        path.append(next)
        guard above[next] >= 0 else { break }
        next = Int(above[next])
      }
      while let actor = path.popLast() {
        guard above[actor] >= 0 else {
          keys[actor].depth = 0
          continue
        }
        let whole = keys[Int(above[actor])]
        if types[actor] > whole.type {
          keys[actor].depth = 0
        } else {
          keys[actor] = (whole.type, whole.depth + 1)
        }
      }
    }
    return keys
  }
}
