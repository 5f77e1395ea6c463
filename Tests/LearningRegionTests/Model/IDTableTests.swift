import GraphCore
import LearningRegion
import Testing

struct IDTableTests {
  /// The table's entries and look-ups beside an array and a dictionary of first places.
  private func check(_ ids: [String]) {
    var table = IDTable()
    var first: [String: Int] = [:]
    for (place, id) in ids.enumerated() {
      let held = table.append(id)
      if first[id] == nil { first[id] = place }
      #expect(held == first[id])
    }
    #expect(table.count == ids.count)
    #expect(table.distinctCount == first.count)
    for (place, id) in ids.enumerated() {
      #expect(table[place] == id)
      #expect(Array(table.utf8(at: place)) == Array(id.utf8))
      #expect(table.index(of: id) == first[id])
    }
  }

  @Test(arguments: [UInt64](1...5))
  func actsLikeADictionaryOfFirstPlaces(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    let letters = ["a", "b", "ø", "ñ", "界", "👩‍👩‍👧", " ", "\"", ",", "0"]
    check(
      (0..<2000).map { _ in
        (0..<random.next(below: 4)).map { _ in letters[random.next(below: letters.count)] }.joined()
      }
    )
  }

  @Test func growsPastEverySize() {
    check((0..<5000).map { "actor \($0)" })
  }

  @Test func idsThatLookAlikeAreKeptApart() {
    check(["", " ", "a", "A", "a ", " a", "ab", "a\u{0}", "a\u{0}\u{0}", "\u{0}"])
    check((0..<300).map { String(repeating: "a", count: $0) })
    check((64..<128).map { String($0, radix: 2) })
  }

  @Test func idsAreComparedByteForByte() {
    var table = IDTable()
    table.append("Sj\u{F8}bris \u{E5}")
    // The same text to a reader, other bytes: bringing ids to one form is the importer's work.
    #expect(table.index(of: "Sj\u{F8}bris a\u{30A}") == nil)
    #expect(table.index(of: "Sj\u{F8}bris \u{E5}") == 0)
  }

  @Test func anEmptyTableHasNothing() {
    let table = IDTable()
    #expect(table.count == 0)
    #expect(table.index(of: "a") == nil)
    #expect(table.index(of: "") == nil)
    #expect(table == IDTable())
  }

  @Test func internAddsNewIDsOnly() {
    var table = IDTable()
    func intern(_ id: String) -> Int {
      var copy = id
      return copy.withUTF8 { table.intern(UnsafeRawBufferPointer($0)) }
    }
    #expect(["x", "y", "x", "", "y", ""].map(intern) == [0, 1, 0, 2, 1, 2])
    #expect(table.count == 3)
    #expect(table.distinctCount == 3)
  }

  @Test func manyRepeatsBeforeAndAfterGrowing() {
    check((0..<3000).map { "id \($0 % 7)" } + (0..<100).map { "new \($0)" } + ["id 3", "new 50"])
  }

  @Test func reservingRoomChangesNothing() {
    var table = IDTable()
    table.reserveCapacity(1000)
    table.append("a")
    var other = IDTable()
    other.append("a")
    #expect(table == other)
    other.append("b")
    #expect(table != other)
  }

  /// The index over numbers is made when it is first needed: whatever comes first, a look-up, an addition or a copy.
  @Test func numbersAreIdsLikeOthers() {
    let numbers: [Int32] = [7, 0, 123_456, 10, 2_147_483_647, 1]
    var plain = IDTable()
    for number in numbers { plain.append("\(number)") }
    let table = ActorTable(distinctNumbers: numbers).ids
    #expect(table == plain)
    #expect(table.distinctCount == 6)
    var copy = table
    #expect(copy.append("10") == 3)
    #expect(copy.append("new") == 7)
    #expect(copy.index(of: "new") == 7)
    #expect(copy.distinctCount == 7)
    for (place, number) in numbers.enumerated() {
      #expect(table.index(of: "\(number)") == place)
      #expect(copy.index(of: "\(number)") == place)
    }
    #expect(table.index(of: "new") == nil)
    #expect(table.index(of: "07") == nil)
    #expect(table.count == 6)
    #expect(ActorTable(distinctNumbers: []).ids.index(of: "1") == nil)
  }

  @Test func equalityNeedsTheSameCuts() {
    var left = IDTable()
    var right = IDTable()
    for id in ["ab", "c"] { left.append(id) }
    for id in ["a", "bc"] { right.append(id) }
    #expect(left != right)
  }
}
