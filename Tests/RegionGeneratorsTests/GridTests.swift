import RegionGenerators
import Testing

@Suite("Grids")
struct GridTests {
  @Test func threeByTwo() throws {
    let ties = try GeneratedTies(Grid(rows: 2, columns: 3))
    #expect(
      ties.pairs.sorted() == [
        Pair(0, 1), Pair(0, 3), Pair(1, 2), Pair(1, 4), Pair(2, 5), Pair(3, 4), Pair(4, 5),
      ]
    )
  }

  @Test(arguments: [(1, 1, 0), (1, 7, 6), (7, 1, 6), (20, 30, 1150)])
  func numberOfTies(rows: Int, columns: Int, ties: Int) throws {
    #expect(try GeneratedTies(Grid(rows: rows, columns: columns)).count == ties)
  }

  @Test func onATorusAllHaveFour() throws {
    let ties = try GeneratedTies(Grid(rows: 4, columns: 5, edge: .torus))
    #expect(ties.degrees(of: 20).allSatisfy { $0 == 4 })
  }

  @Test(arguments: [(0, 3), (3, 0), (-1, 5), (1 << 16, 1 << 16), (Int.max, 2)])
  func sizesOutOfBounds(rows: Int, columns: Int) {
    #expect(throws: GeneratorError.self) { try Grid(rows: rows, columns: columns) }
  }

  @Test func aTorusOfTwoRowsWouldRepeatTies() {
    #expect(throws: GeneratorError.self) { try Grid(rows: 2, columns: 5, edge: .torus) }
  }
}
