import LearningRegion

/// Reads Pajek's `.net`, and `.paj` with networks, partitions and vectors.
///
/// Of several networks in one file each is a relation of its name, and vertices of the same label are
/// the same actor. A partition or a vector belongs to the network before it.
///
/// `*Vertices n [n1]`, `*Arcs`, `*Edges`, `*Arcslist`, `*Edgeslist`, `*Matrix`, relations as `*Arcs :2 "trust"` or `2:` before a
/// line, in any case. The labels are the ids where all are there and all are different. Words in pairs
/// after a line are attributes; times such as `[5-10,12]` are kept as `active`. n1 makes two modes.
struct PajekReader: FormatReader {
  private enum Section {
    case none, vertices, ties(TieDirection), lists(TieDirection), matrix, values, skipped
  }

  private let assembly: RegionAssembly
  private let source: SourceText
  private var lines: LineTokens
  private var section = Section.none
  private var vertices: PajekVertices
  /// What the network is called that is being read.
  private var networkName: String?
  private var networks = 0
  /// Where the network begins that has no vertices yet.
  private var emptyNetwork: Int?
  private var relation: String?
  private var relationNames: [String: String] = [:]
  private var matrixRow = 0
  private var valueName: String?
  private var valueRow = 0

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    source = assembly.source
    lines = LineTokens(source)
    vertices = PajekVertices(ofSeveral: PajekVertices.networkCount(in: source) > 1)
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
      if let open = words.first(where: { !$0.isQuoted && source.bytes[$0.range.lowerBound] == 0x22 }
      ) {
        report(.unterminatedQuote, "the quote opened here is never closed", open)
        continue
      }
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
      let title = XMLNumber.trimmed(source.string(words[0].range.upperBound..<lines.end))
      startNetwork(title.isEmpty ? nil : title)
      emptyNetwork = words[0].range.lowerBound
    case "*vertices": return startVertices(words)
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

  /// Ends the network before this one.
  private mutating func startNetwork(_ name: String?) {
    endNetwork()
    emptyNetwork = nil
    networks += 1
    networkName = name
    relationNames = [:]
    section = .none
    if !vertices.areOfSeveral { assembly.title = name }
  }

  private mutating func startVertices(_ words: [LineToken]) -> Bool {
    guard words.count > 1, let count = number(words[1]), count >= 0 else {
      report(.badInteger, "*Vertices needs their number", words[0], hint: "*Vertices 12")
      return false
    }
    if case .skipped = section { return true }
    if case .values = section {
      valueRow = 0
      if vertices.isBegun, count != vertices.announced {
        report(.inconsistent, "\(count) values for \(vertices.announced) vertices", words[1])
      }
      return true
    }
    if vertices.isBegun || networks == 0 { startNetwork(nil) }
    let first = words.count > 2 ? number(words[2]) ?? 0 : 0
    let hasModes = first >= 0 && first <= count
    emptyNetwork = nil
    vertices.begin(count, firstMode: hasModes ? first : 0, at: words[1].range.lowerBound)
    section = .vertices
    return true
  }

  private mutating func ties(_ words: [LineToken], _ new: Section) {
    vertices.declareUnlisted(assembly)
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
    guard vertices.has(number) else {
      return report(
        .numberOutOfRange,
        "there is no vertex \(number): *Vertices says \(vertices.announced)",
        words[0]
      )
    }
    let row = vertices.declare(
      number,
      label: words.count > 1 ? (text: text(words[1]), at: words[1].range.lowerBound) : nil,
      at: words[0].range.lowerBound,
      assembly
    )
    var at = 2
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

  // MARK: Ties

  private func end(_ word: LineToken) -> Int? {
    guard let number = number(word) else {
      report(.badInteger, "\(SafeText.quoted(text(word))) is no number of a vertex", word)
      return nil
    }
    guard vertices.has(number) else {
      let said = vertices.announced
      report(.unknownActor, "there is no vertex \(number): *Vertices says \(said)", word)
      return nil
    }
    return vertices.row(of: number, at: word.range.lowerBound, assembly)
  }

  private func add(_ from: Int, _ to: Int, _ direction: TieDirection, _ place: Int) -> Int {
    let row = assembly.addTie(from, to, direction, at: place)
    let network = vertices.areOfSeveral ? networkName ?? "network \(networks)" : nil
    let name = [network, relation].compactMap { $0 }.joined(separator: " / ")
    assembly.setTie(row, "relation", name, at: place)
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
    let (announced, firstMode) = (vertices.announced, vertices.firstMode)
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
    let from = vertices.row(of: matrixRow + 1, at: place, assembly)
    for (column, word) in words.enumerated() {
      guard let value = CellValue.number(source.string(word.inside)) else {
        report(.badNumber, "\(SafeText.quoted(text(word))) is not a number", word)
        continue
      }
      guard value != 0 else { continue }
      let to = vertices.row(of: firstMode + column + 1, at: word.range.lowerBound, assembly)
      let direction: TieDirection = firstMode > 0 ? .undirected : .directed
      let tie = add(from, to, direction, word.range.lowerBound)
      assembly.setTie(tie, "weight", source.string(word.inside), at: word.range.lowerBound)
    }
    matrixRow += 1
  }

  // MARK: Partitions and vectors

  private mutating func value(_ word: LineToken) {
    guard let valueName else { return }
    guard vertices.has(valueRow + 1), valueRow < assembly.nodeCount else {
      return report(.wrongFieldCount, "more values than vertices", word)
    }
    let row = vertices.row(of: valueRow + 1, at: word.range.lowerBound, assembly)
    assembly.setNode(row, valueName, text(word), at: word.range.lowerBound)
    valueRow += 1
  }

  private mutating func endNetwork() {
    if let emptyNetwork {
      assembly.report(
        .badSyntax,
        "the network has no vertices",
        hint: "*Vertices 12 follows *Network",
        at: emptyNetwork
      )
    }
    guard vertices.isBegun else { return }
    vertices.end(assembly)
  }

  private mutating func finish() {
    if !vertices.isBegun, assembly.nodeCount == 0 {
      assembly.report(.badSyntax, "there is no *Vertices line", hint: "*Vertices 12", at: 0)
      return
    }
    endNetwork()
    if vertices.areOfSeveral {
      assembly.assume(
        .relation,
        "\(networks) networks: each is a relation, equal labels are one actor"
      )
    } else {
      assembly.idColumn = ("label", "the labels of the vertices are the ids")
    }
  }
}
