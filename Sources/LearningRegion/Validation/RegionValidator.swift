import GraphCore

/// Checks a draft against itself: references, repeats, cycles, order of dates, scales. Every issue is reported, in table order.
///
/// O(rows); the only place where these rules stand.
struct RegionValidator {
  private let draft: RegionDraft
  private var issues: [RegionIssue] = []
  private var arenaIDs: Set<String> = []
  private var programmeIDs: Set<String> = []
  private var innovationIDs: Set<String> = []
  private var declaredWaves: Set<String> = []
  private var relationNames: Set<String> = []

  /// What cannot be less than nothing.
  private static let amounts = 0...Double.infinity

  static func issues(in draft: RegionDraft) -> [RegionIssue] {
    var validator = RegionValidator(draft)
    validator.checkHeader()
    validator.checkActors()
    validator.checkTies()
    validator.checkArenas()
    validator.checkActions()
    validator.checkFlows()
    validator.checkInnovations()
    validator.checkProgrammes()
    validator.checkJudgements()
    return validator.issues
  }

  private init(_ draft: RegionDraft) {
    self.draft = draft
    arenaIDs = Set(draft.arenas.rows.map(\.id))
    programmeIDs = Set(draft.programmes.rows.map(\.id))
    innovationIDs = Set(draft.innovations.rows.map(\.id))
    declaredWaves = Set(draft.waves.prefix(draft.declaredWaves).map(\.name))
    relationNames = Set(draft.relations.map(\.name))
  }

  // MARK: What the tables have in common

  private mutating func report(
    _ table: RegionTableName,
    _ row: Int?,
    _ column: String,
    _ kind: RegionIssue.Kind
  ) {
    issues.append(RegionIssue(table, row: row, column: column, kind))
  }

  private mutating func checkActor(
    _ id: String,
    _ table: RegionTableName,
    _ row: Int,
    _ column: String
  ) {
    if draft.actors.index(of: id) == nil {
      report(table, row, column, .unknown(what: .actor, name: id))
    }
  }

  private mutating func checkWave(
    _ wave: String?,
    _ table: RegionTableName,
    _ row: Int,
    _ column: String = "wave"
  ) {
    guard let wave, draft.declaredWaves > 0 else { return }
    if !declaredWaves.contains(wave) {
      report(table, row, column, .unknown(what: .wave, name: wave))
    }
  }

  private mutating func checkOrder(_ start: Day?, _ end: Day?, _ table: RegionTableName, _ row: Int)
  {
    guard let start, let end, end.lastDayNumber < start.firstDayNumber else { return }
    report(table, row, "end", .endBeforeStart(start: start, end: end))
  }

  private mutating func checkRange(
    _ value: Double?,
    _ range: ClosedRange<Double>,
    _ table: RegionTableName,
    _ row: Int,
    _ column: String
  ) {
    guard let value, !range.contains(value) else { return }
    report(
      table,
      row,
      column,
      .outOfRange(value: value, low: range.lowerBound, high: range.upperBound)
    )
  }

