import GraphCore

/// A seeded permutation of `0 ..< count` that needs no memory and can be turned round.
///
/// Generators build their nodes circle by circle; shuffled labels keep that order from showing (as the Graph 500 benchmark
/// demands), so that no tool profits from neighbours that happen to have neighbouring numbers.
///
/// Method: four rounds of a balanced Feistel network on the smallest even number of bits that can hold `count`, repeated until the
/// value falls inside the range (at most four times on average).
/// Source: J. Black, P. Rogaway, *Ciphers with arbitrary finite domains*, CT-RSA 2002, doi:10.1007/3-540-45760-7_9.
struct LabelShuffle: Sendable {
  private let count: UInt64
  private let halfBits: UInt64
  private let keys: (UInt64, UInt64, UInt64, UInt64)

  init(count: Int, seed: UInt64) {
    self.count = UInt64(count)
    let bits = UInt64(UInt64.bitWidth - (self.count &- 1).leadingZeroBitCount)
    halfBits = max(1, (bits + 1) / 2)
    var mixer = SplitMix64(seed: seed)
    keys = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The label of the node at `position`.
  func label(of position: Int) -> Int {
    var value = UInt64(position)
    repeat {
      value = turned(value, keys.0, keys.1, keys.2, keys.3)
    } while value >= count
    return Int(value)
  }

  /// The position of the node with this label.
  func position(of label: Int) -> Int {
    var value = UInt64(label)
    repeat {
      // The same network with its halves exchanged runs backwards.
      value = swapped(turned(swapped(value), keys.3, keys.2, keys.1, keys.0))
    } while value >= count
    return Int(value)
  }

  private var mask: UInt64 { (1 << halfBits) - 1 }

  private func swapped(_ value: UInt64) -> UInt64 {
    (value & mask) << halfBits | value >> halfBits
  }

  private func turned(
    _ value: UInt64,
    _ first: UInt64,
    _ second: UInt64,
    _ third: UInt64,
    _ fourth: UInt64
  ) -> UInt64 {
    var left = value >> halfBits
    var right = value & mask
    left ^= Self.mixed(right, first) & mask
    right ^= Self.mixed(left, second) & mask
    left ^= Self.mixed(right, third) & mask
    right ^= Self.mixed(left, fourth) & mask
    return left << halfBits | right
  }

  private static func mixed(_ half: UInt64, _ key: UInt64) -> UInt64 {
    var mixer = SplitMix64(seed: half ^ key)
    return mixer.next() >> 16
  }
}
