import GraphCore
import LearningRegion
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Trust as it is told")
struct TrustIndicatorsTests {
  /// A directed trust relation on a scale from 0 to 4 with these weighted arcs.
  private func input(
    _ count: Int,
    _ arcs: [(Int, Int, Double)],
    change: (inout RegionDraft) -> Void = { _ in }
  ) throws -> IndicatorInput {
    let types = [String?](repeating: "enterprise", count: count)
    let region = try SmallRegions.region(types: types, "", directed: true) { draft in
      draft.relations[0].name = "trusts"
      draft.relations[0].kind = .trust
      draft.relations[0].scale = 0...4
      for (a, b, weight) in arcs {
        draft.appendTie(
          from: String(a),
          to: String(b),
          Tie(source: 0, target: 0, relation: 0, weight: weight)
        )
      }
      change(&draft)
    }
    return try IndicatorInput(region)
  }

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try TrustIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  /// 0↔1 (4, 2), 1→2 (4), 2→3 (2), 3→4 (1), 4↔0 (2, 2).
  private static let arcs: [(Int, Int, Double)] = [
    (0, 1, 4), (1, 0, 2), (1, 2, 4), (2, 3, 2), (3, 4, 1), (4, 0, 2), (0, 4, 2),
  ]

  @Test("mutual: two of five pairs; asymmetry: 9 of 17")
  func byHand() throws {
    let input = try input(5, Self.arcs)
    let mutual = try #require(try value("trust_mutual", input).measurement)
    #expect(mutual.value == 0.4 && mutual.n == 5)
    // Density 7/20 = .35: d/(2 − d) = .35/1.65.
    #expect(abs((mutual.chance ?? 0) - 0.35 / 1.65) < 1e-12)
    // |4−2| + 4 + 2 + 1 + 0 = 9; 6 + 4 + 2 + 1 + 4 = 17.
    let asymmetry = try #require(try value("trust_asymmetry", input).value)
    #expect(abs(asymmetry - 9.0 / 17) < 1e-12)
  }

  @Test("reach along the best product of trust")
  func reach() throws {
    let reach = try value("trust_reach", input(5, Self.arcs))
    // From 0, shares 1, 1, ½, ¼ along 0→1→2→3→4, ½ straight to 4: 1 + 1 + ½ + ½ = 3.
    #expect(reach.parts[0].value == 3)
    // From 3: ¼ to 4, ¼·½ = ⅛ to 0 and on to 1 and 2: ¼ + 3·⅛ = .625.
    #expect(reach.parts[3].value == 0.625)
  }

  @Test("a floor ends paths")
  func floor() throws {
    let paths = try #require(try input(5, Self.arcs).trustPaths(floor: 0.2))
    #expect(paths.reached(from: 3).map(\.node) == [4])
    #expect(paths.reached(from: 0).map(\.trust) == [1, 1, 0.5, 0.5])
  }

  @Test("closure: of the paths i → j → k those with i → k")
  func closure() throws {
    let closure = try value("trust_closure", input(5, Self.arcs))
    // Paths: 0→1→2, 0→4 (→0 back), 1→0→4, 1→2→3, 2→3→4, 3→4→0, 4→0→1: six, none closed.
    let measured = try #require(closure.measurement)
    #expect(measured.value == 0 && measured.n == 6)
    // 1→4 closes 1→0→4; new paths 1→4→0 (closed: 1→0) and 0→1→4 (closed: 0→4): three of eight.
    let more = try value("trust_closure", input(5, Self.arcs + [(1, 4, 1)]))
    #expect(more.value == 0.375 && more.measurement?.n == 8)
  }

  @Test("who was asked and did not answer is no evidence against mutual trust")
  func silent() throws {
    let input = try input(5, Self.arcs) { draft in
      draft.roster.rows = (0..<5).map { RosterEntry(respondent: String($0), answered: $0 != 3) }
    }
    // Without 2–3 and 3–4 three pairs are left: too few.
    #expect(try value("trust_mutual", input).outcome == .tooFew(n: 3, minimum: 5))
  }

