import LearningRegion

/// Reads UCINET's DL: matrices whole or half, lists of nodes and of ties, one mode or two, one relation
/// or `nm`, labels before the data or within.
///
/// Words are separated by blanks, commas, line ends and `=`; names with these stand between quotes. A value left out in a
/// list is 1. A `.` or `NA` in a matrix is not known and no tie. `n` is one mode; `nr` and `nc` are two, unless rows and
/// columns have the same labels.
struct DLReader: FormatReader {
  /// A value of a matrix that is a tie.
  private struct Cell {
    let row: Int32
    let column: Int32
    let word: LineToken
  }

  let assembly: RegionAssembly
  let source: SourceText
  var words: DLWords
  var header = DLHeader()
  private(set) var isTwoMode = false
  /// The mode of each node, 0 or 1, and how many have it.
  private var modes: [Int] = []
  private(set) var modeCounts = [0, 0]
  var matrix = 0
  private var unknownCount = 0

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    source = assembly.source
    words = DLWords(source)
  }

  static func read(into assembly: RegionAssembly) {
    var reader = DLReader(assembly)
    do throws(DLProblem) {
      try reader.read()
    } catch {
      assembly.report(error.code, error.message, hint: error.hint, at: error.place)
    }
    if let open = reader.words.openQuote {
      assembly.report(.unterminatedQuote, "the quote opened here is never closed", at: open)
    }
  }

  private mutating func read() throws(DLProblem) {
    try header.read(&words, assembly)
    if header.layout.isMatrix { try readMatrices() } else { try readLists() }
    if unknownCount > 0 {
      assembly.assume(.relation, "values that are not known, and no ties: \(unknownCount)")
    }
  }

  // MARK: Nodes

  /// Finds out whether rows and columns are the same actors.
  mutating func settleModes() throws(DLProblem) {
    let (rows, columns) = (header.rows, header.columns)
    if matrix == 0 { isTwoMode = !header.isOfOneMode }
    if rows.count == columns.count, !rows.labels.isEmpty, !columns.labels.isEmpty {
      switch SquareLabels(rows: rows.names, columns: columns.names) {
      case .same: isTwoMode = false
      case .reordered:
        throw DLProblem(
          .inconsistent,
          SquareLabels.reorderedMessage,
          hint: SquareLabels.reorderedHint,
          at: firstDifference(rows.labels, columns.labels)
        )
      case .different:
        guard !isTwoMode else { break }
        throw DLProblem(
          .inconsistent,
          "the labels of the columns are not those of the rows",
          hint: "nr= and nc= instead of n= are for two kinds of actors",
          at: firstDifference(rows.labels, columns.labels)
        )
      }
    } else if isTwoMode, rows.count == columns.count, !header.layout.isOfTwoModes {
      assembly.assume(
        .actors,
        "nr and nc make rows and columns two kinds of actors; n would make them the same"
      )
    }
    assembly.usualDirection = isTwoMode || header.layout.isHalf ? .undirected : .directed
  }

  /// The place of the later of the first two labels that are not the same.
  private func firstDifference(_ one: [DLHeader.Label], _ other: [DLHeader.Label]) -> Int {
    let pair = zip(one, other).first { $0.name != $1.name }
    return pair.map { max($0.place, $1.place) } ?? 0
  }

  /// Gives rows and columns their nodes; names come from labels, else they are the numbers.
  mutating func placeNodes() throws(DLProblem) {
    if isTwoMode {
      header.rows.nodes = try nodes(header.rows, isColumn: false)
      header.columns.nodes = try nodes(header.columns, isColumn: true)
    } else {
      let axis = header.rows.labels.isEmpty ? header.columns : header.rows
      header.rows.nodes = try nodes(axis, isColumn: false)
      header.columns.nodes = header.rows.nodes
    }
  }

  private mutating func nodes(
    _ axis: DLHeader.Axis,
    isColumn: Bool
  ) throws(DLProblem) -> [Int] {
    // Of later matrices only the names in the data are new.
    if matrix > 0, !axis.isEmbedded { return axis.nodes }
    // Names in the data of a list are known when they come.
    if axis.isEmbedded, axis.labels.isEmpty, !header.layout.isMatrix { return [] }
    var nodes: [Int] = []
    var seen: Set<Int> = []
    for number in 0..<axis.count {
      let label =
        axis.labels.isEmpty
        ? DLHeader.Label(
          name: (isTwoMode ? isColumn ? "c" : "r" : "") + String(number + 1),
          place: axis.sizePlace
        ) : axis.labels[number]
      guard matrix > 0 else {
        nodes.append(declare(label, isColumn: isColumn))
        continue
      }
      let node = try named(label, isColumn: isColumn)
      guard seen.insert(node).inserted else {
        throw DLProblem(
          .duplicateID,
          "the label \(SafeText.quoted(label.name)) is there twice",
          hint: "give each node a label of its own",
          at: label.place
        )
      }
      nodes.append(node)
    }
    return nodes
  }

  private mutating func declare(_ label: DLHeader.Label, isColumn: Bool) -> Int {
    let row = assembly.declare(label.name, at: label.place)
    guard row == modes.count else { return row }
    let mode = isTwoMode && isColumn ? 1 : 0
    modes.append(mode)
    modeCounts[mode] += 1
    if isTwoMode { assembly.setNode(row, "mode", String(mode + 1), at: label.place) }
    return row
  }

  /// The node of a name in the data, made where it is new.
  mutating func named(
    _ label: DLHeader.Label,
    isColumn: Bool
  ) throws(DLProblem) -> Int {
    let mode = isTwoMode && isColumn ? 1 : 0
    if let row = assembly.row(of: label.name) {
      guard modes[row] == mode else {
        throw DLProblem(
          .duplicateID,
          "\(SafeText.quoted(label.name)) names a row and a column",
          hint: "n= instead of nr= and nc= where they are the same actors",
          at: label.place
        )
      }
      return row
    }
    let axis = mode == 1 ? header.columns : header.rows
    guard modeCounts[mode] < axis.count else {
      throw DLProblem(
        .wrongFieldCount,
        "\(SafeText.quoted(label.name)) is a name too many: \(axis.sizeName) is \(axis.count)",
        hint: "is it written in two ways, or \(axis.sizeName) too small?",
        at: label.place
      )
    }
    return declare(label, isColumn: isColumn)
  }

  func tie(_ from: Int, _ to: Int, _ weight: LineToken?, _ place: Int) {
    let row = assembly.addTie(from, to, at: place)
    if let weight {
      assembly.setTie(row, "weight", words.text(weight), at: weight.range.lowerBound)
    }
    if header.matrixCount > 1 || !header.matrixLabels.isEmpty {
      let labels = header.matrixLabels
      let name = labels.isEmpty ? String(matrix + 1) : labels[matrix].name
      assembly.setTie(row, "relation", name, at: place)
    }
  }

  // MARK: Matrices

  private mutating func readMatrices() throws(DLProblem) {
    while matrix < header.matrixCount {
      let cells = try readCells()
      if matrix == 0 || header.rows.isEmbedded || header.columns.isEmbedded {
        if matrix == 0 || !isTwoMode { try settleModes() }
        try placeNodes()
      }
      for cell in cells {
        let (from, to) = (header.rows.nodes[Int(cell.row)], header.columns.nodes[Int(cell.column)])
        tie(from, to, cell.word, cell.word.range.lowerBound)
      }
      matrix += 1
    }
    if let more = words.next() {
      throw DLProblem(.wrongFieldCount, "text follows the matrix", at: more.range.lowerBound)
    }
  }

  /// Reads a matrix, and the labels of its rows and columns where they are with it.
  private mutating func readCells() throws(DLProblem) -> [Cell] {
    let (rowCount, columnCount) = (header.rows.count, header.columns.count)
    guard rowCount > 0, columnCount > 0 else { return [] }
    if header.columns.isEmbedded {
      var labels: [DLHeader.Label] = []
      for _ in 0..<columnCount { labels.append(try embeddedLabel()) }
      header.columns.labels = try embedded(labels, insteadOf: header.columns.labels)
    }
    var labels: [DLHeader.Label] = []
    var cells: [Cell] = []
    for row in 0..<rowCount {
      if header.rows.isEmbedded { labels.append(try embeddedLabel()) }
      let columns =
        switch header.layout {
        case .lowerhalf: 0..<row + 1
        case .upperhalf: row..<columnCount
        default: 0..<columnCount
        }
      for column in columns where header.hasDiagonal || column != row {
        guard let word = words.next() else { throw endsEarly() }
        if words.isUnknown(word) {
          unknownCount += 1
          continue
        }
        guard let value = words.value(word) else {
          throw DLProblem(
            .badNumber,
            "\(SafeText.quoted(words.text(word))) is not a number",
            hint: "a matrix has numbers; . where nothing is known",
            at: word.range.lowerBound
          )
        }
        if value != 0 { cells.append(Cell(row: Int32(row), column: Int32(column), word: word)) }
      }
    }
    if header.rows.isEmbedded {
      header.rows.labels = try embedded(labels, insteadOf: header.rows.labels)
    }
    return cells
  }

  private mutating func embeddedLabel() throws(DLProblem) -> DLHeader.Label {
    guard let word = words.next() else { throw endsEarly() }
    return DLHeader.Label(name: words.text(word), place: word.range.lowerBound)
  }

  /// Names in the data are those in the header where both are there.
  private func embedded(
    _ labels: [DLHeader.Label],
    insteadOf listed: [DLHeader.Label]
  ) throws(DLProblem) -> [DLHeader.Label] {
    guard matrix > 0 || listed.isEmpty || labels.map(\.name) == listed.map(\.name) else {
      throw DLProblem(
        .inconsistent,
        "the labels in the data are not those of the header",
        at: firstDifference(labels, listed)
      )
    }
    return labels
  }

  private func endsEarly() -> DLProblem {
    DLProblem(
      .wrongFieldCount,
      "the matrix ends before it has \(header.rows.count) rows of \(header.columns.count)",
      hint: "is the file complete?",
      at: source.bytes.count - 1
    )
  }
}
