/// How a number in a cell is shown, as far as that changes what it is.
enum NumberStyle: Equatable {
  case plain
  case date
  case dateAndTime
  case time
  /// Whole numbers with zeros in front: `0000` shows 301 as 0301.
  case padded(Int)

  /// The style of a format that every program knows by its number (ECMA-376, 18.8.30).
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35: self = .time
    case 22: self = .dateAndTime
    default: self = .plain
    }
  }

  /// The style of a format code: which letters of dates and times it has outside of quotes.
  ///
  /// Spans such as `[h]:mm` are numbers: 26 hours are no time of a day.
  init(code: String) {
    var letters: Set<UInt8> = []
    let bytes = Array(code.utf8)
    var zeros = 0
    var at = 0
    scan: while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x22:
        // Text between quotes.
        at = bytes[(at + 1)...].firstIndex(of: 0x22) ?? bytes.count
      case 0x5c, 0x5f, 0x2a:
        // One character after \\, _ or *.
        at += 1
      case 0x5b:
        let end = bytes[at...].firstIndex(of: 0x5d) ?? bytes.count
        let word = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).lowercased()
        if !word.isEmpty, word.allSatisfy({ "hms".contains($0) }), Set(word).count == 1 {
          self = .plain
          return
        }
        at = end
      case 0x3b: break scan
      case 0x41, 0x61:
        // AM/PM and A/P are times, their M no month.
        let word = String(decoding: bytes[at...].prefix(5), as: UTF8.self).lowercased()
        if word.hasPrefix("am/pm") || word.hasPrefix("a/p") {
          letters.insert(0x68)
          at += word.hasPrefix("am/pm") ? 4 : 2
        }
      case 0x30: zeros += 1
      default: letters.insert(byte | 0x20)
      }
      at += 1
    }
    let hasTime = letters.contains(0x68) || letters.contains(0x73)
    let hasDate =
      letters.contains(0x79) || letters.contains(0x64) || (letters.contains(0x6d) && !hasTime)
    if code.lowercased() == "general" {
      self = .plain
    } else if hasDate {
      self = hasTime ? .dateAndTime : .date
    } else if hasTime {
      self = .time
    } else if zeros > 1, zeros == bytes.count {
      self = .padded(zeros)
    } else {
      self = .plain
    }
  }

  /// The text of a number in a cell of this style.
  ///
  /// Whole numbers are written without a fraction; others as the shortest text that is the same number.
  /// - Returns: nil where `raw` is no number.
  func text(_ raw: String, _ system: ExcelDate.System) -> String? {
    guard let value = CellValue.number(raw) else { return nil }
    switch self {
    case .date, .dateAndTime, .time:
      if let date = ExcelDate.text(value, system, hasTime: self != .date) { return date }
    case .padded(let width):
      if value >= 0, value == value.rounded(), value < 1e15 {
        let digits = NumberText.text(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      }
    case .plain: break
    }
    return Self.isWhole(raw) ? raw : NumberText.text(value)
  }

  /// Whether a text is a whole number as it stands: longer ones than a double holds keep their digits.
  private static func isWhole(_ raw: String) -> Bool {
    let digits = raw.hasPrefix("-") ? raw.dropFirst() : raw[...]
    guard let first = digits.utf8.first, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return first != 0x30 || digits.utf8.count == 1
  }
}
