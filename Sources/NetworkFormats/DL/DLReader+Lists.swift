extension DLReader {
  /// Reads lists of nodes or of ties.
  mutating func readLists() throws(DLProblem) {
    try settleModes()
    if !isTwoMode {
      let isEmbedded = header.rows.isEmbedded || header.columns.isEmbedded
      (header.rows.isEmbedded, header.columns.isEmbedded) = (isEmbedded, isEmbedded)
    }
    try placeNodes()
    if isTwoMode, header.rows.isEmbedded { try nameRows() }
    var lineCount = 0
    while let line = words.nextLine() {
      guard let first = line.first else { continue }
      if isMark(first) {
        try endRelation(lineCount, at: first.range.lowerBound)
        (matrix, lineCount) = (matrix + 1, 0)
        guard matrix < header.matrixCount else {
          throw DLProblem(
            .inconsistent,
            "more relations than nm says",
            at: first.range.lowerBound
          )
        }
        continue
      }
      switch header.layout {
      case .edgelist1, .edgelist2: try edge(line)
      case .nodelist1b: try matrixRow(lineCount, line)
      default: try node(line)
      }
      lineCount += 1
    }
    let end = source.bytes.count - 1
    try endRelation(lineCount, at: end)
    guard matrix + 1 == header.matrixCount else {
      throw DLProblem(
        .wrongFieldCount,
        "the file ends after \(matrix + 1) of \(header.matrixCount) relations",
        hint: "a line with ! stands between the lists of two relations",
        at: end
      )
    }
    warnOfNameless()
  }

  /// What stands between the lists of two relations.
  private func isMark(_ word: LineToken) -> Bool { !word.isQuoted && words.text(word) == "!" }

  /// The rows come before the columns, as where the header has their names.
  private mutating func nameRows() throws(DLProblem) {
    let start = words
    while let line = words.nextLine() {
      guard let first = line.first, !isMark(first) else { continue }
      _ = try end(first, isColumn: false)
    }
    words = start
  }

  private mutating func edge(_ line: [LineToken]) throws(DLProblem) {
    guard line.count >= 2 else {
      return assembly.report(.missingValue, "a tie needs two ends", at: line[0].range)
    }
    guard let from = try end(line[0], isColumn: false), let to = try end(line[1], isColumn: true)
    else { return }
    guard line.count <= 3 else {
      return assembly.report(
        .wrongFieldCount,
        "a line of an edge list has two ends and a value",
        hint: "put names with blanks between double quotes",
        at: line[3].range
      )
    }
    tie(from, to, line.count > 2 ? line[2] : nil, line[0].range.lowerBound)
  }

  private mutating func node(_ line: [LineToken]) throws(DLProblem) {
    guard let from = try end(line[0], isColumn: false) else { return }
    try ties(from, line.dropFirst())
  }

  /// A line of nodelist1b, which is a row of the matrix.
  private mutating func matrixRow(_ row: Int, _ line: [LineToken]) throws(DLProblem) {
    let hint = "nodelist1b: a line for each row, how many ties it has and to which columns"
    let place = line[0].range.lowerBound
    guard row < header.rows.count else {
      throw DLProblem(
        .wrongFieldCount,
        "there are more lines than the \(header.rows.count) rows",
        hint: hint,
        at: place
      )
    }
    guard words.integer(line[0]) == line.count - 1 else {
      throw DLProblem(
        .wrongFieldCount,
        "the number of ties does not agree with those that follow",
        hint: hint,
        at: place
      )
    }
    try ties(header.rows.nodes[row], line.dropFirst())
  }

  private mutating func ties(_ from: Int, _ line: ArraySlice<LineToken>) throws(DLProblem) {
    for word in line {
      guard let to = try end(word, isColumn: true) else { continue }
      tie(from, to, nil, word.range.lowerBound)
    }
  }

  private func endRelation(_ lineCount: Int, at place: Int) throws(DLProblem) {
    guard header.layout == .nodelist1b, lineCount < header.rows.count else { return }
    throw DLProblem(
      .wrongFieldCount,
      "the list ends after \(lineCount) of \(header.rows.count) rows",
      hint: "nodelist1b: a row without ties is a line with 0",
      at: place
    )
  }

  /// Says that there are fewer names in the data than the size.
  private func warnOfNameless() {
    for (mode, axis) in [header.rows, header.columns].prefix(isTwoMode ? 2 : 1).enumerated()
    where axis.isEmbedded && modeCounts[mode] < axis.count {
      assembly.builder.add(
        source.diagnostic(
          .inconsistent,
          "\(axis.sizeName) is \(axis.count), and there are \(modeCounts[mode]) names in the data",
          hint: "actors without ties are there if labels: lists all",
          severity: .warning,
          at: axis.sizePlace..<axis.sizePlace + 1
        )
      )
    }
  }

  /// A name where labels are in the data, else a number from 1.
  private mutating func end(
    _ word: LineToken,
    isColumn: Bool
  ) throws(DLProblem) -> Int? {
    let label = DLHeader.Label(name: words.text(word), place: word.range.lowerBound)
    if isColumn ? header.columns.isEmbedded : header.rows.isEmbedded {
      return try named(label, isColumn: isColumn)
    }
    let count = isColumn ? header.columns.count : header.rows.count
    if let number = words.integer(word), number >= 1, number <= count {
      return isColumn ? header.columns.nodes[number - 1] : header.rows.nodes[number - 1]
    }
    if assembly.row(of: label.name) != nil { return try named(label, isColumn: isColumn) }
    assembly.report(
      .unknownActor,
      "\(SafeText.quoted(label.name)) is no number from 1 to \(count)",
      hint: "names in the data need \"labels embedded\"",
      at: word.range
    )
    return nil
  }
}
