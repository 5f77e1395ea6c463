import GraphCore
import LearningRegion

/// Whether projects close themselves off, and who sits at the table.
enum ProjectUnits {
  /// E-I index of ties that project participants have, with their workplaces outside the project against with each other.
  static func encapsulation(_ input: IndicatorInput, _ meetings: Meetings) -> Indicator {
    let cases = Words("ties of project participants", "bånd hos prosjektdeltakere")
    guard meetings.entries.contains(where: { $0.arena.organisation == .project }) else {
      return Indicator(
        "encapsulation",
        .notMeasured([DataGap("arenas.csv", "organisation")]),
        unit: .index,
        cases: cases
      )
    }
    let inside = meetings.actors { $0.arena.organisation == .project }
    let graph = input.network.graph.skeleton()
    let rows = input.network.actorOf.map { Int($0) }
    var (external, internalTies) = (0, 0)
    for v in 0..<graph.nodeCount where inside.contains(rows[v]) {
      for target in graph.out[v] {
        let u = Int(target)
        if inside.contains(rows[u]) {
          // A tie between two participants is met from both ends.
          if v < u { internalTies += 1 }
        } else if input.workplace(of: rows[v]) == input.workplace(of: rows[u]) {
          external += 1
        }
      }
    }
    let n = external + internalTies
    let value = n > 0 ? Double(external - internalTies) / Double(n) : nil
    let people = rows.filter { input.isPerson[$0] }
    let units = Dictionary(grouping: people) { input.workplace(of: $0) }
    let parts = units.keys.sorted().filter { !input.isPerson[$0] }.map { unit in
      let members = units[unit] ?? []
      return IndicatorPart(
        "share of the unit in projects",
        actor: unit,
        members.count < SmallGroups.minimumPeople
          ? .suppressed
          : .share(
            members.count { inside.contains($0) },
            of: members.count,
            minimum: Minimum.cases
          )
      )
    }
    var indicator = Indicator(
      "encapsulation",
      .value(value, n: n, minimum: Minimum.cases),
      unit: .index,
      cases: cases,
      parts: parts
    )
    if let value = indicator.value {
      indicator.statements.append(
        Statement(
          "Project participants have \(external) ties with their workplaces outside the project and \(internalTies) with each other (index \(number: value)).",
          "Prosjektdeltakere har \(external) bånd til arbeidsplassen utenfor prosjektet og \(internalTies) til hverandre (indeks \(number: value))."
        )
      )
    }
    return indicator
  }

  private enum Party: String, CaseIterable {
    case management, union, employee
  }

  /// Share of the arenas in which employers and unions both take part.
  static func parties(_ input: IndicatorInput, _ meetings: Meetings) -> Indicator {
    let cases = Words("arenas with a known party", "arenaer med kjent part")
    let parties: [Party?] = (0..<input.region.actors.count).map { row in
      let actor = input.region.actors[row]
      switch (actor.level, actor.type) {
      case ("manager", _), (_, "employer_association"): return .management
      case ("union_rep", _), (_, "union"): return .union
      case ("employee", _): return .employee
      default: return nil
      }
    }
    var present = [Set<Party>](repeating: [], count: meetings.arenas.count)
    var people: [Party: Set<Int>] = [:]
    for entry in meetings.entries {
      guard let party = parties[entry.actor] else { continue }
      present[entry.arenaNumber].insert(party)
      people[party, default: []].insert(entry.actor)
    }
    let known = present.count { !$0.isEmpty }
    guard known > 0 else {
      return Indicator(
        "party_breadth",
        .notMeasured([
          DataGap("actors.csv", "level"), DataGap("participation.csv", "actor", "arena"),
        ]),
        unit: .share,
        cases: cases
      )
    }
    let both = present.count { $0.contains(.management) && $0.contains(.union) }
    let total = people.values.reduce(0) { $0 + $1.count }
    var indicator = Indicator(
      "party_breadth",
      .share(both, of: known, minimum: Minimum.perActor),
      unit: .share,
      cases: cases,
      parts: Party.allCases.map { party in
        IndicatorPart(
          "share of participants: \(party.rawValue)",
          total < SmallGroups.minimumPeople
            ? .suppressed
            : .share(people[party]?.count ?? 0, of: total, minimum: Minimum.cases)
        )
      }
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "Employers and unions sit together in \(share: share) of \(known) arenas.",
          "Arbeidsgivere og fagforeninger sitter sammen i \(share: share) av \(known) arenaer."
        )
      )
    }
    return indicator
  }
}
