#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphCore
import LearningRegion
import NetworkMetrics

/// How joint actions become trust.
public struct TrustFromActionOptions: Sendable, Equatable {
  /// Months after which half of the trust is left when nothing happens.
  public var halfLife = 24.0
  /// How much of what is missing to full trust one kept action of two gives (α).
  public var gain = 0.25
  /// What a breach leaves (β).
  public var kept = 0.3
  /// Actions of more participants are left out.
  public var maximumParticipants = 12
  /// The day for which trust is told; `nil` tells what it was right after the last contact of each pair.
  public var asOf: Day?

  /// The conventions of the project.
  public init() {}

  func check() throws(MetricError) {
    guard halfLife > 0, halfLife.isFinite else {
      throw .invalidOption(name: "half-life", reason: "it must be a number of months above 0")
    }
    guard (0...1).contains(gain), (0...1).contains(kept) else {
      throw .invalidOption(name: "trust", reason: "gain and remainder are shares from 0 to 1")
    }
    guard maximumParticipants >= 2 else {
      throw .invalidOption(name: "max-participants", reason: "an action needs at least two")
    }
  }
}

/// Trust that joint actions have built between two actors.
public struct ActionTrust: Sendable, Equatable {
  /// Row of the actor that comes first in the region.
  public let first: Int
  /// Row of the other one.
  public let second: Int
  /// τ, above 0 and below 1.
  public let trust: Double
  /// Kept actions of both.
  public let kept: Int
  /// Actions of both that were breached, by either of them or by somebody not named.
  public let breached: Int
  /// The date of their last action that counted.
  public let lastContact: Day
}

/// A breach between two actors who had built no trust before.
public struct BreachWithoutTrust: Sendable, Equatable {
  /// Id of the joint action.
  public let action: String
  /// Row of the actor that comes first in the region.
  public let first: Int
  /// Row of the other one.
  public let second: Int
}

/// Trust as joint actions tell it, and what could not be used.
public struct TrustFromAction: Sendable, Equatable {
  /// Pairs with trust, by first and then second actor.
  public let ties: [ActionTrust]
  /// Breaches that met no trust, in order of time.
  public let breachesWithoutTrust: [BreachWithoutTrust]
  /// Actions that counted.
  public let actions: Int
  /// Actions of more participants than allowed.
  public let tooLarge: Int
  /// Actions without a date or an outcome, or of fewer than two participants.
  public let incomplete: Int
  /// Breached actions that name nobody: taken as a breach between all.
  public let unnamedBreaches: Int
}

extension Region {
  /// Trust between pairs from dated joint actions: grows with each kept one, fades with time, falls with a breach.
  ///
  /// τ₀ = 0. In order of date (same date: kept before breached, then by id): τ ← τ·e^(−λΔt) with λ = ln 2 / half-life and months of 30.4375 days;
  /// kept with k participants τ ← τ + α(1 − τ)/(k − 1); breached τ ← β·τ for pairs with an actor of `breached_by` (all pairs where it is
  /// blank). An incomplete date is its first day. Participants named twice count once. O(Σ k² + pairs log pairs).
  ///
  /// Source: the operationalisation is ours, after ``IndicatorSources/gustavsen``.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)``, ``NetworkMetrics/MetricError/cancelled``.
  public func trustFromAction(
    _ options: TrustFromActionOptions = TrustFromActionOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> TrustFromAction {
    try options.check()
    var history = TrustHistory(options)
    var dated: [DatedAction] = []
    var tooLarge = 0
    var incomplete = 0
    for action in self.jointActions.rows {
      let people = Set(action.participants.compactMap { self.actors.index(of: $0) }).sorted()
      guard let date = action.date, let outcome = action.outcome, people.count > 1 else {
        incomplete += 1
        continue
      }
      guard people.count <= options.maximumParticipants else {
        tooLarge += 1
        continue
      }
      let breakers = Set(action.breachedBy.compactMap { self.actors.index(of: $0) })
      dated.append(DatedAction(action.id, date, outcome, people, breakers))
    }
    for action in dated.sorted(by: DatedAction.comesFirst) {
      if control.isCancelled { throw .cancelled }
      history.add(action)
    }
    return TrustFromAction(
      ties: history.ties(),
      breachesWithoutTrust: history.baseless,
      actions: dated.count,
      tooLarge: tooLarge,
      incomplete: incomplete,
      unnamedBreaches: dated.count { $0.outcome == .breached && $0.breakers.isEmpty }
    )
  }

  /// The region with one more relation: undirected trust ties of these weights, kind trust, on a scale from 0 to 1.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)`` where a relation has that name already.
  public func adding(
    _ trust: TrustFromAction,
    asRelation name: String
  ) throws(MetricError) -> Region {
    var draft = self.draft
    guard !name.isEmpty, !draft.relations.contains(where: { $0.name == name }) else {
      throw .invalidOption(
        name: "relation",
        reason: "there is one called \"\(name)\" already; the derived one needs a name of its own"
      )
    }
    // Ties without a relation belong to the first one: it must be there before ours is added.
    if draft.relations.isEmpty && draft.ties.count > 0 { _ = draft.relationIndex("tie") }
    let number = draft.relationIndex(name)
    draft.relations[Int(number)].kind = .trust
    draft.relations[Int(number)].directed = false
    draft.relations[Int(number)].scale = 0...1
    for tie in trust.ties {
      draft.ties.append(
        Tie(
          source: Int32(tie.first),
          target: Int32(tie.second),
          relation: number,
          weight: tie.trust
        )
      )
    }
    do throws(RegionFault) {
      return try Region(draft)
    } catch {
      throw .invalidOption(name: "relation", reason: "\(error.issues.first?.description ?? "")")
    }
  }
}

/// An action that counts.
private struct DatedAction {
  let id: String
  let date: Day
  let outcome: ActionOutcome
  let people: [Int]
  let breakers: Set<Int>

