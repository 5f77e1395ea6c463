/// Strict validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing past U+10FFFF.
enum UTF8Check {
  /// What a whole file looks like.
  struct Finding {
    /// The first byte that belongs to no valid sequence, or nil.
    var firstBad: Int?
    /// The first NUL byte, or nil.
    var firstNUL: Int?
    /// How many valid sequences of two bytes and more come before `firstBad`, or in all.
    var multibyteCount = 0
  }

  /// Looks through all bytes; words of eight ASCII bytes are passed at once.
  static func scan(_ bytes: UnsafeRawBufferPointer) -> Finding {
    var finding = Finding()
    guard let base = bytes.baseAddress else { return finding }
    let count = bytes.count
    var i = 0
    while i < count {
      if i &+ 8 <= count {
        let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // No high bit set, and (w − 0x01…) & ~w shows no zero byte.
        let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if word & 0x8080_8080_8080_8080 == 0 && zeros == 0 {
          i &+= 8
          continue
        }
      }
      let byte = base.load(fromByteOffset: i, as: UInt8.self)
      if byte < 0x80 {
        if byte == 0 && finding.firstNUL == nil { finding.firstNUL = i }
        i &+= 1
        continue
      }
      let length = sequenceLength(base, i, count)
      if length == 0 {
        finding.firstBad = i
        return finding
      }
      finding.multibyteCount &+= 1
      i &+= length
    }
    return finding
  }

  /// The first sequence that has the shape of UTF-8 and that UTF-8 forbids: an overlong form, a
  /// surrogate, or something past U+10FFFF. Such bytes come from a program that tries what happens,
  /// or from a broken one, and hardly from a text in another encoding.
  static func firstForbidden(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    func follows(_ i: Int) -> Bool { i < bytes.count && bytes[i] & 0xc0 == 0x80 }
    for i in start..<bytes.count where bytes[i] >= 0xc0 && follows(i + 1) {
      let next = bytes[i + 1]
      let isForbidden =
        switch bytes[i] {
        // À with a space that does not break stands in French texts of Windows-1252.
        case 0xc0, 0xc1: next != 0xa0
        case 0xe0: next < 0xa0 && follows(i + 2)
        case 0xed: next > 0x9f && follows(i + 2)
        case 0xf0: next < 0x90 && follows(i + 2) && follows(i + 3)
        case 0xf4: next > 0x8f && follows(i + 2) && follows(i + 3)
        case 0xf5...0xf7: follows(i + 2) && follows(i + 3)
        default: false
        }
      if isForbidden { return i }
    }
    return nil
  }

  /// Length of the valid sequence that starts at `i` with a byte ≥ 0x80, or 0.
  static func sequenceLength(_ base: UnsafeRawPointer, _ i: Int, _ count: Int) -> Int {
    func byte(_ k: Int) -> UInt8 {
      i &+ k < count ? base.load(fromByteOffset: i &+ k, as: UInt8.self) : 0
    }
    func follows(_ k: Int) -> Bool { byte(k) & 0xc0 == 0x80 }
    let lead = byte(0)
    switch lead {
    case 0xc2...0xdf:
      return follows(1) ? 2 : 0
    case 0xe0...0xef:
      guard follows(1), follows(2) else { return 0 }
      if lead == 0xe0 && byte(1) < 0xa0 { return 0 }
      if lead == 0xed && byte(1) > 0x9f { return 0 }
      return 3
    case 0xf0...0xf4:
      guard follows(1), follows(2), follows(3) else { return 0 }
      if lead == 0xf0 && byte(1) < 0x90 { return 0 }
      if lead == 0xf4 && byte(1) > 0x8f { return 0 }
      return 4
    default: return 0
    }
  }
}
