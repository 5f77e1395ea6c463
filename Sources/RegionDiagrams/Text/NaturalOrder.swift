/// The order of a register: "Lawyer 9" before "Lawyer 10", the rest by Unicode code point.
enum NaturalOrder {
  /// Whether `a` comes before `b`; a total order up to equal texts.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (Array(a.utf8), Array(b.utf8))
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (first, second) = (digits(left, from: i), digits(right, from: j))
      if !first.isEmpty, !second.isEmpty {
        let (x, y) = (first.drop { $0 == 0x30 }, second.drop { $0 == 0x30 })
        if x.count != y.count { return x.count < y.count }
        if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
        i += first.count
        j += second.count
      } else {
        if left[i] != right[j] { return left[i] < right[j] }
        i += 1
        j += 1
      }
    }
    if (i < left.count) != (j < right.count) { return j < right.count }
    return left.lexicographicallyPrecedes(right)
  }

  private static func digits(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { (0x30...0x39).contains($0) }
  }
}
