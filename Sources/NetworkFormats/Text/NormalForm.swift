import Foundation

/// Unicode normal form C: text that looks the same becomes the same bytes.
enum NormalForm {
  /// Whether the bytes are certainly in normal form C: every character below U+0300 is, and its
  /// UTF-8 lead byte is below 0xCC.
  static func isSurelyComposed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.allSatisfy { $0 < 0xcc }
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
    let parts = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
    return parts.first ?? scalar
  }
}
