/// Sums over long vectors in eight running sums, added in pairs at the end: an order that is fixed and fits vector registers.
enum LaneSums {
  /// Σ a·b.
  static func dot(
    _ a: UnsafePointer<Double>,
    _ b: UnsafePointer<Double>,
    _ count: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var place = 0
    while place + 8 <= count {
      let x = UnsafeRawPointer(a + place).loadUnaligned(as: SIMD8<Double>.self)
      let y = UnsafeRawPointer(b + place).loadUnaligned(as: SIMD8<Double>.self)
      sums += x * y
      place += 8
    }
    var sum = sums.sum()
    while place < count {
      sum += a[place] * b[place]
      place += 1
    }
    return sum
  }

  /// Σ a·b of two columns of one length.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let x = a.baseAddress, let y = b.baseAddress else { return 0 }
        return dot(x, y, min(a.count, b.count))
      }
    }
  }

  /// y += factor · x, of two columns of one length.
  static func add(_ factor: Double, times x: [Double], to y: inout [Double]) {
    y.withUnsafeMutableBufferPointer { y in
      x.withUnsafeBufferPointer { x in
        for place in 0..<min(x.count, y.count) { y[place] += factor * x[place] }
      }
    }
  }
}
