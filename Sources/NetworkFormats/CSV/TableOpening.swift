/// Where a table begins, and what separates its cells.
struct TableOpening {
  let separator: CellSeparator
  /// The offset and the line number of its first row.
  let offset: Int
  let line: Int

  /// Takes what the file says of its separator, else finds it out, and says what was decided where there is a report.
  ///
  /// Excel writes and takes a first line `sep=;`, which is no row of the table.
  static func find(
    in source: SourceText,
    _ builder: ReportBuilder?,
    among candidates: [CellSeparator],
    comments: CSVScanner.Comments = .none,
    mostColumns: Int = CSVScanner.mostColumns,
    isKnown: (String) -> Bool
  ) -> TableOpening {
    if let known = source.knownSeparator {
      return TableOpening(separator: known, offset: 0, line: 1)
    }
    let (offset, line) = source.tableStart
    if offset > 0 {
      if let said = candidates.first(where: { $0.byte == source.bytes[4] }) {
        builder?.assume(source.name, .separator, said.sentence + ", as the first line says")
        return TableOpening(separator: said, offset: offset, line: line)
      }
      builder?.error {
        let names = candidates.map(\.name).joined(separator: ", ")
        return source.diagnostic(
          .badChoice,
          "the first line names a separator that is not read",
          hint: "cells can be separated by: " + names,
          at: 4..<5
        )
      }
    }
    let separator = SeparatorDetection.separator(
      of: UnsafeRawBufferPointer(rebasing: source.bytes[offset...]),
      among: candidates,
      comments: comments,
      mostColumns: mostColumns,
      usual: source.name.lowercased().hasSuffix(".tsv") ? .tab : nil,
      isKnown: isKnown
    )
    if separator != .comma { builder?.assume(source.name, .separator, separator.sentence) }
    return TableOpening(separator: separator, offset: offset, line: line)
  }
}

extension SourceText {
  /// Offset and line number of the first row of a table: after a line `sep=;` of Excel, whatever it names.
  var tableStart: (offset: Int, line: Int) {
    let word = bytes.prefix(4)
    guard knownSeparator == nil, bytes.count > 4, word.elementsEqual("sep=".utf8, by: Self.isSame),
      bytes[4] != 0x0a, bytes[4] != 0x0d
    else { return (0, 1) }
    switch bytes[5...].prefix(2) {
    case let end where end.starts(with: [0x0d, 0x0a]): return (7, 2)
    case let end where end.first == 0x0a || end.first == 0x0d: return (6, 2)
    case let end: return end.isEmpty ? (5, 2) : (0, 1)
    }
  }

  /// Whether two letters of ASCII are one in whatever case.
  private static func isSame(_ byte: UInt8, _ small: UInt8) -> Bool {
    byte == small || (small >= 0x61 && byte | 0x20 == small)
  }
}
