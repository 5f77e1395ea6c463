/// Eight bytes as one word.
enum Bytes {
  /// Eight equal bytes.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of every byte that is zero, and no other.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & all(0x7f)) &+ all(0x7f)) | word | all(0x7f))
  }
}
