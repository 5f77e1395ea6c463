@testable import NetworkFormats

/// What holds for every text that may be a number.
enum NumberProperties {
  static func check(_ bytes: UnsafeRawBufferPointer) {
    checkInteger(bytes)
    guard let number = try? NumberReader.double(bytes) else {
      if isNumber(bytes), Double(pointed(bytes))?.isFinite == true { failed("a number is refused") }
      return
    }
    if !isNumber(bytes) { failed("no number, and taken for one") }
    if !number.value.isFinite { failed("not finite") }
    guard let wanted = Double(pointed(bytes)), same(wanted, number.value) else {
      failed("\(number.value) is not what the standard library reads")
    }
    var text = NumberText.text(number.value)
    let back = text.withUTF8 { try? NumberReader.double(UnsafeRawBufferPointer($0)) }
    if !same(back?.value ?? .nan, number.value) { failed("\(text) is another number") }
  }

  private static func checkInteger(_ bytes: UnsafeRawBufferPointer) {
    let isWhole = bytes.enumerated().allSatisfy { place, byte in
      let isSign = byte == 0x2b || byte == 0x2d
      return (0x30...0x39).contains(byte) || (place == 0 && bytes.count > 1 && isSign)
    }
    let wanted = isWhole ? Int64(String(decoding: bytes, as: UTF8.self)) : nil
    if (try? NumberReader.integer(bytes)) != wanted { failed("another integer") }
  }

  private static func same(_ one: Double, _ other: Double) -> Bool {
    one.bitPattern == other.bitPattern
  }

  private static func pointed(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: ".")
  }

  /// The grammar, once more: sign, digits around at most one mark, exponent.
  private static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    func takeSign() {
      if rest.first == 0x2b || rest.first == 0x2d { rest = rest.dropFirst() }
    }
    func takeDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    takeSign()
    var digits = takeDigits()
    if rest.first == 0x2e || rest.first == 0x2c {
      rest = rest.dropFirst()
      digits += takeDigits()
    }
    guard digits > 0 else { return false }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      takeSign()
      return takeDigits() > 0 && rest.isEmpty
    }
    return rest.isEmpty
  }
}
