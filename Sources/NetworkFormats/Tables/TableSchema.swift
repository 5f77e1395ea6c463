import LearningRegion

/// A column that the model knows.
struct ColumnSchema {
  let name: String
  let isRequired: Bool
  /// Other headings that mean the same, in the order they are tried.
  let synonyms: [String]

  init(_ name: String, required: Bool = false, synonyms: [String] = []) {
    self.name = name
    isRequired = required
    self.synonyms = synonyms
  }
}

/// The columns of one file of a region folder.
struct TableSchema {
  let table: RegionTableName
  let columns: [ColumnSchema]

  var fileName: String { table.rawValue + ".csv" }

  /// The place of a column in `columns`.
  func index(_ name: String) -> Int {
    guard let index = columns.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(table.rawValue) has no column \(name)")
    }
    return index
  }

  /// The keys of headings that mean a column: its own name, then others in the order they are tried.
  func keys(of name: String) -> [String] { [name] + columns[index(name)].synonyms }

  /// The column that one of several headings means, by keys; the key itself where it is none that is known.
  func column(meantBy key: String, among keys: [String]) -> String {
    let column = columns.first { column in
      !keys.contains(column.name) && column.synonyms.first(where: keys.contains) == key
    }
    return column?.name ?? key
  }

  /// Whether a heading means a known column.
  func knows(_ heading: String) -> Bool {
    let key = HeadingKey.key(heading)
    return columns.contains { $0.name == key || $0.synonyms.contains(key) }
  }

  /// Whether headings of these keys name all required columns.
  func hasRequired(_ keys: Set<String>) -> Bool {
    columns.allSatisfy { column in
      !column.isRequired || keys.contains(column.name)
        || column.synonyms.contains(where: keys.contains)
    }
  }

  private init(_ table: RegionTableName, _ columns: [ColumnSchema]) {
    self.table = table
    self.columns = columns
  }

  private static func optional(_ names: String...) -> [ColumnSchema] {
    names.map { ColumnSchema($0) }
  }

  static let actors = TableSchema(
    .actors,
    [
      ColumnSchema("id", required: true, synonyms: ["name", "label", "navn"]),
      ColumnSchema("label", synonyms: ["name", "navn"]),
    ]
      + optional(
        "type",
        "sphere",
        "parent",
        "level",
        "inside",
        "employees",
        "rd_staff",
        "higher_education_share"
      )
      + [
        ColumnSchema("lat", synonyms: ["latitude", "breddegrad"]),
        ColumnSchema("lon", synonyms: ["longitude", "lengdegrad"]),
      ]
      + optional(
        "language",
        "needs",
        "offers",
        "practices",
        "waves"
      )
  )

  static let ties = TableSchema(
    .ties,
    [
      ColumnSchema("source", required: true, synonyms: ["from", "fra"]),
      ColumnSchema("target", required: true, synonyms: ["to", "til"]),
      ColumnSchema("relation", synonyms: ["type", "kind", "relasjon"]),
      ColumnSchema("weight", synonyms: ["vekt"]),
    ] + optional("wave", "start", "end", "space")
  )

  static let arenas = TableSchema(
    .arenas,
    [ColumnSchema("id", required: true)]
      + optional("label", "organisation", "stage", "space", "start", "end")
  )

  static let participation = TableSchema(
    .participation,
    [ColumnSchema("actor", required: true), ColumnSchema("arena", required: true)]
      + optional("date", "role", "turns")
  )

  static let jointActions = TableSchema(
    .jointActions,
    [ColumnSchema("id", required: true)]
      + optional("date", "label", "outcome", "breached_by", "participants", "arena")
  )

  static let flows = TableSchema(
    .flows,
    [
      ColumnSchema("source", required: true, synonyms: ["from", "fra"]),
      ColumnSchema("target", required: true, synonyms: ["to", "til"]),
    ]
      + optional("topic", "task", "setting", "unit", "mode", "amount", "amount_unit", "date")
  )

  static let innovations = TableSchema(
    .innovations,
    [ColumnSchema("id", required: true)]
      + optional("label", "actor", "date", "kind", "status", "sources")
  )

  static let adoptions = TableSchema(
    .adoptions,
    [ColumnSchema("actor", required: true), ColumnSchema("practice", required: true)]
      + optional("date", "source")
  )

  static let programmes = TableSchema(
    .programmes,
    [ColumnSchema("id", required: true)]
      + optional("label", "type", "start", "end", "participants")
  )

  static let funnel = TableSchema(
    .funnel,
    [
      ColumnSchema("programme", required: true, synonyms: ["program"]),
      ColumnSchema("stage", required: true), ColumnSchema("order", required: true),
      ColumnSchema("count"),
    ]
  )

  static let assessments = TableSchema(
    .assessments,
    [ColumnSchema("actor", required: true), ColumnSchema("category", required: true)]
      + optional("score", "date")
  )

  static let probes = TableSchema(
    .probes,
    [ColumnSchema("id", required: true)] + optional("actor", "date", "label", "outcome")
  )

  static let ratings = TableSchema(
    .ratings,
    [
      ColumnSchema("rater", required: true), ColumnSchema("ratee", required: true),
      ColumnSchema("dimension", required: true),
    ] + optional("score", "wave")
  )

  static let roster = TableSchema(
    .roster,
    [ColumnSchema("respondent", required: true)] + optional("relation", "wave", "answered")
  )

  /// All tables, in the order they are read and reported.
  static let all = [
    actors, ties, arenas, participation, jointActions, flows, innovations, adoptions, programmes,
    funnel, assessments, probes, ratings, roster,
  ]
}

/// Headings compare without case, and with spaces and hyphens as underscores.
enum HeadingKey {
  static func key(_ heading: String) -> String {
    String(
      decoding: heading.lowercased().utf8.map { $0 == 0x20 || $0 == 0x2d ? 0x5f : $0 },
      as: UTF8.self
    )
  }
}
