import GraphCore
import LearningRegion
import Testing

struct TieTableTests {
  /// Ties of which few use each of the columns.
  private static func ties(seed: UInt64) -> [Tie] {
    var random = RandomStream(seed: seed)
    return (0..<200).map { _ in
      var tie = Tie(
        source: Int32(random.next(below: 9)),
        target: Int32(random.next(below: 9)),
        relation: random.next(below: 5) == 0 ? Int32(random.next(below: 3)) : 0,
        weight: random.next(below: 5) == 0 ? 2.5 : 1
      )
      if random.next(below: 7) == 0 { tie.wave = Int32(random.next(below: 2)) }
      if random.next(below: 20) == 0 { tie.start = Day("2019-05") }
      if random.next(below: 20) == 0 { tie.end = Day("2021") }
      if random.next(below: 20) == 0 { tie.space = .communityOfPractice }
      return tie
    }
  }

  @Test(arguments: [UInt64](1...10))
  func whatGoesInComesOut(_ seed: UInt64) {
    let ties = Self.ties(seed: seed)
    var table = TieTable()
    table.reserveCapacity(10)
    for tie in ties { table.append(tie) }
    #expect(table.count == ties.count)
    for (row, tie) in ties.enumerated() {
      #expect(table[row] == tie)
      #expect(table.relation(at: row) == tie.relation)
      #expect(table.weight(at: row) == tie.weight)
      #expect(table.wave(at: row) == tie.wave)
    }
    #expect(table.isWeighted && table.anyDates && table.anyWaves)
    var other = TieTable()
    for tie in ties.dropLast() { other.append(tie) }
    #expect(other != table)
    other.append(ties[ties.count - 1])
    #expect(other == table)
  }

  @Test func plainTiesUseNoColumns() {
    var table = TieTable()
    for end in 0..<3 as Range<Int32> { table.append(Tie(source: end, target: 0)) }
    #expect(!table.isWeighted && !table.anyDates && !table.anyWaves)
    #expect(table.sources == [0, 1, 2])
    #expect(table[2] == Tie(source: 2, target: 0))
  }
}
