/// The cells of one sheet that have something in them, row by row.
struct SheetGrid {
  /// What is in a cell.
  enum Content: UInt8 {
    /// Text in ``SheetGrid/bytes``, typed as text or as a truth.
    case text
    /// Text of a number or a date in ``SheetGrid/bytes``.
    case number
    /// A text of the shared ones.
    case shared
    /// An error such as `#N/A`, its text in ``SheetGrid/bytes``.
    case error
    /// A formula whose value is not in the file.
    case formula
  }

  struct Cell {
    let column: Int32
    let content: Content
    /// Where the text lies; of a formula nothing.
    let start: Int32
    let count: Int32
  }

  struct Row {
    /// The number of the row, from 1.
    let number: Int
    var cells: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var rows: [Row] = []
  /// Whether merged cells were given to all their rows.
  private(set) var hasFilledMerges = false
  /// Merged cells that begin in a row and end in a later one.
  private(set) var merges: [Merge] = []

  /// Cells merged over several rows.
  struct Merge {
    let column: Int
    let rows: ClosedRange<Int>
  }

  /// The cell of a row in a column, if anything is in it.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    var low = rows[row].cells.lowerBound
    var high = rows[row].cells.upperBound
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < rows[row].cells.upperBound && cells[low].column == column ? cells[low] : nil
  }

  /// The columns that have something in these rows, in order.
  func columns(_ range: Range<Int>) -> [Int] {
    guard let first = range.first, let last = range.last else { return [] }
    let part = cells[rows[first].cells.lowerBound..<rows[last].cells.upperBound]
    // Short blocks of rows are many where there are many.
    if part.count < 1000 { return Set(part.map { Int($0.column) }).sorted() }
    var isUsed = [Bool](repeating: false, count: CellReference.lastColumn + 1)
    for cell in part { isUsed[Int(cell.column)] = true }
    return isUsed.indices.filter { isUsed[$0] }
  }

  /// Adds a cell; rows and columns only go up.
  mutating func append(row: Int, column: Int, _ content: Content, _ text: [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    append(
      row: row,
      Cell(column: Int32(column), content: content, start: Int32(start), count: Int32(text.count))
    )
  }

  /// Adds a cell with a shared text.
  mutating func append(row: Int, column: Int, shared range: Range<Int>) {
    append(
      row: row,
      Cell(
        column: Int32(column),
        content: .shared,
        start: Int32(range.lowerBound),
        count: Int32(range.count)
      )
    )
  }

  private mutating func append(row: Int, _ cell: Cell) {
    cells.append(cell)
    if let last = rows.indices.last, rows[last].number == row {
      rows[last].cells = rows[last].cells.lowerBound..<cells.count
    } else {
      rows.append(Row(number: row, cells: cells.count - 1..<cells.count))
    }
  }

  /// What a cell merged over several rows says holds for each of them: gives it to those where something is.
  ///
  /// - Returns: false where merged cells overlap so much that this would never end.
  mutating func fill(_ merges: [Merge]) -> Bool {
    self.merges = merges
    var added: [Int: [Cell]] = [:]
    var left = cells.count + 1_000_000
    for merge in merges {
      var row = firstRow(from: merge.rows.lowerBound)
      guard row < rows.count, rows[row].number == merge.rows.lowerBound,
        let cell = cell(row, merge.column)
      else { continue }
      row += 1
      while row < rows.count, rows[row].number <= merge.rows.upperBound {
        left -= 1
        guard left > 0 else { return false }
        if self.cell(row, merge.column) == nil { added[row, default: []].append(cell) }
        row += 1
      }
    }
    guard !added.isEmpty else { return true }
    hasFilledMerges = true
    var filled: [Cell] = []
    filled.reserveCapacity(cells.count + added.count)
    for row in rows.indices {
      let start = filled.count
      var more = added[row] ?? []
      more.sort { $0.column < $1.column }
      var next = 0
      for cell in cells[rows[row].cells] {
        while next < more.count, more[next].column < cell.column {
          if next == 0 || more[next].column != more[next - 1].column { filled.append(more[next]) }
          next += 1
        }
        filled.append(cell)
      }
      while next < more.count {
        if next == 0 || more[next].column != more[next - 1].column { filled.append(more[next]) }
        next += 1
      }
      rows[row].cells = start..<filled.count
    }
    cells = filled
    return true
  }

  /// The first row whose number is at least this.
  func firstRow(from number: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