  private mutating func checkIDs(_ ids: [String], _ table: RegionTableName) {
    var first: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      if id.isEmpty {
        report(table, row, "id", .empty)
      } else if let earlier = first[id] {
        report(table, row, "id", .duplicate(id: id, firstRow: earlier))
      } else {
        first[id] = row
      }
    }
  }

  // MARK: Header, actors and ties

  private mutating func checkHeader() {
    for info in draft.actorTypes {
      if let sphere = info.sphere { checkSphere(sphere, .region, nil, "actor_types") }
    }
    checkNames(draft.waves.prefix(draft.declaredWaves).map(\.name), "waves")
    checkNames(draft.relations.map(\.name), "relations")
  }

  private mutating func checkNames(_ names: [String], _ column: String) {
    var first: [String: Int] = [:]
    for (place, name) in names.enumerated() {
      if name.isEmpty {
        report(.region, nil, column, .empty)
      } else if let earlier = first[name] {
        report(.region, nil, column, .duplicate(id: name, firstRow: earlier))
      } else {
        first[name] = place
      }
    }
  }

  private mutating func checkSphere(
    _ sphere: String,
    _ table: RegionTableName,
    _ row: Int?,
    _ column: String
  ) {
    if Sphere(rawValue: sphere) == nil {
      report(table, row, column, .unknown(what: .sphere, name: sphere))
    }
  }

  private mutating func checkActors() {
    let actors = draft.actors
    let anyRepeats = actors.ids.distinctCount < actors.count
    for row in 0..<actors.count {
      if actors.ids.utf8(at: row).isEmpty {
        report(.actors, row, "id", .empty)
      } else if anyRepeats, let first = actors.index(of: actors.ids[row]), first != row {
        // The table finds every id in the first row that has it.
        report(.actors, row, "id", .duplicate(id: actors.ids[row], firstRow: first))
      }
      if let sphere = actors.spheres[row] { checkSphere(sphere, .actors, row, "sphere") }
      if let parent = actors.parents[row] { checkActor(parent, .actors, row, "parent") }
      checkRange(actors.employees[row], Self.amounts, .actors, row, "employees")
      checkRange(actors.rdStaff[row], Self.amounts, .actors, row, "rd_staff")
      checkRange(actors.higherEducation[row], 0...1, .actors, row, "higher_education_share")
      checkRange(actors.latitudes[row], -90...90, .actors, row, "lat")
      checkRange(actors.longitudes[row], -180...180, .actors, row, "lon")
      for wave in actors.waves(of: row) { checkWave(wave, .actors, row, "waves") }
    }
    if actors.anyParents {
      let circles = Circle.all(among: actors.count) { row, step in
        step == 0 ? actors.parents[row].flatMap { actors.index(of: $0) } : nil
      }
      reportCircles(circles, .actors, "parent") { actors.ids[$0] }
    }
  }

  private mutating func checkTies() {
    for end in draft.unknownEnds {
      report(.ties, end.row, end.column, .unknown(what: .actor, name: end.id))
    }
    let ties = draft.ties
    precondition(
      ties.count == 0 || draft.unknownEndCount > 0 || ties.endsAreBelow(draft.actors.count),
      "a tie ends at an actor that is not there"
    )
    // What a weight can be, relation by relation; 0 is no tie, on every scale.
    let scales = draft.relations.map { relation -> ClosedRange<Double> in
      let largest = ArcList.largestStrength
      if relation.kind == .distance { return 0...largest }
      return relation.scale ?? -largest...largest
    }
    for row in 0..<ties.count {
      let weight = ties.weight(at: row)
      let scale = scales[Int(ties.relation(at: row))]
      if weight != 0 && !scale.contains(weight) {
        let low = min(0, scale.lowerBound)
        report(.ties, row, "weight", .outOfRange(value: weight, low: low, high: scale.upperBound))
      }
      if let wave = ties.wave(at: row), Int(wave) >= draft.declaredWaves {
        checkWave(draft.waves[Int(wave)].name, .ties, row)
      }
    }
    guard ties.anyDates else { return }
    for row in 0..<ties.count {
      let tie = ties[row]
      checkOrder(tie.start, tie.end, .ties, row)
    }
  }

  // MARK: Where actors meet and what they do

  private mutating func checkArenas() {
    checkIDs(draft.arenas.rows.map(\.id), .arenas)
    for (row, arena) in draft.arenas.rows.enumerated() {
      checkOrder(arena.start, arena.end, .arenas, row)
    }
    for (row, entry) in draft.participation.rows.enumerated() {
      checkActor(entry.actor, .participation, row, "actor")
      if !arenaIDs.contains(entry.arena) {
        report(.participation, row, "arena", .unknown(what: .arena, name: entry.arena))
      }
      checkRange(entry.turns.map(Double.init), Self.amounts, .participation, row, "turns")
    }
  }

  private mutating func checkActions() {
    checkIDs(draft.jointActions.rows.map(\.id), .jointActions)
    for (row, action) in draft.jointActions.rows.enumerated() {
      for id in action.participants { checkActor(id, .jointActions, row, "participants") }
      let participants = action.breachedBy.isEmpty ? [] : Set(action.participants)
      for id in action.breachedBy {
        checkActor(id, .jointActions, row, "breached_by")
        if draft.actors.index(of: id) != nil && !participants.contains(id) {
          report(.jointActions, row, "breached_by", .notAmongParticipants(id))
        }
      }
      if let arena = action.arena, !arenaIDs.contains(arena) {
        report(.jointActions, row, "arena", .unknown(what: .arena, name: arena))
      }
    }
  }

  private mutating func checkFlows() {
    for (row, flow) in draft.flows.rows.enumerated() {
      checkActor(flow.source, .flows, row, "source")
      checkActor(flow.target, .flows, row, "target")
      checkRange(flow.amount, Self.amounts, .flows, row, "amount")
    }
  }

  // MARK: What is new

  private mutating func checkInnovations() {
    let rows = draft.innovations.rows
    checkIDs(rows.map(\.id), .innovations)
    var place: [String: Int] = [:]
    for (row, innovation) in rows.enumerated() where place[innovation.id] == nil {
      place[innovation.id] = row
    }
    for (row, innovation) in rows.enumerated() {
      if let actor = innovation.actor { checkActor(actor, .innovations, row, "actor") }
      for source in innovation.sources where !innovationIDs.contains(source) {
        report(.innovations, row, "sources", .unknown(what: .innovation, name: source))
      }
    }
    let sources = rows.map { $0.sources.compactMap { place[$0] } }
    let circles = Circle.all(among: rows.count) { row, step in
      step < sources[row].count ? sources[row][step] : nil
    }
    reportCircles(circles, .innovations, "sources") { rows[$0].id }
    for (row, adoption) in draft.adoptions.rows.enumerated() {
      checkActor(adoption.actor, .adoptions, row, "actor")
      if case .actor(let id) = adoption.source { checkActor(id, .adoptions, row, "source") }
      if adoption.practice.isEmpty { report(.adoptions, row, "practice", .empty) }
    }
  }

  // MARK: Programmes and judgements

  private mutating func checkProgrammes() {
    checkIDs(draft.programmes.rows.map(\.id), .programmes)
    for (row, programme) in draft.programmes.rows.enumerated() {
      checkOrder(programme.start, programme.end, .programmes, row)
      for id in programme.participants { checkActor(id, .programmes, row, "participants") }
    }
    var first: [String: Int] = [:]
    for (row, step) in draft.funnel.rows.enumerated() {
      if !programmeIDs.contains(step.programme) {
        report(.funnel, row, "programme", .unknown(what: .programme, name: step.programme))
      }
      if step.stage.isEmpty { report(.funnel, row, "stage", .empty) }
      checkRange(Double(step.order), 1...Double.infinity, .funnel, row, "order")
      checkRange(step.count.map(Double.init), Self.amounts, .funnel, row, "count")
      let key = "\(step.programme)\u{0}\(step.order)"
      if let earlier = first[key] {
        report(.funnel, row, "order", .repeats(firstRow: earlier))
      } else {
        first[key] = row
      }
    }
  }

  private mutating func checkJudgements() {
    for (row, assessment) in draft.assessments.rows.enumerated() {
      checkActor(assessment.actor, .assessments, row, "actor")
      checkRange(assessment.score, -2...2, .assessments, row, "score")
    }
    checkIDs(draft.probes.rows.map(\.id), .probes)
    for (row, probe) in draft.probes.rows.enumerated() {
      if let actor = probe.actor { checkActor(actor, .probes, row, "actor") }
    }
    for (row, rating) in draft.ratings.rows.enumerated() {
      checkActor(rating.rater, .ratings, row, "rater")
      checkActor(rating.ratee, .ratings, row, "ratee")
      checkWave(rating.wave, .ratings, row)
    }
    var first: [String: Int] = [:]
    for (row, entry) in draft.roster.rows.enumerated() {
      checkActor(entry.respondent, .roster, row, "respondent")
      if let relation = entry.relation, !relationNames.contains(relation) {
        report(.roster, row, "relation", .unknown(what: .relation, name: relation))
      }
      checkWave(entry.wave, .roster, row)
      let key = "\(entry.respondent)\u{0}\(entry.relation ?? "")\u{0}\(entry.wave ?? "")"
      if let earlier = first[key] {
        report(.roster, row, "respondent", .repeats(firstRow: earlier))
      } else {
        first[key] = row
      }
    }
  }

  // MARK: Circles

  private mutating func reportCircles(
    _ circles: [Circle],
    _ table: RegionTableName,
    _ column: String,
    _ name: (Int) -> String
  ) {
    for circle in circles {
      let names = circle.members.map { $0.map(name) ?? "…" }
      report(table, circle.closing, column, .cycle(names))
    }
  }
}
