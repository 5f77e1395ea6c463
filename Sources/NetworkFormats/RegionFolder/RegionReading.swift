import LearningRegion
import SafeFiles

/// A region while its files are read: the draft, and where everything in it came from.
final class RegionReading {
  var draft = RegionDraft()
  let builder: ReportBuilder
  let options: ReadingOptions
  var traces: [RegionTableName: TableTrace] = [:]
  /// Where a row stands in a file that is no table.
  var placeOfIssue: ((RegionIssue) -> Range<Int>?)?
  /// The file that is no table.
  var source: SourceText?
  /// Whether `actors.csv` decides who is an actor.
  var hasActorTable = false
  /// The most relations and the most waves: more than that is a column of something else.
  static let mostNames = 2000
  private var waveNames = IDTable()
  private var hasTooManyNames = false

  init(_ options: ReadingOptions) {
    self.options = options
    builder = ReportBuilder(options)
  }

  /// Whether an actor that has no row may be made.
  var createsActors: Bool { !hasActorTable || options.unknownActors == .create }

  /// Opens a table and reads its rows; `body` reads the cells of one row.
  ///
  /// - Parameter attributes: where the columns that the model does not know are kept.
  func readRows(
    _ source: SourceText,
    _ schema: TableSchema,
    attributes: WritableKeyPath<RegionDraft, [AttributeColumn]>,
    _ body: (inout TableCursor) -> Void
  ) {
    guard var cursor = TableOpener.open(source, schema, builder) else { return }
    readRows(&cursor, attributes: attributes, body)
  }

  /// Reads all rows of an opened table.
  func readRows(
    _ cursor: inout TableCursor,
    comments: CSVScanner.Comments = .none,
    attributes: WritableKeyPath<RegionDraft, [AttributeColumn]>,
    _ body: (inout TableCursor) -> Void
  ) {
    var trace = TableTrace(
      source: cursor.source,
      separator: cursor.separator,
      comments: comments,
      schema: cursor.schema,
      heading: cursor.heading
    )
    var columns = cursor.heading.attributes.map { AttributeColumn(name: $0.name) }
    let places = cursor.heading.attributes.map(\.place)
    while cursor.next() {
      guard trace.lines.count < Int(Int32.max) - 1 else {
        builder.add(
          Diagnostic(
            .tooManyRows,
            "the table has more than \(Int32.max - 1) rows",
            location: SourceLocation(file: cursor.source.name, line: cursor.line)
          )
        )
        break
      }
      let row = trace.lines.count
      body(&cursor)
      trace.lines.append(line: cursor.line)
      for (index, place) in places.enumerated() {
        if let text = cursor.attribute(place) { columns[index].values[row] = text }
      }
    }
    draft[keyPath: attributes] = columns
    traces[cursor.schema.table] = trace
    builder.report.rowCounts.append((cursor.source.name, trace.lines.count))
  }

  /// Makes the actor where that is allowed.
  func mention(_ id: String) {
    guard createsActors, !id.isEmpty, draft.actors.index(of: id) == nil else { return }
    var copy = id
    _ = copy.withUTF8 { draft.actors.intern(UnsafeRawBufferPointer($0)) }
  }

  /// Counts the waves named outside the ties.
  func mentionWave(_ name: String) {
    guard waveNames.count <= Self.mostNames else { return }
    var copy = name
    _ = copy.withUTF8 { waveNames.intern(UnsafeRawBufferPointer($0)) }
    if waveNames.count > Self.mostNames { reportTooManyNames("waves", file: nil) }
  }

  /// Reports a region with an absurd number of relations or waves, once; it is not checked
  /// further.
  func reportTooManyNames(_ what: String, file: String?) {
    guard !hasTooManyNames else { return }
    hasTooManyNames = true
    builder.add(
      Diagnostic(
        .tooManyRows,
        "there are more than \(Self.mostNames) \(what)",
        hint: "does the column hold something else?",
        location: file.map { SourceLocation(file: $0) }
      )
    )
  }

  /// Checks the draft and turns what is wrong into located problems.
  func finish() -> Region? {
    builder.report.tiesRead = draft.ties.count
    if hasTooManyNames { return nil }
    let file = source?.name ?? traces[.actors]?.source.name
    PlaneCoordinates.locate(&draft.actors) { builder.assume(file, .columns, $0) }
    do throws(RegionFault) {
      let region = try Region(draft)
      guard !builder.hasErrors else { return nil }
      if options.inspection == .suspicions { RegionInspection(reading: self, region: region).run() }
      return region
    } catch {
      IssueLocator(self).report(error)
      return nil
    }
  }
}
