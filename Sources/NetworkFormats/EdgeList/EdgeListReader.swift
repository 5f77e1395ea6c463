import GraphCore
import LearningRegion

/// Reads one table of ties, with or without a heading.
///
/// Separated by commas, semicolons, tabs or spaces, found out from the first rows. Lines that begin
/// with `#` or `%` are comments. A first row that names an end, or another known column beyond
/// the first two, is the heading; its columns that are not known become attributes. Without one the columns are source, target
/// and, where there are three, weight. A title above a heading that names both ends is left out. Ends are text, however much they look like numbers.
enum EdgeListReader {
  static func read(_ source: SourceText, _ reading: RegionReading) -> ReadingResult {
    let builder = reading.builder
    TextNotes.encoding(source, builder)
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab, .blanks],
      comments: .hashAndPercent,
      isKnown: TableSchema.ties.knows
    )
    let separator = opening.separator
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      comments: .hashAndPercent,
      from: opening.offset,
      line: opening.line
    )
    var step = scanner.next()
    while step == .row, scanner.isBlank { step = scanner.next() }
    if step == .row, let below = headingBelowTitle(scanner, source, separator) {
      builder.assume(
        source.name,
        .heading,
        "the heading is in line \(below.line); the title above it is left out"
      )
      repeat { step = scanner.next() } while step != .end && scanner.rowStart < below.offset
    }
    switch step {
    case .end:
      builder.add(
        Diagnostic(
          .emptyFile,
          "there are no ties in the file",
          hint: "a table of ties has a source and a target per row",
          location: SourceLocation(file: source.name)
        )
      )
      return reading.result(nil)
    case .malformed(let problem, let place, let line):
      TableProblem.report(problem, at: place, line: line, source, separator, builder)
      return reading.result(nil)
    case .row: break
    }
    guard scanner.fieldCount >= 2 else {
      builder.error {
        source.diagnostic(
          .missingColumn,
          "a tie needs two ends, and there is one column",
          hint: "separate source and target by a comma, a semicolon, a tab or a space",
          at: scanner[0].range,
          line: scanner.rowLine
        )
      }
      return reading.result(nil)
    }
    guard let heading = heading(&scanner, source, separator, builder) else {
      return reading.result(nil)
    }
    let comments = scanner.commentCount
    let control = RunControl(threads: reading.options.threads)
    if !builder.hasErrors,
      let numbered = numberedTies(source, from: scanner.offset, heading, separator, control)
    {
      reading.take(numbered, source, heading, separator, firstLine: scanner.line)
      builder.assumeComments(comments, source)
      return finish(reading, source)
    }
    if !builder.hasErrors, reading.draft.relations.isEmpty, let columns = plainColumns(heading),
      separator != .blanks,
      let named = NamedTies(
        source.bytes,
        from: scanner.offset,
        separator: separator.byte,
        columns: columns
      )
    {
      reading.take(named, source, heading, separator, firstLine: scanner.line)
      builder.assumeComments(comments, source)
      return finish(reading, source)
    }
    let cursor = TableCursor(
      scanner: scanner,
      source: source,
      schema: .ties,
      heading: heading,
      separator: separator,
      builder: builder
    )
    var ties = TiesReader(reading)
    ties.read(cursor, comments: .hashAndPercent)
    return finish(reading, source)
  }

  private static func finish(_ reading: RegionReading, _ source: SourceText) -> ReadingResult {
    reading.warnIfEmpty(source)
    reading.checkTimes()
    let region = reading.finish()
    reading.builder.report.actorsCreated = reading.draft.actors.count
    return reading.result(region)
  }

  /// All ties at once where the file has two columns, of numbers, and nothing else in it.
  private static func numberedTies(
    _ source: SourceText,
    from start: Int,
    _ heading: TableHeading,
    _ separator: CellSeparator,
    _ control: RunControl
  ) -> NumberedTies? {
    let schema = TableSchema.ties
    guard heading.width == 2, heading.direction < 0, heading.unnamed.isEmpty,
      heading.places[schema.index("source")] == 0, heading.places[schema.index("target")] == 1
    else { return nil }
    return NumberedTies(source.bytes, from: start, separator: separator.byte, control: control)
  }

  /// The columns in their order where there are no others than ends, relation and weight.
  private static func plainColumns(_ heading: TableHeading) -> [NamedTies.Column]? {
    guard heading.direction < 0, heading.unnamed.isEmpty, heading.attributes.isEmpty else {
      return nil
    }
    let schema = TableSchema.ties
    let known: [(String, NamedTies.Column)] = [
      ("source", .source), ("target", .target), ("relation", .relation), ("weight", .weight),
    ]
    let columns = (0..<heading.width).compactMap { place in
      known.first { heading.places[schema.index($0.0)] == place }?.1
    }
    return columns.count == heading.width ? columns : nil
  }

  /// Where the row begins that names both ends, below a title: rows with nothing but their first cell, as a sheet has them
  /// that was saved as CSV.
  private static func headingBelowTitle(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ separator: CellSeparator
  ) -> (offset: Int, line: Int)? {
    func isTitle(_ scanner: borrowing CSVScanner) -> Bool {
      (1..<scanner.fieldCount).allSatisfy { scanner[$0].isEmpty }
    }
    guard isTitle(scanner) else { return nil }
    var rest = CSVScanner(
      source.bytes,
      separator: separator,
      comments: .hashAndPercent,
      from: scanner.rowStart,
      line: scanner.rowLine
    )
    for _ in 0..<SeparatorDetection.sampleRows {
      guard rest.next() == .row else { return nil }
      if isTitle(rest) { continue }
      let texts = (0..<rest.fieldCount).map { CellText.text(rest[$0], source) }
      let isHeading = TableSchema.ties.hasRequired(Set(texts.map(HeadingKey.key)))
      return isHeading ? (rest.rowStart, rest.rowLine) : nil
    }
    return nil
  }

  /// The columns; the scanner stands before the first tie afterwards.
  private static func heading(
    _ scanner: inout CSVScanner,
    _ source: SourceText,
    _ separator: CellSeparator,
    _ builder: ReportBuilder
  ) -> TableHeading? {
    let schema = TableSchema.ties
    // The names of ends anywhere, or another known name beyond the first two columns: an actor may
    // well be called "start".
    let ends = schema.keys(of: "source") + schema.keys(of: "target")
    let isNamed = (0..<scanner.fieldCount).contains { place in
      let name = CellText.text(scanner[place], source)
      return place >= 2 ? schema.knows(name) : ends.contains(HeadingKey.key(name))
    }
    // With names of its own over many columns it is a data frame of R: the ends come first.
    let isFrame = scanner.fieldCount > 3 && firstRowIsHeading(scanner, source, separator)
    if isNamed || isFrame {
      var heading = TableHeading.resolve(scanner, source, schema, builder) { place in
        DirectionColumn.isDirection(source, separator, .hashAndPercent, place: place)
      }
      heading.takeFirstColumnsAsEnds(source, builder)
      return heading.hasRequired(scanner, source, schema, builder) ? heading : nil
    }
    let width = scanner.fieldCount
    guard width <= 3 else {
      builder.error {
        source.diagnostic(
          .missingColumn,
          "\(width) columns and none of them is named source or target",
          hint: "name the columns in the first row: source, target, relation, weight, wave …",
          at: scanner[0].range,
          line: scanner.rowLine
        )
      }
      return nil
    }
    var heading = TableHeading(
      width: width,
      places: Array(repeating: -1, count: schema.columns.count),
      attributes: []
    )
    heading.places[schema.index("source")] = 0
    heading.places[schema.index("target")] = 1
    if width == 3 { heading.places[schema.index("weight")] = 2 }
    builder.assume(
      source.name,
      .columns,
      "the columns are source\(width == 3 ? ", target and weight" : " and target")"
    )
    let isHeading = firstRowIsHeading(scanner, source, separator)
    builder.assume(
      source.name,
      .heading,
      isHeading
        ? "the first row is the heading, though it names no known column"
        : "no heading: the first row is a tie"
    )
    if !isHeading { scanner.goBack() }
    return heading
  }

  /// A first row without known names is a heading all the same where it has no number and a column
  /// has nothing but numbers below it.
  private static func firstRowIsHeading(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ separator: CellSeparator
  ) -> Bool {
    var rest = CSVScanner(
      source.bytes,
      separator: separator,
      comments: .hashAndPercent,
      from: scanner.rowStart
    )
    guard rest.next() == .row else { return false }
    let width = rest.fieldCount
    for place in 0..<width where isNumber(rest[place], source) { return false }
    var numbers = Array(repeating: true, count: width)
    var rows = 0
    while rows < SeparatorDetection.sampleRows, rest.next() == .row {
      rows += 1
      for place in 0..<width
      where place >= rest.fieldCount || !isNumber(rest[place], source) { numbers[place] = false }
    }
    return rows > 0 && numbers.contains(true)
  }

  private static func isNumber(_ field: CSVField, _ source: SourceText) -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[field.range])
    return (try? NumberReader.double(bytes)) != nil
  }
}

