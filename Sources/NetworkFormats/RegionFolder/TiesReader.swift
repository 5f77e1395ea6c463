import LearningRegion

/// Reads ties: the one table that may have millions of rows.
struct TiesReader {
  private let reading: RegionReading
  private var relations = IDTable()
  /// The draft's number of each relation in `relations`.
  private var relationNumbers: [Int32] = []
  private var waves = IDTable()
  private var waveNumbers: [Int32] = []
  /// The number of the relation `tie`, once a row needed it.
  private var unnamedRelation: Int32?
  /// Rows of each relation by their direction: stated directed, stated undirected, not stated.
  private var directions: [(directed: Int, undirected: Int, open: Int)] = []

  init(_ reading: RegionReading) {
    self.reading = reading
    for (number, relation) in reading.draft.relations.enumerated() {
      relations.append(relation.name)
      relationNumbers.append(Int32(number))
    }
    for (number, wave) in reading.draft.waves.enumerated() {
      waves.append(wave.name)
      waveNumbers.append(Int32(number))
    }
  }

  private enum Direction { case directed, undirected }

  /// Reads all rows of an opened table of ties.
  mutating func read(
    _ opened: consuming TableCursor,
    comments: CSVScanner.Comments = .none
  ) {
    var cursor = opened
    let schema = cursor.schema
    let source = schema.index("source")
    let target = schema.index("target")
    let relation = schema.index("relation")
    let weight = schema.index("weight")
    let wave = schema.index("wave")
    let start = schema.index("start")
    let end = schema.index("end")
    let space = schema.index("space")
    let directionPlace = cursor.heading.direction
    let places = cursor.heading.places
    let hasDates = places[start] >= 0 || places[end] >= 0 || places[space] >= 0
    let unknown: RegionDraft.UnknownActors = reading.createsActors ? .create : .refuse
    var undirectedRows: [Int] = []
    let reading = reading
    reading.readRows(&cursor, comments: comments, attributes: \.ties.attributes) { cursor in
      var tie = Tie(source: -1, target: -1)
      tie.relation = relationNumber(&cursor, relation)
      if places[weight] >= 0, let value = cursor.number(weight) { tie.weight = value }
      if places[wave] >= 0 { tie.wave = waveNumber(&cursor, wave) }
      if hasDates {
        tie.start = cursor.day(start)
        tie.end = cursor.day(end)
        tie.space = cursor.choice(space)
      }
      if directionPlace >= 0 {
        count(cursor.attribute(directionPlace), tie.relation) {
          undirectedRows.append(reading.draft.ties.count)
        }
      }
      append(tie, &cursor, source, target, unknown)
    }
    if directionPlace >= 0 { settleDirections(undirectedRows, cursor.source) }
  }

  /// Adds the tie. An empty end was reported and is not reported again as an unknown actor.
  private mutating func append(
    _ tie: Tie,
    _ cursor: inout TableCursor,
    _ source: Int,
    _ target: Int,
    _ unknown: RegionDraft.UnknownActors
  ) {
    if let from = cursor.plainBytes(source), let to = cursor.plainBytes(target) {
      reading.draft.appendTie(from: from, to: to, tie, unknown: unknown)
      return
    }
    let from = cursor.required(source)
    let to = cursor.required(target)
    if from.isEmpty || to.isEmpty {
      // The row stays, so that rows and lines are in step; its empty end is nobody's id.
      reading.mention(from)
      reading.mention(to)
      reading.draft.appendTie(from: from, to: to, tie, unknown: .refuse)
    } else {
      reading.draft.appendTie(from: from, to: to, tie, unknown: unknown)
    }
  }

  // MARK: Relations and waves

  private mutating func relationNumber(_ cursor: inout TableCursor, _ column: Int) -> Int32 {
    if let bytes = cursor.plainBytes(column) {
      return relationNumber(bytes, cursor.source.name)
    }
    let file = cursor.source.name
    if var text = cursor.text(column) {
      return text.withUTF8 { relationNumber(UnsafeRawBufferPointer($0), file) }
    }
    if let unnamedRelation { return unnamedRelation }
    var name = "tie"
    let number = name.withUTF8 { relationNumber(UnsafeRawBufferPointer($0), file) }
    unnamedRelation = number
    return number
  }

