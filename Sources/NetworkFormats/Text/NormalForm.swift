import Foundation

/// Unicode normal form C: text that looks the same becomes the same bytes.
enum NormalForm {
  /// Whether the bytes are certainly in normal form C: every character below U+0300 is, and its
  /// UTF-8 lead byte is below 0xCC.
  static func isSurelyComposed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // The high bit, and 0x4c or more in the seven others, which then carry into it.
      let carried = (word & Bytes.all(0x7f)) &+ Bytes.all(0x34)
      if carried & word & Bytes.all(0x80) != 0 { return false }
      place &+= 8
    }
    while place < bytes.count {
      if bytes[place] >= 0xcc { return false }
      place &+= 1
    }
    return true
  }

  /// The text of the bytes (valid UTF-8) in normal form C.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return isSurelyComposed(bytes) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The text in normal form C.
  static func text(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0xcc } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// A letter without the marks on it: é → e, ᾳ → α; other scalars as they are.
  static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value > 0x7f else { return scalar }
    let place = Int(scalar.value) - 0x80
    return place < latinBases.count ? latinBases[place] : decomposed(scalar)
  }

  /// The letters from U+0080 on of which names in Latin letters are made.
  private static let latinBases: [Unicode.Scalar] = (0x80..<0x250 as Range<UInt16>).map { value in
    Unicode.Scalar(value).map(decomposed) ?? "\0"
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let parts = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
    return parts.first ?? scalar
  }
}
