/// The vertices of the network that is being read: which numbers there are, and the rows they have.
///
/// In a file of one network a vertex has its number for an id until the end, when labels take over
/// where all are different. In a file of several the label is the id at once, so that the same actor
/// is met again.
struct PajekVertices {
  /// The most vertices that are taken without a line each.
  static let mostUnlisted = 1 << 20
  /// The same for all networks of a file together, where it has several.
  static let mostUnlistedOfSeveral = 1 << 16

  /// Whether the file has several networks.
  let areOfSeveral: Bool
  /// How many vertices the network has by its own word.
  private(set) var announced = 0
  /// How many of them are of the first mode; 0 where there is one mode.
  private(set) var firstMode = 0
  /// Whether a network's vertices have been announced.
  private(set) var isBegun = false
  private var announcedAt = 0
  private var isComplete = false
  /// Whether more is announced than can be believed.
  private(set) var areRefused = false
  /// Vertices of all networks so far that have no line of their own.
  private var unlistedInAll = 0
  /// In a file of several networks, the rows of the vertices listed.
  private var rows: [Int: Int] = [:]
  private var rowsOfNetwork: Set<Int> = []

  init(ofSeveral: Bool) { areOfSeveral = ofSeveral }

  /// How many networks a file has: `*Vertices` that do not belong to a partition or a vector.
  static func networkCount(in source: SourceText) -> Int {
    var lines = LineTokens(source)
    var count = 0
    var isOfValues = false
    while lines.nextLine() {
      var start = lines.start
      while LineTokens.isBlank(source.bytes[start]) { start += 1 }
      guard source.bytes[start] == 0x2a else { continue }
      let word = source.string(start..<min(lines.end, start + 13)).lowercased()
      if word.hasPrefix("*vertices") {
        if !isOfValues { count += 1 }
      } else {
        isOfValues = ["*partition", "*vector", "*clu", "*vec", "*permutation", "*hierarchy"]
          .contains(where: word.hasPrefix)
      }
    }
    return count
  }

  mutating func begin(_ count: Int, firstMode: Int, at place: Int) {
    (announced, self.firstMode, announcedAt) = (count, firstMode, place)
    (isBegun, isComplete) = (true, false)
    rows = [:]
    rowsOfNetwork = []
  }

  func has(_ number: Int) -> Bool { number >= 1 && number <= announced }

  /// Whether there are two modes, and both vertices are of the same.
  func areOfOneMode(_ one: Int, _ other: Int) -> Bool {
    firstMode > 0 && (one <= firstMode) == (other <= firstMode)
  }

  /// Declares a vertex that has a line of its own.
  mutating func declare(
    _ number: Int,
    label: (text: String, at: Int)?,
    at place: Int,
    _ assembly: RegionAssembly
  ) -> Int {
    guard areOfSeveral else {
      let row = assembly.declare(String(number), at: place)
      if let label { assembly.setNode(row, "label", label.text, at: label.at) }
      return row
    }
    let id = label.map(\.text) ?? String(number)
    let row = assembly.mention(id, at: place)
    // Known from a network before is no repetition; in the same one it is.
    let isRepeated = rows[number] != nil || rowsOfNetwork.contains(row)
    if !assembly.isDeclared(row) || isRepeated { assembly.declare(id, at: place) }
    rows[number] = row
    rowsOfNetwork.insert(row)
    return row
  }

  /// The row of a vertex that there is.
  func row(of number: Int, at place: Int, _ assembly: RegionAssembly) -> Int {
    rows[number] ?? assembly.mention(String(number), at: place)
  }

  /// Declares vertices that the file announces and does not list.
  mutating func declareUnlisted(_ assembly: RegionAssembly) {
    guard isBegun, !isComplete else { return }
    isComplete = true
    let listed = areOfSeveral ? rows.count : assembly.nodeCount
    guard listed < announced else { return }
    unlistedInAll += min(announced - listed, Self.mostUnlisted + 1)
    let isFew =
      areOfSeveral
      ? unlistedInAll <= Self.mostUnlistedOfSeveral
      : unlistedInAll <= Self.mostUnlisted || announced - listed <= assembly.source.bytes.count
    guard isFew else {
      areRefused = true
      assembly.report(
        .tooManyRows,
        "*Vertices announces \(announced), and \(listed) are listed",
        hint: "list every vertex on a line of its own",
        at: announcedAt
      )
      return
    }
    for number in 1...announced where rows[number] == nil {
      let row = assembly.mention(String(number), at: announcedAt)
      let isTaken = areOfSeveral && !rowsOfNetwork.insert(row).inserted
      if !assembly.isDeclared(row) || isTaken {
        assembly.declare(String(number), at: announcedAt)
      }
      if areOfSeveral { rows[number] = row }
    }
  }

  /// Says the modes of a network that has two.
  mutating func end(_ assembly: RegionAssembly) {
    declareUnlisted(assembly)
    isBegun = false
    guard firstMode > 0, !areRefused else { return }
    for number in 1...announced {
      let row = row(of: number, at: announcedAt, assembly)
      assembly.setNode(row, "mode", number <= firstMode ? "1" : "2", at: announcedAt)
    }
  }
}
