import Testing

@testable import GraphCore

struct CountingSortTests {
  @Test func equalEntriesKeepTheirOrder() {
    // Rows with repeats, as they are before merging: the weights tell the entries apart.
    let rows = RowColumns(
      offsets: [0, 3, 5],
      ends: [1, 0, 1, 1, 0],
      weights: [10, 20, 30, 40, 50]
    )
    let back = rows.transposed()
    #expect(back.offsets == [0, 2, 5])
    #expect(back.ends == [0, 1, 0, 0, 1])
    #expect(back.weights == [20, 50, 10, 30, 40])
  }

  @Test func knownStartsAreTakenAsTheyAre() {
    let rows = RowColumns(offsets: [0, 1, 2, 2], ends: [1, 0], weights: nil)
    #expect(rows.transposed(offsets: [0, 1, 2, 2]).ends == [1, 0])
    #expect(rows.transposed().offsets == [0, 1, 2, 2])
  }

  @Test func noRowsAndNoEntries() {
    let none = RowColumns(offsets: [0], ends: [], weights: nil).transposed()
    #expect(none.offsets == [0])
    let weighted = RowColumns(offsets: [0, 0, 0], ends: [], weights: []).transposed()
    #expect(weighted.offsets == [0, 0, 0])
    #expect(weighted.ends.isEmpty)
    #expect(weighted.weights == [])
  }
}
