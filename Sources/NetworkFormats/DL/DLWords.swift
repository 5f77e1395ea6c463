/// Words of a DL file.
struct DLWords {
  private let source: SourceText
  private(set) var at = 0
  /// The first double quote that has no partner in its line.
  private(set) var openQuote: Int?

  init(_ source: SourceText) { self.source = source }

  func text(_ word: LineToken) -> String { source.string(word.inside) }

  /// A whole number, the nearest that there is where it is too large; nil for anything else.
  func integer(_ word: LineToken) -> Int? {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[word.inside])
    do throws(NumberReader.Problem) {
      return Int(try NumberReader.integer(bytes))
    } catch {
      guard error == .outOfRange else { return nil }
      return bytes.first == 0x2d ? .min : .max
    }
  }

  /// Whether the word stands for what is not known.
  func isUnknown(_ word: LineToken) -> Bool {
    let text = text(word)
    return text == "." || text.lowercased() == "na"
  }

  /// The number; nil for anything else.
  func value(_ word: LineToken) -> Double? { CellValue.number(text(word)) }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2c || byte == 0x3d
  }

  mutating func next() -> LineToken? {
    while at < source.bytes.count, isSeparator(source.bytes[at]) { at += 1 }
    return word()
  }

  func peek() -> LineToken? {
    var copy = self
    return copy.next()
  }

  /// The words up to the end of the line; nil at the end of the text.
  mutating func nextLine() -> [LineToken]? {
    guard at < source.bytes.count else { return nil }
    var line: [LineToken] = []
    while at < source.bytes.count {
      let byte = source.bytes[at]
      if byte == 0x0a || byte == 0x0d {
        at += 1
        break
      }
      if isSeparator(byte) {
        at += 1
      } else if let word = word() {
        line.append(word)
      }
    }
    return line
  }

  /// Past a colon that stands alone.
  mutating func skipColon() {
    var p = at
    while p < source.bytes.count, source.bytes[p] <= 0x20 { p += 1 }
    if p < source.bytes.count, source.bytes[p] == 0x3a { at = p + 1 }
  }

  private mutating func word() -> LineToken? {
    guard at < source.bytes.count else { return nil }
    let start = at
    let mark = source.bytes[at]
    if mark == 0x22 || mark == 0x27,
      let close = source.bytes[(at + 1)...].firstIndex(where: {
        $0 == mark || $0 == 0x0a || $0 == 0x0d
      }), source.bytes[close] == mark
    {
      at = close + 1
      return LineToken(range: start..<at, isQuoted: true)
    }
    if mark == 0x22, openQuote == nil { openQuote = start }
    while at < source.bytes.count, !isSeparator(source.bytes[at]) {
      at += 1
      // A colon ends a word of the header.
      if source.bytes[at - 1] == 0x3a { break }
    }
    return LineToken(range: start..<at, isQuoted: false)
  }
}
