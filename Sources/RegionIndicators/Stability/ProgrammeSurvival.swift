import LearningRegion

/// What of a programme's ties and arenas was still there a year after its end.
public struct ProgrammeSurvival: Sendable, Equatable {
  /// Place of the programme in the table.
  public let programme: Int
  /// Ties that began while it ran (between participants, where it names any), and those of them that outlived it.
  public let ties: (began: Int, lasted: Int)
  /// Arenas opened while it ran, and those of them that outlived it.
  public let arenas: (began: Int, lasted: Int)

  /// Everything that began.
  public var began: Int { ties.began + arenas.began }
  /// Everything that lasted.
  public var lasted: Int { ties.lasted + arenas.lasted }

  /// Months after the end at which somebody looks.
  public static let months = 12

  /// Compares what was counted.
  public static func == (left: ProgrammeSurvival, right: ProgrammeSurvival) -> Bool {
    left.programme == right.programme && left.ties == right.ties && left.arenas == right.arenas
  }

  /// Looks at every programme of a region that ended at least twelve months before the data do.
  ///
  /// The data end at the region's date, else at the last date of ties and arenas. Something without an end goes on. Something whose end is given as a
  /// year or month ends with its last day.
  public static func all(of region: Region) -> [ProgrammeSurvival] {
    guard let last = lastDay(of: region) else { return [] }
    return region.programmes.rows.enumerated().compactMap { number, programme in
      guard let start = programme.start, let end = programme.end else { return nil }
      let period = start.firstDayNumber...max(start.firstDayNumber, end.lastDayNumber)
      let yearLater = end.monthsLater(months)
      guard yearLater <= last else { return nil }
      let survival = ProgrammeSurvival(
        programme: number,
        ties: ties(of: region, programme, period, yearLater),
        arenas: count(region.arenas.rows.map { ($0.start, $0.end) }, period, yearLater)
      )
      return survival.began == 0 ? nil : survival
    }
  }

  private static func ties(
    of region: Region,
    _ programme: Programme,
    _ period: ClosedRange<Int>,
    _ yearLater: Int
  ) -> (began: Int, lasted: Int) {
    guard region.ties.anyDates else { return (0, 0) }
    let actors = region.actors
    let participants = Set(programme.participants.compactMap { actors.index(of: $0) })
    let dates = (0..<region.ties.count).compactMap { row -> (Day?, Day?)? in
      let tie = region.ties[row]
      let isAmong =
        participants.isEmpty
        || (participants.contains(Int(tie.source)) && participants.contains(Int(tie.target)))
      return isAmong ? (tie.start, tie.end) : nil
    }
    return count(dates, period, yearLater)
  }

  private static func count(
    _ dates: [(start: Day?, end: Day?)],
    _ period: ClosedRange<Int>,
    _ yearLater: Int
  ) -> (began: Int, lasted: Int) {
    var result = (began: 0, lasted: 0)
    for (start, end) in dates {
      guard let start, period.contains(start.firstDayNumber) else { continue }
      result.began += 1
      if end.map({ $0.lastDayNumber >= yearLater }) ?? true { result.lasted += 1 }
    }
    return result
  }

  private static func lastDay(of region: Region) -> Int? {
    if let date = region.header.date { return date.lastDayNumber }
    var last: Int?
    func see(_ day: Day?) {
      if let number = day?.lastDayNumber { last = max(last ?? number, number) }
    }
    if region.ties.anyDates {
      for row in 0..<region.ties.count {
        let tie = region.ties[row]
        see(tie.start)
        see(tie.end)
      }
    }
    for arena in region.arenas.rows {
      see(arena.start)
      see(arena.end)
    }
    return last
  }
}

extension Day {
  /// Number of the day that lies so many months after the last day this date can mean; the 31st becomes the last day of a shorter month.
  func monthsLater(_ months: Int) -> Int {
    // The day after the last one is the first of something; counted on from there the length of months takes care of itself.
    let month = self.month ?? 12
    let total = year * 12 + (month - 1) + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard let first = Day(year: newYear, month: newMonth) else { return .max }
    guard let day else { return first.lastDayNumber }
    return min(first.firstDayNumber + day - 1, first.lastDayNumber)
  }
}
