/// Days as spreadsheets count them (ECMA-376, 18.17.4.1).
enum ExcelDate {
  /// From which day a workbook counts.
  enum System {
    /// 1 is 1 January 1900, and 60 a 29 February that there never was.
    case from1900
    /// 0 is 1 January 1904.
    case from1904
  }

  /// What a number shown as a date is: `2024-05-17`, `2024-05-17T13:45:00` or, before the first day, `13:45:00`.
  ///
  /// - Parameter hasTime: whether the time of the day is shown; it is left out at midnight.
  /// - Returns: nil where the number is no day from 1900 to 9999; it is a number then.
  static func text(_ serial: Double, _ system: System, hasTime: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    // Times are kept as fractions of days, so they are a little beside the second.
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      day += 1
      seconds = 0
    }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    if day == 0, system == .from1900 { return hasTime ? time : nil }
    if day == 60, system == .from1900 { return nil }
    // Days since 1 March of the year 0; 1970-01-01 is 719 468, and 25 569 of 1900, 24 107 of 1904.
    let shift = system == .from1904 ? 24_107 : day < 60 ? 25_568 : 25_569
    let date = civil(day - shift + 719_468)
    guard date.year <= 9999 else { return nil }
    let text = "\(four(date.year))-\(two(date.month))-\(two(date.day))"
    return hasTime && seconds > 0 ? text + "T" + time : text
  }

  /// The date of a day counted from 1 March of the year 0: eras of 400 years have 146 097 days.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let era = days / 146_097
    let inEra = days % 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * inYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (era * 400 + year + (month <= 2 ? 1 : 0), month, inYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  private static func four(_ value: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
