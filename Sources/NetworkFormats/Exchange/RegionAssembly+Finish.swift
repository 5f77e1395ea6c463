import LearningRegion

extension RegionAssembly {
  /// Makes the region, or reports why there is none.
  func finish() -> ReadingResult {
    lookUpEnds()
    let rowLimit = Int(Int32.max) - 1
    if tieCount > rowLimit || nodeCount > rowLimit {
      report(.tooManyRows, "there are more than \(rowLimit) nodes or ties", at: 0)
    }
    if nodeColumns.isAbsurd(rowCount: nodeCount) || tieColumns.isAbsurd(rowCount: tieCount) {
      report(
        .tooManyColumns,
        "too many attributes, most of them without values",
        hint: "attributes are columns: each is for many nodes or ties",
        at: 0
      )
    }
    if let place = nodeColumns.overfullAt ?? tieColumns.overfullAt {
      report(
        .fieldTooLong,
        "too long a text for so many nodes or ties",
        hint: "what is said of many at once is kept for each: write something short there",
        at: place
      )
    }
    checkUndeclared()
    takeIDColumn()
    guard !builder.hasErrors else { return reading.result(nil) }
    let draftActors = ActorFiller(self).fill()
    TieFiller(self).fill()
    guard !builder.hasErrors else { return reading.result(nil) }
    reading.draft.actors = draftActors
    if let title, !title.isEmpty { reading.draft.header.title = NormalForm.text(title) }
    reading.placeOfIssue = { [self] issue in place(of: issue) }
    if tieCount == 0 { reading.warnIfEmpty(source) }
    let region = reading.finish()
    reading.placeOfIssue = nil
    return reading.result(region)
  }

  /// Nodes that only ties name.
  private func checkUndeclared() {
    let isAllowed = undeclared == .create || reading.options.unknownActors == .create
    var made = 0
    for row in 0..<nodeCount where !isDeclared(row) {
      if isAllowed, !ids.utf8(at: row).isEmpty {
        made += 1
        continue
      }
      let id = ids[row]
      let (source, place) = (source, firstSeenAt[row])
      let declared = (0..<min(nodeCount, 20_000)).lazy.filter { self.isDeclared($0) }
        .map { self.ids[$0] }
      builder.error {
        let near = Suggestion.nearest(to: id, among: declared, budget: 400_000)
        return source.diagnostic(
          .unknownActor,
          id.isEmpty
            ? "a tie ends at a node without an id" : "unknown actor \(SafeText.quoted(id))",
          hint: (near.map { "did you mean \(SafeText.quoted($0))? " } ?? "")
            + "declare it as a node, or pass --create-missing",
          at: place..<place + 1
        )
      }
    }
    builder.report.actorsCreated = made
    if made > 0, undeclared == .refuse {
      assume(.actors, "\(made) actors that the file does not declare")
    }
  }

  /// Takes the ids from a column where the format says that people's ids are there.
  private func takeIDColumn() {
    guard let (name, reason) = idColumn, let number = nodeColumns.known(name) else { return }
    let dense = nodeColumns.columns[number].dense(rowCount: nodeCount)
    var seen = IDTable()
    var names: [String] = []
    for row in 0..<nodeCount {
      guard let text = dense[row] else { return }
      seen.append(text)
      names.append(text)
    }
    guard seen.distinctCount == nodeCount, nodeCount > 0 else { return }
    renameNodes(names)
    nodeColumns.drop(number)
    assume(.columns, reason)
  }

  /// Where a row of the region stands in the file.
  private func place(of issue: RegionIssue) -> Range<Int>? {
    guard let row = issue.row else { return nil }
    let (columns, rows) =
      issue.table == .ties ? (tieColumns, tiePlaces) : (nodeColumns, firstSeenAt)
    guard issue.table == .ties || issue.table == .actors, row < rows.count else { return nil }
    let cell = columns.columns.first { HeadingKey.key($0.name) == issue.column }?.place(row: row)
    let place = cell ?? rows[row]
    return place..<place + 1
  }
}

