import GraphCore
import Testing

/// The generators against vectors published elsewhere, and the draws made from them against chance.
struct RandomStreamTests {
  /// First outputs for seed 1234567, as listed for SplitMix64 at rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64,
  /// computed there with S. Vigna's reference code (prng.di.unimi.it/splitmix64.c).
  @Test func splitMixGivesThePublishedNumbers() {
    var mixer = SplitMix64(seed: 1_234_567)
    let wanted: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(wanted.indices.map { _ in mixer.next() } == wanted)
  }

  /// First outputs for the state 1, 2, 3, 4, as the tests of Rust's rand_xoshiro crate list them (taken there from
  /// the reference code, prng.di.unimi.it/xoshiro256starstar.c).
  @Test func xoshiroGivesThePublishedNumbers() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    let wanted: [UInt64] = [
      11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(wanted.indices.map { _ in stream.next() } == wanted)
  }

  @Test func streamZeroStartsFromSplitMixAtTheSeed() {
    var mixer = SplitMix64(seed: 77)
    var wanted = RandomStream(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
    var stream = RandomStream(seed: 77)
    for _ in 0..<10 { #expect(stream.next() == wanted.next()) }
  }

  @Test func streamsOfOneSeedDiffer() {
    var seen: Set<UInt64> = []
    for seed in [0, 1, 42, UInt64.max] {
      for index in 0..<500 as Range<UInt64> {
        var stream = RandomStream(seed: seed, stream: index)
        for _ in 0..<4 { seen.insert(stream.next()) }
      }
    }
    // 8 000 draws of 64 bits repeat with a chance of 2⁻³⁹.
    #expect(seen.count == 4 * 500 * 4)
  }

  /// Pearson's statistic for `counts` that should be equal; its mean is k − 1, its variance 2·(k − 1).
  private func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// With this seed the statistic lies within four standard deviations of its mean; a biased draw is far outside.
  private func isUniform(_ counts: [Int]) -> Bool {
    let freedom = Double(counts.count - 1)
    return abs(chiSquare(counts) - freedom) < 4 * (2 * freedom).squareRoot()
  }

  @Test(arguments: [2, 3, 6, 7, 10, 100, 1000])
  func boundedDrawsAreEquallyLikely(_ bound: Int) {
    var random = RandomStream(seed: 2024)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<(60 * max(100, bound)) { counts[random.next(below: bound)] += 1 }
    #expect(isUniform(counts), "\(chiSquare(counts))")
  }

  @Test func largeBoundsAreRejectedWithoutBias() {
    // 2⁶⁴ words over 3·2⁶¹ numbers are 2⅔ each. Without rejection the remainder would give the lowest two thirds 3 words and
    // the highest 2, the multiplication two residues by 3 three words and one 2.
    let bound = 3 << 61
    var random = RandomStream(seed: 2025)
    var thirds = [0, 0, 0]
    var residues = [0, 0, 0]
    for _ in 0..<30_000 {
      let drawn = random.next(below: bound)
      #expect(drawn >= 0 && drawn < bound)
      thirds[drawn / (bound / 3)] += 1
      residues[drawn % 3] += 1
    }
    #expect(isUniform(thirds), "\(thirds)")
    #expect(isUniform(residues), "\(residues)")
  }

  @Test func aBoundOfOneGivesZero() {
    var random = RandomStream(seed: 5)
    for _ in 0..<100 { #expect(random.next(below: 1) == 0) }
  }

  @Test func nothingToDrawFromIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      var random = RandomStream(seed: 1)
      _ = random.next(below: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = RandomStream(state: (0, 0, 0, 0))
    }
  }

  @Test func unitDrawsFillTheUnitInterval() {
    var random = RandomStream(seed: 6)
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<20_000 {
      let drawn = random.nextUnit()
      #expect(drawn >= 0 && drawn < 1)
      #expect((drawn * 0x1p53).rounded() == drawn * 0x1p53)
      counts[Int(drawn * 20)] += 1
    }
    #expect(isUniform(counts))
  }

  @Test func everyOrderIsEquallyLikely() {
    var random = RandomStream(seed: 7)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var items = [0, 1, 2, 3]
      random.shuffle(&items)
      counts[items, default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.keys.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
    #expect(isUniform(Array(counts.values)))
  }

  @Test func shufflingNothingOrOneChangesNothing() {
    var random = RandomStream(seed: 8)
    var untouched = random
    var none: [Int] = []
    var one = ["a"]
    random.shuffle(&none)
    random.shuffle(&one)
    #expect(none.isEmpty && one == ["a"])
    #expect(random.next() == untouched.next())
  }
}
