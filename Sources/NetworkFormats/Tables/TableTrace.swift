/// Which line each row of a table came from, as runs of rows on consecutive lines.
struct RowLines {
  private var runs: [(row: Int, line: Int)] = []
  private(set) var count = 0

  mutating func append(line: Int) {
    if let last = runs.last, last.line + (count - last.row) == line {
      count += 1
      return
    }
    runs.append((count, line))
    count += 1
  }

  /// Adds a row for each of these lines.
  mutating func append(lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    append(line: lines.lowerBound)
    count += lines.count - 1
  }

  /// The line of a row.
  func line(of row: Int) -> Int? {
    guard row >= 0, row < count else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return runs[low].line + (row - runs[low].row)
  }
}

/// Where the rows of a table stand in a file: turns a row and a column into a place.
struct TableTrace {
  let source: SourceText
  let separator: CellSeparator
  let comments: CSVScanner.Comments
  let schema: TableSchema
  let heading: TableHeading
  var lines = RowLines()

  /// The place of a cell, or of the part of it that says `word`.
  func place(row: Int, column: String, word: String?) -> (range: Range<Int>, line: Int)? {
    guard let line = lines.line(of: row) else { return nil }
    let start = source.offset(ofLine: line)
    var scanner = CSVScanner(
      source.bytes,
      separator: separator,
      comments: comments,
      from: start,
      line: line
    )
    guard scanner.next() == .row else { return (start..<start, line) }
    guard let place = heading.place(of: column, schema), place < scanner.fieldCount
    else { return (scanner.rowStart..<scanner.rowStart, line) }
    let cell = scanner[place].range
    let range = word.flatMap { find($0, in: cell) } ?? cell
    // A quoted line end earlier in the row moves the cell to a later line.
    let later = source.lineEnds(in: scanner.rowStart..<range.lowerBound)
    return (range, line + later)
  }

  /// Names are short and cells are capped, so the plain search will do.
  private func find(_ word: String, in cell: Range<Int>) -> Range<Int>? {
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty, wanted.count <= cell.count else { return nil }
    for start in cell.lowerBound...(cell.upperBound - wanted.count)
    where source.bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }
}
