/// Texts in JSON.
enum JSONText {
  /// The length of the escape at `p`, both halves of a surrogate pair included; 0 where it is none.
  static func escapeLength(_ bytes: UnsafeRawBufferPointer, _ p: Int) -> Int {
    guard p + 1 < bytes.count else { return 0 }
    switch bytes[p + 1] {
    case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74: return 2
    case 0x75:
      guard let unit = unit(bytes, p) else { return 0 }
      if unit & 0xfc00 == 0xdc00 { return 0 }
      guard unit & 0xfc00 == 0xd800 else { return 6 }
      guard let low = self.unit(bytes, p + 6), low & 0xfc00 == 0xdc00 else { return 0 }
      return 12
    default: return 0
    }
  }

  private static func unit(_ bytes: UnsafeRawBufferPointer, _ p: Int) -> UInt32? {
    guard p + 6 <= bytes.count, bytes[p] == 0x5c, bytes[p + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for byte in bytes[p + 2..<p + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Whether the escape at `p` stands for U+0000.
  static func isNUL(_ bytes: UnsafeRawBufferPointer, _ p: Int) -> Bool {
    bytes[p + 1] == 0x75 && unit(bytes, p) == 0
  }

  /// The text without its escapes, which were checked.
  static func unescaped(_ bytes: UnsafeRawBufferPointer) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var p = 0
    while p < bytes.count {
      guard bytes[p] == 0x5c else {
        out.append(bytes[p])
        p += 1
        continue
      }
      let length = escapeLength(bytes, p)
      switch bytes[p + 1] {
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0c)
      case 0x6e: out.append(0x0a)
      case 0x72: out.append(0x0d)
      case 0x74: out.append(0x09)
      case 0x75:
        var value = unit(bytes, p) ?? 0xfffd
        if length == 12 {
          value = 0x10000 + (value & 0x3ff) << 10 + ((unit(bytes, p + 6) ?? 0) & 0x3ff)
        }
        let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: out.append(bytes[p + 1])
      }
      p += max(2, length)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text between double quotes. U+2028 and U+2029, which end lines in older JavaScript, are escaped; `<` is not.
  static func quoted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.add("\\\"")
      case "\\": out.add("\\\\")
      case "\n": out.add("\\n")
      case "\r": out.add("\\r")
      case "\t": out.add("\\t")
      case "\u{2028}", "\u{2029}": out.add(escape(scalar))
      default:
        if scalar.value < 0x20 {
          out.add(escape(scalar))
        } else {
          out.append(scalar)
        }
      }
    }
    out.append("\"")
    return String(out)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
