import GraphCore
import LearningRegion
import Testing

/// Which ties and actors a projection takes, and what it makes of them.
struct RegionToGraphTests {
  /// Three relations: one directed, one not, one of lengths; ties of two waves and of none.
  private func region(_ change: (inout RegionDraft) -> Void = { _ in }) throws -> Region {
    var draft = Drafts.actors("a", "b", "c", "d")
    draft.relation("advice") { $0.directed = true }
    draft.relation("joint") { $0.directed = false }
    draft.add("a b 2, b c 1 1, c a 4 2", to: "advice")
    draft.add("b a 1, c d 3 2", to: "joint")
    draft.add("a b 10, c d 0", to: "distance")
    change(&draft)
    return try Region(draft)
  }

  private func ties(
    _ region: Region,
    _ change: (inout GraphProjection) -> Void
  ) throws -> [String] {
    var projection = GraphProjection()
    change(&projection)
    return try region.graph(projection).ties(region)
  }

  // MARK: Relations and direction

  @Test func everyRelationButDistancesIsTaken() throws {
    let region = try region()
    var projection = GraphProjection()
    projection.wave = .all
    let result = try region.graph(projection)
    #expect(result.graph.isDirected)
    // An undirected tie is two arcs of its weight; a → b is given twice, as an arc and as half of a tie.
    #expect(result.ties(region) == ["a b 3", "b a 1", "b c 1", "c a 4", "c d 3", "d c 3"])
    #expect(result.relations == ["advice", "joint"])
    #expect(!result.weightsAreLengths)
    #expect(result.graph.parallelMerged == 1)
    #expect(result.directionAssumed.isEmpty)
  }

