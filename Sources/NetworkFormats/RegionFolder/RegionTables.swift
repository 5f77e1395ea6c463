import LearningRegion

/// A table as text: the known columns that are needed, then all that are not known, empty ones too.
struct WrittenTable {
  let schema: TableSchema
  let rowCount: Int
  let attributes: [AttributeColumn]
  /// The text of a cell, by row and column of the schema; nil for an empty one.
  let cell: (Int, Int) -> String?

  /// The bytes of the file, handed over in parts.
  func write<Failure: Error>(_ out: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let columns = neededColumns()
    var csv = CSVWriter()
    for column in columns { csv.cell(schema.columns[column].name) }
    for extra in attributes { csv.cell(extra.name) }
    csv.endRow()
    for row in 0..<rowCount {
      for column in columns { csv.cell(cell(row, column) ?? "") }
      for extra in attributes { csv.cell(extra.values[row] ?? "") }
      csv.endRow()
      if csv.bytes.count > 1 << 18 { try out(csv.take()) }
    }
    try out(csv.take())
  }

  /// The columns that are written: those with content, and those without that a column of the file would
  /// be taken for if they were not there.
  func neededColumns() -> [Int] {
    let keys = Set(attributes.map { HeadingKey.key($0.name) })
    let filled = Set(filledColumns())
    return schema.columns.indices.filter {
      filled.contains($0) || schema.columns[$0].synonyms.contains(where: keys.contains)
    }
  }

  /// The columns that are required or have content. Row by row, because putting a row together costs more
  /// than looking at its cells.
  func filledColumns() -> [Int] {
    var open = schema.columns.indices.filter { !schema.columns[$0].isRequired }
    for row in 0..<rowCount where !open.isEmpty {
      open.removeAll { cell(row, $0) != nil }
    }
    return schema.columns.indices.filter { !open.contains($0) }
  }
}

/// The last row that was put together, for the cells that follow in the same row.
private final class LastActor {
  private let actors: ActorTable
  private var row = -1
  private var actor = Actor(id: "")

  init(_ actors: ActorTable) { self.actors = actors }

  subscript(wanted: Int) -> Actor {
    if wanted != row {
      row = wanted
      actor = actors[wanted]
    }
    return actor
  }
}

/// A region as the tables of its folder.
struct RegionTables {
  let region: Region

  /// The tables that have rows or columns of their own, and the ties always, in the order of `TableSchema.all`.
  func tables() -> [WrittenTable] {
    [
      actors(), ties(), arenas(), participation(), jointActions(), flows(), innovations(),
      adoptions(), programmes(), funnel(), assessments(), probes(), ratings(), roster(),
    ].filter { $0.rowCount > 0 || !$0.attributes.isEmpty || $0.schema.table == .ties }
  }

  private func table<Row>(
    _ schema: TableSchema,
    _ table: RegionTable<Row>,
    _ cell: @escaping (Row, String) -> String?
  ) -> WrittenTable {
    let names = schema.columns.map(\.name)
    return WrittenTable(
      schema: schema,
      rowCount: table.rows.count,
      attributes: table.attributes
    ) { row, column in cell(table.rows[row], names[column]) }
  }

