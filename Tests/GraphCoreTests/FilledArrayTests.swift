import Testing

@testable import GraphCore

@Suite struct FilledArrayTests {
  @Test func holdsWhatWasFilled() {
    let squares = [Int](filling: 5) { room, filled in
      for place in 0..<3 { room.initializeElement(at: place, to: place * place) }
      filled = 3
    }
    #expect(squares == [0, 1, 4])
  }

  @Test func asksAlsoWhereThereIsNoRoom() {
    var asked = 0
    let nothing = [Double](filling: 0) { room, filled in
      asked += 1
      #expect(room.isEmpty && filled == 0)
    }
    #expect(nothing.isEmpty && asked == 1)
  }
}
