import LearningRegion

extension RegionInspection {
  /// Ties to oneself, ties said twice (among the first two million), actors without any.
  func inspectTies() {
    let ties = region.ties
    var isTied = [Bool](repeating: false, count: region.actors.count)
    var seen: Set<TieKey> = []
    var loops = Tally()
    var repeats = Tally()
    for row in 0..<ties.count {
      let key = TieKey(ties, row)
      if key.source == key.target {
        loops.add(row)
        continue
      }
      isTied[Int(key.source)] = true
      isTied[Int(key.target)] = true
      if row < 2_000_000, !seen.insert(key).inserted { repeats.add(row) }
    }
    if let row = loops.first {
      find(
        .loops,
        .ties,
        row: row,
        column: "target",
        { "\(counted(loops.count, "tie")) from an actor to itself; measures leave such ties out" },
        hint: "leave them out, unless they mean something to you"
      )
    }
    if let row = repeats.first {
      find(
        .repeatedTies,
        .ties,
        row: row,
        column: "source",
        {
          "\(counted(repeats.count, "tie")) between the same two in the same relation and wave as an earlier one; "
            + "their weights are summed"
        },
        hint: "leave out what was entered twice"
      )
    }
    let isolates = isTied.indices.filter { !isTied[$0] }
    if let first = isolates.first, ties.count > 0 {
      find(
        .isolates,
        actor: first,
        {
          "\(counted(isolates.count, "actor")) without a tie: \(list(isolates))"
        },
        hint: "are they known to have none, or was nobody asked?"
      )
    }
  }

  /// What the roster says against the ties.
  func inspectAnswers() {
    guard !region.roster.rows.isEmpty else { return }
    let silence = Silence(region)
    let ties = region.ties
    var to = Tally()
    var silentTargets = Set<Int>()
    var from = Tally()
    for row in 0..<ties.count {
      if silence.isSilent(Int(ties.sources[row]), ties, row) { from.add(row) }
      let target = Int(ties.targets[row])
      if silence.isSilent(target, ties, row) {
        to.add(row)
        silentTargets.insert(target)
      }
    }
    if let row = from.first {
      find(
        .answersOfSilent,
        .ties,
        row: row,
        column: "source",
        {
          "\(counted(from.count, "tie")) of actors that did not answer, by the roster"
        },
        hint: "if they did answer, write yes in the column answered of the roster"
      )
    }
    if to.first != nil {
      let actors = silentTargets.sorted()
      find(
        .tiesToSilent,
        .roster,
        row: silence.firstRow(of: actors),
        column: "respondent",
        {
          "\(to.count) of \(counted(ties.count, "tie")) go to \(counted(actors.count, "actor")) that did not answer: "
            + list(actors)
        },
        hint:
          "what these say of others is not known, which is not the same as no ties: measures that "
          + "count both ways are too low for them"
      )
    }
  }

  private func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}

/// How many rows, and the first of them.
private struct Tally {
  private(set) var count = 0
  private(set) var first: Int?

  mutating func add(_ row: Int) {
    if first == nil { first = row }
    count += 1
  }
}

/// What makes two ties the same: ends in this order, relation and wave. Two that report each other are no repeat.
private struct TieKey: Hashable {
  let source: Int32
  let target: Int32
  let relation: Int32
  let wave: Int32

  init(_ ties: TieTable, _ row: Int) {
    source = ties.sources[row]
    target = ties.targets[row]
    relation = ties.relation(at: row)
    wave = ties.wave(at: row) ?? -1
  }
}

/// Who was asked about a relation in a wave and did not answer.
private struct Silence {
  private struct Question: Hashable {
    let actor: Int
    /// −1 means all.
    let relation: Int32
    let wave: Int32
  }

  private var answered: [Question: Bool] = [:]
  private var firstRows: [Int: Int] = [:]

  init(_ region: Region) {
    let relations = Dictionary(
      region.relations.enumerated().map { ($0.element.name, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first }
    )
    let waves = Dictionary(
      region.waves.enumerated().map { ($0.element.name, Int32($0.offset)) },
      uniquingKeysWith: { first, _ in first }
    )
    for (row, entry) in region.roster.rows.enumerated() {
      guard let actor = region.actors.index(of: entry.respondent) else { continue }
      let question = Question(
        actor: actor,
        relation: entry.relation.flatMap { relations[$0] } ?? -1,
        wave: entry.wave.flatMap { waves[$0] } ?? -1
      )
      answered[question] = entry.answered && answered[question] != false
      if !entry.answered, firstRows[actor] == nil { firstRows[actor] = row }
    }
  }

  /// Any entry that speaks of the tie and says no decides, as in response rates.
  func isSilent(_ actor: Int, _ ties: TieTable, _ row: Int) -> Bool {
    let relation = ties.relation(at: row)
    let wave = ties.wave(at: row) ?? -1
    return [(relation, wave), (relation, -1), (-1, wave), (-1, -1)].contains { relation, wave in
      answered[Question(actor: actor, relation: relation, wave: wave)] == false
    }
  }

  func firstRow(of actors: [Int]) -> Int? { actors.compactMap { firstRows[$0] }.min() }
}
