/// Finds out what separates the cells of a file.
enum SeparatorDetection {
  /// Rows looked at.
  static let sampleRows = 20
  /// Bytes looked at.
  static let sampleBytes = 1 << 16
  /// Bytes looked at where the first row is longer than that.
  private static let longestRow = 1 << 22

  /// How a separator cuts the sampled rows.
  private struct Fit {
    /// Headings that are known.
    var known = 0
    /// Rows with as many cells as the first that has several.
    var even = 0
    /// Cells of that row.
    var width = 1
    var rows = 0

    /// Whether most rows have the same number of cells, and more than one.
    var isRegular: Bool { width > 1 && 2 * even > rows }
    var score: [Int] { [known, even, width] }
  }

  /// The separator whose first row has the most headings that `isKnown`, then the one that gives
  /// the same number of cells in most sampled rows, then the one that gives the most cells; the
  /// first candidate where all are alike.
  ///
  /// Names have blanks in them: blanks separate cells only where nothing else cuts the rows evenly.
  ///
  /// - Parameter usual: what goes before all others where it cuts the rows evenly.
  static func separator(
    of bytes: UnsafeRawBufferPointer,
    among candidates: [CellSeparator],
    comments: CSVScanner.Comments,
    mostColumns: Int = CSVScanner.mostColumns,
    usual: CellSeparator? = nil,
    isKnown: (String) -> Bool
  ) -> CellSeparator {
    let sample = sample(of: bytes)
    let isCut = sample.count < bytes.count
    var fits = candidates.map {
      (separator: $0, fit: fit(sample, isCut, $0, comments, mostColumns, isKnown))
    }
    if let usual, fits.contains(where: { $0.separator == usual && $0.fit.isRegular }) {
      return usual
    }
    let isOther = fits.contains { separator, fit in
      guard separator != .blanks, fit.isRegular else { return false }
      return separator != .comma || fit.width > 2 || !hasDecimalCommas(sample, comments)
    }
    if isOther { fits.removeAll { $0.separator == .blanks } }
    var best = fits[0]
    for other in fits.dropFirst()
    where best.fit.score.lexicographicallyPrecedes(other.fit.score) {
      best = other
    }
    return best.separator
  }

  /// The beginning of the text with all of its first line, if that has an end.
  private static func sample(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let usual = bytes.prefix(sampleBytes)
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
    guard usual.count < bytes.count, !usual.contains(where: isLineEnd) else {
      return UnsafeRawBufferPointer(rebasing: usual)
    }
    let end = bytes.prefix(longestRow).firstIndex(where: isLineEnd) ?? sampleBytes
    return UnsafeRawBufferPointer(rebasing: bytes.prefix(end))
  }

  /// - Parameter isCut: the last row of the sample may go on behind it.
  private static func fit(
    _ sample: UnsafeRawBufferPointer,
    _ isCut: Bool,
    _ separator: CellSeparator,
    _ comments: CSVScanner.Comments,
    _ mostColumns: Int,
    _ isKnown: (String) -> Bool
  ) -> Fit {
    var scanner = CSVScanner(
      sample,
      separator: separator,
      comments: comments,
      mostColumns: mostColumns
    )
    var fit = Fit()
    while fit.rows <= sampleRows {
      switch scanner.next() {
      case .end: return fit
      case .malformed(.tooManyColumns, _, _):
        // So many cells are a sign of a separator, and of a table that is refused for them.
        if fit.width == 1 { fit.width = mostColumns }
        if fit.width == mostColumns { fit.even += 1 }
      case .malformed: break
      case .row:
        if isCut, fit.rows > 0, scanner.offset == sample.count { return fit }
        let isFirst = fit.rows == 0
        if isFirst || fit.width == 1 && scanner.fieldCount > 1 {
          var known = 0
          for index in 0..<min(scanner.fieldCount, 100) {
            let text = String(decoding: sample[scanner[index].range], as: UTF8.self)
            if isKnown(text) { known += 1 }
          }
          fit.known = max(fit.known, known)
          // One cell per row is no sign of a separator at all: a title may stand above.
          if scanner.fieldCount > 1 { fit.width = scanner.fieldCount }
        }
        if fit.width > 1, scanner.fieldCount == fit.width { fit.even += 1 }
      }
      fit.rows += 1
    }
    return fit
  }

  /// Whether every comma is one in the number that ends a row of three and more cells between blanks.
  private static func hasDecimalCommas(
    _ sample: UnsafeRawBufferPointer,
    _ comments: CSVScanner.Comments
  ) -> Bool {
    var scanner = CSVScanner(sample, separator: .blanks, comments: comments)
    for _ in 0...sampleRows {
      guard scanner.next() == .row else { break }
      let row = scanner.rowStart..<scanner.offset
      guard sample[row].contains(0x2c) else { continue }
      let last = scanner[scanner.fieldCount - 1].range
      let number = try? NumberReader.double(UnsafeRawBufferPointer(rebasing: sample[last]))
      guard scanner.fieldCount >= 3, number?.mark == .comma,
        !sample[row.lowerBound..<last.lowerBound].contains(0x2c)
      else { return false }
    }
    return true
  }
}
