import LearningRegion

/// Reads Kumu's tables of connections (`From,To,Type,Label,Tags,Strength,Direction`) and of elements (`Label,Type,…`).
///
/// A `|` in `To` makes several ties. `Direction` is directed, undirected (the usual) or mutual. Elements with an
/// `ID` are known by it, in `From` and `To` too; others by their label, and where elements of several types
/// have the same label, by both. Rows about the same element are one element.
final class KumuReader: FormatReader {
  private let assembly: RegionAssembly
  /// Labels that elements of several types have.
  private var shared: Set<String> = []
  private var merged = 0

  init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    KumuReader(assembly).read([
      NetworkTable(title: "", role: .unknown, source: assembly.source)
    ])
  }

  private static let headings = ["from", "to", "label", "type", "direction", "strength", "tags"]

  /// Reads tables of elements, then those of connections.
  func read(_ tables: [NetworkTable]) {
    assembly.undeclared = .create
    var connections: [NetworkTable] = []
    var elements: [NetworkTable] = []
    for table in tables {
      var rows = rows(table)
      guard let heading = rows.next() else {
        assembly.report(.emptyFile, "the table is empty", at: table.source.base)
        continue
      }
      let keys = heading.map { HeadingKey.key($0.text) }
      if keys.contains("from"), keys.contains("to") {
        connections.append(table)
      } else if keys.contains("id") || keys.contains("label") {
        elements.append(table)
      } else {
        assembly.report(
          .missingColumn,
          "there is neither From and To nor Label in the heading",
          hint: "connections have From and To, elements have Label",
          at: heading[0].place
        )
      }
    }
    findShared(elements)
    elements.forEach(readElements)
    if merged > 0 {
      assembly.assume(.actors, "\(merged) rows about elements that another row is about too")
    }
    for table in connections {
      var rows = rows(table)
      guard let heading = rows.next() else { continue }
      let keys = heading.map { HeadingKey.key($0.text) }
      guard let from = keys.firstIndex(of: "from"), let to = keys.firstIndex(of: "to") else {
        continue
      }
      self.connections(&rows, heading, keys, from, to)
    }
  }

  private func rows(_ table: NetworkTable) -> CSVRows {
    CSVRows(table.source, assembly.builder) { Self.headings.contains(HeadingKey.key($0)) }
  }

  // MARK: Elements

  /// Finds the labels that elements of several types have.
  private func findShared(_ tables: [NetworkTable]) {
    var types: [String: String] = [:]
    for table in tables {
      var rows = rows(table)
      let keys = (rows.next() ?? []).map { HeadingKey.key($0.text) }
      guard !keys.contains("id"), let label = keys.firstIndex(of: "label"),
        let type = keys.firstIndex(of: "type")
      else { continue }
      while let row = rows.next() {
        guard row.count == keys.count, !row[type].text.isEmpty else { continue }
        let first = types[row[label].text, default: row[type].text]
        types[row[label].text] = first
        if first != row[type].text { shared.insert(row[label].text) }
      }
    }
  }

  private func readElements(_ table: NetworkTable) {
    var rows = rows(table)
    guard let heading = rows.next() else { return }
    let keys = heading.map { HeadingKey.key($0.text) }
    let byID = keys.firstIndex(of: "id")
    let type = keys.firstIndex(of: "type")
    guard let place = byID ?? keys.firstIndex(of: "label") else { return }
    assembly.checkHeading(heading)
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      var name = row[place].text
      let isShared = byID == nil && shared.contains(name)
      if isShared, let type, !row[type].text.isEmpty { name += " (\(row[type].text))" }
      let node: Int
      if let known = assembly.row(of: name), assembly.isDeclared(known) {
        node = known
        merged += 1
      } else {
        node = assembly.declare(name, at: row[place].place)
      }
      for (column, cell) in row.enumerated()
      where (column != place || isShared) && assembly.isNamed(column, of: row, heading) {
        // A label that only repeats the ID says nothing.
        if byID != nil, keys[column] == "label", cell.text == name { continue }
        assembly.setNode(node, heading[column].text, cell.text, at: cell.place)
      }
    }
  }

  /// The node that a connection names.
  private func end(_ name: String, at place: Int) -> Int {
    if shared.contains(name), assembly.row(of: name) == nil {
      assembly.report(
        .unknownActor,
        "elements of several types are called \(SafeText.quoted(name))",
        hint: "give the elements an ID, and write that in From and To",
        at: place
      )
    }
    return assembly.mention(name, at: place)
  }

  // MARK: Connections

  private func connections(
    _ rows: inout CSVRows,
    _ heading: [CSVRows.Cell],
    _ keys: [String],
    _ from: Int,
    _ to: Int
  ) {
    assembly.checkHeading(heading)
    let way = keys.firstIndex(of: "direction")
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      let targets = ListCell.split(row[to].text)
      guard !row[from].text.isEmpty, !targets.isEmpty else {
        assembly.report(.missingValue, "a connection needs From and To", at: row[0].place)
        continue
      }
      let word = way.map { row[$0].text.lowercased() } ?? ""
      guard ["", "undirected", "directed", "mutual"].contains(word) else {
        assembly.report(
          .badChoice,
          "\(SafeText.quoted(word)) is no direction",
          hint: "it can be undirected, directed, mutual",
          at: row[way ?? 0].place
        )
        continue
      }
      let source = end(row[from].text, at: row[from].place)
      for target in targets {
        let tie = assembly.addTie(
          source,
          end(target, at: row[to].place),
          word == "directed" || word == "mutual" ? .directed : .undirected,
          at: row[from].place
        )
        for (place, cell) in row.enumerated()
        where place != from && place != to && place != way
          && assembly.isNamed(place, of: row, heading)
        {
          // Kumu's strength is the weight.
          let name = keys[place] == "strength" ? "weight" : heading[place].text
          let text = name == "weight" ? CSVNumbers.plain(cell.text, rows.separator) : cell.text
          assembly.setTie(tie, name, text, at: cell.place)
        }
        if word == "mutual" { assembly.addCopyReversed(tie) }
      }
    }
  }
}