  init(
    _ id: String,
    _ date: Day,
    _ outcome: ActionOutcome,
    _ people: [Int],
    _ breakers: Set<Int>
  ) {
    self.id = id
    self.date = date
    self.outcome = outcome
    self.people = people
    self.breakers = breakers
  }

  static func comesFirst(_ a: DatedAction, _ b: DatedAction) -> Bool {
    let (left, right) = (a.date.firstDayNumber, b.date.firstDayNumber)
    if left != right { return left < right }
    if a.outcome != b.outcome { return a.outcome == .kept }
    return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
  }
}

/// What has happened between pairs so far.
private struct TrustHistory {
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct State {
    var trust = 0.0
    var kept = 0
    var breached = 0
    var last: Day
  }

  private let options: TrustFromActionOptions
  private let decayPerDay: Double
  private var states: [Pair: State] = [:]
  private(set) var baseless: [BreachWithoutTrust] = []

  init(_ options: TrustFromActionOptions) {
    self.options = options
    decayPerDay = log(2.0) / (options.halfLife * 30.4375)
  }

  mutating func add(_ action: DatedAction) {
    for (place, first) in action.people.enumerated() {
      for second in action.people[(place + 1)...] {
        let isBreach = action.outcome == .breached
        if isBreach, !action.breakers.isEmpty, !action.breakers.contains(first),
          !action.breakers.contains(second)
        {
          continue
        }
        let pair = Pair(first: first, second: second)
        var state = states[pair] ?? State(last: action.date)
        state.trust = faded(state, action.date)
        state.last = action.date
        if isBreach {
          if state.trust == 0 {
            baseless.append(BreachWithoutTrust(action: action.id, first: first, second: second))
          }
          state.trust *= options.kept
          state.breached += 1
        } else {
          state.trust += options.gain * (1 - state.trust) / Double(action.people.count - 1)
          state.kept += 1
        }
        states[pair] = state
      }
    }
  }

  private func faded(_ state: State, _ day: Day) -> Double {
    let days = max(0, day.firstDayNumber - state.last.firstDayNumber)
    return state.trust * exp(-decayPerDay * Double(days))
  }

  func ties() -> [ActionTrust] {
    states.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
      .compactMap { pair, state in
        let trust = options.asOf.map { faded(state, $0) } ?? state.trust
        guard trust > 0 else { return nil }
        return ActionTrust(
          first: pair.first,
          second: pair.second,
          trust: trust,
          kept: state.kept,
          breached: state.breached,
          lastContact: state.last
        )
      }
  }
}
