import GraphCore
import LearningRegion

/// Where actors meet, on stage and back stage, and how often they speak.
struct SyntheticMeetings {
  private(set) var arenas: [Arena] = []
  private(set) var participation: [Participation] = []
  private let cast: SyntheticCast
  private var random: RandomStream

  /// More circles than this have no forum and no project of their own.
  private static let mostCircles = 300
  /// Beginning of the programme whose arenas these are, and its end, in months.
  static let programme = (start: 13, end: 53)

  init(_ cast: SyntheticCast, seed: UInt64) {
    self.cast = cast
    random = RandomStream(seed: seed, stream: 5)
    regionArenas()
    circleArenas()
    workplaceArenas()
  }

  private mutating func open(
    _ id: String,
    _ label: String,
    _ organisation: ArenaOrganisation,
    _ stage: Stage,
    _ space: SocialSpace,
    from start: Int,
    to end: Int? = nil
  ) -> Arena {
    var arena = Arena(id: id)
    arena.label = label
    arena.organisation = organisation
    arena.stage = stage
    arena.space = space
    arena.start = Month.day(start)
    arena.end = end.flatMap { Month.day($0) }
    arenas.append(arena)
    return arena
  }

  /// Dated entries of one actor in an arena, from when both were there; some are silent, a few speak much.
  private mutating func attend(
    _ actor: Int,
    _ arena: Arena,
    role: String = "participant",
    times: Int,
    from start: Int,
    every gap: Int
  ) {
    let entry = cast[actor].entry
    let first = max(start, entry == 0 ? 0 : SyntheticCast.waves[entry - 1].month + 1)
    let last = SyntheticCast.waves[SyntheticCast.waves.count - 1].month
    // Meetings are on the same days for everybody: those that the actor is there for.
    var month = start + (first - start + gap - 1) / gap * gap
    for _ in 0..<times where month <= last {
      var row = Participation(actor: cast.id(actor), arena: arena.id)
      row.date = Month.day(month, 10)
      row.role = role
      let draw = random.next(below: 7)
      row.turns = draw < 2 ? 0 : draw * draw / 2
      participation.append(row)
      month += gap
    }
  }

  // MARK: The whole region

  private mutating func regionArenas() {
    let parties = cast.unions + [cast.employers]
    let conference = open(
      "conference",
      "Yearly dialogue conference",
      .development,
      .back,
      .socialNetwork,
      from: 4
    )
    for actor in parties + [cast.broker, cast.university, cast.authority] + cast.networks {
      attend(actor, conference, times: 6, from: 4, every: 12)
    }
    for circle in cast.circles.prefix(40) {
      attend(cast.regulars[circle.lowerBound], conference, times: 3, from: 4, every: 12)
    }
    let board = open(
      "board",
      "Board of the network",
      .development,
      .back,
      .communityOfPractice,
      from: 2
    )
    for actor in [cast.employers, cast.unions[0], cast.broker, cast.authority] {
      attend(actor, board, role: "member", times: 8, from: 2, every: 6)
    }
    let (start, end) = Self.programme
    let project = open(
      "project",
      "Project of the parties",
      .project,
      .on,
      .workTeam,
      from: start,
      to: end
    )
    for actor in parties + [cast.broker] + cast.regulars.prefix(6) {
      attend(actor, project, role: "partner", times: 4, from: start, every: 9)
    }
  }

  // MARK: Neighbours

  private mutating func circleArenas() {
    for (number, circle) in cast.circles.prefix(Self.mostCircles).enumerated()
    where circle.count > 2 {
      let start = 6 + number % 30
      let forum = open(
        "forum-\(number + 1)",
        "Forum \(number + 1)",
        .development,
        .back,
        .communityOfPractice,
        from: start,
        to: number % 4 == 3 ? start + 24 : nil
      )
      let project = open(
        "project-\(number + 1)-work",
        "Shared work \(number + 1)",
        number % 2 == 0 ? .project : .work,
        .on,
        .workTeam,
        from: start + 3,
        to: number % 3 == 0 ? nil : start + 30
      )
      for place in circle where random.next(below: 10) < 6 {
        let times = 3 + random.next(below: 2)
        attend(cast.regulars[place], forum, times: times, from: start, every: 6)
        attend(
          cast.regulars[place],
          project,
          role: "partner",
          times: times,
          from: start + 3,
          every: 6
        )
      }
    }
  }

  // MARK: Inside workplaces

  /// Everybody meets on stage; back stage there is a group for some of the people, but for none of the last workplace.
  private mutating func workplaceArenas() {
    for (number, staff) in cast.people.enumerated() {
      let id = cast.id(cast.peopled[number])
      let start = SyntheticCast.waves[0].month + 2
      let meeting = open(
        "\(id)-meeting",
        "Production meeting of \(id)",
        .work,
        .on,
        .workTeam,
        from: start
      )
      for person in staff { attend(person, meeting, times: 4, from: start, every: 4) }
      if number < cast.people.count - 1 {
        let group = open(
          "\(id)-group",
          "Development group of \(id)",
          .development,
          .back,
          .communityOfPractice,
          from: start
        )
        for (place, person) in staff.enumerated() where place < 3 || random.next(below: 2) == 0 {
          attend(person, group, times: 4, from: start + 2, every: 4)
        }
      }
      // A project with people of the next workplace.
      let next = cast.people[(number + 1) % cast.people.count]
      let project = open(
        "\(id)-project",
        "Project of \(id) and a neighbour",
        .project,
        .on,
        .workTeam,
        from: start + 6,
        to: start + 24
      )
      for person in staff.suffix(3) + next.suffix(2) {
        attend(person, project, role: "partner", times: 3, from: start + 6, every: 5)
      }
    }
  }
}
