/// The text of one file as UTF-8 bytes, for as long as it is being read.
///
/// Positions are byte offsets in the decoded text; lines and columns are worked out only for what
/// is shown.
final class SourceText {
  /// The name shown in diagnostics.
  let name: String
  /// How the file was written.
  let encoding: TextEncoding
  /// Valid UTF-8 without a byte order mark.
  let bytes: UnsafeRawBufferPointer
  /// Keeps converted text alive; nil where `bytes` lies in the caller's memory.
  private let converted: UnsafeMutableRawBufferPointer?

  /// Keeps the caller's memory alive.
  private let owner: AnyObject?
  /// Where the text really stands, if it was put together from something else.
  let places: (any PlaceMap)?
  /// Where `bytes` begins in the text that `places` knows.
  let base: Int

  /// Decodes the bytes of a file.
  ///
  /// - Parameter owner: whoever holds `raw`; without one the caller keeps it for as long as this
  ///   object lives.
  init(
    name: String,
    raw: UnsafeRawBufferPointer,
    owner: AnyObject? = nil
  ) throws(DecodingProblem) {
    self.name = name
    self.owner = owner
    places = nil
    base = 0
    let (text, encoding) = try TextDecoder.decode(raw)
    self.encoding = encoding
    switch text {
    case .part(let range):
      bytes = UnsafeRawBufferPointer(rebasing: raw[range])
      converted = nil
    case .converted(let array):
      let copy = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, array.count),
        alignment: 1
      )
      copy.copyBytes(from: array)
      converted = copy
      bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[..<array.count])
    }
  }

  /// Text that was put together from something else: the places of problems are those of that.
  init(_ text: UnpackedBytes, _ places: any PlaceMap, name: String) {
    self.name = name
    self.places = places
    owner = text
    encoding = .utf8
    bytes = text.bytes
    converted = nil
    base = 0
  }

  /// A part of a text under a name of its own; problems in it are shown where the whole has them.
  init(_ range: Range<Int>, of whole: SourceText, name: String) {
    self.name = name
    owner = whole
    encoding = whole.encoding
    bytes = UnsafeRawBufferPointer(rebasing: whole.bytes[range])
    converted = nil
    places = whole.places
    base = whole.base + range.lowerBound
  }

  deinit { converted?.deallocate() }

  /// The separator of a table that was put together here; nil where it has to be found out.
  var knownSeparator: CellSeparator? { places?.separator }

  /// Whether the cell that begins at an offset is a number by itself, with no decimal mark of its own.
  func isStoredNumber(at offset: Int) -> Bool {
    places?.isStoredNumber(at: base + offset) ?? false
  }

  /// The text between two offsets.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line number, from 1, of an offset.
  func line(at offset: Int) -> Int { 1 + lineEnds(in: 0..<offset) }

  /// What the line or row of an offset is called: `line 5`, `row 5`.
  func lineName(at offset: Int) -> String {
    guard let places else { return "line \(line(at: offset))" }
    let location = places.location(of: base + offset)
    return location.cell.map { "row \($0.row)" } ?? "line \(location.line ?? 0)"
  }

  /// How many lines end in a part of the text.
  func lineEnds(in range: Range<Int>) -> Int {
    range.count { isLineEnd($0) }
  }

  /// LF, or CR without LF: the last byte of a line.
  private func isLineEnd(_ i: Int) -> Bool {
    bytes[i] == 0x0a || (bytes[i] == 0x0d && !(i + 1 < bytes.count && bytes[i + 1] == 0x0a))
  }

  /// The offset where a line begins; the end of the text where there are fewer lines.
  func offset(ofLine wanted: Int) -> Int {
    var line = 1
    var i = 0
    while line < wanted, i < bytes.count {
      if isLineEnd(i) { line += 1 }
      i += 1
    }
    return i
  }

  /// A problem with the bytes of `range`, with the place and the line.
  ///
  /// - Parameter line: the line number where the caller knows it; it saves counting.
  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil,
    severity: Diagnostic.Severity? = nil,
    at range: Range<Int>,
    line known: Int? = nil
  ) -> Diagnostic {
    let at = min(range.lowerBound, bytes.count)
    if let places {
      return Diagnostic(
        code,
        message,
        hint: hint,
        severity: severity,
        location: places.location(of: base + at),
        excerpt: excerpt(
          lineStart: places.rowStart(of: base + at) - base,
          at: at,
          end: range.upperBound
        )
      )
    }
    var start = at
    while start > 0, bytes[start - 1] != 0x0a, bytes[start - 1] != 0x0d { start -= 1 }
    let column = scalarCount(start..<at) + 1
    return Diagnostic(
      code,
      message,
      hint: hint,
      severity: severity,
      location: SourceLocation(file: name, line: known ?? line(at: at), column: column),
      excerpt: excerpt(lineStart: start, at: at, end: range.upperBound)
    )
  }

  /// At most 200 scalars before the place and 200 after it.
  private func excerpt(lineStart: Int, at: Int, end: Int) -> SourceExcerpt {
    var from = at
    var before = 0
    let lineStart = max(0, min(at, lineStart))
    while from > lineStart, before < 200 {
      from -= 1
      if bytes[from] & 0xc0 != 0x80 { before += 1 }
    }
    var to = at
    var after = 0
    while to < bytes.count, bytes[to] != 0x0a, bytes[to] != 0x0d {
      if bytes[to] & 0xc0 != 0x80 {
        if after == 200 { break }
        after += 1
      }
      to += 1
    }
    return SourceExcerpt(
      text: string(from..<to),
      caret: scalarCount(from..<at),
      length: scalarCount(at..<max(at, min(end, to))),
      cutBefore: from > lineStart,
      cutAfter: to < bytes.count && bytes[to] != 0x0a && bytes[to] != 0x0d
    )
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xc0 != 0x80 }
  }
}
