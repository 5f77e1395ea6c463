import LearningRegion

/// What a table of a workbook or a folder is about.
enum TableRole: Equatable {
  /// A table of a region folder, by its name.
  case region(RegionTableName)
  /// Ties, by a heading with both ends.
  case ties
  /// Nodes, by a heading with an id, a name or a label.
  case nodes
  /// Ties from rows to columns.
  case matrix
  /// Nothing in it tells.
  case unknown
}

/// A table on a sheet: some of the sheet's rows and columns.
struct FoundTable {
  let sheet: Int
  let role: TableRole
  /// Places in the grid's rows; the first is the heading.
  let rows: Range<Int>
  /// Columns of the sheet, in order.
  let columns: [Int]
}

/// Finds the tables of a sheet by their headings.
///
/// Two blank rows end a table, and so does one before another heading. Titles above a heading are no part of
/// it. A blank column ends a table where a heading of its own, or nothing, stands over what follows.
struct TableFinder {
  /// Rows of a block that may come before its heading.
  static let longestTitle = 20

  private let grid: SheetGrid
  private let strings: SharedStrings
  private let sheet: Workbook.Sheet
  /// What the sheet's name says.
  private let schema: TableSchema?
  /// Merged cells by the row that they begin in.
  private let mergesFrom: [Int: [SheetGrid.Merge]]
  private(set) var tables: [FoundTable] = []
  /// Cells beside and between tables that are not read: the first of each group.
  private(set) var strays: [(row: Int, column: Int, rows: Int)] = []

  init(_ sheet: Workbook.Sheet, _ strings: SharedStrings) {
    self.sheet = sheet
    self.strings = strings
    grid = sheet.grid
    mergesFrom = Dictionary(grouping: sheet.grid.merges, by: \.rows.lowerBound)
    schema = Self.schema(sheet.name)
    for block in blocks() { find(in: block) }
  }

  /// The table of a region folder that a sheet's name means: `Joint actions`, `ties.csv`.
  static func schema(_ name: String) -> TableSchema? {
    var key = HeadingKey.key(XMLNumber.trimmed(name))
    if key.hasSuffix(".csv") { key.removeLast(4) }
    return TableSchema.all.first { $0.table.rawValue == key }
  }

  // MARK: Rows

