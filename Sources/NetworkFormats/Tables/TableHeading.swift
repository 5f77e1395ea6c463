import LearningRegion

/// Which column of a file holds what.
struct TableHeading {
  /// Cells of the heading row.
  let width: Int
  /// For each column of the schema the column of the file, or −1.
  var places: [Int]
  /// Columns the model does not know, with their headings, in file order.
  var attributes: [(place: Int, name: String)]
  /// Columns of the file without a heading.
  var unnamed: [Int] = []
  /// The column whose values are directed/undirected, or −1.
  var direction = -1

  /// The heading as the model's columns.
  ///
  /// A column's own name goes before synonyms; of the synonyms the first that is there is taken,
  /// the others are attributes.
  ///
  /// - Parameter isDirection: whether a column headed `type` tells the direction of ties.
  static func resolve(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ schema: TableSchema,
    _ builder: ReportBuilder,
    isDirection: (Int) -> Bool = { _ in false }
  ) -> TableHeading {
    let line = scanner.rowLine
    var names: [String] = []
    var keys: [String] = []
    var heading = TableHeading(
      width: scanner.fieldCount,
      places: Array(repeating: -1, count: schema.columns.count),
      attributes: []
    )
    var firstPlace: [String: Int] = [:]
    for place in 0..<scanner.fieldCount {
      let field = scanner[place]
      let name = CellText.text(field, source)
      names.append(name)
      keys.append(HeadingKey.key(name))
      if name.isEmpty {
        heading.unnamed.append(place)
      } else if firstPlace[keys[place]] != nil {
        builder.error {
          source.diagnostic(
            .duplicateColumn,
            "the heading \(SafeText.quoted(name)) is there twice",
            hint: "give each column a heading of its own",
            at: field.range,
            line: line
          )
        }
      } else {
        firstPlace[keys[place]] = place
      }
    }
    var taken = Set<Int>()
    if let place = firstPlace["type"], isDirection(place) {
      heading.direction = place
      taken.insert(place)
    }
    for (index, column) in schema.columns.enumerated() {
      if let place = firstPlace[column.name] {
        heading.places[index] = place
        taken.insert(place)
      }
    }
    for (index, column) in schema.columns.enumerated() where heading.places[index] < 0 {
      for synonym in column.synonyms {
        guard let place = firstPlace[synonym] else { continue }
        // The label of a table without ids is the id as well as the label.
        let isShared = column.name == "id" && synonym == "label"
        guard isShared || !taken.contains(place) else { continue }
        heading.places[index] = place
        taken.insert(place)
        builder.assume(
          source.name,
          .columns,
          "column \(SafeText.quoted(names[place])) is the \(column.name)"
        )
        break
      }
    }
    for place in 0..<scanner.fieldCount
    where !taken.contains(place) && !names[place].isEmpty && firstPlace[keys[place]] == place {
      heading.attributes.append((place, names[place]))
    }
    heading.checkEnds(scanner, source, schema, builder)
    heading.warnOfNearMisses(scanner, source, schema, builder)
    return heading
  }

  /// Two headings for one end of a tie. Behind both ends, where written files have what they do not know, one of
  /// them is an attribute, and that is said.
  private func checkEnds(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ schema: TableSchema,
    _ builder: ReportBuilder
  ) {
    let ends = schema.columns.indices.filter {
      ["source", "target"].contains(schema.columns[$0].name)
    }
    let last = ends.map { places[$0] }.max() ?? -1
    for end in ends where places[end] >= 0 {
      let column = schema.columns[end]
      for (place, name) in attributes where column.synonyms.contains(HeadingKey.key(name)) {
        guard place < last else {
          builder.assume(
            source.name,
            .columns,
            "column \(SafeText.quoted(name)) is kept as it is, beside the \(column.name)"
          )
          continue
        }
        let second = max(place, places[end])
        builder.error {
          source.diagnostic(
            .duplicateColumn,
            "the heading \(SafeText.quoted(CellText.text(scanner[second], source))) is a second one"
              + " for the \(column.name) of a tie",
            hint: "name each end of a tie once",
            at: scanner[second].range,
            line: scanner.rowLine
          )
        }
      }
    }
  }

  /// The column of the file with this key, one that the model does not know included; nil where there
  /// is none.
  func place(of key: String, _ schema: TableSchema) -> Int? {
    if let index = schema.columns.firstIndex(where: { $0.name == key }) {
      return places[index] >= 0 ? places[index] : nil
    }
    return attributes.first { HeadingKey.key($0.name) == key }?.place
  }

  /// Reports required columns that are not there; false where one is missing.
  func hasRequired(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ schema: TableSchema,
    _ builder: ReportBuilder
  ) -> Bool {
    var complete = true
    for (index, column) in schema.columns.enumerated()
    where column.isRequired && places[index] < 0 {
      complete = false
      let near = attributes.first { NearMiss.isNear(HeadingKey.key($0.name), column.name) }
      let hint =
        if let near {
          "did you mean \(SafeText.quoted(near.name)) to be \"\(column.name)\"?"
        } else {
          "the first row names the columns; this table needs "
            + schema.columns.filter(\.isRequired).map(\.name).joined(separator: ", ")
        }
      let range = near.map { scanner[$0.place].range } ?? scanner[0].range
      builder.error {
        source.diagnostic(
          .missingColumn,
          "there is no column \"\(column.name)\"",
          hint: hint,
          at: range,
          line: scanner.rowLine
        )
      }
    }
    return complete
  }

  /// A heading one slip away from a known column that is not there is probably that column.
  private func warnOfNearMisses(
    _ scanner: borrowing CSVScanner,
    _ source: SourceText,
    _ schema: TableSchema,
    _ builder: ReportBuilder
  ) {
    for (place, name) in attributes {
      let key = HeadingKey.key(name)
      // A word that another table knows is meant as it stands ("practice" of a lawyer).
      if TableSchema.all.contains(where: { $0.columns.contains { $0.name == key } }) { continue }
      guard
        let index = schema.columns.indices.first(where: {
          places[$0] < 0 && !schema.columns[$0].isRequired
            && NearMiss.isNear(key, schema.columns[$0].name)
        })
      else { continue }
      builder.add(
        source.diagnostic(
          .misnamedColumn,
          "the column \(SafeText.quoted(name)) is not known; it is kept as it is",
          hint: "did you mean \"\(schema.columns[index].name)\"?",
          at: scanner[place].range,
          line: scanner.rowLine
        )
      )
    }
  }
}

/// Slips of the pen in short names.
enum NearMiss {
  /// One slip in a name of at least four letters, two from eight letters on.
  static func isNear(_ one: String, _ other: String) -> Bool {
    let a = Array(one.unicodeScalars)
    let b = Array(other.unicodeScalars)
    guard a.count >= 3, b.count >= 4, a.count <= 40 else { return false }
    let reach = b.count >= 8 ? 2 : 1
    guard abs(a.count - b.count) <= reach else { return false }
    return Suggestion.distance(a, b, below: reach + 1) <= reach
  }
}
