import LearningRegion

/// Who has a place back stage, and how often one meets there.
enum BackStage {
  private static let stage = DataGap("arenas.csv", "stage")

  /// Share of the actors in a back-stage arena; by level and by workplace.
  static func coverage(_ input: IndicatorInput, _ meetings: Meetings) -> Indicator {
    let isOfPeople = input.isPerson.contains(true)
    let cases = isOfPeople ? Words("people", "personer") : Words("actors", "aktører")
    guard meetings.entries.contains(where: { $0.arena.stage != nil }) else {
      return Indicator("back_stage_coverage", .notMeasured([stage]), unit: .share, cases: cases)
    }
    let there = meetings.actors { $0.arena.stage == .back }
    // Where people are known, it is people who have a place or none.
    let counted = input.network.actorOf.map { Int($0) }
      .filter { !isOfPeople || input.isPerson[$0] }
    func outcome(_ group: [Int]) -> IndicatorOutcome {
      if isOfPeople && !group.isEmpty && group.count < SmallGroups.minimumPeople {
        return .suppressed
      }
      return .share(group.count { there.contains($0) }, of: group.count, minimum: Minimum.cases)
    }
    var parts: [IndicatorPart] = []
    var levels: [String] = []
    for actor in counted {
      if let level = input.region.actors[actor].level, !levels.contains(level) {
        levels.append(level)
      }
    }
    for level in levels {
      parts.append(
        IndicatorPart(level, outcome(counted.filter { input.region.actors[$0].level == level }))
      )
    }
    if isOfPeople {
      let workplaces = Dictionary(grouping: counted) { input.workplace(of: $0) }
      for place in workplaces.keys.sorted() where !input.isPerson[place] {
        parts.append(IndicatorPart("workplace", actor: place, outcome(workplaces[place] ?? [])))
      }
    }
    var indicator = Indicator(
      "back_stage_coverage",
      outcome(counted),
      unit: .share,
      cases: cases,
      parts: parts
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of \(counted.count) \(cases.english) take part in a back-stage arena.",
          "\(share: share) av \(counted.count) \(cases.norwegian) deltar i en arena bak scenen."
        )
      )
    }
    for part in parts where part.actor != nil && part.value == 0 {
      guard let place = part.actor else { continue }
      indicator.statements.append(
        Statement(
          "Nobody at \(actor: place) has a place back stage.",
          "Ingen hos \(actor: place) har en plass bak scenen."
        )
      )
    }
    return indicator
  }

  /// Median days between two meetings of the same back-stage arena.
  static func interval(_ meetings: Meetings) -> Indicator {
    let cases = Words("intervals between meetings", "mellomrom mellom møter")
    let back = meetings.entries.filter { $0.arena.stage == .back }
    guard back.contains(where: { $0.date != nil }) else {
      return Indicator(
        "back_stage_interval",
        .notMeasured([DataGap("participation.csv", "date"), stage]),
        unit: .days,
        cases: cases
      )
    }
    var gaps: [Int] = []
    for number in meetings.arenas.indices {
      let days = Set(
        back.filter { $0.arenaNumber == number }.compactMap { $0.date?.firstDayNumber }
      ).sorted()
      gaps += zip(days, days.dropFirst()).map { $1 - $0 }
    }
    gaps.sort()
    let middle = gaps.count / 2
    let median =
      gaps.isEmpty
      ? nil
      : gaps.count % 2 == 1
        ? Double(gaps[middle]) : Double(gaps[middle - 1] + gaps[middle]) / 2
    var indicator = Indicator(
      "back_stage_interval",
      .value(median, n: gaps.count, minimum: Minimum.perActor),
      unit: .days,
      cases: cases
    )
    if let median = indicator.value {
      indicator.statements.append(
        Statement(
          "Back-stage arenas meet every \(number: median, decimals: 0) days (median).",
          "Arenaer bak scenen møtes hver \(number: median, decimals: 0). dag (median)."
        )
      )
    }
    return indicator
  }
}