  private func blocks() -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    for row in grid.rows.indices.dropFirst() {
      let gap = grid.rows[row].number - grid.rows[row - 1].number - 1
      if gap >= 2 || (gap == 1 && role(row, grid.columns(row..<row + 1)) != .unknown) {
        blocks.append(start..<row)
        start = row
      }
    }
    if start < grid.rows.count { blocks.append(start..<grid.rows.count) }
    return blocks
  }

  private mutating func find(in block: Range<Int>) {
    let segments = segments(grid.columns(block))
    var found: [(heading: Int, role: TableRole, columns: [Int])] = []
    var rest: [[Int]] = []
    for segment in segments {
      if let (heading, role) = heading(block, segment) {
        found.append((heading, role, segment))
      } else if let last = found.indices.last,
        segment.contains(where: { grid.cell(found[last].heading, $0) != nil })
      {
        // A blank column inside of a table: the heading goes on after it.
        found[last].columns += segment
      } else {
        rest.append(segment)
      }
    }
    if found.isEmpty {
      let all = segments.flatMap { $0 }
      if let (heading, role) = heading(block, all) {
        found.append((heading, role, all))
      } else if let heading = matrixHeading(block, all) {
        found.append((heading, .matrix, all))
      } else {
        return findUnknown(in: block, all)
      }
      rest = []
    }
    for table in found { add(table.role, table.heading..<block.upperBound, table.columns) }
    addStrays(rest, block)
  }

  /// Notes the columns of a block that are in no table, each run of neighbours once.
  private mutating func addStrays(_ segments: [[Int]], _ block: Range<Int>) {
    guard !segments.isEmpty else { return }
    var owner: [Int: Int] = [:]
    for (number, segment) in segments.enumerated() {
      for column in segment { owner[column] = number }
    }
    var found = [(row: Int, column: Int, rows: Int)?](repeating: nil, count: segments.count)
    var lastRow = [Int](repeating: -1, count: segments.count)
    for row in block {
      for cell in grid.cells[grid.rows[row].cells] {
        guard let number = owner[Int(cell.column)], lastRow[number] != row else { continue }
        lastRow[number] = row
        if found[number] == nil { found[number] = (row: row, column: Int(cell.column), rows: 0) }
        found[number]?.rows += 1
      }
    }
    strays += found.compactMap { $0 }
  }

  /// A block without a heading: a table all the same where it could be one.
  private mutating func findUnknown(in block: Range<Int>, _ columns: [Int]) {
    var start = block.lowerBound
    // A title is a row with one cell above rows with more.
    while start + 1 < block.upperBound, start < block.lowerBound + Self.longestTitle,
      grid.rows[start].cells.count == 1, columns.count > 1
    {
      start += 1
    }
    let width = grid.columns(start..<block.upperBound)
    let role: TableRole = schema.map { .region($0.table) } ?? .unknown
    if block.upperBound - start > 1, width.count > 1 || role != .unknown {
      add(role, start..<block.upperBound, width)
    } else if let cell = grid.rows[block.lowerBound].cells.first {
      strays.append((block.lowerBound, Int(grid.cells[cell].column), block.count))
    }
  }

  private mutating func add(_ role: TableRole, _ rows: Range<Int>, _ columns: [Int]) {
    tables.append(FoundTable(sheet: sheet.number, role: role, rows: rows, columns: columns))
  }

  // MARK: Columns

  /// Runs of neighbouring columns.
  private func segments(_ columns: [Int]) -> [[Int]] {
    var segments: [[Int]] = []
    for column in columns {
      if let last = segments.last?.last, last + 1 == column {
        segments[segments.count - 1].append(column)
      } else {
        segments.append([column])
      }
    }
    return segments
  }

  // MARK: Headings

  /// The first row that names known columns, or the last of the rows that it is merged over.
  private func heading(_ block: Range<Int>, _ columns: [Int]) -> (row: Int, role: TableRole)? {
    for row in block.prefix(Self.longestTitle) {
      let role = role(row, columns)
      guard role != .unknown else { continue }
      let number = grid.rows[row].number
      let ends = (mergesFrom[number] ?? []).filter { columns.contains($0.column) }
        .map(\.rows.upperBound).filter { $0 < number + Self.longestTitle }
      let bottom = ends.max().map { grid.firstRow(from: $0 + 1) - 1 } ?? row
      let end = min(max(row, bottom), block.upperBound - 1)
      // Merged down to rows of data, a cell is no heading over two rows.
      return self.role(end, columns) == .unknown ? (row, role) : (end, role)
    }
    return nil
  }

  private func role(_ row: Int, _ columns: [Int]) -> TableRole {
    var keys: Set<String> = []
    for column in columns {
      guard let text = text(row, column), text.utf8.count <= 200 else { continue }
      keys.insert(HeadingKey.key(XMLNumber.trimmed(text)))
    }
    guard !keys.isEmpty else { return .unknown }
    if let schema { return schema.hasRequired(keys) ? .region(schema.table) : .unknown }
    if TableSchema.ties.hasRequired(keys) { return .ties }
    return TableSchema.actors.hasRequired(keys) ? .nodes : .unknown
  }

  /// The row over a matrix: names over all columns but the first, in which each row has its name, and nothing
  /// but numbers in between.
  private func matrixHeading(_ block: Range<Int>, _ columns: [Int]) -> Int? {
    guard columns.count > 2 else { return nil }
    for row in block.prefix(Self.longestTitle) where row + 1 < block.upperBound {
      guard columns.dropFirst().allSatisfy({ grid.cell(row, $0)?.content != nil }) else { continue }
      let isMatrix = (row + 1..<block.upperBound).allSatisfy { row in
        grid.cell(row, columns[0]) != nil
          && columns.dropFirst().allSatisfy { column in
            grid.cell(row, column) == nil
              || text(row, column).map { CellValue.number($0.replacing(",", with: ".")) != nil }
                ?? false
          }
      }
      guard isMatrix else { return nil }
      let names = columns.dropFirst().map { text(row, $0) }
      let labels = (row + 1..<block.upperBound).map { text($0, columns[0]) }
      return grid.cell(row, columns[0]) == nil || Set(names) == Set(labels) ? row : nil
    }
    return nil
  }

  private func text(_ row: Int, _ column: Int) -> String? {
    guard let cell = grid.cell(row, column) else { return nil }
    let range = Int(cell.start)..<Int(cell.start) + Int(cell.count)
    switch cell.content {
    case .text, .number: return String(decoding: grid.bytes[range], as: UTF8.self)
    case .shared: return String(decoding: strings.bytes[range], as: UTF8.self)
    case .error, .formula: return nil
    }
  }
}
