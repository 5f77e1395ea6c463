import GraphCore
import LearningRegion
import NetworkMetrics
import RegionGenerators
import Testing

@testable import RegionIndicators

/// What holds for every indicator of every family, tried on synthetic regions that have all files.
@Suite("Every indicator")
struct EveryIndicatorTests {
  private static func region(_ seed: UInt64) throws -> Region {
    try SyntheticRegion(RegionRecipe(actors: 70), seed: seed, command: "test").region
  }

  private static func measured(_ region: Region) throws -> [String: Indicator] {
    let input = try IndicatorInput(region, seed: 1, permutations: 9)
    var found: [String: Indicator] = [:]
    for family in IndicatorFamily.all {
      for indicator in try family.indicators(input, RunControl()) {
        found[indicator.name] = indicator
      }
    }
    return found
  }

  @Test(
    "a share lies between 0 and 1 inside its interval, a count is not negative",
    arguments: [1, 2] as [UInt64]
  )
  func bounds(seed: UInt64) throws {
    let found = try Self.measured(try Self.region(seed))
    #expect(found.count > 60)
    #expect(found.values.count { $0.measurement != nil } > 55)
    for (name, indicator) in found {
      let outcomes = [indicator.outcome] + indicator.parts.map(\.outcome)
      for outcome in outcomes {
        guard case .measured(let value) = outcome else { continue }
        #expect(value.value.isFinite && value.n >= 0, "\(name)")
        if let interval = value.interval {
          #expect(interval.contains(value.value), "\(name)")
          #expect((0...1).contains(interval.lowerBound) && interval.upperBound <= 1, "\(name)")
        }
        if let p = value.p { #expect(p > 0 && p <= 1, "\(name)") }
      }
      guard let value = indicator.value else { continue }
      switch indicator.unit {
      case .share: #expect((0...1).contains(value), "\(name) \(value)")
      case .count, .days, .months, .steps, .kilometres: #expect(value >= 0, "\(name) \(value)")
      case .effectiveNumber: #expect(value >= 1, "\(name) \(value)")
      case .index, .bits, .amount: break
      }
    }
  }

  /// Values that rest on a search whose result depends on where it begins, or on one of several matchings of the same weight.
  private static let searched: Set<String> = [
    "cluster_ei_index", "cluster_conductance", "boundary_overlap", "levels", "administrative_fit",
    "need_offer_matches",
  ]

  @Test("other ids in another order give the same values", arguments: [3, 4] as [UInt64])
  func relabelling(seed: UInt64) throws {
    let region = try Self.region(seed)
    let before = try Self.measured(region)
    let after = try Self.measured(try Self.relabelled(region, seed: seed))
    for (name, indicator) in before where !Self.searched.contains(name) {
      let other = try #require(after[name])
      guard let one = indicator.measurement, let two = other.measurement else {
        #expect(indicator.outcome == other.outcome, "\(name)")
        continue
      }
      #expect(one.n == two.n, "\(name)")
      #expect(abs(one.value - two.value) <= 1e-9 * max(1, abs(one.value)), "\(name)")
    }
  }

  /// The same region with its actors shuffled and renamed.
  private static func relabelled(_ region: Region, seed: UInt64) throws -> Region {
    let old = region.draft
    let count = old.actors.count
    var order = Array(0..<count)
    var random = RandomStream(seed: seed, stream: 9)
    random.shuffle(&order)
    var names: [String: String] = [:]
    var place = [Int32](repeating: 0, count: count)
    for (new, row) in order.enumerated() {
      names[old.actors.ids[row]] = "z\((new * 7919) % 100_003)"
      place[row] = Int32(new)
    }
    func name(_ id: String) -> String { names[id] ?? id }
    var draft = old
    draft.actors = ActorTable()
    for row in order {
      var actor = old.actors[row]
      actor.id = name(actor.id)
      actor.parent = actor.parent.map(name)
      draft.actors.append(actor)
    }
    draft.actors.attributes = old.actors.attributes.map { column in
      var copy = AttributeColumn(name: column.name)
      for (new, row) in order.enumerated() { copy.values[new] = column.values[row] }
      return copy
    }
    draft.ties = TieTable()
    for row in 0..<old.ties.count {
      var tie = old.ties[row]
      tie.source = place[Int(tie.source)]
      tie.target = place[Int(tie.target)]
      draft.ties.append(tie)
    }
    for row in draft.participation.rows.indices {
      draft.participation.rows[row].actor = name(old.participation.rows[row].actor)
    }
    for row in draft.jointActions.rows.indices {
      draft.jointActions.rows[row].participants = old.jointActions.rows[row].participants.map(name)
      draft.jointActions.rows[row].breachedBy = old.jointActions.rows[row].breachedBy.map(name)
    }
    for row in draft.flows.rows.indices {
      draft.flows.rows[row].source = name(old.flows.rows[row].source)
      draft.flows.rows[row].target = name(old.flows.rows[row].target)
    }
    for row in draft.innovations.rows.indices {
      draft.innovations.rows[row].actor = old.innovations.rows[row].actor.map(name)
    }
    for row in draft.adoptions.rows.indices {
      draft.adoptions.rows[row].actor = name(old.adoptions.rows[row].actor)
      if case .actor(let id) = old.adoptions.rows[row].source {
        draft.adoptions.rows[row].source = .actor(name(id))
      }
    }
    for row in draft.programmes.rows.indices {
      draft.programmes.rows[row].participants = old.programmes.rows[row].participants.map(name)
    }
    for row in draft.assessments.rows.indices {
      draft.assessments.rows[row].actor = name(old.assessments.rows[row].actor)
    }
    for row in draft.probes.rows.indices {
      draft.probes.rows[row].actor = old.probes.rows[row].actor.map(name)
    }
    for row in draft.ratings.rows.indices {
      draft.ratings.rows[row].rater = name(old.ratings.rows[row].rater)
      draft.ratings.rows[row].ratee = name(old.ratings.rows[row].ratee)
    }
    for row in draft.roster.rows.indices {
      draft.roster.rows[row].respondent = name(old.roster.rows[row].respondent)
    }
    return try Region(draft)
  }

  @Test("nobody, and somebody alone: nothing is measured, and what it takes is said")
  func emptyAndAlone() throws {
    var alone = RegionDraft()
    var actor = Actor(id: "a")
    actor.type = "enterprise"
    alone.actors.append(actor)
    for region in [try Region(RegionDraft()), try Region(alone)] {
      for (name, indicator) in try Self.measured(region) {
        #expect(indicator.measurement == nil, "\(name)")
        #expect(!indicator.statements.isEmpty, "\(name)")
      }
    }
  }

  struct Missing: CustomTestStringConvertible, Sendable {
    let file: String
    let clear: @Sendable (inout RegionDraft) -> Void
    var testDescription: String { file }
  }

  static let missing: [Missing] = [
    Missing(file: "participation.csv") { $0.participation.rows = [] },
    Missing(file: "flows.csv") { $0.flows.rows = [] },
    Missing(file: "innovations.csv") { $0.innovations.rows = [] },
    Missing(file: "adoptions.csv") { $0.adoptions.rows = [] },
    Missing(file: "funnel.csv") { $0.funnel.rows = [] },
    Missing(file: "assessments.csv") { $0.assessments.rows = [] },
    Missing(file: "probes.csv") { $0.probes.rows = [] },
    Missing(file: "ratings.csv") { $0.ratings.rows = [] },
    Missing(file: "programmes.csv") {
      $0.funnel.rows = []
      $0.programmes.rows = []
    },
    Missing(file: "joint_actions.csv") { $0.jointActions.rows = [] },
  ]

  @Test("without a file what rests on it is not measured and says so", arguments: missing)
  func withoutFile(_ missing: Missing) throws {
    let region = try Self.region(5)
    let before = try Self.measured(region)
    var draft = region.draft
    missing.clear(&draft)
    let after = try Self.measured(try Region(draft))
    var lost = 0
    for (name, indicator) in before where indicator.measurement != nil {
      let other = try #require(after[name])
      guard other.measurement == nil else { continue }
      lost += 1
      guard case .notMeasured(let gaps) = other.outcome else {
        Issue.record("\(name) has no value and does not say which file it takes")
        continue
      }
      // Arenas are no use without who takes part in them, programmes bring their funnels.
      let files = gaps.map(\.file)
      let named = [missing.file, "arenas.csv", "funnel.csv"].contains { files.contains($0) }
      #expect(named, "\(name) takes \(files)")
    }
    #expect(lost > 0)
  }

  @Test("one tie more: never fewer channels, never less connected", arguments: [6, 7] as [UInt64])
  func oneTieMore(seed: UInt64) throws {
    let region = try Self.region(seed)
    let names = ["channels", "krackhardt_connectedness"]
    func values(_ region: Region) throws -> [Double] {
      let input = try IndicatorInput(region, seed: 1, permutations: 9)
      let found =
        try HorizontalityIndicators.structure(input, RunControl())
        + [try Channels.indicator(input, RunControl())]
      return names.map { name in found.first { $0.name == name }?.value ?? -1 }
    }
    let before = try values(region)
    var random = RandomStream(seed: seed)
    for _ in 0..<10 {
      var draft = region.draft
      let count = draft.actors.count
      var tie = Tie(
        source: Int32(random.next(below: count)),
        target: Int32(random.next(below: count))
      )
      tie.wave = 2
      draft.ties.append(tie)
      let after = try values(try Region(draft))
      #expect(zip(before, after).allSatisfy { $0 <= $1 })
      #expect(before.allSatisfy { $0 >= 0 })
    }
  }
}
