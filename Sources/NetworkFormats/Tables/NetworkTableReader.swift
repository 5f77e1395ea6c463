import LearningRegion

/// Reads a network from several tables: of a workbook, or of a folder that is no region folder.
struct NetworkTableReader {
  /// In whose manner tables are read.
  enum Manner {
    /// Ties have a direction unless they say otherwise; nodes are listed if there is a table of them.
    case plain
    /// As Gephi's import does.
    case gephi
    /// As Kumu's import does.
    case kumu
    /// Found out from the tables.
    case any

    /// The manner that goes with a format asked for.
    init(_ format: NetworkFormat?) {
      switch format {
      case .gephi: self = .gephi
      case .kumu: self = .kumu
      case .edges: self = .plain
      default: self = .any
      }
    }
  }

  private let tables: [NetworkTable]
  private let whole: SourceText
  private let reading: RegionReading

  /// Reads tables that are parts of one text.
  static func read(
    _ tables: [NetworkTable],
    of whole: SourceText,
    manner: Manner,
    _ reading: RegionReading
  ) -> ReadingResult {
    let reader = NetworkTableReader(tables: tables, whole: whole, reading: reading)
    return reader.read(manner)
  }

  private func read(_ asked: Manner) -> ReadingResult {
    let (known, unknown) = sorted()
    let ties = known.filter { $0.role == .ties || $0.role == .matrix }
    let nodes = known.filter { $0.role == .nodes }
    unknown.forEach(warnOfUnknown)
    guard !known.isEmpty else { return reportNothing() }
    let manner = asked == .any ? manner(ties, nodes) : asked
    if manner == .plain {
      if ties.count == 1, nodes.isEmpty, ties[0].role == .ties {
        return EdgeListReader.read(ties[0].source, reading)
      }
      if let result = readPair(ties, nodes) { return result }
    }
    let assembly = RegionAssembly(whole, reading)
    switch manner {
    case .kumu: KumuReader(assembly).read(known)
    case .gephi: GephiReader(assembly).read(known)
    default: PlainTableReader(assembly).read(nodes: nodes, ties: ties)
    }
    return assembly.finish()
  }

  /// The tables that can be read, and those that cannot. One that says nothing of itself is one of ties where
  /// there is no other, and what the name of its sheet says otherwise.
  private func sorted() -> (known: [NetworkTable], unknown: [NetworkTable]) {
    var known: [NetworkTable] = []
    var unknown: [NetworkTable] = []
    let hasTies = tables.contains { $0.role == .ties || $0.role == .matrix }
    for table in tables {
      switch table.role {
      case .ties, .nodes, .matrix: known.append(table)
      case .region(let name):
        known.append(
          NetworkTable(
            title: table.title,
            role: name == .actors ? .nodes : .ties,
            source: table.source
          )
        )
      case .unknown:
        let name = HeadingKey.key(table.title)
        let isOnly = tables.count == 1
        if !hasTies, isOnly || ["edges", "links", "ties", "connections"].contains(name) {
          known.append(NetworkTable(title: table.title, role: .ties, source: table.source))
        } else if ["nodes", "vertices", "elements"].contains(name) {
          known.append(NetworkTable(title: table.title, role: .nodes, source: table.source))
        } else {
          unknown.append(table)
        }
      }
    }
    return (known, unknown)
  }

  /// A list of actors and one of ties with the names of columns that region folders have are read like those.
  private func readPair(_ ties: [NetworkTable], _ nodes: [NetworkTable]) -> ReadingResult? {
    guard ties.count == 1, nodes.count == 1, ties[0].role == .ties,
      TableSchema.ties.hasRequired(keys(ties[0])), TableSchema.actors.hasRequired(keys(nodes[0]))
    else { return nil }
    reading.hasActorTable = true
    reading.readActors(nodes[0].source)
    reading.readTies(ties[0].source)
    let listed = reading.actorsListed
    let region = reading.finish()
    reading.noteCreated(listed)
    return reading.result(region)
  }

  /// Kumu's sheets have names of their own, and columns that others have not.
  private func manner(_ ties: [NetworkTable], _ nodes: [NetworkTable]) -> Manner {
    let isKumu = ties.contains { table in
      let keys = keys(table)
      let isNamed = ["connections", "elements"].contains(HeadingKey.key(table.title))
      return keys.isSuperset(of: ["from", "to"])
        && (isNamed || !keys.isDisjoint(with: ["direction", "strength"]))
    }
    let isElements = ties.isEmpty && nodes.contains { HeadingKey.key($0.title) == "elements" }
    guard isKumu || isElements else { return .plain }
    reading.builder.assume(whole.name, .format, "tables in the manner of Kumu")
    return .kumu
  }

  private func keys(_ table: NetworkTable) -> Set<String> {
    var rows = CSVRows(table, reading.builder)
    return Set((rows.next() ?? []).map { HeadingKey.key($0.text) })
  }

  private func warnOfUnknown(_ table: NetworkTable) {
    reading.builder.add(
      table.source.diagnostic(
        .tableNotRead,
        "the table on \(SafeText.quoted(table.title)) is not read: its heading names neither ties nor nodes",
        hint: "ties have source and target, or from and to; nodes have id, name or label",
        severity: .warning,
        at: 0..<1
      )
    )
  }

  private func reportNothing() -> ReadingResult {
    reading.builder.add(
      Diagnostic(
        tables.isEmpty ? .emptyFile : .missingColumn,
        tables.isEmpty
          ? "there is no table in the workbook" : "there is no table of ties in the workbook",
        hint: "a table of ties has source and target, or from and to, in its first row",
        location: SourceLocation(file: whole.name)
      )
    )
    return reading.result(nil)
  }
}
