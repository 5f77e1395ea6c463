import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 6: where people meet on stage (work, projects) and back stage (where all can speak about work).
enum StageIndicators {
  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let meetings = Meetings(input)
    return [
      BackStage.coverage(input, meetings), BackStage.interval(meetings), alternation(meetings),
      voice(input, meetings), permanence(meetings), ProjectUnits.encapsulation(input, meetings),
      ProjectUnits.parties(input, meetings),
    ]
  }

  private static let stages = DataGap("arenas.csv", "stage")
  private static let dates = DataGap("participation.csv", "date")

  /// Switches between the stages over those expected by chance, for actors with enough dated entries on each.
  static func alternation(_ meetings: Meetings) -> Indicator {
    let cases = Words(
      "actors with three dated entries on each stage",
      "aktører med tre daterte oppføringer på hver scene"
    )
    guard meetings.entries.contains(where: { $0.arena.stage != nil }),
      meetings.entries.contains(where: { $0.date != nil })
    else {
      return Indicator("alternation", .notMeasured([stages, dates]), unit: .index, cases: cases)
    }
    var byActor: [Int: [(day: Int, stage: Stage)]] = [:]
    for entry in meetings.entries {
      guard let date = entry.date, let stage = entry.arena.stage else { continue }
      byActor[entry.actor, default: []].append((date.firstDayNumber, stage))
    }
    var ratios: [Double] = []
    for actor in byActor.keys.sorted() {
      // Entries of one day keep the order of the file.
      let line = (byActor[actor] ?? []).enumerated().sorted {
        ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
      }.map(\.element.stage)
      let on = line.count { $0 == .on }
      let back = line.count - on
      guard on >= Minimum.perActor, back >= Minimum.perActor else { continue }
      let switches = zip(line, line.dropFirst()).count { $0 != $1 }
      ratios.append(Double(switches) / (2 * Double(on) * Double(back) / Double(line.count)))
    }
    let mean = ratios.isEmpty ? nil : ratios.reduce(0, +) / Double(ratios.count)
    var indicator = Indicator(
      "alternation",
      .value(mean, n: ratios.count, minimum: Minimum.cases, chance: 1),
      unit: .index,
      cases: cases
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "Actors change between on and back stage \(number: mean) times as often as by chance.",
          "Aktørene veksler mellom scenen og bak scenen \(number: mean) ganger så ofte som ved tilfeldighet."
        )
      )
    }
    return indicator
  }

  /// How equally turns are shared in each arena that counts them.
  static func voice(_ input: IndicatorInput, _ meetings: Meetings) -> Indicator {
    let cases = Words("arenas with counted turns", "arenaer med talte innlegg")
    guard meetings.entries.contains(where: { $0.turns != nil }) else {
      return Indicator(
        "voice_equality",
        .notMeasured([DataGap("participation.csv", "turns")]),
        unit: .index,
        cases: cases
      )
    }
    var parts: [IndicatorPart] = []
    var values: [Double] = []
    for (number, arena) in meetings.arenas.enumerated() {
      let here = meetings.entries.filter { $0.arenaNumber == number }
      guard here.contains(where: { $0.turns != nil }) else { continue }
      var turns: [Int: Double] = [:]
      for entry in here { turns[entry.actor, default: 0] += Double(entry.turns ?? 0) }
      let speakers = turns.keys.sorted()
      let value = Gini.equality(speakers.map { turns[$0] ?? 0 })
      let people = speakers.count { input.isPerson[$0] }
      let isOfFew = people > 0 && people < SmallGroups.minimumPeople
      // What is not shown must not be told by the difference to the mean either.
      if let value, !isOfFew { values.append(value) }
      parts.append(
        IndicatorPart(
          arena.label ?? arena.id,
          isOfFew ? .suppressed : .value(value, n: speakers.count, minimum: 2)
        )
      )
    }
    let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    let isTold = parts.contains { $0.outcome != .suppressed }
    var indicator = Indicator(
      "voice_equality",
      isTold || parts.isEmpty ? .value(mean, n: values.count, minimum: 1) : .suppressed,
      unit: .index,
      cases: cases,
      parts: parts
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "Turns are shared with an equality of \(number: mean) (1: all speak as often).",
          "Ordet er fordelt med en likhet på \(number: mean) (1: alle snakker like ofte)."
        )
      )
    }
    return indicator
  }

  /// How much of participation takes place where no end is set.
  static func permanence(_ meetings: Meetings) -> Indicator {
    let cases = Words("entries of participation", "oppføringer om deltakelse")
    guard !meetings.entries.isEmpty, meetings.arenas.contains(where: { $0.end != nil }) else {
      return Indicator(
        "permanence",
        .notMeasured([DataGap("arenas.csv", "start", "end")]),
        unit: .share,
        cases: cases
      )
    }
    let lasting = meetings.entries.count { $0.arena.end == nil }
    var indicator = Indicator(
      "permanence",
      .share(lasting, of: meetings.entries.count, minimum: Minimum.cases),
      unit: .share,
      cases: cases
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of participation takes place in arenas without an end date.",
          "\(share: share) av deltakelsen skjer i arenaer uten sluttdato."
        )
      )
    }
    return indicator
  }
}

/// Who took part where, with rows instead of names.
struct Meetings {
  struct Entry {
    let actor: Int
    let arenaNumber: Int
    let arena: Arena
    let date: Day?
    let turns: Int?
  }

  let arenas: [Arena]
  let entries: [Entry]

  init(_ input: IndicatorInput) {
    let arenas = input.region.arenas.rows
    let place = Dictionary(
      arenas.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.arenas = arenas
    entries = input.region.participation.rows.compactMap { row in
      guard let actor = input.region.actors.index(of: row.actor), let number = place[row.arena]
      else { return nil }
      return Entry(
        actor: actor,
        arenaNumber: number,
        arena: arenas[number],
        date: row.date,
        turns: row.turns
      )
    }
  }

  /// Rows of the actors with an entry that counts.
  func actors(where counts: (Entry) -> Bool) -> Set<Int> {
    Set(entries.filter(counts).map(\.actor))
  }
}
