import GraphCore
import LearningRegion

/// What organisations did together, month by month, and the trust that came of it.
struct SyntheticActions {
  /// Something done together.
  struct Action {
    var month: Int
    var participants: [Int]
    /// Who broke what was agreed; nobody where it was kept.
    var breachedBy: Int?
  }

  /// Trust between two actors in one wave.
  struct Trust {
    let first: Int32
    let second: Int32
    /// 1 … 5 in each wave, 0 for none.
    let levels: [Int]
    /// Whether the first tells of it, and whether the second does.
    let isTold: (forth: Bool, back: Bool)
  }

  private(set) var actions: [Action] = []
  private(set) var trust: [Trust] = []

  /// Of a hundred actions, how many are breached.
  private static let breaches = 7
  /// Of a hundred who trust, how many say so.
  private static let told = 85

  /// Partnerships of two to four neighbours, each with one to four actions; enough for `ties` ties of trust, about.
  init(_ cast: SyntheticCast, ties: Int, seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 3)
    // A partnership has 3.3 pairs on average, told of both ways most of the time.
    let count = max(10, ties * 10 / 56)
    for _ in 0..<count {
      let place = random.next(below: cast.regulars.count)
      var group = [cast.regulars[place]]
      for _ in 0..<(1 + random.next(below: 3)) {
        let other = cast.regulars[cast.near(place, &random)]
        if !group.contains(other) { group.append(other) }
      }
      add(group, cast, &random)
    }
    for group in Self.fixedGroups(cast) { add(group, cast, &random) }
    actions.sort { ($0.month, $0.participants[0]) < ($1.month, $1.participants[0]) }
    measure(cast, &random)
  }

  /// Partnerships of those who do not tie by nearness.
  private static func fixedGroups(_ cast: SyntheticCast) -> [[Int]] {
    var groups: [[Int]] = []
    for range in cast.circles { groups.append([cast.broker, cast.regulars[range.lowerBound]]) }
    for institute in cast.institutes.dropFirst() {
      groups.append([cast.broker, institute, cast.university])
    }
    for (place, islander) in cast.islanders.enumerated() where place % 2 == 0 {
      groups.append([islander, cast.islanders[(place + 1) % cast.islanders.count]])
    }
    if let office = cast.office {
      for islander in cast.islanders.prefix(3) { groups.append([office, islander]) }
    }
    return groups
  }

  private mutating func add(
    _ group: [Int],
    _ cast: SyntheticCast,
    _ random: inout RandomStream
  ) {
    guard group.count > 1 else { return }
    let waves = SyntheticCast.waves
    let entry = group.map { cast[$0].entry }.max() ?? 0
    let first = entry == 0 ? 0 : waves[entry - 1].month + 1
    let last = waves[waves.count - 1].month
    for _ in 0..<(1 + random.next(below: 4)) {
      let isBreached = random.next(below: 100) < Self.breaches
      actions.append(
        Action(
          month: first + random.next(below: last - first),
          participants: group,
          breachedBy: isBreached ? group[random.next(below: group.count)] : nil
        )
      )
    }
  }

  /// Trust grows by one with every action kept, up to 5, and falls by two with a breach of one of the two.
  private mutating func measure(_ cast: SyntheticCast, _ random: inout RandomStream) {
    var events: [(pair: UInt64, month: Int, isBreach: Bool)] = []
    for action in actions {
      for (place, a) in action.participants.enumerated() {
        for b in action.participants[(place + 1)...] {
          let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
          let isBreach = action.breachedBy != nil
          // A breach by somebody else changes nothing between two who held to what was agreed.
          if isBreach, action.breachedBy != a, action.breachedBy != b { continue }
          events.append((pair, action.month, isBreach))
        }
      }
    }
    events.sort { ($0.pair, $0.month) < ($1.pair, $1.month) }
    var start = 0
    while start < events.count {
      let pair = events[start].pair
      var levels: [Int] = []
      var level = 0
      var next = start
      for wave in SyntheticCast.waves {
        while next < events.count, events[next].pair == pair, events[next].month <= wave.month {
          level = events[next].isBreach ? max(0, level - 2) : min(5, level + 1)
          next += 1
        }
        levels.append(level)
      }
      while next < events.count, events[next].pair == pair { next += 1 }
      trust.append(
        Trust(
          first: Int32(pair >> 32),
          second: Int32(pair & 0xFFFF_FFFF),
          levels: levels,
          isTold: (random.next(below: 100) < Self.told, random.next(below: 100) < Self.told)
        )
      )
      start = next
    }
  }

  private static let labels = [
    "Course held together", "Joint order", "Shared apprentice", "Exchange of staff",
    "Joint purchase",
    "Shared test of equipment", "Application written together", "Visit with a report",
  ]

  /// The rows of `joint_actions.csv`.
  func rows(_ cast: SyntheticCast) -> [JointAction] {
    actions.enumerated().map { number, action in
      var row = JointAction(id: "a\(number + 1)")
      row.date = Month.day(action.month)
      row.label = Self.labels[number % Self.labels.count]
      row.outcome = action.breachedBy == nil ? .kept : .breached
      row.breachedBy = action.breachedBy.map { [cast.id($0)] } ?? []
      row.participants = action.participants.map { cast.id($0) }
      return row
    }
  }
}

/// Months counted from January 2018.
enum Month {
  /// The month as a date.
  static func day(_ month: Int) -> Day? { Day(year: 2018 + month / 12, month: month % 12 + 1) }

  /// A day of the month.
  static func day(_ month: Int, _ day: Int) -> Day? {
    Day(year: 2018 + month / 12, month: month % 12 + 1, day: day)
  }
}
