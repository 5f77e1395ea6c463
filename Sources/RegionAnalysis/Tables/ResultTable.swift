/// One value of a table.
public enum Cell: Sendable, Equatable {
  /// A name or a sentence.
  case text(String)
  /// A count.
  case integer(Int)
  /// A measured value, always finite.
  case number(Double)
  /// Not defined, not known or not measured.
  case missing

  /// A value that may be undefined.
  public init(_ value: Double?) {
    self = value.map { .number($0) } ?? .missing
  }

  /// A count that may be undefined.
  public init(count: Int?) {
    self = count.map { .integer($0) } ?? .missing
  }

  /// A text that may be missing.
  public init(text: String?) {
    self = text.map { .text($0) } ?? .missing
  }

  /// The value as a number, `nil` for texts and missing values.
  public var numeric: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .text, .missing: nil
    }
  }
}

/// A result as rows and columns: what every command prints, in whatever format.
public struct ResultTable: Sendable, Equatable {
  /// Headings, lower snake case, none twice.
  public let columns: [String]
  /// One cell per column in every row.
  public private(set) var rows: [[Cell]]

  /// An empty table.
  public init(columns: [String]) {
    self.columns = columns
    rows = []
  }

  /// Adds a row.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "one cell per column")
    rows.append(row)
  }

  /// The position of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Puts the rows with the largest value of a column first; equal values keep their order, missing values come last.
  public mutating func sort(byLargest column: Int) {
    let order = rows.indices.sorted { left, right in
      switch (rows[left][column].numeric, rows[right][column].numeric) {
      case (let a?, let b?) where a != b: a > b
      case (_?, nil): true
      case (nil, _?): false
      default: left < right
      }
    }
    rows = order.map { rows[$0] }
  }

  /// The same rows with some of the columns.
  public func keepingColumns(_ isKept: (_ column: String) -> Bool) -> ResultTable {
    let kept = columns.indices.filter { isKept(columns[$0]) }
    var table = ResultTable(columns: kept.map { columns[$0] })
    for row in rows { table.append(kept.map { row[$0] }) }
    return table
  }

  /// Keeps the first rows only.
  public mutating func keepFirst(_ count: Int) {
    if rows.count > count { rows.removeLast(rows.count - count) }
  }

  /// The same rows with more columns before the one at `place`, each with the same value in every row.
  public func inserting(_ extra: [(name: String, value: Cell)], at place: Int) -> ResultTable {
    var headings = columns
    headings.insert(contentsOf: extra.map(\.name), at: place)
    var table = ResultTable(columns: headings)
    for var row in rows {
      row.insert(contentsOf: extra.map(\.value), at: place)
      table.append(row)
    }
    return table
  }

  /// Tables one below the other. Columns in the order in which they first appear; a table without a column has no values there.
  public init(joining parts: [ResultTable]) {
    var columns: [String] = []
    for part in parts {
      for name in part.columns where !columns.contains(name) { columns.append(name) }
    }
    self.columns = columns
    rows = parts.flatMap { part in
      let places = columns.map { part.column($0) }
      return part.rows.map { row in places.map { $0.map { row[$0] } ?? .missing } }
    }
  }
}
