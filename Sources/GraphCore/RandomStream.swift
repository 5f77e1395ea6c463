/// SplitMix64: turns one seed into well-mixed words; used to start and to derive streams.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at `seed`; every seed is good.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A seeded stream of random numbers: xoshiro256**, the same on every machine.
///
/// One seed gives any number of independent streams, named by an index: a kernel takes one stream per shard of its work,
/// so that results do not depend on how many threads share the shards.
///
/// Source: D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47 (2021),
/// doi:10.1145/3460772.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The stream number `index` of `seed`.
  ///
  /// The four words of state come from SplitMix64 started at the seed mixed with the index, as the authors of the generator advise.
  public init(seed: UInt64, stream index: UInt64 = 0) {
    var indexMixer = SplitMix64(seed: index)
    var mixer = SplitMix64(seed: index == 0 ? seed : seed ^ indexMixer.next())
    self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
  }

  /// A stream at a given state, which must not be all zero.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state.0 | state.1 | state.2 | state.3 != 0, "an all-zero state never leaves zero")
    (s0, s1, s2, s3) = state
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// A number in `0 ..< bound`, every one equally likely (Lemire's multiplication with rejection,
  /// doi:10.1145/3230636).
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "nothing to draw from")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A number in `0 ..< 1`, a multiple of 2⁻⁵³.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts `items` into a random order, every order equally likely (Fisher–Yates).
  public mutating func shuffle<Element>(_ items: inout [Element]) {
    var last = items.count - 1
    while last > 0 {
      items.swapAt(last, next(below: last + 1))
      last -= 1
    }
  }
}
