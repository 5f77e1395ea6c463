import LearningRegion
import Testing

struct RegionDraftTests {
  @Test func tiesFindTheirActors() {
    var draft = Drafts.actors("a", "b")
    draft.appendTie(from: "b", to: "a")
    #expect(draft.ties[0] == Tie(source: 1, target: 0))
    #expect(draft.unknownEndCount == 0)
  }

  @Test func unknownEndsAreRemembered() {
    var draft = Drafts.actors("a")
    draft.appendTie(from: "a", to: "x")
    draft.appendTie(from: "y", to: "y")
    #expect(draft.ties.targets == [-1, -1])
    #expect(draft.unknownEnds.map(\.row) == [0, 1, 1])
    #expect(draft.unknownEnds.map(\.column) == ["target", "source", "target"])
    #expect(draft.unknownEnds.map(\.id) == ["x", "y", "y"])
  }

  @Test func unknownActorsCanBeCreated() {
    var draft = Drafts.actors("a")
    draft.appendTie(from: "x", to: "a", unknown: .create)
    draft.appendTie(from: "a", to: "x", unknown: .create)
    #expect(draft.actors.count == 2)
    #expect(draft.actors[1] == Actor(id: "x"))
    #expect(draft.ties.sources == [1, 0])
    #expect(draft.unknownEndCount == 0)
  }

  @Test func onlySoManyUnknownEndsAreKeptButAllAreCounted() {
    var draft = Drafts.actors("a")
    let most = RegionDraft.maximumUnknownEnds
    for tie in 0..<(most + 5) { draft.appendTie(from: "a", to: "nobody \(tie)") }
    #expect(draft.unknownEnds.count == most)
    #expect(draft.unknownEndCount == most + 5)
    #expect(draft.issues.count == most)
  }
}
