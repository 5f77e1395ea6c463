import GraphCore
import Testing

@testable import LearningRegion

struct NameIndexTests {
  @Test(arguments: [UInt64](1...5))
  func numbersAreThoseOfTheList(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    var draft = RegionDraft()
    var names: [String] = []
    for _ in 0..<600 {
      let name = "relation \(random.next(below: 200))"
      let number = names.firstIndex(of: name) ?? names.count
      if number == names.count { names.append(name) }
      #expect(Int(draft.relationIndex(name)) == number)
    }
    #expect(draft.relations.map(\.name) == names)
  }

  @Test func changesBehindTheIndexAreSeen() {
    var draft = RegionDraft()
    #expect(draft.relationIndex("a") == 0)
    draft.relations.append(Relation(name: "b"))
    #expect(draft.relationIndex("b") == 1)
    draft.relations[0].name = "c"
    #expect(draft.relationIndex("c") == 0)
    #expect(draft.relationIndex("a") == 2)
    draft.relations.removeFirst()
    #expect(draft.relationIndex("b") == 0)
    #expect(draft.relationIndex("c") == 2)
    draft.relations = []
    #expect(draft.relationIndex("b") == 0)
    #expect(draft.relations.map(\.name) == ["b"])
  }

  @Test func theFirstOfEqualNamesCounts() {
    var draft = RegionDraft()
    draft.waves = [Wave(name: "x"), Wave(name: "y"), Wave(name: "y")]
    #expect(draft.waveIndex("y") == 1)
    #expect(draft.waveIndex("z") == 3)
  }

  @Test func whatIsIndexedDoesNotMakeDraftsDiffer() {
    var asked = RegionDraft()
    asked.relations = [Relation(name: "a")]
    let untouched = asked
    _ = asked.relationIndex("a")
    #expect(asked == untouched)
  }
}