  @Test("bounds and relabelling on random regions")
  func properties() throws {
    for seed in 0..<20 {
      let graph = RandomGraphs.gilbert(12, 0.25, .directed, seed: UInt64(seed)).graph
      let arcs = graph.ties().map { ($0.source, $0.target, Double(1 + ($0.arc % 4))) }
      let turned = arcs.map { (11 - $0.0, 11 - $0.1, $0.2) }
      for name in ["trust_mutual", "trust_asymmetry", "trust_closure", "trust_reach"] {
        let here = try value(name, input(12, arcs)).value
        let there = try value(name, input(12, turned)).value
        #expect((here == nil) == (there == nil), "\(name)")
        if let here, let there { #expect(abs(here - there) < 1e-12, "\(name)") }
        if name != "trust_reach", let here { #expect((0...1).contains(here), "\(name)") }
      }
    }
  }

  @Test("without a trust relation deeds tell the reach, and nothing else is measured")
  func derived() throws {
    let region = try SmallRegions.region(
      types: ["enterprise", "enterprise"],
      "",
      directed: true
    ) { draft in
      var action = JointAction(id: "a")
      action.date = Day("2024")
      action.outcome = .kept
      action.participants = ["0", "1"]
      draft.jointActions.rows = [action]
    }
    let input = try IndicatorInput(region)
    #expect(try value("trust_from_action", input).value == 0.25)
    #expect(try value("trust_reach", input).value == 0.25)
    guard case .notMeasured = try value("trust_mutual", input).outcome else {
      Issue.record("deeds have no direction")
      return
    }
  }

  @Test("nobody's trust is not measured, with the file that is missing")
  func missing() throws {
    let empty = try IndicatorInput(try Region(RegionDraft()))
    for indicator in try TrustIndicators.indicators(empty, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name): \(indicator.outcome)")
        continue
      }
      #expect(!gaps.isEmpty)
    }
  }
}

@Suite("Ratings of partners")
struct PartnerIndicatorsTests {
  private func input(types: [String?], _ ratings: [Rating]) throws -> IndicatorInput {
    let region = try SmallRegions.region(types: types, "0-1", directed: true) {
      $0.ratings.rows = ratings
    }
    return try IndicatorInput(region)
  }

  @Test("a rater's mean first, then the mean over raters, then over actors")
  func byHand() throws {
    let types = [String?](repeating: "enterprise", count: 3)
    let input = try input(
      types: types,
      [
        Rating(rater: "0", ratee: "1", dimension: "reliability", score: 4),
        Rating(rater: "0", ratee: "1", dimension: "openness", score: 2),
        Rating(rater: "2", ratee: "1", dimension: "mission", score: 1),
        Rating(rater: "1", ratee: "0", dimension: "openness", score: 4),
        Rating(rater: "1", ratee: "0", dimension: "power", score: 1),
        Rating(rater: "1", ratee: "1", dimension: "openness", score: 4),
        Rating(rater: "2", ratee: "0", dimension: "openness", score: nil),
      ]
    )
    let trust = PartnerIndicators.indicators(input)[0]
    // Actor 1: (mean(4, 2) + 1)/2 = 2 of two raters; actor 0: 4 of one. Mean 3 over two actors.
    #expect(trust.parts.map(\.value) == [4, 2] && trust.value == 3)
    #expect(trust.measurement?.n == 2)
    #expect(PartnerIndicators.indicators(input)[1].value == 1)
  }

  @Test("people are not told about on few ratings")
  func people() throws {
    let ratings = (1..<5).map {
      Rating(rater: String($0), ratee: "0", dimension: "power", score: 3)
    }
    let types = [String?](repeating: "person", count: 6)
    let few = PartnerIndicators.indicators(try input(types: types, ratings))[1]
    #expect(few.outcome == .suppressed && few.parts.map(\.outcome) == [.suppressed])
    let fifth = Rating(rater: "5", ratee: "0", dimension: "power", score: 3)
    let five = PartnerIndicators.indicators(try input(types: types, ratings + [fifth]))[1]
    #expect(five.parts.map(\.value) == [3])
  }

  @Test("the highest rung of each pair")
  func ladder() throws {
    let types = [String?](repeating: "enterprise", count: 5)
    let region = try SmallRegions.region(types: types, "", directed: true) { draft in
      draft.relations = []
      for (relation, ties) in [
        ("cooperation", "0-1 1-0 1-2 2-3"), ("coordination", "0-1 3-4"), ("integration", "2-1 4-0"),
        ("friendship", "0-3"),
      ] {
        let number = draft.relationIndex(relation)
        for tie in ties.split(separator: " ") {
          let ends = tie.split(separator: "-").map(String.init)
          draft.appendTie(
            from: ends[0],
            to: ends[1],
            Tie(source: 0, target: 0, relation: number)
          )
        }
      }
    }
    let ladder = PartnerIndicators.indicators(try IndicatorInput(region))[2]
    // 2–3 cooperate; 0–1 and 3–4 coordinate; 1–2 and 0–4 are integrated: two of five.
    #expect(ladder.value == 0.4 && ladder.parts.map(\.value) == [0, 0.2, 0.4, 0.4])
  }
}
