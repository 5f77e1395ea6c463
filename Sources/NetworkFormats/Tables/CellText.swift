/// The text of cells.
enum CellText {
  /// The content of a cell: doubled quotes made single, in normal form C.
  static func text(_ field: CSVField, _ source: SourceText) -> String {
    guard field.hasEscapes else {
      return NormalForm.text(UnsafeRawBufferPointer(rebasing: source.bytes[field.range]))
    }
    return NormalForm.text(String(decoding: unescaped(field, source), as: UTF8.self))
  }

  /// The bytes of a cell with doubled quotes made single.
  static func unescaped(_ field: CSVField, _ source: SourceText) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(field.end - field.start)
    var i = field.start
    while i < field.end {
      let byte = source.bytes[i]
      out.append(byte)
      i += byte == 0x22 ? 2 : 1
    }
    return out
  }
}
