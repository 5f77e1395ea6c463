/// Whether the rows and the columns of a square matrix are the same actors, by their labels.
enum SquareLabels {
  case same, reordered, different

  static let reorderedMessage = "the rows and the columns have the same labels in different orders"
  static let reorderedHint = "give them one order, or names of their own where they are two kinds"

  init(rows: [String], columns: [String]) {
    self = rows == columns ? .same : rows.sorted() == columns.sorted() ? .reordered : .different
  }
}
