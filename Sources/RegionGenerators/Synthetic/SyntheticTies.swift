import GraphCore
import LearningRegion

/// Who is tied to whom: by nearness, by what is planted, and by trust that came of joint actions.
struct SyntheticTies {
  /// The relations, in the order of `region.yaml`.
  enum Relation: Int32, CaseIterable {
    case knowledge, collaboration, trust, advice, formal
  }

  /// A tie that is there in the waves `from ..< until`.
  private struct Row {
    let source: Int32
    let target: Int32
    let relation: Relation
    let weight: Int
    let from: Int
    var until = SyntheticCast.waves.count
    var space: SocialSpace?
    /// Months of the beginning and the end, where they are known.
    var start: Int?
    var end: Int?
  }

  private let cast: SyntheticCast
  private var rows: [Row] = []
  private var known: Set<UInt64> = []
  private var random: RandomStream

  /// Of a hundred ties by nearness, how many more there were that ended.
  private static let lost = 15

  init(_ cast: SyntheticCast, nearness: Int, seed: UInt64) {
    self.cast = cast
    random = RandomStream(seed: seed, stream: 4)
    rows.reserveCapacity(nearness + nearness / 4)
    brokerTies()
    researchTies()
    islandTies()
    starTies()
    peopleTies()
    networkTies()
    outsideTies()
    nearTies(nearness)
  }

  // MARK: One tie

  private mutating func tie(
    _ source: Int,
    _ target: Int,
    _ relation: Relation,
    space: SocialSpace,
    lost: Bool = false
  ) {
    guard source != target else { return }
    let isUndirected = relation == .collaboration
    let (a, b) = isUndirected ? (min(source, target), max(source, target)) : (source, target)
    let key = UInt64(relation.rawValue) << 56 | UInt64(a) << 28 | UInt64(b)
    let waves = SyntheticCast.waves
    let entry = max(cast[a].entry, cast[b].entry)
    // Some ties begin a wave after both are there.
    let wait = lost ? 0 : [0, 0, 0, 1, 1][random.next(below: 5)]
    let from = min(waves.count - 1, entry + wait)
    let weight = 1 + random.next(below: 5)
    let day = random.next(below: 20)
    guard !lost || from < waves.count - 1, known.insert(key).inserted else { return }
    var row = Row(
      source: Int32(a),
      target: Int32(b),
      relation: relation,
      weight: weight,
      from: from,
      space: space
    )
    if lost { row.until = from + 1 }
    if isUndirected {
      row.start = waves[from].month - day
      if lost { row.end = waves[from].month + 1 + day }
    }
    rows.append(row)
  }

  private mutating func tieBothWays(_ a: Int, _ b: Int, _ relation: Relation, space: SocialSpace) {
    tie(a, b, relation, space: space)
    tie(b, a, relation, space: space)
  }

  // MARK: What is planted

  /// The broker has contacts in every circle of the mainland: more where there are few circles, and there among the people as well, who
  /// would otherwise reach each other through their unions.
  private mutating func brokerTies() {
    let circles = cast.circles
    let contacts = circles.count < 8 ? 5 : circles.count < 15 ? 3 : 1
    if circles.count < 8 {
      for staff in cast.people {
        for person in [staff[0], staff[2], staff[3]] {
          tieBothWays(cast.broker, person, .advice, space: .communityOfPractice)
        }
      }
    }
    for circle in circles {
      for place in circle.prefix(contacts) {
        let contact = cast.regulars[place]
        tieBothWays(cast.broker, contact, .knowledge, space: .socialNetwork)
        tie(cast.broker, contact, .collaboration, space: .communityOfPractice)
      }
    }
  }

  /// The other institutes and universities reach work life through the broker; the university teaches and hears little.
  private mutating func researchTies() {
    for institute in cast.institutes.dropFirst() {
      tieBothWays(cast.broker, institute, .knowledge, space: .communityOfPractice)
      tie(cast.broker, institute, .collaboration, space: .communityOfPractice)
    }
    for university in cast.universities {
      tieBothWays(cast.broker, university, .knowledge, space: .communityOfPractice)
    }
    for enterprise in cast.taught {
      tie(cast.university, enterprise, .knowledge, space: .socialNetwork)
    }
  }

  /// The island is tied to itself and, through its office alone, to the mainland.
  private mutating func islandTies() {
    guard let office = cast.office else { return }
    let island = cast.islanders
    for place in island.indices {
      for step in 1...2 {
        let other = island[(place + step) % island.count]
        tie(island[place], other, .collaboration, space: .workTeam)
        tie(island[place], other, .knowledge, space: .workTeam)
      }
      let far = island[(place + 1 + random.next(below: min(20, island.count - 1))) % island.count]
      tie(far, island[place], .knowledge, space: .communityOfPractice)
    }
    let step = max(1, island.count / 5)
    for place in stride(from: 0, to: island.count, by: step) {
      tieBothWays(office, island[place], .knowledge, space: .communityOfPractice)
      tie(office, island[place], .collaboration, space: .communityOfPractice)
    }
    tieBothWays(office, cast.broker, .knowledge, space: .socialNetwork)
    tie(office, cast.broker, .collaboration, space: .socialNetwork)
    if let neighbour = cast.regularsOf.dropLast().last(where: { !$0.isEmpty })?.first {
      tieBothWays(office, cast.regulars[neighbour], .knowledge, space: .socialNetwork)
    }
  }

