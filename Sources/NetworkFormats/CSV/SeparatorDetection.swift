/// Finds out what separates the cells of a file.
enum SeparatorDetection {
  /// Rows looked at.
  static let sampleRows = 20
  /// Bytes looked at.
  static let sampleBytes = 1 << 16

  /// The separator whose first row has the most headings that `isKnown`, then the one that gives
  /// the same number of cells in most sampled rows, then the one that gives the most cells; the
  /// first candidate where all are alike.
  static func separator(
    of bytes: UnsafeRawBufferPointer,
    among candidates: [CellSeparator],
    comments: CSVScanner.Comments,
    mostColumns: Int = CSVScanner.mostColumns,
    isKnown: (String) -> Bool
  ) -> CellSeparator {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleBytes))
    var best = candidates[0]
    var bestScore: [Int] = []
    for candidate in candidates {
      let score = score(sample, candidate, comments, mostColumns, isKnown)
      if bestScore.lexicographicallyPrecedes(score) {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  private static func score(
    _ sample: UnsafeRawBufferPointer,
    _ separator: CellSeparator,
    _ comments: CSVScanner.Comments,
    _ mostColumns: Int,
    _ isKnown: (String) -> Bool
  ) -> [Int] {
    var scanner = CSVScanner(
      sample,
      separator: separator,
      comments: comments,
      mostColumns: mostColumns
    )
    guard scanner.next() == .row else { return [0, 0, 0] }
    let width = scanner.fieldCount
    var known = 0
    for index in 0..<min(width, 100) {
      let field = scanner[index]
      let text = String(decoding: sample[field.range], as: UTF8.self)
      if isKnown(text) { known += 1 }
    }
    // One cell per row is no sign of a separator at all.
    guard width > 1 else { return [known, 0, 1] }
    var even = 0
    for _ in 0..<sampleRows {
      switch scanner.next() {
      case .row: if scanner.fieldCount == width { even += 1 }
      case .malformed: break
      case .end: return [known, even + 1, width]
      }
    }
    return [known, even + 1, width]
  }
}
