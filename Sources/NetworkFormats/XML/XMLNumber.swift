/// Numbers in XML.
enum XMLNumber {
  /// Without white space at the ends.
  static func trimmed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == 0, last == bytes.count - 1 { return text }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// A whole number of 64 bits.
  static func isInteger(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { (try? NumberReader.integer(UnsafeRawBufferPointer($0))) != nil }
  }

  /// A finite number, or an infinite one as XML Schema, Python and Java write it.
  static func isNumber(_ text: String) -> Bool {
    if CellValue.number(text) != nil { return true }
    return ["inf", "-inf", "infinity", "-infinity", "+inf"].contains(text.lowercased())
  }
}
