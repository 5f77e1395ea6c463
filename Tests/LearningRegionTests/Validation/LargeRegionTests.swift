import LearningRegion
import Testing

/// Validation of regions made to take long: each would need minutes if some step were not linear, and seconds take them all.
struct LargeRegionTests {
  @Test func chainsOfParentsAsLongAsTheData() throws {
    var draft = RegionDraft()
    let length = 100_000
    for number in 0..<length {
      draft.actors.append(
        Drafts.actor("n\(number)") { $0.parent = number == 0 ? nil : "n\(number - 1)" }
      )
    }
    #expect(try Region(draft).parentIndices().last == Int32(length - 2))
  }

  @Test func aCircleAsLongAsTheData() {
    var draft = RegionDraft()
    let length = 100_000
    for number in 0..<length {
      draft.actors.append(
        Drafts.actor("n\(number)") { $0.parent = "n\((number + 1) % length)" }
      )
    }
    let issues = draft.issues
    #expect(issues.count == 1)
    guard case .cycle(let names) = issues.first?.kind else {
      Issue.record("no circle was found")
      return
    }
    #expect(names.count == 22)
    #expect(names.first == "n0" && names.last == "n0")
    #expect(names[10] == "…")
    #expect(names[20] == "n99999")
  }

  @Test func innovationsThatAllLeadBackToTheFirst() {
    var draft = RegionDraft()
    let length = 10_000
    draft.innovations.rows = (0..<length).map { number in
      var innovation = Innovation(id: "i\(number)")
      innovation.sources = number == 0 ? ["i\(length - 1)"] : ["i\(number - 1)", "i0"]
      return innovation
    }
    #expect(draft.issues.count == length)
  }

  @Test func severalCirclesAreAllReported() {
    var draft = RegionDraft()
    for pair in 0..<300 {
      draft.actors.append(Drafts.actor("a\(pair)") { $0.parent = "b\(pair)" })
      draft.actors.append(Drafts.actor("b\(pair)") { $0.parent = "a\(pair)" })
    }
    #expect(
      draft.issues.map(\.kind) == (0..<300).map { .cycle(["a\($0)", "b\($0)", "a\($0)"]) }
    )
  }

  @Test func everybodyBreaksAnAgreementOfEverybody() throws {
    var draft = RegionDraft()
    let names = (0..<20_000).map { "n\($0)" }
    for name in names { draft.actors.append(Actor(id: name)) }
    var action = JointAction(id: "j")
    action.participants = names
    action.breachedBy = names
    draft.jointActions.rows = [action]
    #expect(try Region(draft).jointActions.rows.count == 1)
  }

  @Test func manyWavesNamedByManyRows() throws {
    var draft = Drafts.actors("a", "b")
    let names = (0..<20_000).map { "w\($0)" }
    draft.waves = names.map { Wave(name: $0) }
    draft.declaredWaves = names.count
    draft.ratings.rows = names.reversed().map { name in
      var rating = Rating(rater: "a", ratee: "b", dimension: "power", score: 1)
      rating.wave = name
      return rating
    }
    #expect(try Region(draft).waves.count == names.count)
  }
}
