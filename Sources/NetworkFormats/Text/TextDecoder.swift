/// Finds out how a file's characters are written and turns them into UTF-8.
///
/// 1. A byte order mark decides. 2. NUL bytes in every second place are UTF-16. 3. Valid UTF-8 is
/// UTF-8. 4. A file without a single valid UTF-8 sequence beyond ASCII, nor one that UTF-8 forbids,
/// whose other bytes all mean something in Windows-1252, is Windows-1252. 5. Everything else is refused: nothing is guessed
/// byte by byte.
enum TextDecoder {
  /// The text of a file: a part of the given bytes, or bytes of its own.
  enum Text {
    case part(Range<Int>)
    case converted([UInt8])
  }

  static func decode(
    _ bytes: UnsafeRawBufferPointer
  ) throws(DecodingProblem) -> (text: Text, encoding: TextEncoding) {
    if bytes.starts(with: [0xff, 0xfe, 0, 0]) || bytes.starts(with: [0, 0, 0xfe, 0xff]) {
      throw .utf32
    }
    if bytes.starts(with: [0xff, 0xfe]) {
      return (.converted(try utf16(bytes, from: 2, bigEndian: false)), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xfe, 0xff]) {
      return (.converted(try utf16(bytes, from: 2, bigEndian: true)), .utf16BigEndian)
    }
    if let name = FileSignature.name(of: bytes) { throw .recognised(name: name) }
    let marked = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let start = marked ? 3 : 0
    let finding = UTF8Check.scan(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    if let firstNUL = finding.firstNUL {
      if !marked, let bigEndian = looksLikeUTF16(bytes) {
        return (
          .converted(try utf16(bytes, from: 0, bigEndian: bigEndian)),
          bigEndian ? .utf16BigEndian : .utf16LittleEndian
        )
      }
      throw .binary(offset: start + firstNUL)
    }
    if let control = manyControls(bytes) { throw .binary(offset: control) }
    guard let firstBad = finding.firstBad else {
      return (.part(start..<bytes.count), marked ? .utf8WithMark : .utf8)
    }
    // Validation ends at the first bad byte; a NUL may come after it.
    if let firstNUL = bytes[firstBad...].firstIndex(of: 0) { throw .binary(offset: firstNUL) }
    if let forbidden = UTF8Check.firstForbidden(bytes, from: start + firstBad) {
      throw .badByte(offset: forbidden, value: bytes[forbidden])
    }
    guard !marked, finding.multibyteCount == 0, let converted = windows1252(bytes, firstBad) else {
      throw .badByte(offset: start + firstBad, value: bytes[start + firstBad])
    }
    return (.converted(converted), .windows1252)
  }

  /// Where a text has more than one control character (beyond tab and line ends) in ten of its
  /// first 4096 bytes, it is none: the offset of the first.
  private static func manyControls(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let head = bytes.prefix(4096)
    func isControl(_ byte: UInt8) -> Bool {
      (byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d) || byte == 0x7f
    }
    let controls = head.count(where: isControl)
    return controls * 10 > head.count ? head.firstIndex(where: isControl) : nil
  }

  /// Whether the NUL bytes of the first 4096 bytes are all on one side, and on half of the pairs:
  /// then true for big endian.
  private static func looksLikeUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    var zeros = [0, 0]
    let head = bytes.prefix(4096)
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let many = max(2, head.count / 4)
    if zeros[0] == 0 && zeros[1] >= many { return false }
    if zeros[1] == 0 && zeros[0] >= many { return true }
    return nil
  }

  private static func utf16(
    _ bytes: UnsafeRawBufferPointer,
    from start: Int,
    bigEndian: Bool
  ) throws(DecodingProblem) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2 + 16)
    func unit(_ i: Int) -> UInt32 {
      let (high, low) = bigEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
      return UInt32(high) << 8 | UInt32(low)
    }
    var i = start
    while i < bytes.count {
      guard i + 1 < bytes.count else { throw .badUTF16(offset: i) }
      var value = unit(i)
      if value == 0 { throw .binary(offset: i) }
      let first = i
      i += 2
      if value & 0xfc00 == 0xd800, i + 1 < bytes.count, unit(i) & 0xfc00 == 0xdc00 {
        value = 0x10000 + (value & 0x3ff) << 10 + (unit(i) & 0x3ff)
        i += 2
      }
      guard let scalar = Unicode.Scalar(value) else { throw .badUTF16(offset: first) }
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return out
  }

  /// The UTF-8 form, or nil where a byte means nothing in Windows-1252.
  private static func windows1252(
    _ bytes: UnsafeRawBufferPointer,
    _ firstHigh: Int
  ) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    out.append(contentsOf: bytes[..<firstHigh])
    for byte in bytes[firstHigh...] {
      if byte < 0x80 {
        out.append(byte)
        continue
      }
      let value = byte < 0xa0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return out
  }

  /// What 0x80 … 0x9F stand for; 0 where nothing is assigned (WHATWG's table has controls there,
  /// but no text of people contains them).
  private static let upperControls: [UInt16] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
  ]
}

/// Kinds of files that people hand in by mistake, known by their first bytes.
enum FileSignature {
  static func name(of bytes: UnsafeRawBufferPointer) -> String? {
    for (name, prefix) in known where bytes.starts(with: prefix) { return name }
    return nil
  }

  /// A ZIP archive, an empty one too.
  static func isZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4b, 0x05, 0x06])
  }

  /// A compound file, in which old Excel workbooks are kept.
  static func isOldWorkbook(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0])
  }

  private static let known: [(String, [UInt8])] = [
    ("a ZIP archive or an Excel workbook (.xlsx)", [0x50, 0x4b, 0x03, 0x04]),
    ("an old Excel workbook (.xls)", [0xd0, 0xcf, 0x11, 0xe0]),
    ("a gzip archive", [0x1f, 0x8b]),
    ("a PDF document", Array("%PDF-".utf8)),
    ("a PNG picture", [0x89, 0x50, 0x4e, 0x47]),
    ("a JPEG picture", [0xff, 0xd8, 0xff]),
    ("an SQLite database", Array("SQLite format 3\0".utf8)),
    ("an R data file", Array("RDX".utf8)),
    ("a program", [0x7f, 0x45, 0x4c, 0x46]),
  ]
}
