/// Puts the date of the data where cairo wrote the clock's, so that the same data give the same bytes.
enum PDFDates {
  /// Overwrites every `/CreationDate (D:…)` and `/ModDate (D:…)` in place.
  ///
  /// In place and with the same length: the table of offsets at the end of the file stays right. The
  /// date is written as `YYYYMMDD`, then zeros and the zone `Z`, as long as the old one allows.
  static func overwrite(_ bytes: inout [UInt8], with date: MapInput.Date) throws(DrawingError) {
    guard bytes.starts(with: Array("%PDF-1.".utf8)) else {
      throw .badAnswer("the picture that came back is no PDF")
    }
    var count = 0
    for name in ["/CreationDate (", "/ModDate ("] {
      let pattern = Array(name.utf8)
      var start = 0
      while let found = position(of: pattern, in: bytes, from: start) {
        let open = found + pattern.count
        guard let close = bytes[open..<min(open + 40, bytes.count)].firstIndex(of: 0x29) else {
          throw .badAnswer("the PDF that came back has a date that does not end")
        }
        let text = text(of: date, length: close - open)
        bytes.replaceSubrange(open..<close, with: text)
        count += 1
        start = close
      }
    }
    guard count > 0 else { throw .badAnswer("the PDF that came back hides its date") }
  }

  private static func text(of date: MapInput.Date, length: Int) -> [UInt8] {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    let full = "D:\(digits(date.year, 4))\(digits(date.month, 2))\(digits(date.day, 2))000000Z"
    // A zone as "+01'00" is longer than "Z": blanks before the parenthesis are allowed in a string.
    let bytes = Array(full.utf8.prefix(length))
    return bytes + [UInt8](repeating: 0x20, count: length - bytes.count)
  }

  private static func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    var index = start
    while index <= bytes.count - pattern.count {
      if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }
}
