import LearningRegion

/// Reads Kumu's tables of connections (`From,To,Type,Label,Tags,Strength,Direction`) and of elements (`Label,Type,…`).
///
/// A `|` in `To` makes several ties. `Direction` is directed, undirected (the usual) or mutual. Elements with an
/// `ID` are known by it, in `From` and `To` too; others by their label, and where elements of several types
/// have the same label, by both. Rows about the same element are one element. After two blank rows another
/// table may follow.
final class KumuReader: FormatReader {
  private let assembly: RegionAssembly
  private var names = KumuNames()
  private var merged = 0

  /// A column of an element.
  private struct Value: Hashable {
    let node: Int
    let column: String
  }
  /// What the last row said that said anything.
  private var values: [Value: String] = [:]

  init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    KumuReader(assembly).read([
      NetworkTable(title: "", role: .unknown, source: assembly.source)
    ])
  }

  private static let headings = ["from", "to", "label", "type", "direction", "strength", "tags"]

  /// A table: the rows from its heading to the next table of the same file.
  private struct Part {
    let source: SourceText
    let opening: TableOpening
    let keys: [String]
    /// Where its heading stands.
    let place: Int
    var end: Int?
  }

  /// Whether there are tables of elements and of connections in one file, two blank rows between them.
  static func hasSeveralTables(_ source: SourceText) -> Bool { parts(of: source, nil).count > 1 }

  /// Reads tables of elements, then those of connections.
  func read(_ tables: [NetworkTable]) {
    assembly.undeclared = .create
    var connections: [Part] = []
    var elements: [Part] = []
    for table in tables {
      let parts = Self.parts(of: table.source, assembly.builder)
      if parts.isEmpty {
        // What is no CSV is told of.
        var rows = CSVRows(table.source, assembly.builder) { _ in false }
        while rows.advance() {}
        assembly.report(.emptyFile, "the table is empty", at: table.source.base)
      }
      for part in parts {
        switch Self.kind(part.keys) {
        case .connections: connections.append(part)
        case .elements: elements.append(part)
        case nil:
          assembly.report(
            .missingColumn,
            "there is neither From and To nor Label in the heading",
            hint: "connections have From and To, elements have Label",
            at: part.place
          )
        }
      }
    }
    findNames(elements)
    elements.forEach(readElements)
    let hasElements = assembly.nodeCount > 0
    if merged > 0 {
      assembly.assume(.actors, "\(merged) rows about elements that another row is about too")
    }
    for part in connections {
      var rows = rows(part, assembly.builder)
      guard let heading = rows.next(), let from = part.keys.firstIndex(of: "from"),
        let to = part.keys.firstIndex(of: "to")
      else { continue }
      self.connections(&rows, heading, part.keys, from, to)
    }
    assembly.checkEnds(among: names, hasElements: hasElements)
  }

  private enum Kind { case connections, elements }

  private static func kind(_ keys: [String]) -> Kind? {
    if keys.contains("from"), keys.contains("to") { return .connections }
    return keys.contains("id") || keys.contains("label") ? .elements : nil
  }

  /// The tables of a file: after two blank rows a heading begins a new one.
  private static func parts(of source: SourceText, _ builder: ReportBuilder?) -> [Part] {
    let opening = TableOpening.find(
      in: source,
      builder,
      among: [.comma, .semicolon, .tab],
      isKnown: { headings.contains(HeadingKey.key($0)) }
    )
    var parts: [Part] = []
    // Rows that are no CSV are told of when they are read.
    var rows = CSVRows(source, opening, nil)
    while rows.advance() {
      guard parts.isEmpty || rows.blankRows >= 2 else { continue }
      let cells = rows.cells
      let keys = cells.map { HeadingKey.key($0.text) }
      guard parts.isEmpty || kind(keys) != nil else { continue }
      if !parts.isEmpty { parts[parts.count - 1].end = rows.opening.offset }
      let start = parts.isEmpty ? opening : rows.opening
      parts.append(Part(source: source, opening: start, keys: keys, place: cells[0].place))
    }
    return parts
  }

  private func rows(_ part: Part, _ builder: ReportBuilder? = nil) -> CSVRows {
    CSVRows(part.source, part.opening, endingAt: part.end, builder)
  }

  // MARK: Elements

  /// Finds what elements are called.
  private func findNames(_ parts: [Part]) {
    for part in parts {
      var rows = rows(part)
      let keys = part.keys
      guard rows.advance(), !keys.contains("id"), let label = keys.firstIndex(of: "label"),
        let type = keys.firstIndex(of: "type")
      else { continue }
      while let row = rows.next() {
        if row.count == keys.count { names.add(row[label].text, type: row[type].text) }
      }
    }
  }

  private func readElements(_ part: Part) {
    var rows = rows(part, assembly.builder)
    guard let heading = rows.next() else { return }
    let keys = part.keys
    let byID = keys.firstIndex(of: "id")
    let type = keys.firstIndex(of: "type")
    let label = keys.firstIndex(of: "label")
    guard let place = byID ?? label else { return }
    assembly.checkHeading(heading)
    while let row = rows.next() {
      guard assembly.isWhole(row, heading.count) else { continue }
      var name = row[place].text
      let isShared = byID == nil && names.isShared(name)
      if isShared { name = names.name(name, type: type.map { row[$0].text }) }
      let node: Int
      let isMerged: Bool
      if let known = assembly.row(of: name), assembly.isDeclared(known) {
        node = known
        isMerged = true
        merged += 1
        if byID != nil, let label {
          checkLabel(row[label].text, of: name, node, at: row[place].place)
        }
      } else {
        node = assembly.declare(name, at: row[place].place)
        isMerged = false
      }
      for (column, cell) in row.enumerated()
      where (column != place || isShared) && assembly.isNamed(column, of: row, heading) {
        let old = keep(cell.text, of: node, keys[column])
        if isMerged, let old, keys[column] != "label" {
          warn(cell, of: name, heading[column].text, old)
        }
        // A label that only repeats the ID says nothing.
        if byID != nil, keys[column] == "label", cell.text == name { continue }
        assembly.setNode(node, heading[column].text, cell.text, at: cell.place)
      }
    }
  }

  /// Rows about one element have one label, if they have the same ID.
  private func checkLabel(_ label: String, of id: String, _ node: Int, at place: Int) {
    guard !label.isEmpty, let first = values[Value(node: node, column: "label")], first != label
    else { return }
    assembly.report(
      .duplicateID,
      "the ID \(SafeText.quoted(id)) is that of \(SafeText.quoted(first)) already",
      hint: "rows about one element have the same ID and the same label",
      at: place
    )
  }

  /// Keeps what a row says of an element; what another row said before, if that was something else.
  private func keep(_ text: String, of node: Int, _ key: String) -> String? {
    guard !text.isEmpty,
      let old = values.updateValue(text, forKey: Value(node: node, column: key)), old != text
    else { return nil }
    return old
  }

  /// Warns of a cell of an element of which another row said something else.
  private func warn(_ cell: CSVRows.Cell, of name: String, _ column: String, _ old: String) {
    let source = assembly.source
    assembly.builder.report.diagnostics.add(.warning) {
      source.diagnostic(
        .inconsistent,
        "the \(SafeText.oneLine(column)) of \(SafeText.quoted(name)) is \(SafeText.quoted(cell.text))"
          + " here and \(SafeText.quoted(old)) in a row before",
        hint: "rows about one element are put together, and the later value is kept",
        severity: .warning,
        at: cell.place..<cell.place + 1
      )
    }
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
        let empty = row[from].text.isEmpty ? from : to
        assembly.report(.missingValue, "a connection needs From and To", at: row[empty].place)
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
      let source = assembly.mention(row[from].text, at: row[from].place)
      for target in targets {
        let tie = assembly.addTie(
          source,
          assembly.mention(target, at: row[to].place),
          word == "directed" || word == "mutual" ? .directed : .undirected,
          at: row[from].place
        )
        for (place, cell) in row.enumerated()
        where place != from && place != to && place != way
          && assembly.isNamed(place, of: row, heading)
        {
          // Kumu's strength is the weight.
          let name = keys[place] == "strength" ? "weight" : heading[place].text
          let text = name == "weight" ? assembly.number(cell, rows.separator) : cell.text
          assembly.setTie(tie, name, text, at: cell.place)
        }
        if word == "mutual" { assembly.addCopyReversed(tie) }
      }
    }
  }
}
