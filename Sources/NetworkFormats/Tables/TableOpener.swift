/// The beginning of a table: its separator and its heading.
enum TableOpener {
  /// Finds the separator, reads the heading and says what was assumed; nil after an error.
  static func open(
    _ source: SourceText,
    _ schema: TableSchema,
    _ builder: ReportBuilder
  ) -> TableCursor? {
    TextNotes.encoding(source, builder)
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab],
      isKnown: schema.knows
    )
    let separator = opening.separator
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      from: opening.offset,
      line: opening.line
    )
    var step = scanner.next()
    while step == .row, scanner.isBlank { step = scanner.next() }
    switch step {
    case .end:
      builder.add(
        Diagnostic(
          .emptyFile,
          "the file is empty",
          hint: "its first row names the columns: "
            + schema.columns.map(\.name).joined(separator: ","),
          location: SourceLocation(file: source.name)
        )
      )
      return nil
    case .malformed(let problem, let place, let line):
      TableProblem.report(problem, at: place, line: line, source, separator, builder)
      return nil
    case .row: break
    }
    let heading = TableHeading.resolve(scanner, source, schema, builder) { place in
      schema.table == .ties
        && DirectionColumn.isDirection(source, separator, .none, place: place)
    }
    guard heading.hasRequired(scanner, source, schema, builder) else { return nil }
    return TableCursor(
      scanner: scanner,
      source: source,
      schema: schema,
      heading: heading,
      separator: separator,
      builder: builder
    )
  }
}

/// What is said about a file's characters.
enum TextNotes {
  static func encoding(_ source: SourceText, _ builder: ReportBuilder) {
    guard source.encoding != .utf8 else { return }
    builder.assume(source.name, .encoding, source.encoding.rawValue)
    if source.encoding == .windows1252 {
      builder.add(
        Diagnostic(
          .assumedEncoding,
          "the file is not UTF-8; it was read as Windows-1252",
          hint: "save it as UTF-8 to be sure of its letters",
          location: SourceLocation(file: source.name)
        )
      )
    }
  }
}
