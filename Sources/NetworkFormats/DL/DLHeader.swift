import LearningRegion

/// The header of a DL file: what stands before `data:`.
struct DLHeader {
  enum Layout: String, CaseIterable {
    case fullmatrix, lowerhalf, upperhalf, nodelist1, nodelist1b, nodelist2, edgelist1, edgelist2

    var isHalf: Bool { self == .lowerhalf || self == .upperhalf }
    var isMatrix: Bool { self == .fullmatrix || isHalf }
    var isOfTwoModes: Bool { self == .nodelist2 || self == .edgelist2 }
  }

  struct Label {
    let name: String
    let place: Int
  }

  /// The rows or the columns.
  struct Axis {
    var count = 0
    /// The word that says how many, and where.
    var sizeName = ""
    var sizePlace = 0
    var labels: [Label] = []
    /// Whether the names are in the data.
    var isEmbedded = false
    /// The nodes of the assembly, in order.
    var nodes: [Int] = []

    var isSized: Bool { !sizeName.isEmpty }
    var names: [String] { labels.map(\.name) }
  }

  private(set) var layout = Layout.fullmatrix
  private(set) var matrixCount = 1
  private(set) var hasDiagonal = true
  private(set) var matrixLabels: [Label] = []
  var rows = Axis()
  var columns = Axis()
  /// What was said of sizes, and where.
  private var sizes: [String: (value: Int, place: Int)] = [:]
  private var layoutPlace = 0
  private var diagonalPlace = 0

  /// Whether rows and columns are the same actors, whatever their labels.
  var isOfOneMode: Bool { sizes["n"] != nil && !layout.isOfTwoModes || layout.isHalf }

  /// Reads up to and with `data:`.
  mutating func read(
    _ words: inout DLWords,
    _ assembly: RegionAssembly
  ) throws(DLProblem) {
    guard let first = words.next(), words.text(first).lowercased() == "dl" else {
      throw DLProblem(.badSyntax, "the file does not begin with \"dl\"", hint: "dl n=5", at: 0)
    }
    while let word = words.next() {
      let place = word.range.lowerBound
      let text = words.text(word).lowercased()
      switch text {
      case "data:", "data":
        words.skipColon()
        return try check(from: first.range.lowerBound)
      case "n", "nr", "nc", "nm": try takeSize(text, at: place, &words)
      case "format": try takeLayout(at: place, &words, assembly)
      case "diagonal": try takeDiagonal(at: place, &words)
      case "labels:", "labels": try takeLabels([\.rows, \.columns], at: place, &words)
      case "row":
        try passLabels(&words)
        try takeLabels([\.rows], at: place, &words)
      case "column", "col":
        try passLabels(&words)
        try takeLabels([\.columns], at: place, &words)
      case "matrix", "level":
        try passLabels(&words)
        matrixLabels = list(of: matrixCount, &words)
      default:
        throw DLProblem(
          .badSyntax,
          "\(SafeText.quoted(words.text(word))) is no word of a DL header",
          hint: "known are n, nr, nc, nm, format, diagonal, labels:, row labels:, column labels:,"
            + " matrix labels:, data:",
          at: place
        )
      }
    }
    throw DLProblem(
      .badSyntax,
      "there is no \"data:\"",
      hint: "data: begins the ties",
      at: assembly.source.bytes.count - 1
    )
  }

  // MARK: Words

  private mutating func takeSize(
    _ name: String,
    at place: Int,
    _ words: inout DLWords
  ) throws(DLProblem) {
    guard let value = words.next(), let number = words.integer(value), number >= 0 else {
      throw DLProblem(.badInteger, "\(name) needs a number", hint: "\(name)=5", at: place)
    }
    let valuePlace = value.range.lowerBound
    guard number <= PajekVertices.mostUnlisted else {
      let most = PajekVertices.mostUnlisted
      throw DLProblem(.tooManyRows, "\(name) is larger than \(most)", at: valuePlace)
    }
    guard name != "nm" || number > 0 else {
      throw DLProblem(
        .numberOutOfRange,
        "nm is 0",
        hint: "nm is the number of relations",
        at: valuePlace
      )
    }
    guard sizes.updateValue((number, place), forKey: name) == nil else {
      throw DLProblem(.inconsistent, "\(name) is given twice", at: place)
    }
    for other in ["nr", "nc"] {
      guard let all = sizes["n"], let one = sizes[other], all.value != one.value else { continue }
      throw DLProblem(
        .inconsistent,
        "n is \(all.value), and \(other) is \(one.value)",
        hint: "n= is for one kind of actors, nr= and nc= are for two",
        at: place
      )
    }
    func size(_ axis: inout Axis) {
      (axis.count, axis.sizeName, axis.sizePlace) = (number, name, valuePlace)
    }
    switch name {
    case "nr": size(&rows)
    case "nc": size(&columns)
    case "nm": matrixCount = number
    default:
      size(&rows)
      size(&columns)
    }
  }

