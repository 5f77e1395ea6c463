/// A calendar date as data give it: a year, a month of a year, or a day (`YYYY[-MM[-DD]]`, proleptic Gregorian).
///
/// An incomplete date stands for its first day when it is compared or subtracted; it is written back as it was given.
public struct Day: Sendable, Hashable {
  /// 1 … 9999.
  public let year: Int
  /// 1 … 12, or `nil` when only the year is known.
  public let month: Int?
  /// 1 … 31, or `nil` when the day is not known.
  public let day: Int?

  /// A date that exists, or `nil` (there is no 30 February).
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, ASCII digits only; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4) else { return nil }
    var month: Int?
    var day: Int?
    if bytes.count >= 7 {
      guard bytes[4] == 0x2D, let value = number(5..<7) else { return nil }
      month = value
    }
    if bytes.count == 10 {
      guard bytes[7] == 0x2D, let value = number(8..<10) else { return nil }
      day = value
    }
    self.init(year: year, month: month, day: day)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of the first day that this date can mean.
  public var firstDayNumber: Int {
    // Counting years from March puts the leap day at the end of a year.
    let m = month ?? 1
    let d = day ?? 1
    let shifted = m > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Days since 1970-01-01 of the last day that this date can mean.
  public var lastDayNumber: Int {
    guard let month else { return firstDayNumber + (Self.isLeap(year) ? 365 : 364) }
    return day == nil
      ? firstDayNumber + Self.length(ofMonth: month, year: year) - 1 : firstDayNumber
  }
}

extension Day: CustomStringConvertible {
  /// The date in the precision it was given.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}

extension Day: Comparable {
  /// By first day; where that is the same, the less precise date comes first.
  public static func < (left: Day, right: Day) -> Bool {
    let a = left.firstDayNumber
    let b = right.firstDayNumber
    return a != b ? a < b : left.lastDayNumber > right.lastDayNumber
  }
}