/// Tells columns that the model knows from those it keeps as they are.
struct ColumnSorter {
  let assembly: RegionAssembly
  let schema: TableSchema
  let meaning: (String) -> ColumnMeaning?
  let rowCount: Int

  /// Known columns by name, and the others under names that are headings of their own.
  func sort(
    _ columns: [CellColumn]
  ) -> (known: [String: CellColumn], others: [AttributeColumn]) {
    var places: [String: Int] = [:]
    for (number, column) in columns.enumerated() where !column.isEmpty {
      let key = HeadingKey.key(column.name)
      if meaning(key) != nil, places[key] == nil { places[key] = number }
    }
    takeSynonyms(columns, &places)
    var known: [String: CellColumn] = [:]
    var taken: Set<Int> = []
    for column in schema.columns {
      guard let number = places[column.name], let meaning = meaning(column.name),
        isOfModel(columns[number], meaning, column.name)
      else { continue }
      known[column.name] = columns[number]
      taken.insert(number)
    }
    var others: [AttributeColumn] = []
    var headings = Set(schema.columns.map(\.name))
    for (number, column) in columns.enumerated() where !taken.contains(number) && !column.isEmpty {
      let name = heading(column.name, &headings)
      var attribute = AttributeColumn(name: name)
      attribute.values = column.dense(rowCount: rowCount)
      others.append(attribute)
    }
    return (known, others)
  }

  /// Other names of columns that the model knows, as in tables.
  private func takeSynonyms(_ columns: [CellColumn], _ places: inout [String: Int]) {
    for column in schema.columns where places[column.name] == nil && meaning(column.name) != nil {
      for synonym in column.synonyms {
        guard
          let number = columns.firstIndex(where: {
            !$0.isEmpty && HeadingKey.key($0.name) == synonym
          })
        else { continue }
        if column.name == "relation",
          columns[number].hasMoreDifferentTexts(than: RegionReading.mostNames)
        {
          continue
        }
        places[column.name] = number
        assembly.assume(
          .columns,
          "attribute \(SafeText.quoted(columns[number].name)) is the \(column.name)"
        )
        break
      }
    }
  }

  /// Whether the column is what the model means by its name: a text that is not is an error, unless
  /// none is.
  private func isOfModel(_ column: CellColumn, _ meaning: ColumnMeaning, _ name: String) -> Bool {
    let wrong = meaning.unfitting(column)
    if let usual = column.usual, !meaning.fits(usual) {
      return refuse(usual, at: column.usualPlace, meaning, name)
    }
    if wrong.isEmpty { return true }
    if wrong.count == column.count, name != "weight" { return false }
    for entry in wrong {
      _ = refuse(column.text(entry: entry), at: column.place(entry: entry), meaning, name)
    }
    return true
  }

  private func refuse(
    _ text: String,
    at place: Int,
    _ meaning: ColumnMeaning,
    _ name: String
  ) -> Bool {
    let source = assembly.source
    assembly.builder.error {
      source.diagnostic(
        meaning.code,
        "\(SafeText.quoted(text)) is no \(name)",
        hint: meaning.hint,
        at: place..<place + 1
      )
    }
    return true
  }

  /// A heading that no other column has, as near to the name as can be.
  private func heading(_ name: String, _ headings: inout Set<String>) -> String {
    let base = name.isEmpty ? "attribute" : name
    if headings.insert(HeadingKey.key(base)).inserted, base == name { return name }
    var number = 2
    var heading = base == name ? "\(base)_\(number)" : base
    while base == name, !headings.insert(HeadingKey.key(heading)).inserted {
      number += 1
      heading = "\(base)_\(number)"
    }
    assembly.assume(
      .columns,
      "attribute \(SafeText.quoted(name)) is kept as \(SafeText.quoted(heading))"
    )
    return heading
  }
}