  /// The star gives to its followers; only two neighbours give to it.
  private mutating func starTies() {
    for follower in cast.followers {
      tie(cast.star, follower, .knowledge, space: .socialNetwork)
    }
    let home = cast.regularsOf.first { !$0.isEmpty } ?? cast.regulars.indices
    for place in home.prefix(2) {
      tie(cast.regulars[place], cast.star, .knowledge, space: .workTeam)
    }
  }

  // MARK: The others

  /// Colleagues ask each other; managers and shop stewards know somebody elsewhere.
  private mutating func peopleTies() {
    for (number, staff) in cast.people.enumerated() {
      for person in staff {
        for _ in 0..<3 {
          tie(person, staff[random.next(below: staff.count)], .advice, space: .workTeam)
        }
        tie(above(person, number), person, .formal, space: .workTeam)
      }
      for department in cast.departments[number] {
        tie(cast.peopled[number], department, .formal, space: .workTeam)
      }
      let next = cast.people[(number + 1) % cast.people.count]
      tieBothWays(staff[0], next[0], .advice, space: .communityOfPractice)
      let union = cast.unions[number % cast.unions.count]
      tieBothWays(staff[1], union, .advice, space: .socialNetwork)
    }
  }

  /// The department of a person, else the workplace of that number.
  private func above(_ person: Int, _ number: Int) -> Int {
    let parent = cast[person].actor.parent
    return cast.departments[number].first { cast.id($0) == parent } ?? cast.peopled[number]
  }

  private mutating func networkTies() {
    for network in cast.networks {
      tie(network, cast.broker, .collaboration, space: .socialNetwork)
      tie(network, cast.employers, .collaboration, space: .socialNetwork)
      tie(network, cast.unions[0], .collaboration, space: .socialNetwork)
      let own = cast.regulars.filter { cast[$0].actor.parent == cast.id(network) }
      for member in own.prefix(8) {
        tie(network, member, .collaboration, space: .communityOfPractice)
      }
    }
  }

  /// Who is outside gives to two or three inside; nobody inside stands between them.
  private mutating func outsideTies() {
    for actor in cast.outside {
      let place = random.next(below: cast.regulars.count)
      let (one, other) = (cast.regulars[place], cast.regulars[cast.near(place, &random)])
      tie(actor, one, .knowledge, space: .socialNetwork)
      tie(actor, other, .knowledge, space: .socialNetwork)
      tie(actor, one, .collaboration, space: .socialNetwork)
    }
  }

  /// Knowledge and collaboration between neighbours, three to two, and those that ended.
  private mutating func nearTies(_ count: Int) {
    let places = cast.regulars.count
    let draws = count + count * Self.lost / 100
    for draw in 0..<draws {
      // Everybody has the same number of draws, give or take one; what is drawn twice is lost.
      let place = draw < count ? draw % places : random.next(below: places)
      let far = cast.near(place, &random)
      let isNear = cast.circle(of: place).contains(far)
      let isSameTown = cast[cast.regulars[place]].place == cast[cast.regulars[far]].place
      let relation: Relation = random.next(below: 5) < 3 ? .knowledge : .collaboration
      tie(
        cast.regulars[place],
        cast.regulars[far],
        relation,
        space: isNear ? .workTeam : isSameTown ? .communityOfPractice : .socialNetwork,
        lost: draw >= count
      )
    }
  }
}

extension SyntheticTies {
  /// Puts the ties into a draft, wave by wave, without what actors who did not answer would have said.
  func write(
    _ trust: [SyntheticActions.Trust],
    _ roster: SyntheticRoster,
    to draft: inout RegionDraft
  ) {
    for wave in SyntheticCast.waves.indices {
      for row in rows where row.from <= wave && wave < row.until {
        guard
          row.relation == .collaboration || row.relation == .formal
            || roster.says(row.source, in: wave)
        else { continue }
        var tie = Tie(
          source: row.source,
          target: row.target,
          relation: row.relation.rawValue,
          weight: row.relation == .formal ? 1 : Double(row.weight)
        )
        tie.wave = Int32(wave)
        tie.space = row.space
        tie.start = row.start.flatMap { Month.day(max(0, $0)) }
        tie.end = row.end.flatMap { Month.day($0) }
        draft.ties.append(tie)
      }
      for pair in trust where pair.levels[wave] > 0 {
        let ends = [
          (pair.first, pair.second, pair.isTold.forth), (pair.second, pair.first, pair.isTold.back),
        ]
        for (source, target, isTold) in ends where isTold && roster.says(source, in: wave) {
          guard cast[Int(source)].entry <= wave, cast[Int(target)].entry <= wave else { continue }
          var tie = Tie(
            source: source,
            target: target,
            relation: Relation.trust.rawValue,
            weight: Double(pair.levels[wave])
          )
          tie.wave = Int32(wave)
          draft.ties.append(tie)
        }
      }
    }
  }

  /// Ties of knowledge between neighbours that are there in the last wave: source, target.
  var knowledge: [(source: Int, target: Int)] {
    let places = Set(cast.regulars)
    return rows.compactMap { row in
      guard row.relation == .knowledge, row.until == SyntheticCast.waves.count,
        places.contains(Int(row.source)), places.contains(Int(row.target))
      else { return nil }
      return (Int(row.source), Int(row.target))
    }
  }
}
