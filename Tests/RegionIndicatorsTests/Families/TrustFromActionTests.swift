import Foundation
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionIndicators

@Suite("Trust from joint action")
struct TrustFromActionTests {
  private func action(
    _ id: String,
    _ date: String?,
    _ outcome: ActionOutcome?,
    _ people: String...,
    by: [String] = []
  ) -> JointAction {
    var action = JointAction(id: id)
    action.date = date.flatMap { Day($0) }
    action.outcome = outcome
    action.participants = people
    action.breachedBy = by
    return action
  }

  private func region(_ count: Int, _ actions: [JointAction]) throws -> Region {
    try SmallRegions.region(
      types: [String?](repeating: "enterprise", count: count),
      "",
      directed: true
    ) { $0.jointActions.rows = actions }
  }

  @Test("two kept actions of two, a half-life apart")
  func byHand() throws {
    // First: τ = ¼. Exactly a half-life of 730.5 days later (24 · 30.4375; here half of 1461 days with half-life 48): τ = ⅛, then ⅛ + ¼·⅞ = 11/32.
    var options = TrustFromActionOptions()
    options.halfLife = 48
    // From 2020-01-01 to 2024-01-01 are 1461 days = 48 months of 30.4375 days.
    let trust = try region(
      2,
      [
        action("b", "2024-01-01", .kept, "1", "0"), action("a", "2020-01-01", .kept, "0", "1", "1"),
      ]
    ).trustFromAction(options)
    let tie = try #require(trust.ties.first)
    #expect(abs(tie.trust - 11.0 / 32) < 1e-12)
    #expect(tie.first == 0 && tie.second == 1 && tie.kept == 2 && tie.breached == 0)
    #expect(tie.lastContact == Day("2024-01-01") && trust.actions == 2 && trust.ties.count == 1)
  }

  @Test("three share what two would get; a breach leaves three tenths to those it concerns")
  func breaches() throws {
    // Kept with k = 3: τ = ¼/2 = ⅛ for all three pairs. On the same day 2 breaches: pairs with 2 fall to .3·⅛ = .0375.
    let trust = try region(
      3,
      [
        action("z", "2024-05-01", .breached, "0", "1", "2", by: ["2"]),
        action("a", "2024-05-01", .kept, "0", "1", "2"),
      ]
    ).trustFromAction()
    #expect(trust.ties.map(\.trust) == [0.125, 0.0375, 0.0375])
    #expect(trust.ties.map(\.breached) == [0, 1, 1])
    #expect(trust.breachesWithoutTrust.isEmpty && trust.unnamedBreaches == 0)
  }

  @Test("a breach that names nobody concerns all; one that meets no trust is listed")
  func withoutTrust() throws {
    let trust = try region(
      3,
      [
        action("early", "2023", .breached, "0", "1"),
        action("late", "2024", .kept, "0", "1"),
      ]
    ).trustFromAction()
    #expect(
      trust.breachesWithoutTrust == [BreachWithoutTrust(action: "early", first: 0, second: 1)]
    )
    #expect(trust.unnamedBreaches == 1 && trust.ties.map(\.trust) == [0.25])
    #expect(trust.ties.first?.breached == 1)
  }

  @Test("what cannot be used is counted")
  func unusable() throws {
    let many = (0..<13).map(String.init)
    var large = JointAction(id: "large")
    large.date = Day("2024")
    large.outcome = .kept
    large.participants = many
    let trust = try region(
      13,
      [
        large, action("undated", nil, .kept, "0", "1"), action("open", "2024", nil, "0", "1"),
        action("alone", "2024", .kept, "0", "0"),
      ]
    ).trustFromAction()
    #expect(trust.ties.isEmpty && trust.tooLarge == 1 && trust.incomplete == 3)
  }

  @Test("told for a later day trust has faded")
  func asOf() throws {
    var options = TrustFromActionOptions()
    options.halfLife = 48
    options.asOf = Day("2024-01-01")
    let trust = try region(2, [action("a", "2020-01-01", .kept, "0", "1")]).trustFromAction(options)
    #expect(abs((trust.ties.first?.trust ?? 0) - 0.125) < 1e-12)
  }

  @Test("one kept action more never lowers trust at its date, one breach more never raises it")
  func monotone() throws {
    let base = [
      action("a", "2020", .kept, "0", "1", "2"), action("b", "2021-03", .kept, "0", "1"),
    ]
    func trust(_ actions: [JointAction]) throws -> Double {
      var options = TrustFromActionOptions()
      options.asOf = Day("2023")
      return try region(3, actions).trustFromAction(options).ties.first?.trust ?? 0
    }
    let before = try trust(base)
    #expect(try trust(base + [action("c", "2022", .kept, "0", "1")]) > before)
    #expect(try trust(base + [action("c", "2022", .breached, "0", "1")]) < before)
    #expect(before > 0 && before < 1)
  }

  @Test("the order of rows and the order of participants do not count")
  func order() throws {
    let actions = [
      action("a", "2020", .kept, "0", "1", "2"), action("b", "2020", .breached, "2", "1"),
      action("c", "2021", .kept, "1", "0"),
    ]
    let turned = actions.reversed().map { action in
      var action = action
      action.participants.reverse()
      return action
    }
    #expect(
      try region(3, actions).trustFromAction() == region(3, Array(turned)).trustFromAction()
    )
  }

  @Test("as a relation of the region")
  func relation() throws {
    let before = try region(3, [action("a", "2024", .kept, "0", "1", "2")])
    let trust = try before.trustFromAction()
    let after = try before.adding(trust, asRelation: "deeds")
    #expect(after.relations.last?.kind == .trust && after.relations.last?.directed == false)
    #expect(after.ties.count == 3 && after.ties.weight(at: 2) == 0.125)
    #expect(throws: MetricError.self) { _ = try after.adding(trust, asRelation: "deeds") }
    #expect(throws: MetricError.self) { _ = try after.adding(trust, asRelation: "") }
  }

  @Test("nothing, and options out of range")
  func edges() throws {
    #expect(try region(0, []).trustFromAction().ties.isEmpty)
    #expect(try region(1, []).trustFromAction().actions == 0)
    for change in [
      { $0.halfLife = 0 }, { $0.halfLife = .nan }, { $0.gain = 2 }, { $0.kept = -1 },
      { $0.maximumParticipants = 1 },
    ] as [(inout TrustFromActionOptions) -> Void] {
      var options = TrustFromActionOptions()
      change(&options)
      #expect(throws: MetricError.self) { _ = try region(2, []).trustFromAction(options) }
    }
  }
}
