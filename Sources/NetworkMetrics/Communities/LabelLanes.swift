/// Counts the labels of up to 32 neighbours, all at the same time: a lane each, and no branch that depends on what the labels are.
enum LabelLanes {
  /// The most labels that can be counted.
  static let most = 2 * Lanes.scalarCount

  private typealias Lanes = SIMD16<Int32>

  /// The label that occurs most often among the first `count`, at most ``most``; of equals the lowest, `nil` where there are none.
  ///
  /// Labels are not negative. All ``most`` places must be readable.
  @inline(__always)
  static func mostFrequent(_ labels: UnsafePointer<Int32>, _ count: Int) -> Int32? {
    if count == 0 { return nil }
    let low = lanes(labels, count)
    var lowCounts = Lanes()
    if count <= Lanes.scalarCount {
      for place in 0..<count { lowCounts &-= ones(low .== Lanes(repeating: labels[place])) }
      return lowest(low, where: lowCounts .== Lanes(repeating: maximum(lowCounts)))
    }
    let high = lanes(labels + Lanes.scalarCount, count - Lanes.scalarCount)
    var highCounts = Lanes()
    for place in 0..<count {
      lowCounts &-= ones(low .== Lanes(repeating: labels[place]))
      highCounts &-= ones(high .== Lanes(repeating: labels[place]))
    }
    let most = max(maximum(lowCounts), maximum(highCounts))
    return min(
      lowest(low, where: lowCounts .== Lanes(repeating: most)),
      lowest(high, where: highCounts .== Lanes(repeating: most))
    )
  }

  /// The first `count` labels, −1 in the lanes behind them: no label is counted there.
  @inline(__always)
  private static func lanes(_ labels: UnsafePointer<Int32>, _ count: Int) -> Lanes {
    let numbers = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return UnsafeRawPointer(labels).loadUnaligned(as: Lanes.self)
      | ones(numbers .>= Lanes(repeating: Int32(truncatingIfNeeded: count)))
  }

  /// All bits of a lane that is chosen, none of another.
  @inline(__always)
  private static func ones(_ chosen: SIMDMask<Lanes>) -> Lanes {
    unsafeBitCast(chosen, to: Lanes.self)
  }

  @inline(__always)
  private static func lowest(_ labels: Lanes, where chosen: SIMDMask<Lanes>) -> Int32 {
    ~maximum(~labels & ones(chosen) | Lanes(repeating: .min) & ~ones(chosen))
  }

  @inline(__always)
  private static func maximum(_ lanes: Lanes) -> Int32 {
    let eight = maxima(lanes.lowHalf, lanes.highHalf)
    let four = (eight.lowHalf, eight.highHalf)
    return max(
      max(max(four.0.x, four.1.x), max(four.0.y, four.1.y)),
      max(max(four.0.z, four.1.z), max(four.0.w, four.1.w))
    )
  }

  @inline(__always)
  private static func maxima(_ a: SIMD8<Int32>, _ b: SIMD8<Int32>) -> SIMD8<Int32> {
    let larger = unsafeBitCast(a .> b, to: SIMD8<Int32>.self)
    return a & larger | b & ~larger
  }
}
