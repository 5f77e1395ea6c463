import LearningRegion

/// Reads Pajek's `.net`, and `.paj` with networks, partitions and vectors.
///
/// Of several networks in one file each is a relation of its name, and vertices of the same label are
/// the same actor. A partition or a vector belongs to the network before it, with a number for each vertex.
///
/// `*Vertices n [n1]`, `*Arcs`, `*Edges`, `*Arcslist`, `*Edgeslist`, `*Matrix`, relations as `*Arcs :2 "trust"` or `2:` before a
/// line, in any case. The labels are the ids where all are there and all are different. Words in pairs
/// after a line are attributes; times such as `[5-10,12]` are kept as `active`. n1 makes two modes.
/// The end-of-file mark of DOS (0x1A) may stand at the end.
struct PajekReader: FormatReader {
  private enum Section {
    case none, vertices, ties(TieDirection), lists(TieDirection), matrix, values, skipped
  }

  let assembly: RegionAssembly
  let source: SourceText
  private var lines: LineTokens
  private var section = Section.none
  /// The command that begins the section.
  private var sectionPlace = 0..<0
  private var vertices: PajekVertices
  /// What the network is called that is being read.
  private var networkName: String?
  private var networks = 0
  /// Where the network begins that has no vertices yet.
  private var emptyNetwork: Int?
  private var relation: String?
  private var relationNames: [Int: String] = [:]
  private var matrixRow = 0
  private var values: PajekValues?
  /// Ties of networks of two modes that do not go from one to the other.
  private var tiesInOneMode = 0

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    let whole = assembly.source
    let length = (whole.bytes.lastIndex { $0 != 0x1a } ?? -1) + 1
    source =
      length == whole.bytes.count ? whole : SourceText(0..<length, of: whole, name: whole.name)
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
      if source.bytes[words[0].range.lowerBound] == 0x2a {
        guard command(words), !vertices.areRefused else { return }
        continue
      }
      guard hasQuotesAround(words) else { continue }
      switch section {
      case .none: return report(.badSyntax, "a line before any * command", words[0])
      case .vertices: vertex(words)
      case .ties(let direction): tie(words, direction)
      case .lists(let direction): list(words, direction)
      case .matrix: row(words)
      case .values: values?.take(words, of: vertices, assembly)
      case .skipped: break
      }
    }
    finish()
  }

  // MARK: Commands

  /// False where nothing more can be read.
  private mutating func command(_ words: [LineToken]) -> Bool {
    let command = source.string(words[0].range).lowercased()
    if command == "*vertices" { return startVertices(words) }
    endSection()
    sectionPlace = words[0].range
    switch command {
    case "*network":
      let title = XMLNumber.trimmed(source.string(words[0].range.upperBound..<lines.end))
      startNetwork(title.isEmpty ? nil : title)
      emptyNetwork = words[0].range.lowerBound
    case "*arcs": return ties(words, .ties(.directed))
    case "*edges": return ties(words, .ties(.undirected))
    case "*arcslist": return ties(words, .lists(.directed))
    case "*edgeslist": return ties(words, .lists(.undirected))
    case "*matrix":
      matrixRow = 0
      return ties(words, .matrix)
    case "*partition", "*vector", "*clu", "*vec":
      guard hasVertices(words[0]) else { return false }
      let title = XMLNumber.trimmed(source.string(words[0].range.upperBound..<lines.end))
      values = PajekValues(command, title: title, at: words[0].range)
      section = .values
    case "*permutation", "*cluster", "*hierarchy":
      section = .skipped
      assembly.assume(.columns, "\(source.string(words[0].range)) is not kept")
    default:
      report(
        .badSyntax,
        "\(SafeText.quoted(source.string(words[0].range))) is no command of Pajek",
        words[0],
        hint: "known are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Network,"
          + " *Partition, *Vector"
      )
      section = .skipped
    }
    return true
  }

  /// Whether there are vertices, all of them from now on; false after it was reported.
  private mutating func hasVertices(_ command: LineToken) -> Bool {
    guard vertices.isBegun else {
      let said = source.string(command.range)
      report(.badSyntax, "\(said) before *Vertices", command, hint: "*Vertices 12 comes first")
      return false
    }
    vertices.declareUnlisted(assembly)
    return true
  }

  /// Reports what is missing of a matrix, a partition or a vector.
  private func endSection() {
    switch section {
    case .matrix where matrixRow < matrixSize.rows:
      assembly.report(
        .wrongFieldCount,
        "the matrix has \(matrixRow) of \(matrixSize.rows) rows",
        at: sectionPlace
      )
    case .values: values?.end(of: vertices, assembly)
    default: break
    }
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
    guard words.count > 1 else {
      report(.badInteger, "*Vertices needs their number", words[0], hint: "*Vertices 12")
      return false
    }
    guard let number = count(words[1]) else { return false }
    guard let firstMode = words.count > 2 ? count(words[2], of: number) : 0 else { return false }
    guard words.count < 4 else {
      report(.badSyntax, "text follows the numbers of vertices", words[3])
      return false
    }
    switch section {
    case .skipped: return true
    case .values:
      let place = words[1].range
      return values?.announce(number, at: place, of: vertices, assembly) ?? true
    default: endSection()
    }
    if vertices.isBegun || networks == 0 { startNetwork(nil) }
    emptyNetwork = nil
    vertices.begin(number, firstMode: firstMode, at: words[1].range.lowerBound)
    section = .vertices
    return true
  }

  /// False where there are no vertices to tie.
  private mutating func ties(_ words: [LineToken], _ new: Section) -> Bool {
    guard hasVertices(words[0]) else { return false }
    section = new
    relation = nil
    guard words.count > 1, hasQuotesAround(words) else { return true }
    let (start, end) = (words[1].range.lowerBound, words[1].range.upperBound)
    let digits = source.bytes[start] == 0x3a ? start + 1..<end : start..<start
    guard let number = relationNumber(digits, words[1]) else { return true }
    if words.count > 2 { relationNames[number] = text(words[2]) }
    if words.count > 3 {
      report(
        .badSyntax,
        "text follows the name of the relation",
        words[3],
        hint: "put names with blanks between double quotes"
      )
    }
    relation = relationNames[number] ?? String(number)
    return true
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

  // MARK: Ties

  private typealias End = (number: Int, row: Int)

  private func end(_ word: LineToken) -> End? {
    guard let number = number(word) else {
      report(.badInteger, "\(SafeText.quoted(text(word))) is no number of a vertex", word)
      return nil
    }
    guard vertices.has(number) else {
      let said = vertices.announced
      report(.unknownActor, "there is no vertex \(number): *Vertices says \(said)", word)
      return nil
    }
    return (number, vertices.row(of: number, at: word.range.lowerBound, assembly))
  }

  private mutating func add(
    _ from: End,
    _ to: End,
    _ direction: TieDirection,
    _ place: Int
  ) -> Int {
    if vertices.areOfOneMode(from.number, to.number) { tiesInOneMode += 1 }
    let row = assembly.addTie(from.row, to.row, direction, at: place)
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
      let digits = first.range.lowerBound..<first.range.upperBound - 1
      guard let number = relationNumber(digits, first) else { return }
      relation = relationNames[number] ?? String(number)
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

  private mutating func list(_ words: [LineToken], _ direction: TieDirection) {
    guard let from = end(words[0]) else { return }
    for word in words.dropFirst() {
      guard let to = end(word) else { return }
      _ = add(from, to, direction, word.range.lowerBound)
    }
  }

  /// From the first mode to the second where there are two.
  private var matrixSize: (rows: Int, columns: Int) {
    let (all, first) = (vertices.announced, vertices.firstMode)
    return first > 0 ? (first, all - first) : (all, all)
  }

  private mutating func row(_ words: [LineToken]) {
    let (rows, columns) = matrixSize
    guard matrixRow < rows else {
      return report(.wrongFieldCount, "the matrix has more than \(rows) rows", words[0])
    }
    guard words.count == columns else {
      matrixRow += 1
      return report(
        .wrongFieldCount,
        "the row has \(words.count) values, the matrix \(columns) columns",
        words[0]
      )
    }
    let place = words[0].range.lowerBound
    let from = (matrixRow + 1, vertices.row(of: matrixRow + 1, at: place, assembly))
    let firstMode = vertices.firstMode
    for (column, word) in words.enumerated() {
      guard let value = CellValue.number(source.string(word.inside)) else {
        report(.badNumber, "\(SafeText.quoted(text(word))) is not a number", word)
        continue
      }
      guard value != 0 else { continue }
      let number = firstMode + column + 1
      let to = (number, vertices.row(of: number, at: word.range.lowerBound, assembly))
      let direction: TieDirection = firstMode > 0 ? .undirected : .directed
      let tie = add(from, to, direction, word.range.lowerBound)
      assembly.setTie(tie, "weight", source.string(word.inside), at: word.range.lowerBound)
    }
    matrixRow += 1
  }

  // MARK: The end

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
    endSection()
    endNetwork()
    if tiesInOneMode > 0 {
      assembly.assume(.relation, "ties between actors of one and the same mode: \(tiesInOneMode)")
    }
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
