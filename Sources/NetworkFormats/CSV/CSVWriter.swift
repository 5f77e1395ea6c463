/// Builds a table of RFC 4180: commas, LF, quotes only where they are needed.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private var isFirst = true

  init(separator: CellSeparator = .comma) { self.separator = separator.byte }

  /// Adds a cell to the current row.
  mutating func cell(_ text: String) {
    if !isFirst { bytes.append(separator) }
    isFirst = false
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a cell of UTF-8 bytes to the current row.
  mutating func cell(_ content: ArraySlice<UInt8>) {
    if !isFirst { bytes.append(separator) }
    isFirst = false
    content.withUnsafeBytes { append($0) }
  }

  /// Adds a cell with a number to the current row.
  mutating func cell(_ number: Double) { cell(NumberText.text(number)) }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(0x0a)
    isFirst = true
  }

  /// Hands over what was built so far, so that a long table need not be in memory twice.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ content: UnsafeRawBufferPointer) {
    guard needsQuotes(content) else {
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(0x22)
    for byte in content {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Quoted: separators of every kind, quotes, line ends, spaces at an end, and what begins like a
  /// comment of an edge list.
  private func needsQuotes(_ content: UnsafeRawBufferPointer) -> Bool {
    guard let first = content.first, let last = content.last else { return false }
    if first == 0x20 || last == 0x20 || first == 0x23 || first == 0x25 { return true }
    return content.contains { byte in
      byte == separator || byte == 0x22 || byte == 0x0a || byte == 0x0d || byte == 0x3b
        || byte == 0x09 || (byte == 0x20 && separator == 0x20)
    }
  }
}
