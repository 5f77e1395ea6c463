/// A colour of a node in GEXF.
struct GEXFColour {
  let red, green, blue: UInt8

  init?(_ red: String?, _ green: String?, _ blue: String?) {
    guard let red = red.flatMap({ UInt8($0) }), let green = green.flatMap({ UInt8($0) }),
      let blue = blue.flatMap({ UInt8($0) })
    else { return nil }
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From `#rrggbb`.
  init?(hexadecimal text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    red = UInt8(truncatingIfNeeded: value >> 16)
    green = UInt8(truncatingIfNeeded: value >> 8)
    blue = UInt8(truncatingIfNeeded: value)
  }

  /// `#rrggbb`.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
