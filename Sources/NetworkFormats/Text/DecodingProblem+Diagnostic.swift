extension DecodingProblem {
  /// The diagnostic for a file that is no text.
  func diagnostic(file: String, raw: UnsafeRawBufferPointer) -> Diagnostic {
    switch self {
    case .recognised(let name):
      return Diagnostic(
        .binaryFile,
        "this is \(name), not a text file",
        hint: "save the table as CSV (UTF-8)",
        location: SourceLocation(file: file)
      )
    case .binary(let offset):
      return Diagnostic(
        .binaryFile,
        "this is a binary file, not text (byte \(offset + 1) is a control character)",
        hint: "save the table as CSV (UTF-8)",
        location: SourceLocation(file: file, line: line(of: offset, raw))
      )
    case .utf32:
      return Diagnostic(
        .badEncoding,
        "the file is UTF-32, which is not read",
        hint: "save the file as UTF-8",
        location: SourceLocation(file: file)
      )
    case .badUTF16(let offset):
      return Diagnostic(
        .badEncoding,
        "the file looks like UTF-16, but half a character is at byte \(offset + 1)",
        hint: "save the file as UTF-8",
        location: SourceLocation(file: file)
      )
    case .badByte(let offset, let value):
      return badByte(file: file, raw: raw, offset: offset, value: value)
    }
  }

  /// The line of a byte, as far as a file that is no text has lines.
  private func line(of offset: Int, _ raw: UnsafeRawBufferPointer) -> Int {
    1
      + raw[..<offset].indices.count { i in
        raw[i] == 0x0a || (raw[i] == 0x0d && raw[i + 1] != 0x0a)
      }
  }

  private func badByte(
    file: String,
    raw: UnsafeRawBufferPointer,
    offset: Int,
    value: UInt8
  ) -> Diagnostic {
    let digits = String(value, radix: 16, uppercase: true)
    // Everything before the first bad byte is valid, so it can be counted as text.
    var start = offset
    while start > 0, raw[start - 1] != 0x0a, raw[start - 1] != 0x0d { start -= 1 }
    let line = line(of: start, raw)
    var end = offset
    while end < raw.count, end < offset + 200, raw[end] != 0x0a, raw[end] != 0x0d { end += 1 }
    let marked = line == 1 && raw.starts(with: [0xef, 0xbb, 0xbf])
    let textStart = marked ? 3 : start
    let column = raw[textStart..<offset].count { $0 & 0xc0 != 0x80 } + 1
    var from = offset
    var before = 0
    while from > textStart, before < 200 {
      from -= 1
      if raw[from] & 0xc0 != 0x80 { before += 1 }
    }
    return Diagnostic(
      .badEncoding,
      "byte 0x\(digits) is not UTF-8",
      hint: "the file mixes encodings or is damaged here; save it as UTF-8",
      location: SourceLocation(file: file, line: line, column: column),
      excerpt: SourceExcerpt(
        text: String(decoding: raw[from..<end], as: UTF8.self),
        caret: before,
        length: 1,
        cutBefore: from > textStart,
        cutAfter: end < raw.count && end == offset + 200
      )
    )
  }
}