  private mutating func relationNumber(
    _ name: UnsafeRawBufferPointer,
    _ file: String
  ) -> Int32 {
    let entry = relations.intern(name)
    if entry < relationNumbers.count { return relationNumbers[entry] }
    if relationNumbers.count >= RegionReading.mostNames {
      reading.reportTooManyNames("relations", file: file)
    }
    // Past the limit there is an error and no region: the names need no place in the draft.
    let number = min(reading.draft.relations.count, RegionReading.mostNames - 1)
    if number == reading.draft.relations.count {
      reading.draft.relations.append(Relation(name: String(decoding: name, as: UTF8.self)))
    }
    relationNumbers.append(Int32(number))
    return Int32(number)
  }

  private mutating func waveNumber(_ cursor: inout TableCursor, _ column: Int) -> Int32? {
    guard var text = cursor.text(column) else { return nil }
    let entry = text.withUTF8 { waves.intern(UnsafeRawBufferPointer($0)) }
    if entry < waveNumbers.count { return waveNumbers[entry] }
    let file = cursor.source.name
    if waveNumbers.count >= RegionReading.mostNames {
      reading.reportTooManyNames("waves", file: file)
    }
    let number = min(reading.draft.waves.count, RegionReading.mostNames - 1)
    if number == reading.draft.waves.count { reading.draft.waves.append(Wave(name: text)) }
    waveNumbers.append(Int32(number))
    return Int32(number)
  }

  // MARK: Direction row by row (Gephi)

  private mutating func count(_ text: String?, _ relation: Int32, undirected: () -> Void) {
    let relation = Int(relation)
    while directions.count <= relation { directions.append((0, 0, 0)) }
    switch text?.lowercased() {
    case nil: directions[relation].open += 1
    case "undirected":
      directions[relation].undirected += 1
      undirected()
    default: directions[relation].directed += 1
    }
  }

  /// A relation whose rows are all undirected is undirected. In a mixed one an undirected tie
  /// becomes two ties, one each way, after the rows of the file.
  private mutating func settleDirections(_ undirectedRows: [Int], _ source: SourceText) {
    for (index, count) in directions.enumerated() where count.directed + count.undirected > 0 {
      let isUndirected = count.directed == 0 && count.open == 0
      reading.draft.relations[index].directed = !isUndirected
      let name = reading.draft.relations[index].name
      let word = isUndirected ? "undirected" : count.undirected > 0 ? "mixed" : "directed"
      reading.builder.assume(
        source.name,
        .direction,
        "relation \(SafeText.quoted(name)) is \(word) by its rows"
      )
    }
    for row in undirectedRows {
      let tie = reading.draft.ties[row]
      guard reading.draft.relations[Int(tie.relation)].directed == true,
        tie.source != tie.target
      else { continue }
      var back = tie
      (back.source, back.target) = (tie.target, tie.source)
      let new = reading.draft.ties.count
      reading.draft.ties.append(back)
      for index in reading.draft.ties.attributes.indices {
        let value = reading.draft.ties.attributes[index].values[row]
        reading.draft.ties.attributes[index].values[new] = value
      }
    }
  }
}

/// Whether a column `Type` of ties is Gephi's direction.
enum DirectionColumn {
  /// Looks through the whole column: it is a direction where every value is one.
  static func isDirection(
    _ source: SourceText,
    _ separator: CellSeparator,
    _ comments: CSVScanner.Comments,
    place: Int
  ) -> Bool {
    let start = source.tableStart
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      comments: comments,
      from: start.offset,
      line: start.line
    )
    var isHeading = true
    var found = false
    while true {
      switch scanner.next() {
      case .end: return found
      case .malformed: continue
      case .row: break
      }
      if isHeading {
        isHeading = scanner.isBlank
        continue
      }
      guard place < scanner.fieldCount, !scanner[place].isEmpty else { continue }
      let cell = scanner[place].range
      guard cell.count <= 10 else { return false }
      switch String(decoding: source.bytes[cell], as: UTF8.self).lowercased() {
      case "directed", "undirected": found = true
      default: return false
      }
    }
  }
}
