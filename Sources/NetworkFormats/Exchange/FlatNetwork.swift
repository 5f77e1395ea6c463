import LearningRegion

/// A column of what is written: a name, what its texts are, and the texts.
struct FlatColumn {
  /// What all texts of a column are, so that formats with types can say it.
  enum Kind { case text, integer, real, flag }

  let name: String
  let kind: Kind
  let texts: LazyColumn<String>
  private let rowCount: Int

  init(name: String, texts: LazyColumn<String>, rowCount: Int) {
    self.name = name
    self.texts = texts
    self.rowCount = rowCount
    kind = Self.kind(of: texts, rowCount)
  }

  subscript(row: Int) -> String? { texts[row] }

  /// Whether all texts that there are pass.
  func allTexts(_ passes: (String) -> Bool) -> Bool {
    (0..<rowCount).allSatisfy { texts[$0].map(passes) ?? true }
  }

  /// A kind only where the texts are just what a program would write for such values.
  private static func kind(of texts: LazyColumn<String>, _ rowCount: Int) -> Kind {
    var isInteger = true
    var isReal = true
    var isFlag = true
    var isAny = false
    for row in 0..<rowCount {
      guard let text = texts[row] else { continue }
      isAny = true
      if isFlag, text != "true", text != "false" { isFlag = false }
      if isReal {
        let number = text.utf8.count > 26 ? nil : CellValue.number(text)
        let isCanonical = number.map { NumberText.text($0) == text } ?? false
        if !isCanonical { isReal = false }
        if isInteger {
          // Beyond 2⁵³ programs that keep numbers as doubles would change it; −0 is no integer.
          let isWhole = number.map { $0 == $0.rounded() && abs($0) <= 0x1p53 } ?? false
          if !isWhole || text == "-0" || text.contains("e") { isInteger = false }
        }
      }
      if !isReal, !isFlag { return .text }
    }
    guard isAny else { return .text }
    return isFlag ? .flag : isReal ? (isInteger ? .integer : .real) : .text
  }
}

/// A region as most formats see one: nodes and ties with columns.
struct FlatNetwork {
  let region: Region
  /// All columns of the actors but the id.
  let nodeColumns: [FlatColumn]
  /// All columns of the ties but their ends.
  let tieColumns: [FlatColumn]
  /// Relations that have ties, in order.
  let relationsInUse: [Int]
  /// What the ties' directions are together.
  let directions: Directions

  enum Directions { case directed, undirected, mixed }

  init(_ region: Region) {
    self.region = region
    let tables = RegionTables(region: region)
    nodeColumns = Self.columns(of: tables.actors())
    tieColumns = Self.columns(of: tables.ties())
    var isUsed = [Bool](repeating: false, count: region.relations.count)
    for row in 0..<region.ties.count { isUsed[Int(region.ties.relation(at: row))] = true }
    let used = isUsed.indices.filter { isUsed[$0] }
    let directed = used.count { region.relations[$0].directed ?? true }
    relationsInUse = used
    directions = directed == used.count ? .directed : directed == 0 ? .undirected : .mixed
  }

  private static func columns(of table: WrittenTable) -> [FlatColumn] {
    var columns = table.filledColumns().compactMap { number -> FlatColumn? in
      guard !table.schema.columns[number].isRequired else { return nil }
      var texts = LazyColumn<String>()
      for row in 0..<table.rowCount { texts[row] = table.cell(row, number) }
      return FlatColumn(
        name: table.schema.columns[number].name,
        texts: texts,
        rowCount: table.rowCount
      )
    }
    for attribute in table.attributes {
      columns.append(
        FlatColumn(name: attribute.name, texts: attribute.values, rowCount: table.rowCount)
      )
    }
    return columns
  }

  var nodeCount: Int { region.actors.count }
  var tieCount: Int { region.ties.count }
  func id(_ row: Int) -> String { region.actors.ids[row] }
  func source(_ row: Int) -> Int { Int(region.ties.sources[row]) }
  func target(_ row: Int) -> Int { Int(region.ties.targets[row]) }
  func weight(_ row: Int) -> Double { region.ties.weight(at: row) }

  /// The column of this name, or nil where nothing is in it.
  func nodeColumn(_ name: String) -> FlatColumn? { nodeColumns.first { $0.name == name } }
  func tieColumn(_ name: String) -> FlatColumn? { tieColumns.first { $0.name == name } }

  /// Whether a relation's ties have a direction: they do unless it is said that they do not.
  func isDirected(relation: Int) -> Bool { region.relations[relation].directed ?? true }
  func isDirected(tie: Int) -> Bool {
    isDirected(relation: Int(region.ties.relation(at: tie)))
  }

  /// The ties as arcs for a format that has one direction for all: an undirected tie among directed
  /// ones goes both ways.
  var arcs: [(tie: Int, from: Int, to: Int)] {
    let isMixed = directions == .mixed
    var arcs: [(Int, Int, Int)] = []
    for row in 0..<tieCount { arcs.append((row, source(row), target(row))) }
    guard isMixed else { return arcs }
    for row in 0..<tieCount where !isDirected(tie: row) && source(row) != target(row) {
      arcs.append((row, target(row), source(row)))
    }
    return arcs
  }
}
