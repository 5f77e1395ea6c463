import LearningRegion

/// Reads Pajek's `.net`, and `.paj` with one network, its partitions and vectors.
///
/// `*Vertices n [n1]`, `*Arcs`, `*Edges`, `*Arcslist`, `*Edgeslist`, `*Matrix`, relations as `*Arcs :2 "trust"` or `2:` before a
/// line, in any case. The labels are the ids where all are there and all are different. Words in pairs
/// after a line are attributes; times such as `[5-10,12]` are kept as `active`. n1 makes two modes.
struct PajekReader: FormatReader {
  private enum Section {
    case none, vertices, ties(TieDirection), lists(TieDirection), matrix, values, skipped
  }

  /// The most vertices that are taken without a line each.
  static let mostUnlisted = 1 << 20

  private let assembly: RegionAssembly
  private let source: SourceText
  private var lines: LineTokens
  private var section = Section.none
  private var announced = 0
  private var firstMode = 0
  private var announcedAt = 0
  private var networks = 0
  private var hasVertices = false
  private var relation: String?
  private var relationNames: [String: String] = [:]
  private var matrixRow = 0
  private var valueName: String?
  private var valueRow = 0

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    source = assembly.source
    lines = LineTokens(source)
  }

  static func read(into assembly: RegionAssembly) {
    var reader = PajekReader(assembly)
    reader.read()
  }

  private mutating func read() {
    let name = source.name.lowercased()
    if name.hasSuffix(".clu") || name.hasSuffix(".vec") {
      assembly.report(
        .formatNotRead,
        "a partition or a vector is no network",
        hint: "put it behind the network in a .paj file, under *Partition or *Vector",
        at: 0
      )
      return
    }
    while lines.nextLine() {
      let words = lines.words()
      if source.bytes[words[0].range.lowerBound] == 0x2a {
        guard command(words) else { return }
        continue
      }
      switch section {
      case .none: return report(.badSyntax, "a line before any * command", words[0])
      case .vertices: vertex(words)
      case .ties(let direction): tie(words, direction)
      case .lists(let direction): list(words, direction)
      case .matrix: row(words)
      case .values: value(words[0])
      case .skipped: break
      }
    }
    finish()
  }

  private func text(_ word: LineToken) -> String {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[word.inside])
    guard bytes.contains(0x5c) else { return CharacterReferences.decoded(bytes) }
    // Before references are read: one may stand for a backslash.
    var text = String(decoding: bytes, as: UTF8.self).replacing("\\n", with: "\n")
    return text.withUTF8 { CharacterReferences.decoded(UnsafeRawBufferPointer($0)) }
  }

  private func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ word: LineToken,
    hint: String? = nil
  ) {
    assembly.report(code, message, hint: hint, at: word.range)
  }

  private func number(_ word: LineToken) -> Int? {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[word.inside])
    return (try? NumberReader.integer(bytes)).map(Int.init)
  }

  private func isNumber(_ word: LineToken) -> Bool {
    !word.isQuoted && CellValue.number(source.string(word.inside)) != nil
  }

  // MARK: Commands

  /// False where nothing more can be read.
  private mutating func command(_ words: [LineToken]) -> Bool {
    switch source.string(words[0].range).lowercased() {
    case "*network":
      networks += 1
      guard networks == 1, !hasVertices else {
        report(
          .formatNotRead,
          "a second network in the file",
          words[0],
          hint: "put each network into a file of its own"
        )
        return false
      }
      let title = XMLNumber.trimmed(source.string(words[0].range.upperBound..<lines.end))
      assembly.title = title.isEmpty ? nil : title
    case "*vertices": return vertices(words)
    case "*arcs": ties(words, .ties(.directed))
    case "*edges": ties(words, .ties(.undirected))
    case "*arcslist": ties(words, .lists(.directed))
    case "*edgeslist": ties(words, .lists(.undirected))
    case "*matrix":
      matrixRow = 0
      ties(words, .matrix)
    case "*partition", "*vector", "*clu", "*vec":
      let name = XMLNumber.trimmed(source.string(words[0].range.upperBound..<lines.end))
      valueName =
        name.isEmpty ? String(source.string(words[0].range).dropFirst()).lowercased() : name
      section = .values
    case "*permutation", "*cluster", "*hierarchy":
      section = .skipped
      valueName = nil
      assembly.assume(.columns, "\(source.string(words[0].range)) is not kept")
    default:
      report(
        .badSyntax,
        "\(SafeText.quoted(source.string(words[0].range))) is no command of Pajek",
        words[0],
        hint: "known are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Network"
      )
      section = .skipped
    }
    return true
  }

  private mutating func vertices(_ words: [LineToken]) -> Bool {
    guard words.count > 1, let count = number(words[1]), count >= 0 else {
      report(.badInteger, "*Vertices needs their number", words[0], hint: "*Vertices 12")
      return false
    }
    if case .skipped = section { return true }
    if case .values = section {
      valueRow = 0
      if hasVertices, count != announced {
        report(
          .inconsistent,
          "\(count) values for \(announced) vertices",
          words[1]
        )
      }
      return true
    }
    guard !hasVertices else {
      report(
        .formatNotRead,
        "a second network in the file",
        words[0],
        hint: "one file, one network"
      )
      return false
    }
    hasVertices = true
    announced = count
    announcedAt = words[1].range.lowerBound
    if words.count > 2, let first = number(words[2]), first >= 0, first <= count {
      firstMode = first
    }
    section = .vertices
    return true
  }

  private mutating func ties(_ words: [LineToken], _ new: Section) {
    declareUnlisted()
    section = new
    relation = nil
    guard words.count > 1, source.bytes[words[1].range.lowerBound] == 0x3a else { return }
    let number = String(source.string(words[1].range).dropFirst())
    if words.count > 2 { relationNames[number] = text(words[2]) }
    relation = relationNames[number] ?? number
  }

  // MARK: Vertices

  private mutating func vertex(_ words: [LineToken]) {
    guard let number = number(words[0]) else {
      return report(.badInteger, "a vertex begins with its number", words[0], hint: "1 \"Name\"")
    }
    guard number >= 1, number <= announced else {
      return report(
        .numberOutOfRange,
        "there is no vertex \(number): *Vertices says \(announced)",
        words[0]
      )
    }
    let row = assembly.declare(String(number), at: words[0].range.lowerBound)
    var at = 1
    if at < words.count {
      assembly.setNode(row, "label", text(words[at]), at: words[at].range.lowerBound)
      at += 1
    }
    for axis in ["viz_x", "viz_y", "viz_z"] where at < words.count && isNumber(words[at]) {
      let number = source.string(words[at].inside)
      assembly.setNode(row, axis, number, at: words[at].range.lowerBound)
      at += 1
    }
    let shapes = [
      "ellipse", "box", "diamond", "triangle", "cross", "empty", "man", "woman", "house",
    ]
    if at < words.count, shapes.contains(text(words[at]).lowercased()) {
      assembly.setNode(row, "shape", text(words[at]), at: words[at].range.lowerBound)
      at += 1
    }
    pairs(words, from: at) { assembly.setNode(row, $0, $1, at: $2) }
  }

  /// Names and values in turn, and times between brackets.
  private func pairs(
    _ words: [LineToken],
    from first: Int,
    _ set: (_ name: String, _ text: String, _ at: Int) -> Void
  ) {
    var at = first
    while at < words.count {
      let place = words[at].range.lowerBound
      if source.bytes[place] == 0x5b {
        let inside = source.string(words[at].range).dropFirst().dropLast()
        set("active", String(inside), place)
        at += 1
        continue
      }
      guard at + 1 < words.count else {
        return report(
          .badSyntax,
          "a name without a value at the end of the line",
          words[at],
          hint: "put names with blanks between double quotes"
        )
      }
      let name = text(words[at])
      set(name == "l" ? "label" : name, text(words[at + 1]), words[at + 1].range.lowerBound)
      at += 2
    }
  }

  /// Vertices that the file announces and does not list.
  private mutating func declareUnlisted() {
    guard case .vertices = section else { return }
    let listed = assembly.nodeCount
    guard listed < announced else { return }
    guard announced <= Self.mostUnlisted || announced - listed <= source.bytes.count else {
      assembly.report(
        .tooManyRows,
        "*Vertices announces \(announced), and \(listed) are listed",
        hint: "list every vertex on a line of its own",
        at: announcedAt
      )
      return
    }
    for number in 1...announced {
      let row = assembly.mention(String(number), at: announcedAt)
      if !assembly.isDeclared(row) { assembly.declare(String(number), at: announcedAt) }
    }
  }

  // MARK: Ties

  private func end(_ word: LineToken) -> Int? {
    guard let number = number(word) else {
      report(.badInteger, "\(SafeText.quoted(text(word))) is no number of a vertex", word)
      return nil
    }
    guard number >= 1, number <= announced else {
      report(.unknownActor, "there is no vertex \(number): *Vertices says \(announced)", word)
      return nil
    }
    return assembly.mention(String(number), at: word.range.lowerBound)
  }

  private func add(_ from: Int, _ to: Int, _ direction: TieDirection, _ place: Int) -> Int {
    let row = assembly.addTie(from, to, direction, at: place)
    if let relation { assembly.setTie(row, "relation", relation, at: place) }
    return row
  }

  private mutating func tie(_ words: [LineToken], _ direction: TieDirection) {
    var words = words[...]
    let before = relation
    defer { relation = before }
    if let first = words.first, source.bytes[first.range.upperBound - 1] == 0x3a {
      let number = String(source.string(first.range).dropLast())
      relation = relationNames[number] ?? number
      words = words.dropFirst()
    }
    guard words.count >= 2 else {
      return assembly.report(.missingValue, "a tie needs two ends", at: lines.start)
    }
    let parts = Array(words)
    guard let from = end(parts[0]), let to = end(parts[1]) else { return }
    let row = add(from, to, direction, parts[0].range.lowerBound)
    var at = 2
    // A weight that is none is an error, not a name: Pajek has nothing else in third place.
    if at < parts.count, source.bytes[parts[at].range.lowerBound] != 0x5b {
      assembly.setTie(row, "weight", text(parts[at]), at: parts[at].range.lowerBound)
      at += 1
    }
    pairs(parts, from: at) { assembly.setTie(row, $0, $1, at: $2) }
  }

  private func list(_ words: [LineToken], _ direction: TieDirection) {
    guard let from = end(words[0]) else { return }
    for word in words.dropFirst() {
      guard let to = end(word) else { return }
      _ = add(from, to, direction, word.range.lowerBound)
    }
  }

  private mutating func row(_ words: [LineToken]) {
    let rows = firstMode > 0 ? firstMode : announced
    guard matrixRow < rows else {
      return report(.wrongFieldCount, "the matrix has more than \(rows) rows", words[0])
    }
    let columns = firstMode > 0 ? announced - firstMode : announced
    guard words.count == columns else {
      matrixRow += 1
      return report(
        .wrongFieldCount,
        "the row has \(words.count) values, the matrix \(columns) columns",
        words[0]
      )
    }
    let place = words[0].range.lowerBound
    let from = assembly.mention(String(matrixRow + 1), at: place)
    for (column, word) in words.enumerated() {
      guard let value = CellValue.number(source.string(word.inside)) else {
        report(.badNumber, "\(SafeText.quoted(text(word))) is not a number", word)
        continue
      }
      guard value != 0 else { continue }
      let to = assembly.mention(String(firstMode + column + 1), at: word.range.lowerBound)
      let direction: TieDirection = firstMode > 0 ? .undirected : .directed
      let tie = add(from, to, direction, word.range.lowerBound)
      assembly.setTie(tie, "weight", source.string(word.inside), at: word.range.lowerBound)
    }
    matrixRow += 1
  }

  // MARK: Partitions and vectors

  private mutating func value(_ word: LineToken) {
    guard let valueName else { return }
    guard valueRow < announced, valueRow < assembly.nodeCount else {
      return report(.wrongFieldCount, "more values than vertices", word)
    }
    let row = assembly.mention(String(valueRow + 1), at: word.range.lowerBound)
    assembly.setNode(row, valueName, text(word), at: word.range.lowerBound)
    valueRow += 1
  }

  private mutating func finish() {
    if !hasVertices {
      assembly.report(.badSyntax, "there is no *Vertices line", hint: "*Vertices 12", at: 0)
      return
    }
    declareUnlisted()
    if firstMode > 0 {
      for number in 1...announced {
        let row = assembly.mention(String(number), at: announcedAt)
        assembly.setNode(row, "mode", number <= firstMode ? "1" : "2", at: announcedAt)
      }
    }
    assembly.idColumn = ("label", "the labels of the vertices are the ids")
  }
}
