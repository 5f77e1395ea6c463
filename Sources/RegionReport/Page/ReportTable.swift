import RegionAnalysis

/// A table of the report: what is shown, sorted and downloaded.
struct ReportTable {
  /// How the cells of a column are shown.
  enum Kind: String {
    /// Names: in whatever script.
    case name
    /// Words.
    case text
    /// Numbers as people read them.
    case number
    /// 1 for yes, 0 for no.
    case flag
    /// 0 … 1, as a percentage.
    case share
  }

  /// One column.
  struct Column {
    let key: String
    let heading: String
    let kind: Kind
    /// Whether the page shows it; the download has all.
    var isShown = true
  }

  let key: String
  let caption: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// Per row the place of its actor on the map, where rows are actors.
  var places: [Int] = []
  /// Whether the page makes the rows from the ties of the map.
  var isOfTies = false

  /// Rows in the page itself, for those who print it or run no script.
  static let rowsInPage = 40

  /// The rows with the largest values of a column first.
  mutating func sort(byLargest key: String) {
    guard let column = columns.firstIndex(where: { $0.key == key }) else { return }
    let order = rows.indices.sorted { left, right in
      switch (rows[left][column].numeric, rows[right][column].numeric) {
      case (let a?, let b?) where a != b: a > b
      case (_?, nil): true
      case (nil, _?): false
      default: left < right
      }
    }
    rows = order.map { rows[$0] }
    if !places.isEmpty { places = order.map { places[$0] } }
  }

  // MARK: For the page

  /// The values that the template asks for.
  func content(_ say: ReportLanguage, words: [String: String]) -> [String: Any] {
    let shown = columns.indices.filter { columns[$0].isShown }
    let body = rows.prefix(Self.rowsInPage).map { row -> [String: Any] in
      let cells = shown.map { Self.content(row[$0], columns[$0].kind, say, words) }
      return ["first": cells.first ?? [:], "rest": Array(cells.dropFirst())] as [String: Any]
    }
    let more = rows.count - body.count
    return [
      "key": key, "caption": caption,
      "columns": shown.map {
        ["heading": columns[$0].heading, "number": Self.isRight(columns[$0].kind)] as [String: Any]
      },
      "rows": body,
      "more": more > 0
        ? say(
          "The first \(say.whole(body.count)) of \(say.whole(rows.count)) rows; with JavaScript the page shows and downloads all.",
          "De første \(say.whole(body.count)) av \(say.whole(rows.count)) rader; med JavaScript viser siden alle og laster dem ned."
        ) : "",
      "w": words,
    ]
  }

  private static func isRight(_ kind: Kind) -> Bool { kind == .number || kind == .share }

  private static func content(
    _ cell: Cell,
    _ kind: Kind,
    _ say: ReportLanguage,
    _ words: [String: String]
  ) -> [String: Any] {
    var text: String
    switch (cell, kind) {
    case (.missing, _): text = "–"
    case (.text(let value), _): text = value
    case (_, .flag):
      text = (cell.numeric ?? 0) == 0 ? words["no"] ?? "" : words["yes"] ?? ""
    case (_, .share): text = cell.numeric.map(say.percent) ?? ""
    case (.integer(let value), _): text = say.whole(value)
    case (.number(let value), _): text = say.number(value)
    }
    return ["text": text, "number": isRight(kind)]
  }

  /// The values that the script asks for.
  var json: JSONValue {
    .object([
      (
        "columns",
        .array(
          columns.map { column in
            .object([
              ("key", .string(column.key)), ("heading", .string(column.heading)),
              ("kind", .string(column.kind.rawValue)), ("shown", .bool(column.isShown)),
            ])
          }
        )
      ),
      ("ofTies", .bool(isOfTies)),
      ("rows", isOfTies ? .array([]) : .array(rows.map { .array($0.map(JSONValue.init)) })),
      ("places", .array(isOfTies ? [] : places.map { .integer($0) })),
    ])
  }
}
