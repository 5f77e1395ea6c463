import GraphCore
import LearningRegion

/// Knowledge that went from one actor to another, in hours: exchange between neighbours, symbiosis with research, transmission from the university, and a star.
struct SyntheticFlows {
  private(set) var rows: [KnowledgeFlow] = []
  private let cast: SyntheticCast
  private var random: RandomStream

  /// More ties between neighbours are not followed by flows.
  private static let mostNeighbours = 4_000
  /// More contacts of the broker exchange no flows.
  private static let mostContacts = 400
  /// What of all hours comes from the star: nine in twenty.
  private static let star = (part: 9, rest: 11)

  /// - Parameter knowledge: ties of knowledge between neighbours, by their ends.
  init(_ cast: SyntheticCast, knowledge: [(source: Int, target: Int)], seed: UInt64) {
    self.cast = cast
    random = RandomStream(seed: seed, stream: 6)
    neighbours(knowledge)
    research()
    transmission()
    outside()
    star()
  }

  private mutating func flow(
    _ source: Int,
    _ target: Int,
    _ task: KnowledgeTask,
    _ setting: LearningSetting,
    _ unit: LearningUnit,
    _ mode: LearningMode,
    hours: Int
  ) {
    var row = KnowledgeFlow(source: cast.id(source), target: cast.id(target))
    row.topic = SyntheticTraits.topics[random.next(below: SyntheticTraits.topics.count)]
    row.task = task
    row.setting = setting
    row.unit = unit
    row.mode = mode
    row.amount = Double(hours)
    row.amountUnit = "hours"
    let entry = max(cast[source].entry, cast[target].entry)
    let first = entry == 0 ? 0 : SyntheticCast.waves[entry - 1].month + 1
    let last = SyntheticCast.waves[SyntheticCast.waves.count - 1].month
    row.date = Month.day(first + random.next(below: last - first))
    rows.append(row)
  }

  /// Schools are left out: what education gives is planted.
  private mutating func neighbours(_ knowledge: [(source: Int, target: Int)]) {
    let open = knowledge.filter { source, target in
      cast[source].actor.type != "school" && cast[target].actor.type != "school"
    }
    // One flow to each organisation on average, and some that come back.
    let step = max(1, open.count / min(Self.mostNeighbours, cast.regulars.count))
    for number in stride(from: 0, to: open.count, by: step) {
      let (source, target) = open[number]
      let isCollective = random.next(below: 3) > 0
      let setting: LearningSetting = [.informal, .informal, .nonFormal][random.next(below: 3)]
      let hours = 4 + random.next(below: 20)
      let unit: LearningUnit = isCollective ? .collective : .individual
      flow(source, target, .practice, setting, unit, .experiential, hours: hours)
      if random.next(below: 2) == 0 {
        flow(target, source, .practice, .informal, unit, .experiential, hours: max(1, hours - 2))
      }
    }
  }

  /// The broker and its contacts give each other as much as they get, in research, education and practice.
  private mutating func research() {
    for circle in cast.circles.prefix(Self.mostContacts) {
      guard let place = circle.first(where: { cast.isEnterprise($0) }) else { continue }
      let enterprise = cast.regulars[place]
      let hours = 10 + random.next(below: 30)
      flow(cast.broker, enterprise, .research, .nonFormal, .collective, .theoretical, hours: hours)
      flow(enterprise, cast.broker, .practice, .informal, .collective, .experiential, hours: hours)
      flow(cast.broker, enterprise, .education, .formal, .individual, .theoretical, hours: 8)
      flow(enterprise, cast.broker, .education, .nonFormal, .collective, .experiential, hours: 7)
    }
    for institute in cast.institutes.dropFirst() {
      flow(institute, cast.broker, .research, .nonFormal, .collective, .theoretical, hours: 20)
      flow(cast.broker, institute, .research, .nonFormal, .collective, .theoretical, hours: 18)
      flow(cast.university, institute, .education, .formal, .individual, .theoretical, hours: 12)
      flow(institute, cast.university, .research, .nonFormal, .collective, .theoretical, hours: 10)
    }
  }

  /// The university teaches many and hears one of them once.
  private mutating func transmission() {
    let taught = cast.taught
    for enterprise in taught {
      let hours = 30 + random.next(below: 40)
      flow(
        cast.university,
        enterprise,
        .education,
        .formal,
        .individual,
        .theoretical,
        hours: hours
      )
      flow(cast.university, enterprise, .research, .formal, .individual, .theoretical, hours: 10)
    }
    if let first = taught.first {
      flow(first, cast.university, .practice, .informal, .individual, .experiential, hours: 3)
    }
  }

  private mutating func outside() {
    for actor in cast.outside where cast[actor].actor.type != "university" {
      let target = cast.regulars[random.next(below: cast.regulars.count)]
      guard cast[target].actor.type != "school" else { continue }
      flow(actor, target, .practice, .informal, .collective, .experiential, hours: 6)
    }
  }

  /// The star gives its followers nine twentieths of everything, and takes nothing.
  private mutating func star() {
    let star = cast.star
    let name = cast.id(star)
    rows.removeAll { $0.source == name || $0.target == name }
    let others = rows.reduce(0) { $0 + Int($1.amount ?? 0) }
    let followers = cast.followers
    let hours = others * Self.star.part / Self.star.rest / (2 * followers.count) + 1
    for follower in followers {
      flow(star, follower, .practice, .nonFormal, .individual, .theoretical, hours: hours)
      flow(star, follower, .practice, .informal, .individual, .experiential, hours: hours)
    }
  }
}
