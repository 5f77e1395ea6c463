import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("Need and offer")
struct NeedOfferTests {
  /// Actors written `a,b/c`: needs a and b, offers c.
  private func input(
    _ actors: [String],
    types: [String?] = [],
    _ ties: String = "",
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> IndicatorInput {
    var draft = RegionDraft()
    var relation = Relation(name: "tie")
    relation.directed = false
    draft.relations = [relation]
    for (row, text) in actors.enumerated() {
      let sides = text.split(separator: "/", omittingEmptySubsequences: false)
      var actor = Actor(id: String(row))
      actor.type = row < types.count ? types[row] : "enterprise"
      actor.needs = sides[0].split(separator: ",").map(String.init)
      actor.offers = sides[1].split(separator: ",").map(String.init)
      draft.actors.append(actor)
    }
    for tie in ties.split(separator: " ") {
      let ends = tie.split(separator: "-").map(String.init)
      draft.appendTie(from: ends[0], to: ends[1])
    }
    change(&draft)
    return try IndicatorInput(try Region(draft))
  }

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try NeedOfferIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("who lacks an offer or a need; persons have no name")
  func lacking() throws {
    let input = try input(
      ["a/", "a/b", "/a", "b/", "/", "b/a"],
      types: ["enterprise", "enterprise", "school", "person", "person", "enterprise"]
    )
    // 0 and 3 of the five that name anything have no offer; 2 has no need.
    let offerless = try value("offerless", input)
    #expect(offerless.value == 0.4 && offerless.statements.map(\.actors) == [[0]])
    let needless = try value("needless", input)
    #expect(needless.value == 0.2 && needless.statements.map(\.actors) == [[2]])
  }

  @Test("the best matching is not the best pair and what is left")
  func byHand() throws {
    // 0–1 have three topics, 0–2 and 1–3 two each: the pair of three would leave 2 and 3 alone.
    let input = try input(["a,b,c,d,e/", "f,g/a,b,c", "/d,e", "/f,g"])
    let matches = try input.needOfferMatches()
    #expect(matches.map { [$0.first, $0.second] } == [[0, 2], [1, 3]])
    #expect(matches.map(\.weight) == [2, 2] && matches.allSatisfy { !$0.isTwoWay })
    #expect(matches[0].firstLearns == ["d", "e"] && matches[0].secondLearns.isEmpty)
    #expect(matches[0].through == nil)
  }

  @Test("both gain: half as much again")
  func twoWay() throws {
    // 0 ↔ 1 gain both: 2·1.5 = 3 against 0–2 with two topics.
    let matches = try input(["a,c,d/b", "b/a", "/c,d"]).needOfferMatches()
    #expect(matches.count == 1 && matches[0].second == 1 && matches[0].weight == 3)
    var plain = MatchingOptions()
    plain.bothGain = 1
    #expect(try input(["a,c,d/b", "b/a", "/c,d,a"]).needOfferMatches(plain)[0].second == 2)
  }

  @Test("with room for two, one can be matched with two")
  func capacity() throws {
    var options = MatchingOptions()
    options.capacity = 2
    let matches = try input(["a,b,c/", "/a", "/b", "/c"]).needOfferMatches(options)
    #expect(matches.count == 2 && matches.allSatisfy { $0.first == 0 })
    #expect(try input(["a,b/", "/a,b"]).needOfferMatches(options).count == 1)
  }

  @Test("trust and nearness")
  func factors() throws {
    let input = try input(["a/", "/a", "/a"], "0-2") { draft in
      var actors = ActorTable()
      for row in 0..<3 {
        var actor = draft.actors[row]
        actor.latitude = row == 1 ? 60 : 60.5
        actor.longitude = 5
        actors.append(actor)
      }
      draft.actors = actors
      draft.relations[0].kind = .trust
      draft.relations[0].scale = 0...2
    }
    var options = MatchingOptions()
    options.factors = [.trust, .distance]
    // Trust ½ from 0 to 2 who live together; nobody trusts 1.
    let match = try #require(try input.needOfferMatches(options).first)
    #expect(match.second == 2 && match.trust == 0.5 && match.nearness == 1 && match.weight == 0.5)
    #expect(match.through == [])
    options.factors = [.distance]
    #expect(try input.needOfferMatches(options).first?.second == 2)
  }

  @Test("the go-betweens on the shortest way")
  func through() throws {
    let matches = try input(["a/", "/", "/", "/a"], "0-1 1-2 2-3 0-2").needOfferMatches()
    #expect(matches[0].through == [2])
  }

  /// The largest weight of a set of pairs in which nobody is in more than `capacity`, by trying all sets.
  private func best(
    _ pairs: [(a: Int, b: Int, weight: Double)],
    _ nodes: Int,
    _ capacity: Int
  ) -> Double {
    var most = 0.0
    for mask in 0..<(1 << pairs.count) {
      var room = [Int](repeating: capacity, count: nodes)
      var sum = 0.0
      for (number, pair) in pairs.enumerated() where mask >> number & 1 == 1 {
        room[pair.a] -= 1
        room[pair.b] -= 1
        sum += pair.weight
      }
      if room.allSatisfy({ $0 >= 0 }) { most = max(most, sum) }
    }
    return most
  }

  @Test("as the best of all sets of pairs, with room for one, two and three", arguments: 1...3)
  func oracle(capacity: Int) throws {
    for seed in 0..<40 {
      var random = RandomStream(seed: UInt64(seed), stream: UInt64(capacity))
      let nodes = 3 + random.next(below: 4)
      var pairs: [(a: Int, b: Int, weight: Double)] = []
      for a in 0..<nodes {
        for b in (a + 1)..<nodes where random.nextUnit() < 0.6 && pairs.count < 9 {
          pairs.append((a, b, Double(1 + random.next(below: 9))))
        }
      }
      let chosen = try IndicatorInput.bestMatches(
        pairs,
        nodeCount: nodes,
        capacity: capacity,
        control: RunControl()
      )
      var room = [Int](repeating: capacity, count: nodes)
      for number in chosen {
        room[pairs[number].a] -= 1
        room[pairs[number].b] -= 1
      }
      #expect(room.allSatisfy { $0 >= 0 })
      let weight = chosen.reduce(0) { $0 + pairs[$1].weight }
      #expect(weight == best(pairs, nodes, capacity), "seed \(seed)")
    }
  }

  @Test("more pairs than memory: refused before they are listed, and the indicator says so")
  func tooMany() throws {
    var draft = RegionDraft()
    // 60 000 who need and offer the same: 3.6·10⁹ pairs of 400 bytes.
    for number in 0..<60_000 {
      var actor = Actor(id: String(number))
      actor.needs = ["welding"]
      actor.offers = ["welding"]
      draft.actors.append(actor)
    }
    let input = try IndicatorInput(try Region(draft))
    #expect(input.matchablePairs() == 3_600_000_000)
    #expect(throws: MetricError.self) { try input.needOfferMatches() }
    let found = try NeedOfferIndicators.indicators(input, RunControl())
    #expect(found.first { $0.name == "need_offer_matches" }?.outcome == .tooLarge)
  }

  @Test("nothing to match, and options out of range")
  func missing() throws {
    let empty = try IndicatorInput(try Region(RegionDraft()))
    #expect(try empty.needOfferMatches().isEmpty)
    for indicator in try NeedOfferIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
      #expect(gaps == [DataGap("actors.csv", "needs", "offers")])
    }
    var options = MatchingOptions()
    options.factors = .trust
    #expect(throws: MetricError.self) { _ = try input(["a/", "/a"]).needOfferMatches(options) }
    options = MatchingOptions()
    options.capacity = 0
    #expect(throws: MetricError.self) { _ = try empty.needOfferMatches(options) }
  }
}
