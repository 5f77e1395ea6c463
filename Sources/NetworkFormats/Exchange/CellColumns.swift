import LearningRegion

/// A column of texts while a file is read: only the rows that have one, each with its place. The texts
/// are one arena of bytes: a million short ones take no memory of their own.
struct CellColumn {
  /// A text: whose it is, where it stands in the source, where it ends in the arena.
  private struct Entry {
    let row: Int32
    let place: Int
    let end: Int
  }

  fileprivate(set) var name: String
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  private var isOrdered = true
  /// What rows without a text of their own get, and where it stands in the source.
  var usual: String?
  fileprivate(set) var usualPlace = 0

  init(name: String) { self.name = name }

  /// How many texts there are.
  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty && usual == nil }
  var lastRow: Int { entries.last.map { Int($0.row) } ?? -1 }

  /// Adds a text in normal form C.
  mutating func append(_ text: UnsafeRawBufferPointer, row: Int, at place: Int) {
    if lastRow > row { isOrdered = false }
    bytes.append(contentsOf: text)
    entries.append(Entry(row: Int32(row), place: place, end: bytes.count))
  }

  /// Takes the last text back if it is this row's.
  mutating func forgetLast(ofRow row: Int) {
    guard lastRow == row, entries.popLast() != nil else { return }
    bytes.removeSubrange((entries.last?.end ?? 0)...)
  }

  /// Every text, in the order in which they came.
  func visit(_ body: (_ entry: Int, _ row: Int, _ text: UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      for (number, entry) in entries.enumerated() {
        body(number, Int(entry.row), UnsafeRawBufferPointer(rebasing: bytes[start..<entry.end]))
        start = entry.end
      }
    }
  }

  /// The text of an entry.
  func text(entry: Int) -> String {
    let start = entry == 0 ? 0 : entries[entry - 1].end
    return String(decoding: bytes[start..<entries[entry].end], as: UTF8.self)
  }

  /// Where the text of an entry stands in the source.
  func place(entry: Int) -> Int { entries[entry].place }

  /// Whether there are more different texts than this.
  func hasMoreDifferentTexts(than most: Int) -> Bool {
    var ids = IDTable()
    visit { _, _, text in if ids.distinctCount <= most { _ = ids.intern(text) } }
    return ids.distinctCount > most
  }

  /// The texts by row; of several for one row the last counts.
  func dense(rowCount: Int) -> LazyColumn<String> {
    let last = isOrdered ? lastRow : entries.map { Int($0.row) }.max() ?? -1
    var texts = [String?](repeating: usual, count: usual == nil ? last + 1 : rowCount)
    visit { _, row, text in texts[row] = String(decoding: text, as: UTF8.self) }
    return LazyColumn(texts)
  }

  /// The place of the last text of a row.
  func place(row: Int) -> Int? { entry(row: row).map(place(entry:)) }

  /// The last text of a row.
  func text(row: Int) -> String? { entry(row: row).map { text(entry: $0) } }

  /// By halves where the rows came in order, else one by one.
  private func entry(row: Int) -> Int? {
    guard isOrdered else { return entries.lastIndex { $0.row == row } }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row <= row { low = middle + 1 } else { high = middle }
    }
    return low > 0 && entries[low - 1].row == row ? low - 1 : nil
  }
}

/// The columns of one table while a file is read, found by name.
struct CellColumns {
  /// The most columns: a file that needs more is no table.
  static let most = 4096
  private(set) var columns: [CellColumn] = []
  private var numbers: [String: Int] = [:]
  /// Bytes of texts and names that cells may still come to.
  private var room: Int
  /// Where in the source there was no room left, if that came to pass.
  private(set) var overfullAt: Int?

  /// Defaults, groups and lists give one text to many rows: a file of a megabyte could ask for terabytes.
  ///
  /// - Parameter inputSize: bytes of the file; cells come to a hundred times that, or to 64 MiB.
  init(inputSize: Int) { room = max(1 << 26, 100 * inputSize) }

  /// Whether so many bytes more have room; they are counted.
  mutating func take(_ count: Int, at place: Int) -> Bool {
    guard count <= room else {
      overfullAt = overfullAt ?? place
      return false
    }
    room -= count
    return true
  }

  /// The number of the column of this name, added if it is new.
  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = columns.count
    columns.append(CellColumn(name: name))
    return columns.count - 1
  }

  /// The number of the column of this name, or nil.
  func known(_ name: String) -> Int? { numbers[name] }

  /// Adds a text in normal form C.
  mutating func append(_ text: String, column: Int, row: Int, at place: Int) {
    var text = text
    text.withUTF8 { columns[column].append(UnsafeRawBufferPointer($0), row: row, at: place) }
  }

  /// Adds a text in whatever form.
  mutating func append(_ text: UnsafeRawBufferPointer, column: Int, row: Int, at place: Int) {
    if NormalForm.isSurelyComposed(text) {
      columns[column].append(text, row: row, at: place)
    } else {
      append(NormalForm.text(text), column: column, row: row, at: place)
    }
  }

  /// Forgets the texts of a column.
  mutating func drop(_ column: Int) { columns[column] = CellColumn(name: columns[column].name) }

  mutating func rename(_ column: Int, to name: String) {
    numbers[columns[column].name] = nil
    columns[column].name = name
    numbers[name] = column
  }

  mutating func setUsual(_ text: String, column: Int, at place: Int) {
    (columns[column].usual, columns[column].usualPlace) = (text, place)
  }

  mutating func forgetLast(_ name: String, ofRow row: Int) {
    if let number = numbers[name] { columns[number].forgetLast(ofRow: row) }
  }

  /// Whether so few rows have a value that the columns would be nothing but memory.
  func isAbsurd(rowCount: Int) -> Bool {
    if columns.count > Self.most { return true }
    var cells = 0
    var values = 0
    for column in columns {
      cells += column.usual == nil ? column.lastRow + 1 : rowCount
      values += column.count
    }
    return cells > 1 << 24 && values < cells / 32
  }
}
