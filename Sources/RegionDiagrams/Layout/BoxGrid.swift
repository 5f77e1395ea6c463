/// Finds the boxes and discs near a place without looking at all of them.
///
/// Things are numbered by whoever stores them; a cell lists everything that reaches into it. Queries
/// visit things in the order they were stored, cell by cell, so results do not depend on hashing.
struct BoxGrid {
  private let cell: Double
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private var cells: [[Int32]]

  /// A grid over `area`; things outside belong to the border cells.
  init(area: Box, cell: Double) {
    self.cell = max(cell, max(area.width, area.height) / 400, 1)
    origin = Point(x: area.left, y: area.bottom)
    columns = max(1, Int((area.width / self.cell).rounded(.up)))
    rows = max(1, Int((area.height / self.cell).rounded(.up)))
    cells = [[Int32]](repeating: [], count: columns * rows)
  }

  /// Stores thing `index` with the extent `box`.
  mutating func insert(_ index: Int, _ box: Box) {
    visit(box) { cells, at in cells[at].append(Int32(index)) }
  }

  /// Forgets thing `index`, stored with the extent `box`.
  mutating func remove(_ index: Int, _ box: Box) {
    visit(box) { cells, at in cells[at].removeAll { $0 == Int32(index) } }
  }

  /// Whether `test` is true of a thing near `box`.
  func contains(near box: Box, where test: (Int) -> Bool) -> Bool {
    let range = span(of: box)
    for row in range.rows {
      for column in range.columns {
        for index in cells[row * columns + column] where test(Int(index)) { return true }
      }
    }
    return false
  }

  /// Calls `body` for the things near `box`; one that reaches into several cells may come repeatedly.
  func forEach(near box: Box, _ body: (Int) -> Void) {
    _ = contains(near: box) { index in
      body(index)
      return false
    }
  }

  private mutating func visit(_ box: Box, _ body: (inout [[Int32]], Int) -> Void) {
    let range = span(of: box)
    for row in range.rows {
      for column in range.columns { body(&cells, row * columns + column) }
    }
  }

  private func span(of box: Box) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    func index(_ value: Double, _ count: Int) -> Int {
      min(max(Int((value / cell).rounded(.down)), 0), count - 1)
    }
    return (
      index(
        box.bottom - origin.y,
        rows
      )...max(
        index(box.bottom - origin.y, rows),
        index(box.top - origin.y, rows)
      ),
      index(
        box.left - origin.x,
        columns
      )...max(
        index(box.left - origin.x, columns),
        index(box.right - origin.x, columns)
      )
    )
  }
}