  @Test func relationsAreChosenByName() throws {
    let region = try region()
    #expect(
      try ties(region) {
        $0.relations = .named(["joint"]); $0.wave = .all
      } == ["a b 1", "c d 3"]
    )
    let advice = try ties(region) {
      $0.relations = .named(["advice", "advice"]); $0.wave = .all
    }
    #expect(advice == ["a b 2", "b c 1", "c a 4"])
    #expect(
      throws: ProjectionError.unknownRelation("Joint", known: ["advice", "joint", "distance"])
    ) { try ties(region) { $0.relations = .named(["Joint"]) } }
  }

  @Test func directionFollowsTheRelations() throws {
    let region = try region { $0.add("a d", to: "unsaid") }
    func isDirected(_ names: [String]) throws -> (Bool, [String]) {
      var projection = GraphProjection()
      projection.relations = .named(names)
      let result = try region.graph(projection)
      return (result.graph.isDirected, result.directionAssumed)
    }
    #expect(try isDirected(["joint"]) == (false, []))
    #expect(try isDirected(["advice"]) == (true, []))
    #expect(try isDirected(["joint", "advice"]) == (true, []))
    #expect(try isDirected(["joint", "unsaid"]) == (true, ["unsaid"]))
  }

  @Test func directionCanBeSaidInsteadOfRead() throws {
    let region = try region()
    let directed = try ties(region) {
      $0.relations = .named(["joint"])
      $0.wave = .all
      $0.direction = .directed
    }
    #expect(directed == ["b a 1", "c d 3"])
    var projection = GraphProjection()
    projection.wave = .all
    projection.direction = .undirected
    let undirected = try region.graph(projection)
    #expect(undirected.ties(region) == ["a b 3", "a c 4", "b c 1", "c d 3"])
    #expect(undirected.directionAssumed.isEmpty)
  }

  @Test func withoutAnyRelationTiesAreDirected() throws {
    let region = try Region(Drafts.actors("a"))
    #expect(try region.graph().graph.isDirected)
    var projection = GraphProjection()
    projection.direction = .undirected
    #expect(try !region.graph(projection).graph.isDirected)
  }

  @Test func lengthsAreNeverMixedWithStrengths() throws {
    let region = try region()
    #expect(throws: ProjectionError.mixesLengthsAndStrengths(["distance"])) {
      try ties(region) { $0.relations = .named(["advice", "distance"]) }
    }
    var projection = GraphProjection()
    projection.relations = .named(["distance"])
    let result = try region.graph(projection)
    #expect(result.weightsAreLengths)
    // A length of 0 is a tie; a strength of 0 is none.
    #expect(result.ties(region) == ["a b 10", "c d 0"])
  }

  @Test func weightZeroIsNoTie() throws {
    let region = try region { $0.add("d a 0, d a -0, d b 2", to: "new") }
    #expect(try ties(region) { $0.relations = .named(["new"]) } == ["d b 2"])
  }

  // MARK: Waves

  @Test func theLastWaveIsTakenUnlessSaid() throws {
    let region = try region()
    let result = try region.graph()
    #expect(result.wave == "2" && result.waveWasAssumed)
    // Ties without a wave belong to every wave.
    #expect(result.ties(region) == ["a b 3", "b a 1", "c a 4", "c d 3", "d c 3"])
    var projection = GraphProjection()
    projection.wave = .named("1")
    let first = try region.graph(projection)
    #expect(first.wave == "1" && !first.waveWasAssumed)
    #expect(first.ties(region) == ["a b 3", "b a 1", "b c 1"])
    projection.wave = .all
    let all = try region.graph(projection)
    #expect(all.wave == nil && !all.waveWasAssumed)
    projection.wave = .named("3")
    #expect(throws: ProjectionError.unknownWave("3", known: ["1", "2"])) {
      try region.graph(projection)
    }
  }

  @Test func withoutWavesNothingIsAssumed() throws {
    var draft = Drafts.actors("a", "b")
    draft.add("a b")
    let result = try Region(draft).graph()
    #expect(result.wave == nil && !result.waveWasAssumed)
  }

  @Test func actorsOfOtherWavesAreLeftOut() throws {
    let region = try region {
      $0.actors.append(Drafts.actor("early") { $0.waves = ["1"] })
      $0.actors.append(Drafts.actor("late") { $0.waves = ["2"] })
      $0.actors.append(Drafts.actor("both") { $0.waves = ["1", "2"] })
      $0.add("early late, late both, both early", to: "advice")
    }
    func actors(_ wave: GraphProjection.WaveChoice) throws -> [String] {
      var projection = GraphProjection()
      projection.wave = wave
      return try region.graph(projection).actorOf.map { region.actors.ids[Int($0)] }
    }
    #expect(try actors(.last) == ["a", "b", "c", "d", "late", "both"])
    #expect(try actors(.named("1")) == ["a", "b", "c", "d", "early", "both"])
    #expect(try actors(.all).count == 7)
    #expect(try ties(region) { _ in }.contains("late both 1"))
    #expect(try !ties(region) { _ in }.contains("early late 1"))
  }

  // MARK: Weights

  @Test func weakTiesAreLeftOutAfterParallelOnesAreSummed() throws {
    let region = try region()
    #expect(
      try ties(region) {
        $0.wave = .all; $0.minimumWeight = 3
      } == ["a b 3", "c a 4", "c d 3", "d c 3"]
    )
    let undirected = try ties(region) {
      $0.relations = .named(["joint"])
      $0.wave = .all
      $0.minimumWeight = 2
    }
    #expect(undirected == ["c d 3"])
    #expect(try ties(region) { $0.minimumWeight = 100 }.isEmpty)
    #expect(
      try ties(region) {
        $0.relations = .named(["joint"]); $0.minimumWeight = 0.5
      }.count == 2
    )
  }

  @Test func symmetrizingComesAfterTheThreshold() throws {
    let region = try region()
    #expect(try ties(region) { $0.symmetrization = .weak } == ["a b 4", "a c 4", "c d 6"])
    #expect(try ties(region) { $0.symmetrization = .strong } == ["a b 4", "c d 6"])
    let strongOnly = try ties(region) {
      $0.minimumWeight = 2
      $0.symmetrization = .strong
    }
    #expect(strongOnly == ["c d 6"])
  }

  @Test func unweightedTiesAllCountOne() throws {
    let region = try region()
    var projection = GraphProjection()
    projection.weights = .unweighted
    projection.symmetrization = .weak
    let result = try region.graph(projection)
    #expect(!result.graph.isWeighted)
    #expect(result.ties(region) == ["a b 1", "a c 1", "c d 1"])
  }

  @Test func loopsAndParallelTiesAreCounted() throws {
    let region = try region {
      $0.add("a a, a b, a b, b b 2, b a", to: "new")
    }
    var projection = GraphProjection()
    projection.relations = .named(["new"])
    let directed = try region.graph(projection).graph
    #expect(directed.loopsDropped == 2)
    #expect(directed.parallelMerged == 1)
    projection.direction = .undirected
    let undirected = try region.graph(projection).graph
    #expect(undirected.loopsDropped == 2)
    #expect(undirected.parallelMerged == 2)
    #expect(undirected.totalWeight == 3)
  }

  // MARK: Actors

  @Test func filtersKeepActorsWithAValue() throws {
    let region = try region {
      $0.actors.append(
        Drafts.actor("e") {
          $0.type = "union"; $0.offers = ["pay", "rights"]
        }
      )
      $0.actors.append(
        Drafts.actor("f") {
          $0.type = "union"; $0.offers = ["pay"]
        }
      )
      $0.actors.append(
        Drafts.actor("g") {
          $0.type = "school"; $0.offers = ["rights"]
        }
      )
      var colour = AttributeColumn(name: "Colour")
      colour.values[4] = "red"
      colour.values[6] = "red"
      $0.actors.attributes = [colour]
      $0.add("e f 2, f g, g e 3, a e", to: "advice")
    }
    func kept(_ filters: (String, String)...) throws -> [String] {
      try ties(region) {
        $0.filters = filters.map { ActorFilter(column: $0.0, value: $0.1) }
        $0.relations = .named(["advice"])
      }
    }
    #expect(try kept(("type", "union")) == ["e f 2"])
    #expect(try kept(("OFFERS", "rights")) == ["g e 3"])
    #expect(try kept(("colour", "red")) == ["g e 3"])
    #expect(try kept(("sphere", "education"), ("id", "g")).isEmpty)
    #expect(try kept(("type", "union"), ("offers", "rights")).isEmpty)
    #expect(try kept(("type", "Union")).isEmpty)
    #expect(
      throws: ProjectionError.unknownColumn(
        "size",
        known: ["id", "label", "type", "sphere", "offers", "Colour"]
      )
    ) { try kept(("size", "3")) }
  }

  @Test func actorsCanBeTakenOut() throws {
    let region = try region()
    let result = try ties(region) {
      $0.without = ["c", "c"]
      $0.wave = .all
    }
    #expect(result == ["a b 3", "b a 1"])
    #expect(throws: ProjectionError.unknownActor("x")) {
      try ties(region) { $0.without = ["a", "x"] }
    }
  }

  // MARK: Order

  @Test(arguments: [UInt64](1...20))
  func theOrderOfTiesDoesNotCount(_ seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    var ties = (0..<150).map { _ -> Tie in
      var tie = Tie(
        source: Int32(random.next(below: 12)),
        target: Int32(random.next(below: 12)),
        relation: Int32(random.next(below: 3)),
        // Powers of two: sums are exact, so that their order cannot show.
        weight: Double(1 << random.next(below: 5))
      )
      if random.next(below: 3) > 0 { tie.wave = Int32(random.next(below: 2)) }
      return tie
    }
    func region() throws -> Region {
      var draft = RegionDraft()
      for number in 0..<12 { draft.actors.append(Actor(id: "n\(number)")) }
      for name in ["x", "y", "z"] { draft.relation(name) { $0.directed = name != "y" } }
      draft.waves = [Wave(name: "1"), Wave(name: "2")]
      for tie in ties { draft.ties.append(tie) }
      return try Region(draft)
    }
    let before = try region()
    random.shuffle(&ties)
    let after = try region()
    for wave in [GraphProjection.WaveChoice.last, .named("1"), .all] {
      for names in [["x"], ["y"], ["x", "y", "z"]] {
        var projection = GraphProjection()
        projection.wave = wave
        projection.relations = .named(names)
        let left = try before.graph(projection).graph
        let right = try after.graph(projection).graph
        #expect(left == right)
        #expect(left.loopsDropped == right.loopsDropped)
        #expect(left.parallelMerged == right.parallelMerged)
        #expect(left.checkInvariants() == nil)
      }
    }
  }
}
