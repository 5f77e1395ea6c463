import LearningRegion

/// Short ways to write down regions for tests.
enum Drafts {
  /// Actors of these ids, nothing else.
  static func actors(_ ids: String...) -> RegionDraft {
    var draft = RegionDraft()
    for id in ids { draft.actors.append(Actor(id: id)) }
    return draft
  }

  /// An actor with fields set.
  static func actor(_ id: String, _ change: (inout Actor) -> Void) -> Actor {
    var actor = Actor(id: id)
    change(&actor)
    return actor
  }
}

extension RegionDraft {
  /// Adds ties written as `a b`, `a b 2` or `a b 2 wave`, separated by commas, to a relation.
  mutating func add(_ ties: String, to relation: String = "tie") {
    for text in ties.split(separator: ",") {
      let words = text.split(separator: " ").map(String.init)
      var tie = Tie(source: 0, target: 0, relation: relationIndex(relation))
      if words.count > 2 { tie.weight = Double(words[2]) ?? .nan }
      if words.count > 3 { tie.wave = waveIndex(words[3]) }
      appendTie(from: words[0], to: words[1], tie)
    }
  }

  /// Changes a relation, added if it is new.
  mutating func relation(_ name: String, _ change: (inout Relation) -> Void) {
    let index = Int(relationIndex(name))
    change(&relations[index])
  }

  /// What is wrong with the draft.
  var issues: [RegionIssue] {
    do throws(RegionFault) {
      _ = try Region(self)
      return []
    } catch {
      return error.issues
    }
  }
}

extension RegionGraph {
  /// The graph's ties with the actors' ids: `a b 2` for each arc, or each edge once, in row order.
  func ties(_ region: Region) -> [String] {
    var lines: [String] = []
    for v in 0..<graph.nodeCount {
      for arc in graph.out.arcs(of: v) {
        let target = Int(graph.out.targets[arc])
        guard graph.isDirected || v < target else { continue }
        let source = region.actors.ids[Int(actorOf[v])]
        let end = region.actors.ids[Int(actorOf[target])]
        let weight = graph.out.weight(at: arc)
        lines.append(
          "\(source) \(end) \(weight == weight.rounded() ? "\(Int(weight))" : "\(weight)")"
        )
      }
    }
    return lines
  }
}
