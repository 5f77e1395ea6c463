import GraphCore
import LearningRegion

/// Who was asked and who answered, wave by wave.
struct SyntheticRoster {
  /// Whether an actor was asked and did not answer, wave by wave.
  private var isSilent: [[Bool]]
  private(set) var rows: [RosterEntry] = []

  /// Of a hundred who are asked, how many answer; those that something is planted on always do.
  private static let answering = 93

  init(_ cast: SyntheticCast, seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 8)
    let count = cast.members.count
    isSilent = SyntheticCast.waves.map { _ in [Bool](repeating: false, count: count) }
    var sure = Set(cast.peopled + cast.institutes + cast.universities + cast.islanders)
    sure.insert(cast.star)
    if let office = cast.office { sure.insert(office) }
    let notAsked = Set(cast.networks + cast.outside)
    for (wave, info) in SyntheticCast.waves.enumerated() {
      for (index, member) in cast.members.enumerated() {
        guard member.entry <= wave, !notAsked.contains(index), member.actor.type != "department"
        else { continue }
        let answers = random.next(below: 100) < Self.answering || sure.contains(index)
        isSilent[wave][index] = !answers
        var row = RosterEntry(respondent: member.actor.id, answered: answers)
        row.wave = info.name
        rows.append(row)
      }
    }
  }

  /// Whether what an actor says is known in a wave.
  func says(_ actor: Int32, in wave: Int) -> Bool { !isSilent[wave][Int(actor)] }
}

/// What people think of partners and of their learning environment, and the programmes.
struct SyntheticJudgements {
  private(set) var ratings: [Rating] = []
  private(set) var assessments: [Assessment] = []
  private(set) var programmes: [Programme] = []
  private(set) var funnel: [FunnelStep] = []

  private static let dimensions = [
    "reliability", "mission", "openness", "power", "involvement", "resources",
  ]
  private static let categories = [
    "participation", "support from colleagues", "time for learning", "recognition",
    "planned careers",
  ]
  /// More pairs are not rated.
  private static let mostRated = 150
  /// More enterprises do not judge their learning environment.
  private static let mostJudged = 40

  init(
    _ cast: SyntheticCast,
    _ trust: [SyntheticActions.Trust],
    _ roster: SyntheticRoster,
    seed: UInt64
  ) {
    var random = RandomStream(seed: seed, stream: 9)
    let last = SyntheticCast.waves.count - 1
    let rated = trust.filter { $0.levels[last] > 0 && roster.says($0.first, in: last) }
    for pair in rated.prefix(Self.mostRated) {
      for dimension in Self.dimensions {
        // Who is trusted more is rated better, with a step up or down.
        let score = min(4, max(1, (pair.levels[last] + 2) / 2 + random.next(below: 3) - 1))
        var row = Rating(
          rater: cast.id(Int(pair.first)),
          ratee: cast.id(Int(pair.second)),
          dimension: dimension,
          score: Double(score)
        )
        row.wave = SyntheticCast.waves[last].name
        ratings.append(row)
      }
    }
    judge(cast, &random)
    run(cast)
  }

  private mutating func judge(_ cast: SyntheticCast, _ random: inout RandomStream) {
    let enterprises = cast.regulars.indices.filter { cast.isEnterprise($0) }.map {
      cast.regulars[$0]
    }
    let judged = cast.peopled + enterprises.filter { !cast.peopled.contains($0) }
    for (year, month) in [(0, 40), (1, 75)] {
      for workplace in judged.prefix(Self.mostJudged) {
        for category in Self.categories {
          // A little better at the second time.
          let score = min(
            2,
            max(-2, random.next(below: 5) - 2 + (random.next(below: 3) < year ? 1 : 0))
          )
          var row = Assessment(actor: cast.id(workplace), category: category, score: Double(score))
          row.date = Month.day(month)
          assessments.append(row)
        }
      }
    }
  }

  /// A generative programme that has ended, with its funnel, and a configurational one that goes on.
  private mutating func run(_ cast: SyntheticCast) {
    var first = Programme(id: "programme-1")
    first.label = "Programme 1"
    first.type = .generative
    first.start = Month.day(SyntheticMeetings.programme.start)
    first.end = Month.day(SyntheticMeetings.programme.end)
    first.participants = cast.regulars.prefix(max(12, min(60, cast.regulars.count / 3)))
      .map { cast.id($0) }
    var second = Programme(id: "programme-2")
    second.label = "Programme 2"
    second.type = .configurational
    second.start = Month.day(SyntheticMeetings.programme.end + 2)
    second.participants = cast.peopled.map { cast.id($0) }
    programmes = [first, second]
    funnel = cast.recipe.funnel.enumerated().map { place, step in
      FunnelStep(programme: first.id, stage: step.stage, order: place + 1, count: step.count)
    }
  }
}
