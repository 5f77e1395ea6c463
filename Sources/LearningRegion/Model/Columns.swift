/// A column of a table that takes no memory until somebody has a value in it.
public struct LazyColumn<Value: Sendable & Equatable>: Sendable {
  private var values: [Value?] = []
  private var filled = 0

  /// An empty column.
  public init() {}

  /// A column of these values, one per row.
  public init(_ values: [Value?]) {
    self.values = values
    for value in values where value != nil { filled += 1 }
  }

  /// The value of a row, `nil` where there is none.
  public subscript(row: Int) -> Value? {
    get { row < values.count ? values[row] : nil }
    set {
      if row >= values.count {
        guard newValue != nil else { return }
        values.append(contentsOf: repeatElement(nil, count: row + 1 - values.count))
      }
      filled += (newValue == nil ? 0 : 1) - (values[row] == nil ? 0 : 1)
      values[row] = newValue
    }
  }

  /// Whether no row has a value.
  public var isEmpty: Bool { filled == 0 }
}

extension LazyColumn: Equatable {
  /// Equal when every row has the same value; rows beyond the last value do not count.
  public static func == (left: LazyColumn, right: LazyColumn) -> Bool {
    let length = max(left.values.count, right.values.count)
    return (0..<length).allSatisfy { left[$0] == right[$0] }
  }
}

/// A column that the model does not know: kept as text, as the file had it.
public struct AttributeColumn: Sendable, Equatable {
  /// The heading.
  public let name: String
  /// One text per row; an empty cell is `nil`.
  public var values = LazyColumn<String>()

  /// An empty column under this heading.
  public init(name: String) { self.name = name }
}

/// Rows of one kind together with the columns that the model does not know.
public struct RegionTable<Row: Sendable & Equatable>: Sendable, Equatable {
  /// The rows, in the order of the file.
  public var rows: [Row] = []
  /// Unknown columns, in the order of the file; row indices are those of ``rows``.
  public var attributes: [AttributeColumn] = []

  /// An empty table.
  public init() {}

  /// A table of rows without unknown columns.
  public init(_ rows: [Row]) { self.rows = rows }
}
