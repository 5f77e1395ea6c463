/// Looks at the first bytes of a PNG: is it one, and of a size a viewer can open?
enum PNGCheck {
  /// cairo dies beyond this on a machine with little memory; few printers use more.
  static let longestSide = 8_000

  /// Throws unless `bytes` begin as a PNG with sides of 1 … ``longestSide`` pixels and end as one.
  static func check(_ bytes: [UInt8]) throws(DrawingError) {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count > 45, bytes.starts(with: signature),
      Array(bytes[12..<16]) == Array("IHDR".utf8),
      Array(bytes.suffix(8).prefix(4)) == Array("IEND".utf8)
    else { throw .badAnswer("the picture that came back is no PNG") }
    for start in [16, 20] {
      let side = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      guard (1...longestSide).contains(side) else {
        throw .badAnswer("the picture that came back is \(side) pixels on a side")
      }
    }
  }
}