extension TableHeading {
  /// With a heading that names neither end, the first two columns are the ends (R, igraph).
  fileprivate mutating func takeFirstColumnsAsEnds(_ source: SourceText, _ builder: ReportBuilder) {
    let schema = TableSchema.ties
    let ends = [schema.index("source"), schema.index("target")]
    guard ends.allSatisfy({ places[$0] < 0 }), attributes.count >= 2,
      attributes[0].place == 0, attributes[1].place == 1,
      // A table of actors given by mistake.
      !TableSchema.actors.keys(of: "id").contains(HeadingKey.key(attributes[0].name))
    else { return }
    for (place, column) in ends.enumerated() { places[column] = place }
    builder.assume(
      source.name,
      .columns,
      "columns \(SafeText.quoted(attributes[0].name)) and \(SafeText.quoted(attributes[1].name))"
        + " are source and target"
    )
    attributes.removeFirst(2)
  }
}

extension RegionReading {
  /// Takes ties between numbers: each number is an actor, in the order in which they first appear.
  fileprivate func take(
    _ numbered: consuming NumberedTies,
    _ source: SourceText,
    _ heading: TableHeading,
    _ separator: CellSeparator,
    firstLine: Int
  ) {
    let numbers = numbered.numberByAppearance()
    draft.actors = ActorTable(distinctNumbers: numbers)
    _ = draft.relationIndex("tie")
    draft.ties = TieTable(sources: numbered.sources, targets: numbered.targets)
    trace(source, heading, separator, firstLine: firstLine)
  }

  /// Takes ties between names.
  fileprivate func take(
    _ named: consuming NamedTies,
    _ source: SourceText,
    _ heading: TableHeading,
    _ separator: CellSeparator,
    firstLine: Int
  ) {
    draft.actors = named.actors
    for name in named.relationNames.isEmpty ? ["tie"] : named.relationNames {
      _ = draft.relationIndex(name)
    }
    draft.ties = TieTable(
      sources: named.sources,
      targets: named.targets,
      relations: named.relations,
      weights: named.weights
    )
    trace(source, heading, separator, firstLine: firstLine)
  }

  /// Each tie stands on a line of its own.
  private func trace(
    _ source: SourceText,
    _ heading: TableHeading,
    _ separator: CellSeparator,
    firstLine: Int
  ) {
    var trace = TableTrace(
      source: source,
      separator: separator,
      comments: .hashAndPercent,
      schema: .ties,
      heading: heading
    )
    trace.lines.append(lines: firstLine..<firstLine + draft.ties.count)
    traces[.ties] = trace
    builder.report.rowCounts.append((source.name, draft.ties.count))
  }
}
