import LearningRegion

/// Reads a network from a workbook.
///
/// A workbook whose sheets are named like the files of a region folder is read as one. Others have tables of
/// nodes and of ties, found by their headings on any sheet, in the manner of Gephi, of Kumu or of R.
enum WorkbookReader {
  /// Reads a workbook; a format asked for says in whose manner.
  static func read(
    _ bytes: UnsafeRawBufferPointer,
    name: String,
    as format: NetworkFormat?,
    _ reading: RegionReading
  ) -> ReadingResult {
    let builder = reading.builder
    guard let workbook = Workbook.open(bytes, name: name, builder),
      let found = WorkbookTables.make(workbook, builder), !builder.hasErrors
    else { return reading.result(nil) }
    if format == nil { builder.assume(name, .format, NetworkFormat.xlsx.title) }
    if format != .gephi, format != .kumu, isRegion(found) { return readRegion(found, reading) }
    return NetworkTableReader.read(
      found.tables,
      of: found.whole,
      manner: NetworkTableReader.Manner(format),
      reading
    )
  }

  // MARK: Regions

  private static func isRegion(_ found: WorkbookTables) -> Bool {
    if found.yaml != nil { return true }
    return found.tables.contains { table in
      if case .region(let name) = table.role { return name != .actors }
      return false
    }
  }

  private static func readRegion(
    _ found: WorkbookTables,
    _ reading: RegionReading
  ) -> ReadingResult {
    let builder = reading.builder
    if let yaml = found.yaml { RegionYAMLReader(yaml, builder).read(into: &reading.draft) }
    var byName: [RegionTableName: SourceText] = [:]
    for table in found.tables {
      guard case .region(let name) = table.role else { continue }
      if byName[name] == nil {
        byName[name] = table.source
      } else {
        warn(
          table,
          "a second table on the sheet \(SafeText.quoted(table.title)) is not read",
          builder
        )
      }
    }
    // Tables on sheets of other names stand in for the two that matter most.
    for table in found.tables {
      let name: RegionTableName? =
        switch table.role {
        case .ties: .ties
        case .nodes: .actors
        default: nil
        }
      if case .region = table.role { continue }
      if let name, byName[name] == nil {
        byName[name] = table.source
        builder.assume(table.source.name, .format, "the table is read as \(name.rawValue)")
      } else {
        warn(table, "the sheet \(SafeText.quoted(table.title)) is not read", builder)
      }
    }
    guard byName[.ties] != nil else {
      builder.add(
        Diagnostic(
          .notARegionFolder,
          "the workbook has no sheet \"ties\"",
          hint: "it holds the ties, with the columns source and target",
          location: SourceLocation(file: found.whole.name)
        )
      )
      return reading.result(nil)
    }
    reading.hasActorTable = byName[.actors] != nil
    for schema in TableSchema.all {
      if let source = byName[schema.table] { reading.read(schema.table, source) }
    }
    let listed = reading.actorsListed
    let region = reading.finish()
    reading.noteCreated(listed)
    return reading.result(region)
  }

  private static func warn(_ table: NetworkTable, _ message: String, _ builder: ReportBuilder) {
    builder.add(
      table.source.diagnostic(
        .tableNotRead,
        message,
        hint: "a region has one sheet for each of its tables: actors, ties, arenas …",
        severity: .warning,
        at: 0..<1
      )
    )
  }
}
