/// Reads a matrix of ties from rows to columns: names over the columns, a name at the head of each row,
/// and numbers in between.
enum MatrixReader: FormatReader {
  static func read(into assembly: RegionAssembly) {
    GephiReader(assembly).read([
      NetworkTable(title: "", role: .matrix, source: assembly.source)
    ])
  }

  /// Whether a table that was not said to be anything is a matrix.
  ///
  /// Its corner is blank, or its rows have the names of its columns; a heading that names the end of
  /// a tie is none of a matrix. With a blank corner and mostly the same names over its columns and before its
  /// rows it is one with mistakes, if there is anything but numbers in it.
  static func reads(_ source: SourceText) -> Bool {
    let opening = TableOpening.find(
      in: source,
      nil,
      among: [.comma, .semicolon, .tab],
      isKnown: TableSchema.ties.knows
    )
    let separator = opening.separator
    var rows = CSVScanner(source.bytes, separator: separator, from: opening.offset)
    var step = rows.next()
    while step == .row, rows.isBlank { step = rows.next() }
    guard step == .row, rows.fieldCount > 2 else { return false }
    let width = rows.fieldCount
    let hasBlankCorner = rows[0].isEmpty
    let heading = (0..<width).map { CellText.text(rows[$0], source) }
    let columns = heading.dropFirst()
    // Rows of numbers without a heading may well name each other.
    guard !heading.contains(where: TableSchema.ties.knows), columns.allSatisfy({ !$0.isEmpty }),
      hasBlankCorner || columns.contains(where: { CellValue.number($0) == nil })
    else { return false }
    let names = Set(columns)
    var labels: Set<String> = []
    var isFlawless = true
    while isFlawless || hasBlankCorner {
      switch rows.next() {
      case .malformed: isFlawless = false
      case .end:
        if isFlawless { return !labels.isEmpty && (hasBlankCorner || labels == names) }
        return 2 * labels.intersection(names).count > max(labels.count, names.count)
      case .row where rows.isBlank: continue
      case .row:
        let label = CellText.text(rows[0], source)
        labels.insert(label)
        if !isFlawless, labels.count >= 2 * names.count { return false }
        if isFlawless {
          isFlawless =
            rows.fieldCount == width && !label.isEmpty
            && (hasBlankCorner || names.contains(label))
            && (1..<width).allSatisfy { place in
              rows[place].isEmpty || isNumber(rows[place], source, separator)
            }
        }
      }
    }
    return false
  }

  private static func isNumber(
    _ field: CSVField,
    _ source: SourceText,
    _ separator: CellSeparator
  ) -> Bool {
    CellValue.number(CSVNumbers.plain(CellText.text(field, source), separator)) != nil
  }
}
