/// A quick keyed hash of short byte strings.
///
/// Words of eight bytes are mixed in by multiplication to 128 bits whose halves are folded together, as in wyhash and its kin. The
/// key is drawn anew in every run, so nobody can prepare ids that fall together; nothing that can be seen depends on it.
enum IDHash {
  /// What the hashes of a run depend on.
  struct Key: Sendable {
    let first: UInt64
    let second: UInt64

    /// The key of this run, from the standard library's own: it is as secret, and fixed where that is fixed (by
    /// SWIFT_DETERMINISTIC_HASHING, so that a fuzzer's run can be repeated).
    static let ofThisRun: Key = {
      func part(_ number: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(number)
        return UInt64(truncatingIfNeeded: hasher.finalize())
      }
      return Key(first: part(1), second: part(2) | 1)
    }()
  }

  /// Thirty-two bits of the hash of `id`.
  static func part(of id: UnsafeRawBufferPointer, _ key: Key) -> UInt32 {
    let count = id.count
    var hash = key.first ^ UInt64(truncatingIfNeeded: count)
    var place = 0
    while count &- place >= 8 {
      hash = folded(hash ^ id.loadUnaligned(fromByteOffset: place, as: UInt64.self), key.second)
      place &+= 8
    }
    var rest: UInt64 = 0
    if place < count, count >= 8 {
      // The last eight bytes, of which some count twice; the length is in the hash.
      rest = id.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else {
      while place < count {
        rest = rest &<< 8 | UInt64(id[place])
        place &+= 1
      }
    }
    hash = folded(hash ^ rest, key.second)
    hash = folded(hash, key.first | 1)
    return UInt32(truncatingIfNeeded: hash)
  }

  private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
