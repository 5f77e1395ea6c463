import LearningRegion
import Testing

struct DayTests {
  private static func isLeap(_ year: Int) -> Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  private static func lengths(_ year: Int) -> [Int] {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// Days from 0001-01-01 to 1970-01-01, counted year by year.
  private static let epoch = (1..<1970).reduce(0) { $0 + lengths($1).reduce(0, +) }

  @Test func monthsOfAllYearsFollowOneAnother() throws {
    var number = -Self.epoch
    for year in 1...9999 {
      let whole = try #require(Day(year: year))
      #expect(whole.firstDayNumber == number)
      for (month, length) in zip(1...12, Self.lengths(year)) {
        guard let first = Day(year: year, month: month, day: 1),
          let last = Day(year: year, month: month, day: length),
          let all = Day(year: year, month: month)
        else {
          Issue.record("\(year)-\(month) is missing")
          return
        }
        guard first.firstDayNumber == number, first.lastDayNumber == number,
          last.firstDayNumber == number + length - 1,
          all.firstDayNumber == number, all.lastDayNumber == last.firstDayNumber,
          Day(year: year, month: month, day: length + 1) == nil
        else {
          Issue.record("\(year)-\(month) is miscounted")
          return
        }
        number += length
      }
      #expect(whole.lastDayNumber == number - 1)
    }
  }

  @Test(arguments: [1, 1899, 1900, 1970, 1999, 2000, 2023, 2024, 9999])
  func daysOfAYearFollowOneAnother(_ year: Int) throws {
    var number = try #require(Day(year: year)).firstDayNumber
    for (month, length) in zip(1...12, Self.lengths(year)) {
      for day in 1...length {
        let date = try #require(Day(year: year, month: month, day: day))
        #expect(date.firstDayNumber == number)
        #expect(Day(date.description) == date)
        number += 1
      }
    }
  }

  @Test func theEpochIsDayZero() {
    #expect(Day("1970-01-01")?.firstDayNumber == 0)
    #expect(Day("1969-12-31")?.firstDayNumber == -1)
    #expect(Day("2000-03-01")?.firstDayNumber == 11_017)
  }

  @Test(
    arguments: [
      "", "0000", "198", "20240", "2024-", "2024-1", "2024-00", "2024-13", "2024-01-", "2024-01-1",
      "2024-01-00", "2024-01-32", "2023-02-29", "1900-02-29", "2024-04-31", "2024/01/01",
      "2024-01/01",
      "20240101", "2024-01-01T", " 2024", "2024 ", "+024", "-024", "２０２４", "2024-0１", "20é",
    ]
  )
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["0001", "9999-12", "2024-02-29", "2000-02-29", "0999-10-05"])
  func datesAreWrittenAsTheyWereRead(_ text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test func partsThatCannotBeAreRefused() {
    #expect(Day(year: 0) == nil)
    #expect(Day(year: 10_000) == nil)
    #expect(Day(year: 2024, month: nil, day: 3) == nil)
    #expect(Day(year: 2024, month: 0) == nil)
    #expect(Day(year: 2024, month: 1, day: 0) == nil)
  }

  @Test func lessPreciseDatesComeFirst() throws {
    let texts = [
      "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2024-02-01", "2025",
    ]
    let days = try texts.map { try #require(Day($0)) }
    for (i, a) in days.enumerated() {
      for (j, b) in days.enumerated() {
        #expect((a < b) == (i < j))
        #expect((a == b) == (i == j))
      }
    }
  }
}