  private mutating func takeLayout(
    at place: Int,
    _ words: inout DLWords,
    _ assembly: RegionAssembly
  ) throws(DLProblem) {
    let name = words.next().map { words.text($0).lowercased() } ?? ""
    layoutPlace = place
    if let known = Layout(rawValue: name) {
      layout = known
    } else if let known = Layout(rawValue: name + "1") {
      layout = known
      assembly.assume(.heading, "\(name) is read as \(name)1")
    } else {
      throw DLProblem(
        .badChoice,
        "this format of data is not known",
        hint: "it can be " + Layout.allCases.map(\.rawValue).joined(separator: ", "),
        at: place
      )
    }
  }

  private mutating func takeDiagonal(
    at place: Int,
    _ words: inout DLWords
  ) throws(DLProblem) {
    let choice = words.next().map { words.text($0).lowercased() }
    guard choice == "absent" || choice == "present" else {
      throw DLProblem(.badChoice, "the diagonal is absent or present", at: place)
    }
    hasDiagonal = choice == "present"
    diagonalPlace = place
  }

  /// Passes over the second word of `row labels`.
  private func passLabels(_ words: inout DLWords) throws(DLProblem) {
    guard let word = words.next(), words.text(word).lowercased().hasPrefix("label") else {
      throw DLProblem(.badSyntax, "\"labels\" is missing here", at: words.at)
    }
  }

  private mutating func takeLabels(
    _ axes: [WritableKeyPath<DLHeader, Axis>],
    at place: Int,
    _ words: inout DLWords
  ) throws(DLProblem) {
    words.skipColon()
    if let word = words.peek(), !word.isQuoted,
      ["embedded", "embedded:"].contains(words.text(word).lowercased())
    {
      _ = words.next()
      words.skipColon()
      for axis in axes { self[keyPath: axis].isEmbedded = true }
      return
    }
    let counts = axes.map { self[keyPath: $0].count }
    guard axes.allSatisfy({ self[keyPath: $0].isSized }) else {
      throw DLProblem(
        .badSyntax,
        "the labels stand before the size",
        hint: "n=, or nr= and nc=, come first",
        at: place
      )
    }
    guard counts.allSatisfy({ $0 == counts[0] }) else {
      throw DLProblem(
        .inconsistent,
        "labels: are for rows and columns alike, and nr is not nc",
        hint: "use row labels: and column labels:",
        at: place
      )
    }
    let found = list(of: counts[0], &words)
    guard found.isEmpty || found.count == counts[0] else {
      throw DLProblem(
        .wrongFieldCount,
        "\(found.count) labels for \(counts[0]) nodes",
        hint: "give each node a label, or none",
        at: found[0].place
      )
    }
    for axis in axes { self[keyPath: axis].labels = found }
  }

  /// Labels up to the number wanted or the next word of the header.
  private func list(of count: Int, _ words: inout DLWords) -> [Label] {
    words.skipColon()
    var found: [Label] = []
    while found.count < count, let word = words.peek(),
      word.isQuoted || !Self.ends.contains(words.text(word).lowercased())
    {
      _ = words.next()
      found.append(Label(name: words.text(word), place: word.range.lowerBound))
    }
    return found
  }

  /// The words that end a list of labels.
  private static let ends: Set = [
    "data:", "labels:", "row", "column", "col", "matrix", "level", "format", "diagonal",
  ]

  // MARK: The whole

  private func check(from start: Int) throws(DLProblem) {
    guard rows.isSized || columns.isSized else {
      throw DLProblem(.badSyntax, "n= is missing", hint: "dl n=5", at: start)
    }
    guard rows.isSized, columns.isSized else {
      throw DLProblem(
        .badSyntax,
        rows.isSized ? "nc= is missing" : "nr= is missing",
        hint: "nr= and nc= go together; n= is for both",
        at: rows.isSized ? rows.sizePlace : columns.sizePlace
      )
    }
    let isSquare = rows.count == columns.count
    guard isSquare || !layout.isHalf else {
      throw DLProblem(
        .inconsistent,
        "half a matrix has as many columns as rows, and nr is not nc",
        hint: "use fullmatrix",
        at: layoutPlace
      )
    }
    guard isSquare || hasDiagonal || !layout.isMatrix else {
      throw DLProblem(
        .inconsistent,
        "the diagonal is absent, and nr is not nc",
        hint: "only as many columns as rows have a diagonal",
        at: diagonalPlace
      )
    }
    guard layout != .nodelist1b || !rows.isEmbedded && !columns.isEmbedded else {
      throw DLProblem(
        .inconsistent,
        "nodelist1b has no names in its lines",
        hint: "list them after labels:, or use nodelist1",
        at: layoutPlace
      )
    }
    try checkMatrixLabels()
  }

  private func checkMatrixLabels() throws(DLProblem) {
    guard let first = matrixLabels.first else { return }
    guard matrixLabels.count == matrixCount else {
      throw DLProblem(
        .wrongFieldCount,
        "\(matrixLabels.count) labels for \(matrixCount) relations",
        hint: "give each relation a label, or none",
        at: first.place
      )
    }
    var seen: Set<String> = []
    for label in matrixLabels where !seen.insert(label.name).inserted {
      throw DLProblem(
        .duplicateID,
        "two relations are called \(SafeText.quoted(label.name))",
        hint: "give each relation a label of its own",
        at: label.place
      )
    }
  }
}
