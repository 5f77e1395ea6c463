import LearningRegion
import Testing

struct RegionIssueTests {
  @Test(
    arguments: [
      (.unknown(what: .actor, name: "x"), "unknown actor \"x\""),
      (.duplicate(id: "x", firstRow: 0), "id \"x\" is already in row 1 of the table"),
      (.empty, "c is empty"),
      (.cycle(["a", "b", "a"]), "c goes round in a circle: a → b → a"),
      (.outOfRange(value: 3.5, low: 0, high: 1), "c is 3.5, outside 0 … 1"),
      (.outOfRange(value: -2, low: 0, high: .infinity), "c is -2, outside 0 … any number"),
      (
        .endBeforeStart(start: Day("2020")!, end: Day("2019-12-31")!),
        "the end 2019-12-31 is before the start 2020"
      ),
      (.notAmongParticipants("x"), "\"x\" is not among the participants"),
      (.repeats(firstRow: 4), "says again what row 5 of the table says"),
    ] as [(RegionIssue.Kind, String)]
  )
  func issuesAreSentences(_ kind: RegionIssue.Kind, _ text: String) {
    #expect(RegionIssue(.ties, row: 1, column: "c", kind).description == text)
  }
}
