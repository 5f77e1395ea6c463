import LearningRegion

/// What a table is that nobody said to be anything: told by its heading, and a matrix by its shape.
enum TableRecognition {
  enum Kind {
    /// Ties, or what cannot be told.
    case ties
    case matrix
    /// Gephi's nodes.
    case gephi
    /// Kumu's connections or elements, or both.
    case kumu
    /// A table of actors with columns of region folders.
    case actors
    /// A heading of nodes that none of these has, at this cell: there is no tie in such a table.
    case nodes(CSVField, line: Int)
  }

  /// Comments are only known in tables of ties: below some, other tables are not read.
  static func kind(of source: SourceText) -> Kind {
    if MatrixReader.reads(source) { return .matrix }
    let opening = TableOpening.find(
      in: source,
      nil,
      among: [.comma, .semicolon, .tab],
      comments: .hashAndPercent,
      isKnown: { TableSchema.ties.knows($0) || TableSchema.actors.knows($0) }
    )
    var rows = CSVScanner(
      source.bytes,
      separator: opening.separator,
      comments: .hashAndPercent,
      from: opening.offset,
      line: opening.line
    )
    var step = rows.next()
    while step == .row, rows.isBlank { step = rows.next() }
    guard step == .row, rows.fieldCount > 1 else { return .ties }
    let hasComments = rows.commentCount > 0
    let heading = (0..<rows.fieldCount).map { CellText.text(rows[$0], source) }
    let keys = heading.map(HeadingKey.key)
    let named = Set(keys)
    let first = (cell: rows[0], line: rows.rowLine, key: keys[0])
    let ends = TableSchema.ties.keys(of: "source") + TableSchema.ties.keys(of: "target")
    if !named.isDisjoint(with: ends) {
      let isKumu = !hasComments && isConnections(&rows, source, heading, keys)
      return isKumu ? .kumu : .ties
    }
    let kind = kind(ofNodes: named)
    if case .ties = kind, !isHeading(first.key, named, &rows, source) { return .ties }
    if case .ties = kind { return .nodes(first.cell, line: first.line) }
    if hasComments { return .nodes(first.cell, line: first.line) }
    return named.contains("label") && KumuReader.hasSeveralTables(source) ? .kumu : kind
  }

  /// What a heading without ends is; ties where it is none of nodes.
  private static func kind(ofNodes keys: Set<String>) -> Kind {
    let schema = TableSchema.actors
    let names = keys.intersection(schema.keys(of: "id"))
    let ofTies = keys.subtracting(schema.keys(of: "type")).contains(where: TableSchema.ties.knows)
    guard !names.isEmpty, !ofTies else { return .ties }
    if keys.isSuperset(of: ["label", "type"]),
      !keys.isDisjoint(with: ["description", "tags", "image"])
    {
      return .kumu
    }
    if keys.subtracting(names).contains(where: schema.knows) { return .actors }
    if names.isSuperset(of: ["id", "label"]) { return .gephi }
    return names.count > 1 ? .actors : .ties
  }

  /// Whether the first row can be nothing but a heading of nodes: coordinates, or the name of the ids in front that no
  /// row repeats, as one would if it were the name of an actor.
  private static func isHeading(
    _ key: String,
    _ keys: Set<String>,
    _ rows: inout CSVScanner,
    _ source: SourceText
  ) -> Bool {
    let schema = TableSchema.actors
    if ["lat", "lon"].allSatisfy({ !keys.isDisjoint(with: schema.keys(of: $0)) }) { return true }
    guard schema.keys(of: "id").contains(key) else { return false }
    for _ in 0..<SeparatorDetection.sampleRows {
      guard rows.next() == .row else { return true }
      for place in 0..<rows.fieldCount
      where HeadingKey.key(CellText.text(rows[place], source)) == key { return false }
    }
    return true
  }

  /// Whether ties from `From` to `To` are Kumu's.
  ///
  /// A column `Direction` has one of Kumu's words. Without one the two ends are spelled as Kumu does, which R and
  /// igraph do not, and there is a strength, there are tags, or there is a list of ends in a cell.
  private static func isConnections(
    _ rows: inout CSVScanner,
    _ source: SourceText,
    _ heading: [String],
    _ keys: [String]
  ) -> Bool {
    guard keys.contains("from"), let to = keys.firstIndex(of: "to") else { return false }
    let isSpelled = heading.contains("From") && heading.contains("To")
    if isSpelled, keys.contains("strength") || keys.contains("tags") { return true }
    let way = keys.firstIndex(of: "direction")
    guard isSpelled || way != nil else { return false }
    while true {
      switch rows.next() {
      case .end: return false
      case .malformed: continue
      case .row: break
      }
      if let way, way < rows.fieldCount {
        let word = source.string(rows[way].range).lowercased()
        if ["directed", "undirected", "mutual"].contains(word) { return true }
      }
      if isSpelled, to < rows.fieldCount, source.bytes[rows[to].range].contains(0x7c) {
        return true
      }
    }
  }
}