  private func number(_ value: Double?) -> String? { value.map(NumberText.text) }
  private func number(_ value: Int?) -> String? { value.map(String.init) }
  private func day(_ value: Day?) -> String? { value?.description }
  private func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : ListCell.join(values)
  }
  private func flag(_ value: Bool?) -> String? { value.map { $0 ? "yes" : "no" } }

  func actors() -> WrittenTable {
    let actors = region.actors
    let last = LastActor(actors)
    let names = TableSchema.actors.columns.map(\.name)
    return WrittenTable(
      schema: .actors,
      rowCount: actors.count,
      attributes: actors.attributes
    ) { row, column in
      let actor = last[row]
      return switch names[column] {
      case "id": actor.id
      case "label": actor.label
      case "type": actor.type
      case "sphere": actor.sphere
      case "parent": actor.parent
      case "level": actor.level
      case "inside": flag(actor.inside)
      case "employees": number(actor.employees)
      case "rd_staff": number(actor.rdStaff)
      case "higher_education_share": number(actor.higherEducationShare)
      case "lat": number(actor.latitude)
      case "lon": number(actor.longitude)
      case "language": actor.language
      case "needs": list(actor.needs)
      case "offers": list(actor.offers)
      case "practices": list(actor.practices)
      default: list(actor.waves)
      }
    }
  }

  func ties() -> WrittenTable {
    let ties = region.ties
    let ids = region.actors.ids
    let relations = region.relations
    let waves = region.waves
    let names = TableSchema.ties.columns.map(\.name)
    // A single relation called "tie" is what a file without that column means, unless one of its
    // other columns would be taken for the relation then.
    let isPlain =
      !relations.contains { $0.name != "tie" }
      && !ties.attributes.contains { ["type", "kind"].contains(HeadingKey.key($0.name)) }
    return WrittenTable(
      schema: .ties,
      rowCount: ties.count,
      attributes: ties.attributes
    ) { row, column in
      switch names[column] {
      case "source": ids[Int(ties.sources[row])]
      case "target": ids[Int(ties.targets[row])]
      case "relation": isPlain ? nil : relations[Int(ties.relation(at: row))].name
      case "weight": ties.isWeighted ? NumberText.text(ties.weight(at: row)) : nil
      case "wave": ties.wave(at: row).map { waves[Int($0)].name }
      case "start": ties.anyDates ? day(ties[row].start) : nil
      case "end": ties.anyDates ? day(ties[row].end) : nil
      default: ties[row].space?.rawValue
      }
    }
  }

  func arenas() -> WrittenTable {
    table(.arenas, region.arenas) { arena, name in
      switch name {
      case "id": arena.id
      case "label": arena.label
      case "organisation": arena.organisation?.rawValue
      case "stage": arena.stage?.rawValue
      case "space": arena.space?.rawValue
      case "start": day(arena.start)
      default: day(arena.end)
      }
    }
  }

  func participation() -> WrittenTable {
    table(.participation, region.participation) { entry, name in
      switch name {
      case "actor": entry.actor
      case "arena": entry.arena
      case "date": day(entry.date)
      case "role": entry.role
      default: number(entry.turns)
      }
    }
  }

  func jointActions() -> WrittenTable {
    table(.jointActions, region.jointActions) { action, name in
      switch name {
      case "id": action.id
      case "date": day(action.date)
      case "label": action.label
      case "outcome": action.outcome?.rawValue
      case "breached_by": list(action.breachedBy)
      case "participants": list(action.participants)
      default: action.arena
      }
    }
  }

  func flows() -> WrittenTable {
    table(.flows, region.flows) { flow, name in
      switch name {
      case "source": flow.source
      case "target": flow.target
      case "topic": flow.topic
      case "task": flow.task?.rawValue
      case "setting": flow.setting?.rawValue
      case "unit": flow.unit?.rawValue
      case "mode": flow.mode?.rawValue
      case "amount": number(flow.amount)
      case "amount_unit": flow.amountUnit
      default: day(flow.date)
      }
    }
  }

  func innovations() -> WrittenTable {
    table(.innovations, region.innovations) { innovation, name in
      switch name {
      case "id": innovation.id
      case "label": innovation.label
      case "actor": innovation.actor
      case "date": day(innovation.date)
      case "kind": innovation.kind?.rawValue
      case "status": innovation.status?.rawValue
      default: list(innovation.sources)
      }
    }
  }

  func adoptions() -> WrittenTable {
    table(.adoptions, region.adoptions) { adoption, name in
      switch name {
      case "actor": adoption.actor
      case "practice": adoption.practice
      case "date": day(adoption.date)
      default:
        switch adoption.source {
        case .actor(let id): id
        case .external: "external"
        case nil: nil
        }
      }
    }
  }

  func programmes() -> WrittenTable {
    table(.programmes, region.programmes) { programme, name in
      switch name {
      case "id": programme.id
      case "label": programme.label
      case "type": programme.type?.rawValue
      case "start": day(programme.start)
      case "end": day(programme.end)
      default: list(programme.participants)
      }
    }
  }

  func funnel() -> WrittenTable {
    table(.funnel, region.funnel) { step, name in
      switch name {
      case "programme": step.programme
      case "stage": step.stage
      case "order": number(step.order)
      default: number(step.count)
      }
    }
  }

  func assessments() -> WrittenTable {
    table(.assessments, region.assessments) { assessment, name in
      switch name {
      case "actor": assessment.actor
      case "category": assessment.category
      case "score": number(assessment.score)
      default: day(assessment.date)
      }
    }
  }

  func probes() -> WrittenTable {
    table(.probes, region.probes) { probe, name in
      switch name {
      case "id": probe.id
      case "actor": probe.actor
      case "date": day(probe.date)
      case "label": probe.label
      default: probe.outcome?.rawValue
      }
    }
  }

  func ratings() -> WrittenTable {
    table(.ratings, region.ratings) { rating, name in
      switch name {
      case "rater": rating.rater
      case "ratee": rating.ratee
      case "dimension": rating.dimension
      case "score": number(rating.score)
      default: rating.wave
      }
    }
  }

  func roster() -> WrittenTable {
    table(.roster, region.roster) { entry, name in
      switch name {
      case "respondent": entry.respondent
      case "relation": entry.relation
      case "wave": entry.wave
      default: flag(entry.answered)
      }
    }
  }
}
