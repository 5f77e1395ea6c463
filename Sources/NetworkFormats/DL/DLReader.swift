import LearningRegion

/// Reads UCINET's DL: matrices whole or half, lists of nodes and of ties, one mode or two, one relation
/// or `nm`, labels before the data or within.
///
/// Words are separated by blanks, commas, line ends and `=`; names with these stand between quotes. A value left out in a
/// list is 1. A `.` or `NA` in a matrix is not known and no tie.
struct DLReader: FormatReader {
  private enum Layout: String {
    case fullmatrix, lowerhalf, upperhalf, nodelist1, nodelist1b, nodelist2, edgelist1, edgelist2
  }

  private let assembly: RegionAssembly
  private let source: SourceText
  private var words: DLWords
  private var layout = Layout.fullmatrix
  private var rowCount = 0
  private var columnCount = 0
  private var isTwoMode = false
  private var matrixCount = 1
  private var hasDiagonal = true
  private var rowLabels: [(String, Int)] = []
  private var columnLabels: [(String, Int)] = []
  private var matrixLabels: [String] = []
  private var rowsAreLabelled = false
  private var columnsAreLabelled = false
  private var matrix = 0
  private var hasFailed = false
  private var sizePlace = 0

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    source = assembly.source
    words = DLWords(source)
  }

  static func read(into assembly: RegionAssembly) {
    var reader = DLReader(assembly)
    reader.read()
  }

  private mutating func read() {
    guard let first = words.next(), words.text(first).lowercased() == "dl" else {
      return fail(.badSyntax, "the file does not begin with \"dl\"", "dl n=5", 0)
    }
    readNetwork()
    if let open = words.openQuote {
      fail(.unterminatedQuote, "the quote opened here is never closed", nil, open)
    }
  }

  private mutating func readNetwork() {
    guard header(), declareNodes() else { return }
    if layout == .lowerhalf || layout == .upperhalf || isTwoMode {
      assembly.usualDirection = .undirected
    } else {
      assembly.usualDirection = .directed
    }
    switch layout {
    case .fullmatrix, .lowerhalf, .upperhalf:
      while matrix < matrixCount, !hasFailed {
        readMatrix()
        matrix += 1
      }
      if !hasFailed, let more = words.next() {
        fail(.wrongFieldCount, "text follows the matrix", nil, more.range.lowerBound)
      }
    default: readLists()
    }
  }

  private mutating func fail(
    _ code: DiagnosticCode,
    _ message: String,
    _ hint: String?,
    _ place: Int
  ) {
    hasFailed = true
    assembly.report(code, message, hint: hint, at: place)
  }

  // MARK: Header

  /// Reads up to `data:`; false after an error.
  private mutating func header() -> Bool {
    while let word = words.next() {
      let text = words.text(word).lowercased()
      switch text {
      case "data:", "data":
        words.skipColon()
        return true
      case "n", "nr", "nc", "nm": guard size(text, word) else { return false }
      case "format":
        guard let value = words.next(), let known = Layout(rawValue: words.text(value).lowercased())
        else {
          fail(
            .badChoice,
            "this format of data is not known",
            "it can be fullmatrix, lowerhalf, upperhalf, nodelist1, nodelist1b, nodelist2,"
              + " edgelist1, edgelist2",
            word.range.lowerBound
          )
          return false
        }
        layout = known
        if known == .edgelist2 || known == .nodelist2 { isTwoMode = true }
      case "diagonal":
        if let value = words.next() { hasDiagonal = words.text(value).lowercased() != "absent" }
      case "labels:", "labels": labels(isOfRows: true, isOfColumns: !isTwoMode)
      case "row": afterWord { $0.labels(isOfRows: true, isOfColumns: false) }
      case "column", "col": afterWord { $0.labels(isOfRows: false, isOfColumns: true) }
      case "matrix", "level": afterWord { $0.takeMatrixLabels() }
      default:
        fail(
          .badSyntax,
          "\(SafeText.quoted(words.text(word))) is no word of a DL header",
          "known are n, nr, nc, nm, format, diagonal, labels:, row labels:, column labels:, data:",
          word.range.lowerBound
        )
        return false
      }
      if hasFailed { return false }
    }
    fail(.badSyntax, "there is no \"data:\"", "data: begins the ties", source.bytes.count - 1)
    return false
  }

  private mutating func size(_ name: String, _ word: LineToken) -> Bool {
    guard let value = words.next(), let number = words.integer(value), number >= 0 else {
      fail(.badInteger, "\(name) needs a number", "\(name)=5", word.range.lowerBound)
      return false
    }
    sizePlace = value.range.lowerBound
    switch name {
    case "n":
      rowCount = number
      columnCount = number
    case "nr":
      rowCount = number
      isTwoMode = true
    case "nc":
      columnCount = number
      isTwoMode = true
    default: matrixCount = number
    }
    guard number <= PajekVertices.mostUnlisted else {
      fail(.tooManyRows, "\(name) is larger than \(PajekVertices.mostUnlisted)", nil, sizePlace)
      return false
    }
    return true
  }

  /// Passes over the second word of `row labels`.
  private mutating func afterWord(_ body: (inout DLReader) -> Void) {
    guard let word = words.next(), words.text(word).lowercased().hasPrefix("label") else {
      return fail(.badSyntax, "\"labels\" is missing here", nil, words.at)
    }
    body(&self)
  }

  private mutating func labels(isOfRows: Bool, isOfColumns: Bool) {
    words.skipColon()
    if let word = words.peek(), !word.isQuoted, words.text(word).lowercased() == "embedded" {
      _ = words.next()
      if isOfRows { rowsAreLabelled = true }
      if isOfColumns { columnsAreLabelled = true }
      return
    }
    let count = isOfRows ? rowCount : columnCount
    var found: [(String, Int)] = []
    while found.count < count, let word = words.peek(), !isHeaderWord(word) {
      _ = words.next()
      found.append((words.text(word), word.range.lowerBound))
    }
    if isOfRows { rowLabels = found } else { columnLabels = found }
  }

  private mutating func takeMatrixLabels() {
    words.skipColon()
    while matrixLabels.count < matrixCount, let word = words.peek(), !isHeaderWord(word) {
      _ = words.next()
      matrixLabels.append(words.text(word))
    }
  }

  private func isHeaderWord(_ word: LineToken) -> Bool {
    guard !word.isQuoted else { return false }
    return ["data:", "labels:", "row", "column", "col", "matrix", "level", "format", "diagonal"]
      .contains(words.text(word).lowercased())
  }

  // MARK: Nodes

  /// Nodes of a matrix are places; names come from labels, else they are the numbers.
  private mutating func declareNodes() -> Bool {
    if rowsAreLabelled || columnsAreLabelled { return true }
    let labels = isTwoMode ? rowLabels + columnLabels : rowLabels
    let count = isTwoMode ? rowCount + columnCount : rowCount
    guard labels.isEmpty || labels.count == count else {
      fail(
        .wrongFieldCount,
        "\(labels.count) labels for \(count) nodes",
        "give each node a label, or none",
        labels[0].1
      )
      return false
    }
    for row in 0..<count {
      let isColumn = isTwoMode && row >= rowCount
      let number = isColumn ? "c\(row - rowCount + 1)" : isTwoMode ? "r\(row + 1)" : "\(row + 1)"
      let (name, place) = labels.isEmpty ? (number, sizePlace) : labels[row]
      declare(name, place, isColumn)
    }
    return true
  }

  private func declare(_ name: String, _ place: Int, _ isColumn: Bool) {
    let row = assembly.declare(name, at: place)
    if isTwoMode { assembly.setNode(row, "mode", isColumn ? "2" : "1", at: place) }
  }

  private func named(_ name: String, _ place: Int, isColumn: Bool) -> Int {
    let row = assembly.mention(name, at: place)
    if !assembly.isDeclared(row) { declare(name, place, isColumn) }
    return row
  }

  private func tie(_ from: Int, _ to: Int, _ weight: LineToken?, _ place: Int) {
    let row = assembly.addTie(from, to, at: place)
    if let weight {
      assembly.setTie(row, "weight", words.text(weight), at: weight.range.lowerBound)
    }
    if matrixCount > 1 || !matrixLabels.isEmpty {
      let name = matrix < matrixLabels.count ? matrixLabels[matrix] : String(matrix + 1)
      assembly.setTie(row, "relation", name, at: place)
    }
  }

  // MARK: Matrices

  private mutating func readMatrix() {
    guard rowCount > 0, columnCount > 0 else { return }
    var columns: [Int] = []
    if columnsAreLabelled {
      for _ in 0..<columnCount {
        guard let word = words.next() else { return endsEarly() }
        columns.append(named(words.text(word), word.range.lowerBound, isColumn: isTwoMode))
      }
    } else if !rowsAreLabelled {
      columns = (0..<columnCount).map { isTwoMode ? rowCount + $0 : $0 }
    } else if isTwoMode {
      columns = (0..<columnCount).map { named("c\($0 + 1)", sizePlace, isColumn: true) }
    }
    // Names of rows alone: the columns are in the same order, and known once all rows are.
    var later: [(row: Int, column: Int, word: LineToken)] = []
    var rows: [Int] = []
    for row in 0..<rowCount {
      let from: Int
      if rowsAreLabelled {
        guard let word = words.next() else { return endsEarly() }
        from = named(words.text(word), word.range.lowerBound, isColumn: false)
      } else if columnsAreLabelled {
        from = isTwoMode ? named("r\(row + 1)", sizePlace, isColumn: false) : columns[row]
      } else {
        from = row
      }
      rows.append(from)
      for column in places(ofRow: row) {
        guard let word = words.next() else { return endsEarly() }
        guard let value = words.value(word) else {
          return fail(
            .badNumber,
            "\(SafeText.quoted(words.text(word))) is not a number",
            "a matrix has numbers; . where nothing is known",
            word.range.lowerBound
          )
        }
        guard value != 0 else { continue }
        if columns.isEmpty {
          later.append((from, column, word))
        } else {
          tie(from, columns[column], word, word.range.lowerBound)
        }
      }
    }
    for entry in later {
      tie(entry.row, rows[entry.column], entry.word, entry.word.range.lowerBound)
    }
  }

  private func places(ofRow row: Int) -> Range<Int> {
    switch layout {
    case .lowerhalf: 0..<(hasDiagonal ? row + 1 : row)
    case .upperhalf: min(columnCount, hasDiagonal ? row : row + 1)..<columnCount
    default: 0..<columnCount
    }
  }

  private mutating func endsEarly() {
    fail(
      .wrongFieldCount,
      "the matrix ends before it has \(rowCount) rows of \(columnCount)",
      "is the file complete?",
      source.bytes.count - 1
    )
  }

  // MARK: Lists

  private mutating func readLists() {
    while !hasFailed, let line = words.nextLine() {
      guard let first = line.first else { continue }
      if words.text(first) == "!" {
        matrix += 1
        guard matrix < matrixCount else {
          return fail(.inconsistent, "more relations than nm says", nil, first.range.lowerBound)
        }
        continue
      }
      guard let from = end(first, isColumn: false) else { continue }
      switch layout {
      case .edgelist1, .edgelist2: edge(from, line)
      default: node(from, line)
      }
    }
  }

  private func edge(_ from: Int, _ line: [LineToken]) {
    guard line.count >= 2 else {
      return assembly.report(.missingValue, "a tie needs two ends", at: line[0].range)
    }
    guard let to = end(line[1], isColumn: isTwoMode) else { return }
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

  private func node(_ from: Int, _ line: [LineToken]) {
    var rest = line.dropFirst()
    if layout == .nodelist1b {
      guard let count = rest.first.flatMap({ words.integer($0) }), count == rest.count - 1 else {
        return assembly.report(
          .wrongFieldCount,
          "the number of ties does not agree with those that follow",
          hint: "nodelist1b: a node, how many, and those",
          at: line[0].range
        )
      }
      rest = rest.dropFirst()
    }
    for word in rest {
      guard let to = end(word, isColumn: isTwoMode) else { continue }
      tie(from, to, nil, word.range.lowerBound)
    }
  }

  /// A name where labels are in the data, else a number from 1.
  private func end(_ word: LineToken, isColumn: Bool) -> Int? {
    let place = word.range.lowerBound
    if isColumn ? columnsAreLabelled || rowsAreLabelled && !isTwoMode : rowsAreLabelled {
      return named(words.text(word), place, isColumn: isColumn)
    }
    let count = isColumn ? columnCount : rowCount
    guard let number = words.integer(word), number >= 1, number <= count else {
      if let row = assembly.row(of: words.text(word)) { return row }
      assembly.report(
        .unknownActor,
        "\(SafeText.quoted(words.text(word))) is no number from 1 to \(count)",
        hint: "names in the data need \"labels embedded\"",
        at: word.range
      )
      return nil
    }
    if rowsAreLabelled || columnsAreLabelled {
      return named(isColumn ? "c\(number)" : "r\(number)", place, isColumn: isColumn)
    }
    return isColumn ? rowCount + number - 1 : number - 1
  }
}
